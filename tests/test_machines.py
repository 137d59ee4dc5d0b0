"""What a machine may be like without the commands minding: its language, the folder, the Python somebody names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small import MINIMAL, ROOT

pytestmark = pytest.mark.slow


def run(command: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """That command in that folder, as on a machine where nothing is set that speaks of Python, with these variables."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG", "MAKE", "MFLAGS"))}
    return subprocess.run(
        command,
        cwd=folder,
        env={**own, **variables},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with blanks and Chinese in its path that holds what setting up needs, and no git."""
    folder = tmp_path / "一线 服务课 (1)"
    (folder / "tools").mkdir(parents=True)
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, folder)
    shutil.copy(ROOT / "tools" / "setup_browser.py", folder / "tools")
    return folder


def test_a_machine_without_chinese_characters_gets_the_english(tmp_path: Path) -> None:
    root = tmp_path / "course"
    shutil.copytree(MINIMAL, root)
    command = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-m", "course", "--root", str(root), "check"]
    done = run(command, ROOT, PYTHONPATH="hooks", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "/ no problems: 5 ? / pages" in done.stdout


def test_make_says_chinese_in_any_language_of_the_machine_and_any_folder(folder: Path) -> None:
    python = folder / "a python"
    python.symlink_to(sys.executable)
    done = run(["make", "-s", "browser", f"PYTHON={python}"], folder, LC_ALL="C", CHROMIUM="/nowhere/chromium")
    assert done.returncode != 0
    assert "CHROMIUM=/nowhere/chromium：不是可运行的浏览器 / is not a browser that can be run" in done.stderr


@pytest.mark.parametrize("target", ["browser", ".venv/.made", "serve", "test"])
def test_a_python_that_is_too_old_or_not_there_is_named_before_anything_else(folder: Path, target: str) -> None:
    for python in ("false", "no-such-python"):
        done = run(["make", "-s", target, f"PYTHON={python}"], folder)
        assert done.returncode != 0
        assert "需要 Python 3.11 以上；可以指明另一个" in done.stderr
        assert "Python 3.11 or newer is needed; name another one" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_browser_is_asked_for_before_anything_is_installed(folder: Path) -> None:
    lines = run(["make", "-n", "test"], folder).stdout
    assert lines.index("tools/setup_browser.py") < lines.index("pip --disable")
