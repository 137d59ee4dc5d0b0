"""Tables: how wide each column is to be, so that short cells are not squeezed and long ones get the room."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

SHORT = 14
"""Half-widths up to which a column is as wide as its longest cell."""

Cell = tuple[str, str]
"""A cell as Typst, and its words."""


def table(rows: Sequence[Sequence[Cell]]) -> str:
    """A table whose first row is its head, as Typst."""
    head, *body = rows
    columns = ", ".join(widths([[words for _, words in row] for row in rows]))
    cells = ",\n".join(", ".join(f"[{content}]" if words else "blank" for content, words in row) for row in body)
    return f"#listing(({columns},), ({', '.join(f'[{content}]' for content, _ in head)},),\n{cells})\n\n"


def widths(rows: Sequence[Sequence[str]]) -> list[str]:
    """A Typst width for each column: ``auto`` where every cell is short, else a share that grows with the root of its text."""
    shares = []
    for column in zip(*rows, strict=True):
        lengths = [halves(cell) for cell in column]
        blank = not any(lengths[1:])
        shares.append("auto" if max(lengths) <= SHORT and not blank else f"{max(6, sqrt(sum(lengths) or 64)):.1f}fr")
    return shares if any(share != "auto" for share in shares) else ["auto"] * (len(shares) - 1) + ["1fr"]


def halves(words: str) -> int:
    """How wide words are, in halves of a Chinese character."""
    return sum(2 if letter > "\u2e7f" else 1 for letter in words)
