"""Lines of plain Markdown -> headings, lists, tables and paragraphs, told as our renderer tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from course.syntax import inline
from course.syntax.nodes import Heading, List, ListKind, Plain, Prose, Table

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_ID = re.compile(r"\{\s*#([\w-]+)[^{}]*\}$")
_ENTRY = re.compile(r"^ {0,3}(?:(?P<number>\d+\.)|[*+-]) +(?P<box>\[[ xX]\])?")
_BOUNDARY = re.compile(r"^#{1,6}(?!#)|^ {0,3}([-*_])( *\1){2,} *$")
"""What ends a list and a paragraph: a heading, a rule across."""
_RULED = re.compile(r"^ {0,3}\|? *:?-+:? *(\| *:?-+:? *)*\|? *$")


def plain_nodes(lines: Sequence[str], line: int, within: str) -> list[Plain]:
    """The nodes of lines that follow each other, none of them the edge of a block; ``line`` is the number of the first."""
    nodes: list[Plain] = []
    at = 0
    for node in _found(lines, line, within):
        _empty(nodes, lines, line, within, at, node.line - line)
        nodes.append(node)
        at = node.last - line + 1
    _empty(nodes, lines, line, within, at, len(lines))
    return nodes


def _empty(nodes: list[Plain], lines: Sequence[str], line: int, within: str, start: int, stop: int) -> None:
    """What no node holds is a node of its own."""
    if start < stop:
        nodes.append(Plain(line + start, tuple(lines[start:stop]), within))


def _found(lines: Sequence[str], first: int, within: str) -> Iterator[Plain]:
    """All but empty lines. A list or a table begins after an empty line, a heading or a rule."""
    kind: ListKind | None = None
    begun = ended = entries = 0

    def last() -> Iterator[List]:
        if kind:
            yield List(first + begun, tuple(lines[begun:ended]), within, kind, entries)

    for start, stop, boundary in _groups(lines):
        if kind and not boundary and lines[start].startswith(("    ", "\t")):
            ended = stop  # Belongs to the entry above.
        elif not boundary and _ENTRY.match(lines[start]):
            for at in range(start, stop):
                entry = _ENTRY.match(lines[at])
                if entry and bool(entry["number"]) == (kind == "ordered") and kind:
                    entries += 1
                elif entry:
                    yield from last()
                    kind = "ordered" if entry["number"] else "checklist" if entry["box"] else "bulleted"
                    begun, entries = at, 1
                ended = at + 1
        else:
            yield from last()
            kind = None
            group = tuple(lines[start:stop])
            yield _heading(group, first + start, within) or _table(group, first + start, within) or Prose(first + start, group, within)
    yield from last()


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each run of lines between empty ones, and whether it is a heading or a rule, which stands alone."""

    def sort(at: int) -> int:
        """-1 for an empty line, a number of its own for a boundary, 0 for text."""
        return -1 if not lines[at].strip() else at + 1 if _BOUNDARY.match(lines[at]) else 0

    for kind, group in groupby(range(len(lines)), sort):
        if kind >= 0:
            places = list(group)
            yield places[0], places[-1] + 1, kind > 0


def _heading(group: tuple[str, ...], line: int, within: str) -> Heading | None:
    if not (match := _HEADING.match(group[0])):
        return None
    title = match[2].rstrip().rstrip("#").rstrip()
    id = _ID.search(title)
    return Heading(line, group, within, len(match[1]), title[: id.start()].rstrip() if id else title, id[1] if id else "")


def _table(group: tuple[str, ...], line: int, within: str) -> Table | None:
    if len(group) < 2 or "|" not in group[0] or not _RULED.match(group[1]):
        return None
    columns = cells(group[0])
    return Table(line, group, within, len(group) - 2, columns) if columns == cells(group[1]) else None


def cells(line: str) -> int:
    """How many cells a row of a table has."""
    bare = inline.without_code(line).replace("\\|", "").strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1
