"""What the tests need from the system: a Chromium, a Chinese font, a reader of PDFs, git. Standard library only.

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

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of browsers on PATH. The one without windows comes first: a page costs it a third of the work."""
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Where browsers are that are not on PATH."""

NEEDS = {"browser": "Chromium", "font": "中文字体 (Chinese font)", "pdftotext": "pdftotext", "git": "git"}
"""What tests need of the system -> what it is called when it is missing."""

MANAGERS: Mapping[str, tuple[Sequence[Sequence[str]], Mapping[str, str]]] = {
    "apt-get": (
        (("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends")),
        {"browser": "chromium-headless-shell", "font": "fonts-noto-cjk", "pdftotext": "poppler-utils", "git": "git"},
    ),
    "dnf": (
        (("dnf", "install", "-y"),),
        {"browser": "chromium", "font": "google-noto-sans-cjk-fonts", "pdftotext": "poppler-utils", "git": "git"},
    ),
    "pacman": (
        (("pacman", "-Sy", "--noconfirm", "--needed"),),
        {"browser": "chromium", "font": "noto-fonts-cjk", "pdftotext": "poppler", "git": "git"},
    ),
    "brew": (
        (("brew", "install"),),
        {"browser": "google-chrome", "font": "font-noto-sans-cjk-sc", "pdftotext": "poppler", "git": "git"},
    ),
}
"""Package manager: its commands (packages are added to the last), and the package of each thing needed."""


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


def missing() -> list[str]:
    """What of NEEDS is not there."""
    there = {
        "browser": find_chromium() is not None,
        "font": has_chinese_font(),
        **{name: bool(shutil.which(name)) for name in ("pdftotext", "git")},
    }
    return [name for name in NEEDS if not there[name]]


def commands(manager: str, wanted: Sequence[str]) -> list[list[str]]:
    """What to run to install these of NEEDS."""
    lines, packages = MANAGERS[manager]
    return [*map(list, lines[:-1]), [*lines[-1], *(packages[name] for name in wanted)]]


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
    wanted = missing()
    if not wanted:
        return 0
    manager = next(filter(shutil.which, MANAGERS), None)
    if manager is None or ("browser" in wanted and snap_only()):
        return _by_hand(wanted, "Google Chrome (https://www.google.cn/chrome/), Noto Sans CJK, Poppler (pdftotext), git")
    run = commands(manager, wanted)
    prefix = privilege(manager)
    by_hand = " && ".join(" ".join(command) for command in run)
    as_root = by_hand if manager == "brew" else f"{'sudo sh -c' if shutil.which('sudo') else 'su -c'} '{by_hand}'"
    if prefix is None:
        return _by_hand(wanted, as_root)
    print(f"测试还缺 / the tests still need: {_named(wanted)}\n要运行 / about to run{_rights(manager)}:", flush=True)
    print(*("    " + " ".join([*prefix, *command]) for command in run), sep="\n", flush=True)
    if not agreed() or any(subprocess.run([*prefix, *command], check=False).returncode for command in run) or missing():
        return _by_hand(wanted, as_root)
    return 0


def _named(wanted: Sequence[str]) -> str:
    return " + ".join(NEEDS[name] for name in wanted)


def snap_only(release: Path = Path("/etc/os-release")) -> bool:
    """Whether this is Ubuntu, where apt has no Chromium, only a stand-in that fetches a snap."""
    return release.is_file() and "ID=ubuntu" in release.read_text(encoding="utf-8").splitlines()


def _rights(manager: str) -> str:
    return "" if manager == "brew" else "（以管理员身份 / as root）"


def _by_hand(wanted: Sequence[str], how: str) -> int:
    named = _named(wanted)
    print(
        f"\n测试还缺：{named}。这里没有自动安装；请这样装好，再运行一次：\n    {how}\n"
        "已有 Chrome 或 Chromium 时，也可以指明它：CHROMIUM=/路径/chromium make test\n\n"
        f"The tests still need: {named}. It was not installed from here; install it like this, then try again:\n    {how}\n"
        "If you have a Chrome or Chromium already, name it: CHROMIUM=/path/to/chromium make test",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    if sys.argv[1:] == ["--which"]:
        print(find_chromium() or sys.exit(1))
    else:
        sys.exit(main())
