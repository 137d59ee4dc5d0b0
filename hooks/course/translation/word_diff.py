"""What changed between two texts, the way a person would mark it on paper: whole words and clauses, line by line.

Chinese has no spaces, so a word cannot be looked up; instead, single characters left between two changes are marked
with them, and a change that may be marked in two ways is marked where a clause begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from course.translation.alignment import aligned

_TOKEN = re.compile(
    r"\[\[[^\]\n]*\]\]|\[[RMU]\d+\]"  # marks of the course
    r"|[A-Za-z0-9]+(?:[.,:%'’/-][A-Za-z0-9]+)*%?|[零〇一二三四五六七八九十百千万亿]+|[ \t]+|.|\n"
)
_STOP = "。！？；，、：!?;\n"
_ROOM = 16
"""Characters of unchanged text shown on either side of a change; a few more where a clause begins or ends there."""
_LEAST = 6
"""Less than this is not worth an ellipsis."""
_MOST = 4_000_000
"""Beyond this many pairs of things to compare, they are shown as gone and come."""

PieceKind = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Piece:
    """Text that stayed, went or came."""

    kind: PieceKind
    text: str


ChangedLine = tuple[Piece, ...]


def changes(old: str, new: str) -> list[ChangedLine]:
    """The lines that changed, each as pieces, with unchanged text cut down to what is next to a change.

    A line break that came or went, where lines were joined or split, shows as ¶.
    """
    one, two = ([line.strip() for line in text.split("\n") if line.strip()] for text in (old, new))
    found: list[ChangedLine] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind != "equal":
            for gone, come in aligned(one[a:b], two[c:d]):
                pieces = _shortened(_marked("\n".join(gone), "\n".join(come)))
                found.append(tuple(Piece(piece.kind, piece.text.replace("\n", " ¶ ")) for piece in pieces))
    return found


def _marked(old: str, new: str) -> list[Piece]:
    """Both texts as one, with what went and what came."""
    one, two = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(one) * len(two) > _MOST:
        return [Piece("gone", old), Piece("new", new)]
    steps = [
        (one[a:b] if kind == "equal" else [], one[a:b], two[c:d])
        for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    ]
    pieces: list[Piece] = []
    for same, gone, come in _moved_to_clauses(_gathered(steps)):
        parts = (Piece("same", "".join(same)),) if same else (Piece("gone", "".join(gone)), Piece("new", "".join(come)))
        pieces += (piece for piece in parts if piece.text)
    return pieces


_Step = tuple[list[str], list[str], list[str]]
"""Tokens that stayed, or else those that went and those that came."""


def _gathered(steps: list[_Step]) -> list[_Step]:
    """Unchanged text between two changes that is no longer than either is marked with them: a marked line of scraps cannot be read."""
    done: list[_Step] = []
    for step in steps:
        done.append(step)
        while len(done) > 2 and done[-2][0] and not done[-1][0] and _crumb(done[-2][0], done[-3], done[-1]):
            (_, gone, come), (same, _, _), (_, more_gone, more_come) = done[-3:]
            done[-3:] = [([], [*gone, *same, *more_gone], [*come, *same, *more_come])]
    return done


def _crumb(same: list[str], before: _Step, after: _Step) -> bool:
    size = len(same)
    return size <= 3 and size <= min(max(len(gone), len(come)) for _, gone, come in (before, after)) and all(map(str.strip, same))


def _moved_to_clauses(steps: list[_Step]) -> list[_Step]:
    """An insertion or deletion between two kept texts, slid to where it ends a clause: “甲。[乙。]丙”, not “甲[。乙]。丙”."""
    done = list(steps)
    for at in range(1, len(done) - 1):
        (before, *_), (same, gone, come), (after, *_) = done[at - 1 : at + 2]
        if same or not before or not after or (gone and come):
            continue
        text, best = gone or come, 0
        whole = [*before, *text, *after]
        start, size = len(before), len(text)
        for shift in range(-min(start - 1, 40), min(len(after) - 1, 40) + 1):
            low = start + min(shift, 0)
            if whole[low : low + abs(shift)] != whole[low + size : low + size + abs(shift)]:
                continue
            if _edge(whole, start + shift, size) > _edge(whole, start + best, size):
                best = shift
        start += best
        moved = whole[start : start + size]
        done[at - 1] = (whole[:start], [], [])
        done[at] = ([], moved if gone else [], moved if come else [])
        done[at + 1] = (whole[start + size :], [], [])
    return done


def _edge(tokens: list[str], start: int, size: int) -> int:
    """How well a change is cut out: behind the end of a clause, and itself ending one."""
    return 2 * (tokens[start - 1] in _STOP) + (tokens[start + size - 1] in _STOP)


def _shortened(pieces: list[Piece]) -> Iterator[Piece]:
    """Unchanged text cut down to what is next to a change."""
    for at, piece in enumerate(pieces):
        first, last = at == 0, at == len(pieces) - 1
        if piece.kind != "same" or (first and last):
            yield piece
            continue
        text = piece.text
        head, tail = 0 if first else _end(text), len(text) if last else _start(text)
        yield piece if tail - head < _LEAST else Piece("same", f"{text[:head]}…{text[tail:]}")


def _end(text: str) -> int:
    """Where to stop behind a change: behind a clause if one ends about there, else not inside a word."""
    stops = (at + 1 for at in range(_ROOM * 2) if text[at : at + 1] and text[at] in _STOP and at >= _ROOM // 2)
    return next(stops, next((at for at in range(_ROOM, _ROOM * 2) if not _in_word(text, at)), _ROOM))


def _start(text: str) -> int:
    """Where to begin in front of a change: with a clause if one begins about there, else not inside a word."""
    size = len(text)
    starts = (at for at in range(size - _ROOM // 2, size - _ROOM * 2, -1) if at > 0 and text[at - 1] in _STOP)
    return next(
        starts, next((at for at in range(size - _ROOM, max(size - _ROOM * 2, 0), -1) if not _in_word(text, at)), max(size - _ROOM, 0))
    )


def _in_word(text: str, at: int) -> bool:
    """Whether a cut there would part a word of letters: Chinese has none to see."""
    pair = text[at - 1 : at + 1]
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
