"""What the browser tests need from the system: a Chromium and a Chinese font. Standard library only.

``make browser`` says what is missing and which commands would install it, asks if somebody sits at the terminal, and
runs them; where it may not, it says in both languages what to install. With ``--which`` it only prints the browser found.
``CHROMIUM=/path/to/chromium`` names a browser of your own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Where browsers are that do not stand on PATH."""

MANAGERS: Mapping[str, tuple[Sequence[Sequence[str]], str, str]] = {
    "apt-get": ((("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends")), "chromium", "fonts-noto-cjk"),
    "dnf": ((("dnf", "install", "-y"),), "chromium", "google-noto-sans-cjk-fonts"),
    "pacman": ((("pacman", "-Sy", "--noconfirm", "--needed"),), "chromium", "noto-fonts-cjk"),
    "brew": ((("brew", "install", "--cask"),), "google-chrome", "font-noto-sans-cjk-sc"),
}
"""Package manager: its commands (packages are added to the last), the package of the browser, that of the font."""


def find_chromium() -> str | None:
    """The browser to drive: ``CHROMIUM``, else one on PATH, else one in its usual place."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def has_chinese_font() -> bool:
    """Whether Chinese can be drawn; macOS and Windows always can."""
    if sys.platform in ("darwin", "win32"):
        return True
    fontconfig = shutil.which("fc-list")
    return bool(fontconfig and subprocess.run([fontconfig, ":lang=zh-cn", "family"], capture_output=True, check=False).stdout.strip())


def commands(manager: str, browser: bool, font: bool) -> list[list[str]]:
    """What to run to install the browser, the font or both."""
    lines, chromium, chinese = MANAGERS[manager]
    packages = [chromium] * browser + [chinese] * font
    return [*map(list, lines[:-1]), [*lines[-1], *packages]]


def privilege(manager: str) -> list[str] | None:
    """What to write before a command so that it may install: nothing, sudo, or None where we may not.

    Never a sudo that nobody could answer: it would hang, or fail without a word of why.
    """
    if manager == "brew" or os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo] if sudo and sys.stdin.isatty() else None


def agreed() -> bool:
    """Whether we may go on: whoever sits there says so; where nobody does (root in CI or a container), yes."""
    if not sys.stdin.isatty():
        return True
    try:
        return input("现在安装吗？/ Install it now? [y/N] ").strip().lower() in ("y", "yes", "是")
    except EOFError:
        return False


def main() -> int:
    """Install what is missing; 0 once everything is there."""
    if os.environ.get("CHROMIUM") and not find_chromium():
        print(f"CHROMIUM={os.environ['CHROMIUM']}：不是可运行的浏览器 / is not a browser that can be run", file=sys.stderr)
        return 1
    browser, font = find_chromium() is None, not has_chinese_font()
    if not (browser or font):
        return 0
    missing = " + ".join(["Chromium"] * browser + ["中文字体 (Chinese font)"] * font)
    manager = next(filter(shutil.which, MANAGERS), None)
    if manager is None or (browser and snap_only()):
        return _by_hand(missing, "Google Chrome (https://www.google.cn/chrome/), Noto Sans CJK")
    wanted = commands(manager, browser, font)
    prefix = privilege(manager)
    by_hand = " && ".join(" ".join(command) for command in wanted)
    as_root = by_hand if manager == "brew" else f"{'sudo sh -c' if shutil.which('sudo') else 'su -c'} '{by_hand}'"
    if prefix is None:
        return _by_hand(missing, as_root)
    lines = [" ".join([*prefix, *command]) for command in wanted]
    print(f"浏览器测试还缺 / the browser tests still need: {missing}\n要运行 / about to run{_rights(manager)}:", flush=True)
    print(*(f"    {line}" for line in lines), sep="\n", flush=True)
    if not agreed():
        return _by_hand(missing, as_root)
    for command in wanted:
        if subprocess.run([*prefix, *command], check=False).returncode:
            return _by_hand(missing, as_root)
    return 0 if find_chromium() and has_chinese_font() else _by_hand(missing, as_root)


def snap_only(release: Path = Path("/etc/os-release")) -> bool:
    """Whether this is Ubuntu, where apt has no Chromium, only a stand-in that fetches a snap."""
    return release.is_file() and "ID=ubuntu" in release.read_text(encoding="utf-8").splitlines()


def _rights(manager: str) -> str:
    return "" if manager == "brew" else "（以管理员身份 / as root）"


def _by_hand(missing: str, how: str) -> int:
    print(
        f"\n浏览器测试还缺：{missing}。这里没有自动安装；请这样装好，再运行一次：\n    {how}\n"
        "已有 Chrome 或 Chromium 时，也可以指明它：CHROMIUM=/路径/chromium make test\n\n"
        f"The browser tests still need: {missing}. It was not installed from here; install it like this, then try again:\n    {how}\n"
        "If you have a Chrome or Chromium already, name it: CHROMIUM=/path/to/chromium make test",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    if sys.argv[1:] == ["--which"]:
        print(find_chromium() or sys.exit(1))
    else:
        sys.exit(main())
