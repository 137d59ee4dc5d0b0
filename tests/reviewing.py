"""The smallest course as a repository with one commit, a change made to it, and the report of that change."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from course.__main__ import main
from course.review import model
from course.review.model import Review
from small import Tree

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PLANS, REFERENCES, ADDRESSES = "docs/data/plans.yml", "docs/data/references.yml", "docs/data/addresses.yml"
PUBLISHED = "moved: []\npublished:\n- {path: cases/meter.md, code: C01}\n- {path: forms/call-log.md, code: F01}\n- {path: index.md}\n"
"""A table of addresses that knows three of its pages."""


def git(root: Path, *arguments: str) -> str:
    """What git prints."""
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, encoding="utf-8").stdout


def repository(tree: Tree, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The smallest course with these changes, its English confirmed, in one commit."""
    root = tree({".gitignore": ".cache\n/review/\n", **(changes or {})})
    main(["--root", str(root), "accept", "--all"])
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "base")
    return root


def change(root: Path, path: str, *edits: tuple[str, str]) -> None:
    """Replace words of a file, each once."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, f"{path} does not hold {old!r}"
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Reported:
    """What the command did."""

    status: int
    said: str
    error: str
    review: Review
    markdown: str
    html: str


def report(root: Path, capsys: pytest.CaptureFixture[str], *options: str, base: str = "HEAD") -> Reported:
    """Run the command and read what it wrote."""
    capsys.readouterr()
    status = main(["--root", str(root), "review", "--base", base, "--today", "2026-12-01", *options])
    said = capsys.readouterr()
    texts = [(root / "review" / f"report.{ending}").read_bytes() for ending in ("json", "md", "html")]
    return Reported(status, said.out, said.err, model.read(texts[0]), texts[1].decode(), texts[2].decode())
