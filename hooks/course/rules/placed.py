"""The lines of a body beside what the renderer made of them: where each went, and what of it is not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from course.rules.looks import Line
from course.rules.rendered import Rendered

_SURE = 4
"""A line of so many letters is not found elsewhere by chance."""
_MOST = 6_000
"""More letters than this are not compared one by one."""


@dataclass(frozen=True)
class Placed:
    """A line with letters, and what became of it."""

    line: Line
    at: int | None
    """Position of its first letter that is shown; None where none is."""
    lost: str
    """Its letters that are not shown."""


def placed(lines: Sequence[Line], shown: Rendered) -> Iterator[Placed]:
    """Every line that has letters, in order. Letters come out in the order they were written, so that only what is gone has to be found."""
    told = [line for line in lines if line.letters]
    at = first = 0
    while first < len(told):
        line = told[first]
        if shown.letters.startswith(line.letters, at):
            yield Placed(line, at, "")
            at, first = at + len(line.letters), first + 1
            continue
        last, end = _where_it_goes_on(told, first, shown.letters, at)
        yield from _apart(told[first:last], shown.letters[at:end], at)
        at, first = end, last


def _where_it_goes_on(told: Sequence[Line], first: int, letters: str, at: int) -> tuple[int, int]:
    """The next line that is shown whole, and where."""
    between = len(told[first].letters)
    for number in range(first + 1, len(told)):
        own = told[number].letters
        found = letters.find(own, at, at + 2 * between + len(own) + _MOST)
        after = told[number + 1].letters if number + 1 < len(told) else ""
        if found >= 0 and (len(own) >= _SURE or letters.startswith(own + after, found)):
            return number, found
        between += len(own)
    return len(told), len(letters)


def _apart(lines: Sequence[Line], region: str, start: int) -> Iterator[Placed]:
    """Lines of which something is gone, and the stretch of shown letters that is left of them."""
    written = "".join(line.letters for line in lines)
    if len(written) + len(region) > _MOST:
        return
    kept: dict[int, int] = {}
    for block in SequenceMatcher(None, written, region, autojunk=False).get_matching_blocks():
        kept |= {block.a + step: start + block.b + step for step in range(block.size)}
    begun = 0
    for line in lines:
        own = range(begun, begun + len(line.letters))
        gone = "".join(written[at] for at in own if at not in kept)
        yield Placed(line, next((kept[at] for at in own if at in kept), None), gone)
        begun = own.stop
