"""What in a line of prose is no words: marks, codes, links, code, HTML.

Wider than ``inline``: what only looks like a link, names of files and hosts are no words either, because nobody may set them anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from course.language.lang import Lang
from course.syntax.inline import CODE, ENTITY, TAG

HIDDEN = "\ue000"
"""Stands for each stretch that is not prose."""

_LEAD = re.compile(r"[ \t]*(?:(?:[-*+]|\d+[.)]|>)[ \t]+)*(?:\[[ xX]\](?=[ \t])|#{1,6}(?=[ \t])|:{3,}[ \t]*[\w-]*|\|)?[ \t]*")
_HEAD = re.compile(r"[^：:（()）✗✓]{1,24}?\s*(?:[（(]\s*[✗✓][^）)]*[）)])?\s*[：:]\s*")
_ACT = re.compile(r"\s*[（(].*[）)]\s*")
_STAGE = re.compile(r"^\s*[（(]|[）)]\s*$")
_RULE = re.compile(r"[\s|:*_-]+$")
_NOT_WORDS = re.compile(
    rf"{CODE}|\[\[[^\[\]\n]*\]\]|!?\[(?=[^\[\]]*\](?:\(|（[^（）\s]*\.md))|\]\([^)]*\)?|\]（[^（）()\s]*\.md[^（）()\s]*[)）]?|\[[RMU]\d+\]"
    rf"|\{{\{{.*?\}}\}}|\{{[^{{}}]*\}}|{TAG}|<?https?://(?:[\w./?=&%#~+:@-]|[,;!](?=[\w/]))+>?"
    r"|(?<![\w.-])[\w.-]+\.(?:com|cn|org|net|gov|md|yml|html|pdf|xlsx?|docx?)\b[\w./?=&%#-]*"
    rf"|{ENTITY}|\\[^\w\s]|[\ue000-\uf8ff]+",
    re.ASCII,
)
_CAPTION = re.compile(
    r"(?<![^\s\ue000*])(?:[表图][一二三四五六七八九十\d]{1,3}|第 ?[一二三四五六七八九十\d]{1,3} ?[章节部课讲题]分?)(?P<gap>[ \u3000])"
)
_HYPHEN = re.compile("(?<=[\u3400-\u9fff])-(?=[\u3400-\u9fff])")
_GAP = re.compile("(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_LABEL = re.compile(r"“[^“”，。！？；]*”")
"""A label quoted, such as the words on a sign; its spaces are meant."""
_CELL = re.compile(r"[^|]+")
_NAMED = re.compile("[\u3400-\u9fff]{1,8}[：:]")
_SENTENCE = re.compile("[，。！？；]")
_TITLE = re.compile(r"[ \t]*(?:#|:{3})")
_IS_HAN = re.compile("[\u3400-\u9fff]")
_FULL = str.maketrans("():", "（）：")
_BESIDE_MARK = re.compile(r"\s*([（）：])\s*")
_CLOCK = re.compile(r".*\d\s*[:：]\s*")


@dataclass(frozen=True)
class Words:
    """A line in which what is not prose has been put aside."""

    text: str
    aside: tuple[str, ...]
    begins: bool = False
    """Whether a paragraph, an item, a row or a turn of its own begins here."""
    spoken: bool = False
    """Whether what is put aside first tells who speaks."""

    def written(self, text: str) -> str:
        """The line again, with other words; as it was where they do not have the same places for what was put aside."""
        parts = text.split(HIDDEN)
        if len(parts) != len(self.aside) + 1:
            parts = self.text.split(HIDDEN)
        return "".join(piece for pair in zip(parts, (*self.aside, ""), strict=True) for piece in pair)

    def headed(self, lang: Lang) -> Words:
        """The line with full-width brackets and colon after the name of who speaks in Chinese, half-width ones in English."""
        head = _HEAD.match(self.aside[0]) if self.spoken else None
        foreign = "():" if lang == "zh" else "（）："
        if not head or not any(mark in head[0] for mark in foreign) or _CLOCK.fullmatch(head[0]) and self.text[1:2].isdigit():
            return self
        if bool(_IS_HAN.search(head[0] + self.text if lang == "zh" else head[0])) != (lang == "zh"):
            return self
        new = _BESIDE_MARK.sub(r"\1", head[0].translate(_FULL))
        if lang == "en":
            new = new.replace("（", " (").replace("）", ")").replace("：", ": ")
        return replace(self, aside=(new + self.aside[0][head.end() :], *self.aside[1:]))


def words(line: str, spoken: bool = False) -> Words:
    """The words of a line of prose; ``spoken`` for one of a dialogue, which starts with who speaks or is in brackets."""
    if _RULE.fullmatch(line):
        return _aside(line, [(0, len(line))])
    spans = [match.span() for match in _NOT_WORDS.finditer(line)]
    spans += [match.span("gap") for match in _CAPTION.finditer(line)] if " " in line or "\u3000" in line else []
    spans += [match.span() for match in _HYPHEN.finditer(line)] if "-" in line else []
    spans += _meant(line) if " " in line else []
    lead = _HEAD.match(line) if spoken else _LEAD.match(line)
    if spoken and _ACT.fullmatch(line):
        spans += [match.span() for match in _STAGE.finditer(line)]
    elif lead:
        spans.append(lead.span())
    found = _aside(line, spans, begins=spoken or bool(lead and lead[0].strip()))
    return replace(found, spoken=True) if spoken and lead and not _ACT.fullmatch(line) else found


def _meant(line: str) -> list[tuple[int, int]]:
    """Spaces between two Chinese characters that part a label: in a title, a cell without a sentence, a quoted sign, before a name with a colon."""
    gaps = [match.span() for match in _GAP.finditer(line)]
    if not gaps or _TITLE.match(line):
        return gaps
    labels = [match.span() for match in _LABEL.finditer(line)]
    labels += [match.span() for match in _CELL.finditer(line) if not _SENTENCE.search(match[0])]
    return [(start, end) for start, end in gaps if any(a < start < b for a, b in labels) or _NAMED.match(line, end)]


def _aside(line: str, spans: list[tuple[int, int]], begins: bool = True) -> Words:
    """The line without these stretches; those that meet are one."""
    met: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if met and start <= met[-1][1]:
            met[-1] = (met[-1][0], max(end, met[-1][1]))
        else:
            met.append((start, end))
    text, at = "", 0
    for start, end in met:
        text, at = text + line[at:start] + HIDDEN, end
    return Words(text + line[at:], tuple(line[start:end] for start, end in met), begins)
