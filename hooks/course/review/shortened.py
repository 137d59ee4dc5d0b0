"""Facts of any length -> what fits into a report: words cut short, lists cut off, and how much that left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from course.content.catalogue import AnyPage
from course.language.lang import Bilingual
from course.review.harmless import cut
from course.review.model import LINES, LONG, PIECES, SHORT, Both, PageName, Piece
from course.translation.word_diff import ChangedLine, changes

T = TypeVar("T")
Lines = tuple[tuple[Piece, ...], ...]


def both(zh: str, en: str) -> Both:
    """A message in both languages."""
    return Both(zh=cut(zh, LONG), en=cut(en, LONG))


def text(words: Bilingual[str]) -> Both:
    """The same of words that come in both."""
    return both(words["zh"], words["en"])


def short(words: Iterable[str], most: int) -> tuple[str, ...]:
    """Words, each cut short, and no more of them than that; one that comes twice counts once."""
    return tuple(dict.fromkeys(cut(one, SHORT) for one in words))[:most]


def name(page: AnyPage) -> PageName:
    """A page, as people call it."""
    return PageName(path=page.path, code=page.code, title=both(page.title("zh"), page.title("en")))


def lines(old: str, new: str, most: int = LINES) -> tuple[Lines, int]:
    """The lines that changed between two texts, with the words that did, and how many are left out."""
    found = changes(old, new)
    return tuple(_line(line) for line in found[:most]), max(0, len(found) - most)


def _line(line: ChangedLine) -> tuple[Piece, ...]:
    kept = [Piece(kind=piece.kind, text=_middle(piece.text) if piece.kind == "same" else _cut(piece.text)) for piece in line[:PIECES]]
    if len(line) > PIECES:
        kept[-1] = Piece(kind="same", text="…")
    return tuple(kept)


def _cut(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


def _middle(words: str) -> str:
    """Unchanged text between two changes: both its ends."""
    half = (SHORT - 1) // 2
    return words if len(words) <= SHORT else f"{words[:half]}…{words[-half:]}"


class Room:
    """What lists were cut off at, while a report is made."""

    def __init__(self) -> None:
        self.left_out = 0

    def of(self, found: Sequence[T], most: int) -> tuple[T, ...]:
        """As many of those as there is room for."""
        self.left_out += max(0, len(found) - most)
        return tuple(found[:most])
