"""What a section of a Chinese page said when its English was confirmed: found in the project's own history."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course import frontmatter, outline
from course.catalogue import Page
from course.problem import Problem
from course.translation import stamp

DEPTH = 200
"""How many versions of a file to look back through."""


def confirmed_text(root: Path, page: Page[Any, Any], section: str) -> str | None:
    """The section's text that its English was confirmed against; None where the history does not have it (or there is none)."""
    fingerprint = page.words["en"].translated.get(section)
    for text in _versions(root, page.sides["zh"].path):
        source = frontmatter.page(text, page.path)
        if isinstance(source, Problem):
            continue
        old = outline.sections(source.body, page.kind, "zh").get(section)
        if old is not None and stamp(old) == fingerprint:
            return old
    return None


def _versions(root: Path, path: str) -> Iterator[str]:
    """Earlier texts of a file, newest first."""
    commits = _git(root, "log", f"--max-count={DEPTH}", "--format=%H", "--", path).split()
    for commit in commits:
        text = _git(root, "show", f"{commit}:./{path}")
        if text:
            yield text


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where there is no git, no repository or no such version."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
