"""English is spelt without slips, and as in Britain."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.tables import SpellingRow, SpellingTable
from course.language.lang import LANGS, Lang
from course.rules import speller
from course.rules.bodies import Pages
from course.rules.english import EnglishLine, english_lines
from course.rules.speller import NotChecked, Slip

CODE = "E311"
WHY = "一页里两种拼法，读的人会以为没人校对过。/ A page spelt two ways looks as if nobody had read it."

_TABLE = "docs/data/spelling.yml"
_SYLLABLE = (
    r"(?:[zcsr]h?(?:[aeiu]|ai|ei|ao|ou|ang?|eng?|ong|ua|uai|uang?|ui|un|uo)|[jqx](?:i|ia|iao|ie|iu|iang?|ing?|iong|u|ue|uan|un)"
    r"|[bpmf](?:[aiou]|ai|ei|ao|ou|ang?|eng?|iao|ie|iu|ian|ing?)"
    r"|[dtnl](?:[aeiuv]|ai|ei|ao|ou|ang?|eng?|ong|ia|iao|ie|iu|iang?|ing?|uan|ui|un|uo|ue|ve)"
    r"|[gkh](?:[aeu]|ai|ei|ao|ou|ang?|eng?|ong|ua|uai|uang?|ui|un|uo)|y(?:[aeiou]|ao|ou|ang?|ing?|ong|ue|uan|un)"
    r"|w(?:[aou]|ai|ei|ang?|eng?)|a|ai|ang?|ao|e|ei|eng?|er|o|ou)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}{{1,3}}", re.IGNORECASE)
_WITHIN = re.compile(r"[\w,;’'…] \W*$")
"""What is before a word that does not begin a sentence."""
_NAMED = re.compile(r" [A-Z]|:| \([✓✗]")
"""What follows a name at the beginning: another name, or its words."""
_TITLED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Lao|Xiao)\.? |\w \W*[A-Z]\w* )$")
_SHORT = 5
"""Capitals up to this many are an abbreviation."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Slips in English pages, in the English of the tables and in the words of figures."""
    lines = list(english_lines(catalogue, pages))
    texts = [line.text for line in lines]
    right = _Right(catalogue.spelling)
    try:
        found = [slip for slip in speller.slips(texts) if not _a_name(slip, texts[slip.at])]
    except NotChecked as reason:
        found = []
        yield Problem("requirements.txt", 1, CODE, reason.zh, reason.en)
    taken: dict[int, list[Slip]] = {}
    for slip, row in (*ours(texts, catalogue.spelling), *((slip, None) for slip in found)):
        before = taken.setdefault(slip.at, [])
        if not right.holds(texts[slip.at], slip) and not any(slip.start < other.end and other.start < slip.end for other in before):
            before.append(slip)
            yield _problem(lines[slip.at], slip, row)


def _problem(line: EnglishLine, slip: Slip, row: SpellingRow | None) -> Problem:
    notes: dict[Lang, str] = {lang: row.note[lang] if row and row.note else "" for lang in LANGS}
    zh, en = (f"（{notes['zh']}）", f" ({notes['en']})") if notes["zh"] else ("", "")
    write_zh, write_en = "或".join(f"“{word}”" for word in slip.write), " or ".join(f"`{word}`" for word in slip.write)
    return Problem(
        line.path,
        line.line,
        CODE,
        f"“{slip.word}”应写成{write_zh}{zh}；如果在这里没写错（如人名、刊名），就把它加到 {_TABLE} 的 right 下面",
        f"`{slip.word}`: expected {write_en}{en}; if it is right here, such as a name, add it under `right` in {_TABLE}",
    )


class _Right:
    """The words and phrases that are right here although they are pointed out."""

    def __init__(self, table: SpellingTable) -> None:
        self._words = {lower_spaced(words) for words in table.right}

    def holds(self, text: str, slip: Slip) -> bool:
        """Whether the slip is one of them, or part of one that stands there."""
        if lower_spaced(slip.word) in self._words:
            return True
        places = (
            (match.start(), match.end()) for words in self._words if " " in words for match in _whole(words).finditer(lower_spaced(text))
        )
        return any(start <= slip.start and slip.end <= stop for start, stop in places)


def ours(texts: Sequence[str], table: SpellingTable) -> Iterator[tuple[Slip, SpellingRow]]:
    """What our own table says to avoid, by longest row: all texts are searched at once for each."""
    whole = "\n".join(map(lower_spaced, texts))
    there = set(re.findall(r"\w+", whole))
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    for row in sorted(table.words, key=lambda row: -len(row.avoid)):
        avoid = lower_spaced(row.avoid)
        if there.issuperset(re.findall(r"\w+", avoid)) and avoid in whole:
            for match in _whole(avoid).finditer(whole):
                at = bisect_right(starts, match.start()) - 1
                start = match.start() - starts[at]
                word = texts[at][start : start + len(match[0])]
                if not (word[0].isupper() and _TITLED.search(texts[at][:start])):
                    yield Slip(at, start, word, (row.write,)), row


def lower_spaced(text: str) -> str:
    """Text as it is compared, of the same length: no capitals, straight apostrophes, spaces for hyphens."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).replace("’", "'").replace("-", " ")


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _a_name(slip: Slip, text: str) -> bool:
    """Whether the word is a Chinese name in pinyin, by its capital inside a sentence or what follows it, or an abbreviation."""
    before, after = text[: slip.start], text[slip.start + len(slip.word) :]
    if slip.word.isupper() and len(slip.word) <= _SHORT:
        return True
    capital = slip.word[0].isupper() and _PINYIN.fullmatch(slip.word) is not None
    return capital and bool(_WITHIN.search(before) or _NAMED.match(after))
