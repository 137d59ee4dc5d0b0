"""What is on a page or in a table can be printed: the fonts of the prints have every character of it."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.content.values import TYPED
from course.rules.bodies import Pages, sides

CODE = "E316"
WHY = (
    "屏幕上什么字都有，打印稿只有自己带的字体，没有的字印不出来。"
    "/ A screen finds a font for anything; the prints have their own fonts alone, and a character these lack cannot be printed."
)

LIST = Path(__file__).parents[1] / "prints/fonts/characters.txt"
"""Every character the fonts have, but for spaces; `make fonts` writes it with them."""

_BREAKS = "\t\n\r"
_UNSET = "\ufeff\u1680"
"""Blanks no print can hold: the mark of byte order, and one that is drawn as a stroke."""
_JOINERS = range(0xFE00, 0xFE10)
"""They choose how the character before them looks, and print as nothing."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Every line of a page or table with characters that cannot be printed."""
    for _, _, source in sides(catalogue, pages):
        yield from _told(source, [*_values(source), *_body(source)])
    for name, source in catalogue.tables.items():
        if name not in TYPED:
            yield from _told(source, _values(source))
    if overlay := catalogue.overlay.source:
        yield from _told(overlay, _values(overlay))


def _values(source: Source) -> list[tuple[int, str]]:
    return [(source.line(*key), text) for key, text in source.values]


def _body(source: Source) -> list[tuple[int, str]]:
    """The lines of a body as a reader sees them."""
    return [(source.body_line + at, html.unescape(line)) for at, line in enumerate(source.tree.lines)]


def _told(source: Source, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    if not unprintable("".join(text for _, text in lines)):  # One look at all of it is quick, and nearly always enough.
        return
    for line, text in lines:
        if letters := unprintable(text):
            zh = "、".join(f"“{_shown(letter)}”（U+{ord(letter):04X}）" for letter in letters)
            en = ", ".join(f"“{_shown(letter)}” (U+{ord(letter):04X})" for letter in letters)
            zh_hint, en_hint = "应换成别的字或词", "expected another character or a word"
            if any(unicodedata.name(letter, "").startswith("CJK UNIFIED") for letter in letters):
                zh_hint, en_hint = f"{zh_hint}；这个字非用不可，就运行 make fonts 重做字体", f"{en_hint}; where it must stay, `make fonts`"
            yield Problem(
                source.path, line, CODE, f"{zh}打印稿的字体里没有，印不出来，{zh_hint}", f"the fonts of the prints have no {en}, {en_hint}"
            )


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else "�"


def unprintable(text: str) -> list[str]:
    """The characters of a text the prints cannot set, each once, in the order they come."""
    strange = {letter for letter in set(text) - _printable() if letter in _UNSET or not _blank(letter)}
    return sorted(strange, key=text.index)


def _blank(letter: str) -> bool:
    """Whether a character prints as nothing with any font: spaces, and what steers lines and joins."""
    return unicodedata.category(letter) in ("Zs", "Zl", "Zp", "Cf") or ord(letter) in _JOINERS


@cache
def _printable() -> frozenset[str]:
    return frozenset(LIST.read_text(encoding="utf-8")) | frozenset(_BREAKS)
