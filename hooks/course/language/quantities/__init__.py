"""Quantities in Chinese and in English text -> values that can be compared across the two languages.

``read("等了 90 分钟", "zh")`` and ``read("an hour and a half's wait", "en")`` hold quantities that answer each other.
Reading is generous, because a quantity is first of all a possible counterpart; ``sure`` marks the few that must have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from course.language.lang import Lang
from course.language.quantities import chinese, english
from course.language.quantities.value import Quantity, Reading, folded, made_into

__all__ = ["Quantity", "read"]

_READINGS: dict[Lang, Sequence[Reading]] = {"zh": chinese.READINGS, "en": english.READINGS}


@lru_cache(maxsize=1 << 15)
def read(text: str, lang: Lang) -> tuple[Quantity, ...]:
    """All quantities of a text in order; where several readings fit a place, the most telling one is taken."""
    found = []
    seen = folded(text)
    for needs, pattern, make in _READINGS[lang]:
        for need in needs:  # A loop of its own: this is asked a million times in a check.
            if need in seen:
                break
        else:
            if needs:
                continue
        for match in pattern.finditer(text):
            if made := make(match):
                found.append(made_into(match, made))
                start, end = match.span()
                text = f"{text[:start]}{chr(0) * (end - start)}{text[end:]}"
    return tuple(sorted(found, key=lambda quantity: quantity.start))
