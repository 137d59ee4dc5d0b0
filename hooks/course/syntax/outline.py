"""The shape of a Markdown body: its fences, headings and sections. Knows nothing of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`]*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_ID = re.compile(r"\{\s*#([\w-]+)[^{}]*\}$")


@dataclass(frozen=True)
class Heading:
    """A heading of a body. ``id`` is empty where neither the author nor the kind gives one."""

    level: int
    text: str
    id: str
    line: int
    """1-based line within the body."""


@dataclass(frozen=True)
class Fence:
    """An edge of a fenced block: its mark and, on an opening one, all that is written after it."""

    mark: str
    name: str

    def closes(self, opening: Fence) -> bool:
        """Whether this edge ends the block that one opened."""
        return self.mark.startswith(opening.mark) and not self.name


def fence(line: str) -> Fence | None:
    """The edge of a fenced block that line is, if it is one."""
    match = _FENCE.match(line)
    return Fence(match[1], match[2].strip()) if match else None


def stretches(body: str) -> Iterator[tuple[Fence | None, list[str]]]:
    """The body cut at its fenced blocks: the opening edge of each with the lines inside it, None with the lines before, between and after."""
    opening: Fence | None = None
    lines: list[str] = []
    for line in body.split("\n"):
        edge = fence(line)
        if edge and (opening is None or edge.closes(opening)):
            yield opening, lines
            opening, lines = edge if opening is None else None, []
        else:
            lines.append(line)
    yield opening, lines


def unfenced(body: str) -> Iterator[tuple[int, str]]:
    """1-based number and text of every line that is not inside (or the edge of) a fenced block."""
    opening: Fence | None = None
    for number, line in enumerate(body.split("\n"), start=1):
        edge = fence(line)
        if opening:
            if edge and edge.closes(opening):
                opening = None
        elif edge:
            opening = edge
        else:
            yield number, line


def headings(body: str, fixed: Mapping[str, str]) -> list[Heading]:
    """All headings in order; one of the second level whose words are fixed gets its id from there, unless its author gives one."""
    found = []
    for number, line in unfenced(body):
        if match := _HEADING.match(line):
            level, text = len(match[1]), match[2].rstrip().rstrip("#").rstrip()
            id = _ID.search(text)
            text = text[: id.start()].rstrip() if id else text
            found.append(Heading(level, text, id[1] if id else fixed.get(text, "") if level == 2 else "", number))
    return found
