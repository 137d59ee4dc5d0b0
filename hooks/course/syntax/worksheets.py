"""What trainees are to find out and write into a ``::: worksheet``: ``（答：27 元）`` or ``(answer: 27 yuan)`` in a cell or a line."""

from __future__ import annotations

import re

GAP = "\ue010"
"""In the place of an answer: room to write it."""

_FOUND = re.compile(r"[（(](?:答：|answer: ?)(?P<words>[^（）()\n]*)[）)]")


def blank(text: str) -> str:
    """The text with a ``GAP`` in the place of each answer; nothing where it is all there is in a cell of a table."""
    return "\n".join(
        "|".join("" if _FOUND.fullmatch(cell.strip()) else _FOUND.sub(GAP, cell) for cell in line.split("|"))
        if line.lstrip().startswith("|")
        else _FOUND.sub(GAP, line)
        for line in text.split("\n")
    )


def filled(text: str) -> str:
    """The text with each answer in bold."""
    return _FOUND.sub(lambda found: f"**{found['words'].strip()}**", text)


def answers(text: str) -> list[str]:
    """The answers in it, in order."""
    return [found["words"].strip() for found in _FOUND.finditer(text)]
