"""Which version of the project this is, for whoever says what was wrong on a page that has changed since."""

from __future__ import annotations

import subprocess
from pathlib import Path


def version(root: Path) -> str:
    """The tag or the commit, as git calls it; nothing where there is no git or no repository."""
    command = ["git", "describe", "--tags", "--always"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
