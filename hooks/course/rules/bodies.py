"""What the rules about page text share: each file of each page, with its language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.catalogue import Catalogue, Page
from course.frontmatter import Source
from course.model import Lang
from course.problem import Problem


def sides(catalogue: Catalogue) -> Iterator[tuple[Page[Any, Any], Lang, Source]]:
    """Every file of every authored page."""
    for page in catalogue.pages.values():
        for lang, source in page.sides.items():
            yield page, lang, source


def problem(source: Source, line: int, code: str, zh: str, en: str) -> Problem:
    """A problem on a 1-based line of a file's body."""
    return Problem(source.path, source.body_line + line - 1, code, zh, en)
