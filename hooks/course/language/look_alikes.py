"""Characters that look like others, or like nothing: what a copy from a PDF, a scan or a chat window brings along."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

from course.language.lang import Lang

_WIDE = (range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B))
_HAN_DOUBLES = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
_INVISIBLE = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    *(*range(0x2060, 0x2070), 0x3164, 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFFC), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)
"""What Unicode says is shown as nothing, and what turns the direction of writing; but not what chooses the look of a sign (U+FE0F)."""

FOLD: dict[int, str] = {code: "" for code in _INVISIBLE} | {
    code: plain
    for numbers in (*_WIDE, *_HAN_DOUBLES)
    for code in numbers
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}
"""For ``str.translate``: full-width letters and digits, Han characters coded a second time, characters without a shape."""

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
"""Spaces that do not break, or are wider or narrower than the common one. The ideographic one is a matter of ``typography``."""
_JOINING = re.compile("(?<=[\u3400-\u9fff，。、；：？！])[\u00a0\u2009\u200a\u202f\u205f]+(?=[\u3400-\u9fff])")
"""Those among them nobody types to part anything."""
_MIXED_PAIR = re.compile(r"“([^“”\"\n]*)\"|\"([^“”\"\n]*)”")

_FOREIGN = dict(
    zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo", strict=True),
)
"""Cyrillic and Greek letters that cannot be told from Latin ones. Those of units and formulas, such as μ and Ω, are not among them."""

_MIXED = re.compile("[A-Za-z0-9\u0370-\u03ff\u0400-\u04ff]*[\u0370-\u03ff\u0400-\u04ff][A-Za-z0-9\u0370-\u03ff\u0400-\u04ff]*")
_HAN = re.compile("[\u3400-\u9fff]")
_NAMES = frozenset("昇堃邨甦穀")
"""Restored to use in 2013, mostly in names; the converter still takes them for traditional."""
_NEVER = frozenset("後於菸麽")
"""In the character set of 1980, and yet not written in Simplified Chinese."""


_STRAY = frozenset((*map(chr, FOLD), *_FOREIGN))


def suspect(text: str, lang: Lang) -> bool:
    """Whether anywhere in a text there may be such a character: a quick look before a slow one."""
    return not text.isascii() and bool(
        not _STRAY.isdisjoint(text) or lang == "zh" and (odd_space(text) or any(map(_simplified, set(_HAN.findall(text)))))
    )


def folded(text: str) -> str:
    """The text with the characters everybody took them for."""
    return text if text.isascii() or _STRAY.isdisjoint(text) else text.translate(FOLD)


def odd_space(text: str) -> str:
    """The first space of a text that only looks like a common one; empty where there is none."""
    found = _SPACES.search(text)
    return found[0][0] if found else ""


def evenly_spaced(text: str) -> str:
    """A line of Chinese with common spaces for odd ones, and none for those that join two characters."""
    return text if text.isascii() else _SPACES.sub(" ", _JOINING.sub("", text))


def mixed_quotes(text: str) -> bool:
    """Whether anywhere in a text a curly quotation mark may have a straight one for its other half: a quick look before a slow one."""
    return bool(_MIXED_PAIR.search(text))


def paired(text: str) -> str:
    """A line whose one straight quotation mark is the other half of a curly one, with a curly pair; any other comes back as it was."""
    found = _MIXED_PAIR.search(text) if text.count('"') == 1 else None
    if not found or text.count("“") == text.count("”") or text[found.end() - 2].isdigit() and found[1] is not None:
        return text
    return f"{text[: found.start()]}“{found[1] or found[2] or ''}”{text[found.end() :]}"


def first_folded(text: str) -> str:
    """The first character of a text that ``folded`` would change; empty where there is none."""
    return next((letter for letter in text if ord(letter) in FOLD), "")


def latin(text: str) -> tuple[str, str] | None:
    """The first word that mixes Cyrillic or Greek letters with Latin ones or digits, and the word it was meant to be."""
    for match in _MIXED.finditer(text):
        meant = "".join(_FOREIGN.get(letter, letter) for letter in match[0])
        if meant.isascii() and any(letter.isascii() for letter in match[0]):
            return match[0], meant
    return None


def traditional(text: str) -> tuple[str, str] | None:
    """The first character that Simplified Chinese does not write, and the one it writes instead."""
    for letter in dict.fromkeys(_HAN.findall(text)):
        if simple := _simplified(letter):
            return letter, simple
    return None


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _simplified(letter: str) -> str:
    """What is written for a traditional character; empty for one that Simplified Chinese has, such as 乾 and 徵."""
    if letter in _NAMES or letter not in _NEVER and letter.encode("gb2312", "ignore"):
        return ""
    simple: str = _converter().convert(letter)
    return simple if simple != letter and len(simple) == 1 else ""
