"""Tables: how wide each column is to be, so that short cells are not squeezed and long ones get the room."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from course.language.lang import LANGS
from course.prints.markup import EMPTY_LINE, Call, Markup, Name, Share, Value
from course.render.wording import say

LINE = 98
"""Half-widths on a line of a table."""
GAP = 3
"""Half-widths between two columns."""
SHORT = 22
"""Half-widths up to which a column is as wide as its longest cell, however little room there is."""
LEAST = 12
"""Half-widths below which a column is squeezed."""
BLANK = 30
"""Half-widths of handwriting in a cell that is to be filled in."""
LABEL = 0.4
"""Share of the line a column may take that says what to write beside it."""
WHOLE = 640
"""Half-widths of words up to which a table stays on one page."""
HEADS = frozenset(say("timetable_minutes", lang) for lang in LANGS)
"""First cell of a table that says what happens when."""

_SIDES = ("left", "center", "right")

Cell = tuple[Markup, str]
"""A cell as content, and its words."""

Width = Share | Name
AUTO = Name("auto")
"""As wide as its cells."""
_BLANK = Name("blank")


def table(rows: Sequence[Sequence[Cell]], sides: Sequence[str] = (), written: bool = True) -> Markup:
    """A table whose first row is its head; all rows have as many cells.

    ``sides`` says of each column whether it is set ``left``, ``center`` or ``right``, ``written`` whether empty cells are to be written in.
    """
    head, *body = rows
    timed = head[0][1] in HEADS
    words = [[words for _, words in row] for row in rows]
    columns = [AUTO, *widths([row[1:] for row in words])] if timed else widths(words)
    cells: list[Markup | Name] = [content if words or not written else _BLANK for row in body for content, words in row]
    titles = [content for content, _ in head]
    whole = sum(halves(cell) or BLANK for row in words for cell in row) <= WHOLE
    look: dict[str, Value] = {} if timed else {"whole": whole}
    if {*sides} - {"left"}:
        look["sides"] = [Name(side if side in _SIDES else "left") for side in sides]
    return Markup((Call(Name("timetable" if timed else "listing"), (columns, titles, *cells), tuple(look.items())),)) + EMPTY_LINE


def widths(rows: Sequence[Sequence[str]]) -> list[Width]:
    """A width for each column; together they take the whole line.

    Where all cells fit unbroken, room to spare goes to all columns alike, or to those to be filled in. Where they do not, columns of
    short cells are as wide as those, and the others share the rest by the root of their text, so that no short one is squeezed.
    """
    columns = [[halves(cell) for cell in column] for column in zip(*rows, strict=True)]
    blank = [len(column) > 1 and not any(column[1:]) for column in columns]
    most = LINE * LABEL if any(blank) else LINE * len(columns)
    wanted = [min(max(1, *column) + GAP, most) for column in columns]
    if all(blank):
        return [Share(want) for want in wanted]
    spare = LINE - 1.1 * sum(wanted)
    if spare >= 0:
        growing = [index for index, empty in enumerate(blank) if empty] or range(len(columns))
        return [Share(want + (spare / len(growing) if index in growing else 0)) for index, want in enumerate(wanted)]
    kept = _kept(wanted, blank)
    roots = {index: sqrt(sum(length or BLANK for length in column)) for index, column in enumerate(columns) if index not in kept}
    shares = _shared(LINE - sum(wanted[index] for index in kept), roots)
    return [AUTO if index in kept else Share(shares[index]) for index in range(len(columns))]


def _kept(wanted: list[float], blank: list[bool]) -> set[int]:
    """Which columns get all they want: short ones, as long as they leave something for each of the others."""
    kept: set[int] = set()
    room = float(LINE - LEAST * len(wanted))
    for want, index in sorted((want, index) for index, want in enumerate(wanted) if not blank[index]):
        room += LEAST - want
        if want <= SHORT + GAP and room >= 0 and len(kept) < len(wanted) - 1:
            kept.add(index)
    return kept


def _shared(room: float, roots: dict[int, float]) -> dict[int, float]:
    """Room shared out by those weights, but nobody is squeezed for another's sake."""
    least = min(LEAST, room / len(roots))
    spare, weight = room - least * len(roots), sum(roots.values())
    return {index: least + spare * root / weight for index, root in roots.items()}


def halves(words: str) -> int:
    """How wide words are, in halves of a Chinese character."""
    return sum(2 if letter > "\u2e7f" else 1 for letter in words)
