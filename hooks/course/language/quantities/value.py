"""What a quantity is, when two of them are the same, and how both languages write figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

QuantityKind = Literal["number", "share", "date", "time", "duration", "months", "working days", "money", "weight", "weekday"]

Date = tuple[int, int, int]
"""Year, month and day; 0 where not said."""

HALF = Fraction(1, 2)
LARGE = 13
"""A number in words without a unit is never an idiom from here on."""
MEASURED = 3
"""With a unit, from here on: 这两天, 一分钱 and "a day" are idioms more often than not."""

_HALF_DAY = 720
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400, "fortnight": 14 * 86400}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Made:
    """What a reading made of a match."""

    kind: QuantityKind
    bare: tuple[Fraction, ...]
    """The numbers as written, to be compared with a number that has no unit."""
    values: tuple[Fraction, ...] = ()
    """What it may mean, in the unit of its kind: share of one, minutes since midnight, seconds, months, days, yuan, kilos, days since Sunday."""
    date: Date = (0, 0, 0)


class Reading(NamedTuple):
    """A way to write a quantity."""

    needs: tuple[str, ...]
    """A text can only match if it holds one of these once folded; empty if any text may. Spares most texts most patterns."""
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Made | None]
    """What is made of a match; None where it is no quantity after all."""


_DIGITS_TO_0 = str.maketrans("123456789０１２３４５６７８９", "0" * 19)


def folded(text: str) -> str:
    """The text as ``Reading.needs`` looks at it: in lower case, every digit a 0."""
    return text.lower().translate(_DIGITS_TO_0)


@dataclass(frozen=True)
class Quantity:
    """Something counted, measured or dated in a text."""

    kind: QuantityKind
    values: frozenset[Fraction]
    bare: frozenset[Fraction]
    date: Date
    text: str
    start: int
    """Where it begins in the text."""
    sure: bool
    """Whether the other language must say it, too: digits, or a large or measured number in words."""

    def answers(self, other: Quantity) -> bool:
        """Whether the other may say this in the other language; a day says its month, and not the other way round."""
        if self.kind != other.kind:
            if self.kind == "share" and "%" in self.text and not other.sure:
                return False  # 一次 is no 1%.
            return "number" in (self.kind, other.kind) and bool(self.bare & other.bare or self.values & other.values)
        if self.kind == "number":
            return bool(self.bare & other.bare)
        if self.kind != "date":
            return bool(self.values & other.values)
        if self.date[1] and self.date[2] and not other.date[0] and not other.date[2]:
            return False  # A month alone answers for no day.
        said = [pair for pair in zip(self.date, other.date, strict=True) if all(pair)]
        return bool(said) and all(one == two for one, two in said)


_ROUND = re.compile(r"[百千万亿]+[一年天]?|(?:a )?(?:hundred|thousand|million)(?: \w+)?", re.IGNORECASE)
"""How one speaks of many."""
_WORDS = re.compile(r"[多个]字|\b(?:words|characters)\b")
"""So many words in one language are more or fewer in the other."""


def made_into(match: re.Match[str], made: Made) -> Quantity:
    """The quantity at the place of the match."""
    text = match[0].strip()
    sure = _sure(text, made) and not _WORDS.search(match.string, max(0, match.start() - 40), match.end() + 20)
    return Quantity(made.kind, frozenset(made.values), frozenset(made.bare), made.date, text, match.start(), sure)


def _sure(text: str, made: Made) -> bool:
    if made.kind == "weekday" or re.search(r"\d", text):
        return True
    if _ROUND.fullmatch(text):
        return False
    if made.kind == "date":
        return bool(made.date[0]) or sum(map(bool, made.date)) > 1
    if made.kind == "time":
        return len(made.bare) > 1
    if made.kind == "share" or len(set(made.bare)) != 1:
        return made.kind == "share" and made.bare != (HALF,)
    if made.kind == "number":
        return made.bare[0] >= LARGE
    return made.bare[0] >= MEASURED or made.bare[0] > 1 and made.bare[0].denominator > 1


def number(options: Iterable[Fraction]) -> Made:
    """A number without a unit, or one of several it may be."""
    return Made("number", tuple(options))


def counted(kind: QuantityKind, options: Sequence[Fraction]) -> Made:
    """So many of the unit the kind is counted in."""
    return Made(kind, tuple(options), tuple(options))


def measured(unit: str, options: Sequence[Fraction], more: Fraction = Fraction()) -> Made:
    """A length of time in an English unit, and ``more`` of the next smaller one."""
    if unit in _MONTHS:
        return Made("months", tuple(options), tuple(option * _MONTHS[unit] for option in options))
    return Made("duration", tuple(options), tuple(option * _SECONDS[unit] + more * _SECONDS[unit] / 60 for option in options))


def clock(hour: Fraction, minute: Fraction, half: str = "") -> Made | None:
    """A time of day; ``half`` is am, pm or nothing, which leaves both possible."""
    if hour > 24 or minute >= 60 or hour.denominator > 1:
        return None
    value = hour * 60 + minute
    if hour > 12 or half:
        values = [value % _HALF_DAY + _HALF_DAY * (hour >= 12 if hour > 12 else half == "pm")]
    else:
        values = [value % _HALF_DAY, value % _HALF_DAY + _HALF_DAY]
    return Made("time", (hour, minute) if minute else (hour,), tuple(values))


def dated(year: int = 0, month: int = 0, day: int = 0) -> Made | None:
    """A date or part of one."""
    if month > 12 or day > 31 or not (year or month or day):
        return None
    return Made("date", tuple(Fraction(part) for part in (year, month, day) if part), (), (year, month, day))


def figures(text: str) -> Fraction:
    """Value of digits, with commas or not."""
    return Fraction(text.replace(",", ""))


DIGITS = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?"


def _percent(match: re.Match[str]) -> Made:
    written = figures(match[1])
    return Made("share", (written,), (written / (1000 if match[2] == "‰" else 100),))


_SPAN = ("0–0", "0—0", "0-0")

SHARED: tuple[Reading, ...] = (
    Reading(
        ("0-0",),
        re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])"),
        lambda match: dated(int(match[1]), int(match[2]), int(match[3])),
    ),
    Reading(
        ("0:0", "0：0"),
        re.compile(r"(?<![\d:.])(\d{1,2})[:：](\d{2})(?![\d:：])(?:\s*([ap])\.?m\b\.?)?"),
        lambda match: clock(Fraction(match[1]), Fraction(match[2]), f"{match[3]}m" if match[3] else ""),
    ),
    # 2022–23
    Reading(_SPAN, re.compile(r"(?<![\d.])((?:19|20)\d\d)(?=[–—-]\d\d(?!\d))"), lambda match: dated(int(match[1]))),
    Reading(_SPAN, re.compile(r"(?<=\0[–—-])(\d\d)(?!\d)"), lambda match: dated(int(f"20{match[1]}"))),
    Reading(("%", "％", "‰"), re.compile(rf"({DIGITS})\s*([%％‰])"), _percent),
)
