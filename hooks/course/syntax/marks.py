"""Marks inside a line: ``[R13]`` for a reference, ``[[C09]]`` for a page. Code, links, HTML and attributes are stepped over as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.syntax.allowed import harmless

REFERENCE = re.compile(r"\[([RMU]\d{2,3})\](?!\()")
CODE = re.compile(r"\[\[([\w.]+)(?:\|([^\]]+))?\]\]")
TOKEN = re.compile(
    r"(?P<keep>《[^《》]*》|`+[^`]*`+|!?\[[^\[\]]*\]\([^)]*\)(?:\{[^}]*\})?|</?[A-Za-z][^>]*>|\{[:#.][^}]*\}|https?://\S+)"
    r"|\[\[(?P<code>[\w.]+)(?:\|(?P<words>[^\]]+))?\]\]"
    r"|\[(?P<reference>[RMU]\d{2,3})\](?!\()"
)
"""What of a line is no plain text: what must be kept as it is, a page, a reference."""


def marks(text: str) -> Iterator[tuple[str, str]]:
    """The codes and references that become links: ``("code", "C09")``, ``("reference", "R13")``."""
    for match in TOKEN.finditer(harmless(text)):
        for kind in ("code", "reference"):
            if match[kind]:
                yield kind, match[kind]


def plain(line: str) -> Iterator[tuple[int, str]]:
    """Where each stretch of a line starts that no mark, link, code or HTML is part of, and what it says."""
    start = 0
    for match in TOKEN.finditer(line):
        yield start, line[start : match.start()]
        start = match.end()
    yield start, line[start:]
