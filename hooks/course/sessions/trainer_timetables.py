"""The minute-by-minute timetables of trainer notes, in tables and lists: ``| 0–3 | ...``, ``- **0–5 分** ...``, ``1. **Minutes 0–5.** ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from course.content import headings
from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax.tree import Tree

_SPAN = r"(\d{1,3})\s*(?:[-–—~～－至到]|to)\s*(\d{1,3})"
_HEAD = re.compile(r"\s*\|\s*\**(?:第几)?(?:分钟|分(?=\s*\**\s*\|)|min(?:ute)?s?\b)", re.IGNORECASE)
_ROW = re.compile(rf"\s*\|\s*\**(?:第\s*|minutes?\s+)?{_SPAN}\s*(?:分钟?|min(?:ute)?s?\.?)?\**\s*\|", re.IGNORECASE)
_ITEM = re.compile(
    rf"\s*(?:[-*+]|\d+[.)])\s+(?:\**(?:第\s*(?=[\d\s至到–—~～－-]+分)|minutes?\s+){_SPAN}|\**{_SPAN}\s*(?:分|min)|\*\*{_SPAN}\s*\*\*)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s|$|\||[-*+]\s|\d+[.)]\s")
"""How a line begins that does not end a list or table."""
_IN_ALL = re.compile(r"一?共\s*(\d+)\s*分钟|(\d+) minutes in all\b")


@dataclass(frozen=True)
class Entry:
    """One line of a timetable."""

    line: int
    """1-based line within the body."""
    start: int
    end: int
    row: bool = False
    """Whether it is a row of a table."""
    joined: bool = True
    """Whether no paragraph is between it and the entry before."""

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


def timetables(tree: Tree, kind: Kind, lang: Lang) -> list[list[Entry]]:
    """The timetables of a page's trainer notes in order; a second version of the class begins at 0 again."""
    found: list[list[Entry]] = []
    for entry in _entries(tree, kind, lang):
        last = found[-1][-1] if found else None
        if last is None or entry.start == 0 or entry.row != last.row or not entry.joined and entry.start != last.end:
            found.append([])
        found[-1].append(entry)
    return [table for table in found if table[0].row or not _scale(table)]


def in_all(tree: Tree, kind: Kind, lang: Lang) -> Iterator[tuple[int, int]]:
    """Line and minutes where the trainer notes say at the start of a line how long the class takes."""
    for number, line in _notes(tree, kind, lang):
        if match := _IN_ALL.match(line):
            yield number, int(match[1] or match[2])


def _notes(tree: Tree, kind: Kind, lang: Lang) -> Iterator[tuple[int, str]]:
    """Number and text of every line of the trainer notes."""
    for section in headings.parts(tree, kind, lang):
        if section.id == "trainer":
            yield from (line for line in tree.unfenced if section.line < line[0] <= section.line + len(section.lines))
            return


def _entries(tree: Tree, kind: Kind, lang: Lang) -> Iterator[Entry]:
    timed, inside, joined = False, False, True
    for number, line in _notes(tree, kind, lang):
        row = line.lstrip().startswith("|")
        if row and not inside:
            timed = bool(_HEAD.match(line))
        inside = row
        if match := _ROW.match(line) if row and timed else None if row else _ITEM.match(line):
            start, end = (int(digits) for digits in match.groups() if digits)
            yield Entry(number, start, end, row, joined)
            joined = True
        elif not _GOES_ON.match(line):
            joined = False


def _scale(table: list[Entry]) -> bool:
    """Whether a list is one of points, such as 0-6, 7-8, 9-10, or a single span such as an answer within 3-5 minutes."""
    return all(after.start == before.end + 1 for before, after in pairwise(table))
