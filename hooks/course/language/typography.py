"""How Chinese prose is set: full-width stops, curly quotes, a space between Chinese and Latin or digits (AutoCorrect).

Works on a line in which what is not prose has been put aside (``notation``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import autocorrect_py

from course.language.look_alikes import evenly_spaced, folded, paired

_HAN = "\u3400-\u9fff"
_IS_HAN = re.compile(f"[{_HAN}]")
_FULL = str.maketrans(",.:;?!", "，。：；？！")
_MAX = 20_000
"""A longer line is no prose of ours."""

_DOUBTFUL = re.compile("[\"',.:;?!()…\u3000-]|[，。、；：？！][，。、；：]")
"""What any line that is set wrong has, but for the spaces AutoCorrect sees to."""

_ASCII = re.compile("[ -~\u3000]")
_INDENT = re.compile("^\u3000+|\u3000+$")
_DOTS = re.compile(
    rf"(?<=[{_HAN}”）*，。])\.{{3,}}(?![.\w/])|(?<![.\w/])\.{{3,}}(?=[“*]*[{_HAN}])|(?<=[{_HAN}])\.{{3,}}(?=[{_HAN}])|(?<=[{_HAN}])…(?!…)|。{{3,}}"
)
_DASH = re.compile(rf"(?<=[{_HAN}”）]) ?-{{2,3}} ?(?![->])|(?<![-<!]) ?-{{2,3}} ?(?=“?[{_HAN}])")
_QUOTED = re.compile(r"\"([^\"]*)\"")
_BRACKETS = re.compile(r" ?\(([^()（）]*)\) ?")
_STOP = re.compile(
    rf"([{_HAN}](?: ?\ue000)?[”’）」』》…*]* ?|[，。、：；？！])([,;:?!]+|\.(?![\w./\\])) ?"
    rf"|(?<=[\w”’）)%\ue000*])(,|;|(?<!\d):) ?(?=[*“‘（「『《]*[{_HAN}])"
)
_TWICE = re.compile(r"([，、；：])\1+")

_QUOTED_STOP = re.compile(f"(?<=[”’」』》])\\.(?=[{_HAN}])")
_DECIMAL = re.compile(r"(?<![\d.])(\d{1,5})。(?=\d{1,2} ?(?:元|度|倍|米|公里|折|成|小时|千瓦|安|伏|[万亿%℃Ω]|k[WVA]))")
"""3。5 元. Elsewhere a sentence may end with a number and the next begin with one."""
_CLOCK = re.compile(r"(?<![\d：])([01]?\d|2[0-3])：(?=[0-5]\d(?![\d：]))")

_BETWEEN = re.compile(rf"(?<=[{_HAN}])\.(?=[{_HAN}])")
"""A full stop, or the dot of a foreign name: somebody has to look."""
_DOT = "\ue002"
_GAP = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}])")
"""Somebody has to look: a slip, or a comma that is missing. Where it parts a label it has been put aside."""

_HYPHEN = re.compile(rf"(?<=[{_HAN}])-(?=[\da-zA-Z])|(?<=[\d%℃])-(?=[{_HAN}])|(?<=\d)(?P<unit> ?[{_HAN}]) -(?=\d+(?::\d\d)?(?P=unit))")
"""Of a range, 3 月-5 月, or of a name: no space on either side. With one before it, as programs that set spaces leave it, it is a range where
the same unit follows."""
_TIGHT = "\ue004"

_CLASH = re.compile(r"[，、；：]+(?=[。？！])|(?<=[。？！])[，、；：]+|(?<=。)(?<!。。)。(?!。)|[，、；：](?=[，、；：])")
_HALF = re.compile(r"\(([^()（）]*)）|（([^()（）]*)\)")
_SINGLE = re.compile(rf"(?<![A-Za-z])'(?=[{_HAN}])([^'\"]*[{_HAN}，。？！…])'(?![A-Za-z])")

_LONE = re.compile(rf"(?<=[{_HAN}，。？！：])\"|(?<!\w)\"(?=[{_HAN}])")
_PAIRS = {"“": "”", "（": "）", "《": "》", "「": "」", "『": "』"}
_HALVES = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")
_ENUMERATED = re.compile(r"(?:^|[^\w（])[\da-zA-Z一二三四五六七八九十①-⑳]{1,2}$")


def mended(text: str) -> str:
    """The text with what a machine can safely set right; what is right comes back as it was. No word changes."""
    return _settled(text, _safe)


def proper(text: str) -> str:
    """The text as it most likely should be: what can be mended, and what somebody has to look at first."""
    return _settled(text, _as_likely)


def unpaired(text: str) -> str:
    """The first quotation mark or bracket of a paragraph that has no other half; empty where each has."""
    open_ones: list[str] = []
    for found in _HALVES.finditer(text):
        mark, at = found[0], found.start()
        if mark in _PAIRS:
            open_ones.append(mark)
        elif open_ones and _PAIRS[open_ones[-1]] == mark:
            open_ones.pop()
        elif mark != "）" or not _ENUMERATED.search(text[max(0, at - 4) : at]):
            return mark
    return open_ones[0] if open_ones else '"' if _LONE.search(text) else ""


def _settled(text: str, step: Callable[[str], str]) -> str:
    """What a step makes of a text once it changes nothing more; the text itself where that does not come to pass."""
    if len(text) > _MAX or not _IS_HAN.search(text):
        return text
    now = text
    for _ in range(6):
        before, now = now, step(now)
        if now == before:
            return now
    return text


def _safe(text: str) -> str:
    text = paired(evenly_spaced(folded(text)).replace("％", "%"))
    text = _QUOTED_STOP.sub("。", text)
    if _DOUBTFUL.search(text):
        text = _INDENT.sub("", text)
        text = _DASH.sub("——", _DOTS.sub("……", text))
        text = _BRACKETS.sub(_bracketed, _curly(text))
        text = _TWICE.sub(r"\1", _STOP.sub(_stopped, text))
    if not _ASCII.search(text):
        return text
    held = _HYPHEN.sub(rf"\g<unit>{_TIGHT}", _BETWEEN.sub(_DOT, text)) if "-" in text else _BETWEEN.sub(_DOT, text)
    return str(autocorrect_py.format(held)).replace(_DOT, ".").replace(_TIGHT, "-")


def _as_likely(text: str) -> str:
    if _DOUBTFUL.search(text):
        text = _BETWEEN.sub("。", _QUOTED.sub(_quoted, text))
        text = _HALF.sub(lambda found: f"（{found[1] or found[2] or ''}）", text)
        text = _CLASH.sub("", _SINGLE.sub(r"“\1”", text))
    return _safe(_CLOCK.sub(r"\1:", _DECIMAL.sub(r"\1.", _GAP.sub("", text))))


def _curly(text: str) -> str:
    """Straight quotes made curly where they pair beyond doubt: every pair of the line holds Chinese, and none is a measure in inches."""
    pairs = list(_QUOTED.finditer(text))
    sure = all(_IS_HAN.search(pair[1]) and pair[1] == pair[1].strip() and not text[: pair.start()][-1:].isdigit() for pair in pairs)
    return _QUOTED.sub(r"“\1”", text) if sure and text.count('"') == 2 * len(pairs) else text


def _quoted(found: re.Match[str]) -> str:
    """Straight quotes made curly where Chinese is inside or next to them."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    chinese = _IS_HAN.search(found[1]) or _IS_HAN.match(before) or _IS_HAN.match(after)
    return f"“{found[1]}”" if chinese and not before.isdigit() else found[0]


def _bracketed(found: re.Match[str]) -> str:
    """Brackets made full-width where Chinese is inside them, or next to them and no formula is."""
    before, after = found.string[: found.start()].rstrip("*”’》")[-1:], found.string[found.end() :][:1]
    beside = _IS_HAN.match(before) or _IS_HAN.match(after) and not (before.isalnum() or before in ")_√")
    return f"（{found[1]}）" if _IS_HAN.search(found[1]) or beside else found[0]


def _stopped(found: re.Match[str]) -> str:
    if found[3]:
        return found[3].translate(_FULL)
    return found[1].rstrip(" ") + found[2].translate(_FULL)
