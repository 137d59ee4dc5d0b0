"""How English prose is set: half-width stops and brackets, but for what it quotes in Chinese.

Works on a line in which what is not prose has been put aside (``notation``). No word changes.
"""

from __future__ import annotations

import re

from course.language.look_alikes import mixed_quotes, paired

_HAN = "\u3400-\u9fff"
_MARKS = "，。：；？！（）"
_HALF = str.maketrans(_MARKS, ",.:;?!()")
_MARK = re.compile(f"[{_MARKS}]")
_IS_HAN = re.compile(f"[{_HAN}]")
_CHINESE = re.compile(f"[{_HAN}{_MARKS}、…《》「」『』【】]")
_LATIN = re.compile("[A-Za-z]")

_QUOTED = re.compile(rf"“[^“”]*[{_HAN}][^“”]*”|‘[^‘’]*[{_HAN}][^‘’]*’|\"[^\"]*[{_HAN}][^\"]*\"")
"""Chinese words quoted in an English sentence keep their own marks."""
_HOLD = "\ue001"
"""Placeholder for each of them."""

_STOPS = re.compile(r" *([，。：；？！]+) *")
_PAIR = re.compile(r"（([^（）()]*)）")
_HALVES = re.compile(r"（([^（）()]*)\)|\(([^（）()]*)）")
_CLOSING = tuple(")”’\"'*.,:;?!|…")
_MAX = 20_000
"""A longer line is no prose of ours."""


def suspect(text: str) -> bool:
    """Whether there may be such a mark anywhere in a text: a quick look before a slow one."""
    return not text.isascii() and (bool(_MARK.search(text)) or mixed_quotes(text))


def mended(text: str) -> str:
    """The text with half-width marks where the words round them are English; what is right comes back as it was."""
    if not suspect(text) or _HOLD in text or len(text) > _MAX:
        return text
    text = paired(text)
    quoted = iter(_QUOTED.findall(text))
    now = _QUOTED.sub(_HOLD, text)
    for _ in range(6):
        before, now = now, _HALVES.sub(_paired, _PAIR.sub(_bracketed, _STOPS.sub(_stopped, now)))
        if now == before:
            return re.sub(_HOLD, lambda _: next(quoted), now)
    return text


def _beside(found: re.Match[str]) -> tuple[str, str]:
    """The first characters before and after a place that are no spaces."""
    return found.string[: found.start()].rstrip(" ")[-1:], found.string[found.end() :].lstrip(" ")[:1]


def _stopped(found: re.Match[str]) -> str:
    before, after = _beside(found)
    if not before or _CHINESE.match(before) or _IS_HAN.match(after):
        return found[0]
    tight = not after or after in _CLOSING or before.isdigit() and after.isdigit() and found[0] in ("，", "：")
    return found[1].translate(_HALF) + ("" if tight and after != "|" else " ")


def _bracketed(found: re.Match[str]) -> str:
    before, after = _beside(found)
    own = _IS_HAN.search(found[1]) or not _LATIN.search(found[1])
    if _IS_HAN.match(after) or own and (not before or _CHINESE.match(before)):
        return found[0]
    return _paired(found)


def _paired(found: re.Match[str]) -> str:
    """Half-width brackets, with a space where a word is next to them."""
    left, right = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    inside = next((words for words in found.groups() if words is not None), "").strip(" ")
    close = left.isalnum() or left in tuple(".,:;?!)”’%\ue000\ue001")
    apart = right.isalnum() or right in tuple("(“\ue000\ue001")
    return f"{' ' if close else ''}({inside}){' ' if apart else ''}"
