"""What any test may ask for: a small course of its own to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

MINIMAL = Path(__file__).parent / "minimal"
"""The smallest course without a problem: one page of each kind in both languages, one row in each table."""


# How long an example takes says how busy the machine is.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Path]:
    """``tree({"docs/zh/index.md": text, "docs/en/index.md": None})`` writes the minimal course with these changes.

    Keys are paths from the project's root; text or bytes replace or add a file, None takes it away. Returns the root,
    for ``course.reading.load``. Called again, it starts anew from the minimal course.
    """

    def written(changes: Mapping[str, str | bytes | None] | None = None) -> Path:
        root = tmp_path / "course"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(MINIMAL, root)
        for path, content in (changes or {}).items():
            file = root / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return written
