"""Over the whole course and on each page, a quiz is not answered by picking the longest option, a favourite place, or the one with a time in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import LANGS, Lang
from course.rules.bodies import problem, sides
from course.syntax.quiz import Question, Quiz

CODE = "E331"
WHY = "最长的、总在第二个的、带钟点的就是对的，读者不用想。/ If the longest, the second or the one with a time in it is right, nobody needs to think."

LONGEST = 0.35
"""Right options that may be the longest of theirs, as a part of all quizzes with one right option."""
ENOUGH = 12
"""Quizzes from which on shares of a whole course mean something."""
PLACE = 0.5
"""Right options that may be in the same place, as a part of the quizzes that have one there."""
TIMES = 1.5
"""How many times as often a right option may say a time as a wrong one."""

_TIME: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[\d一二两三四五六七八九十半]点|分钟|小时|[今明后昨当]天|[\d一二两三四五六七八九十]天|月底|周[一二三四五六日]|星期|[\d十一二三四五六七八九]号前"),
    "en": re.compile(r"\b(?:noon|minutes?|hours?|days?|today|tomorrow|tonight|weeks?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|[ap]\.?m\.?)\b", re.IGNORECASE),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A question with one right option, and where it is."""

    source: Source
    line: int
    lang: Lang
    question: Question

    @cached_property
    def place(self) -> int:
        """The right option's place, counted from 0."""
        return next(at for at, option in enumerate(self.question.options) if option.right)

    @cached_property
    def longest(self) -> bool:
        """Whether the right option is longer than all others."""
        sizes = [len(option.words) for option in self.question.options]
        return sizes[self.place] == max(sizes) and sizes.count(max(sizes)) == 1


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Pages and languages whose quizzes give themselves away."""
    for lang in LANGS:
        asked = list(_asked(catalogue, lang))
        pages: dict[str, list[Asked]] = {}
        for one in asked:
            pages.setdefault(one.source.path, []).append(one)
        for own in pages.values():
            yield from _page(own)
        if len(asked) >= ENOUGH:
            yield from _course(asked, lang)


def _asked(catalogue: Catalogue, lang: Lang) -> Iterator[Asked]:
    for _, own, source in sides(catalogue):
        for block in source.tree.leaves if own == lang else ():
            question = block.question if isinstance(block, Quiz) else None
            if question and sum(option.right for option in question.options) == 1:
                yield Asked(source, block.line + 1, lang, question)


def _page(asked: list[Asked]) -> Iterator[Problem]:
    longest = [one for one in asked if one.longest]
    allowed = max(1, int(LONGEST * len(asked)))
    if len(longest) > allowed:
        first = longest[allowed]
        zh = f"本页 {len(asked)} 道单选题里 {len(longest)} 道的正确选项最长，最多 {allowed} 道；错的选项应写得一样具体、一样长"
        en = (
            f"in {len(longest)} of the {len(asked)} single-answer questions of this page the right option is the longest, expected {allowed} at "
            "most: write wrong ones as concrete and as long"
        )
        yield problem(first.source, first.line, CODE, zh, en)
    if len(asked) > 2 and len({one.place for one in asked}) == 1:
        at = asked[0].place + 1
        zh, en = (
            f"本页单选题的正确选项都排在第 {at}，应换着排",
            f"the right option is number {at} in every question of this page, expected it to vary",
        )
        yield problem(asked[0].source, asked[0].line, CODE, zh, en)


def _course(asked: list[Asked], lang: Lang) -> Iterator[Problem]:
    """Shares of all quizzes of a language, told at a question that is an example of it."""
    longest = [one for one in asked if one.longest]
    if len(longest) > LONGEST * len(asked):
        zh = f"全课程 {len(asked)} 道单选题里 {len(longest)} 道的正确选项最长，应不超过 {LONGEST:.0%}，例如这一道"
        en = f"the right option is the longest in {len(longest)} of all {len(asked)} single-answer questions, expected {LONGEST:.0%} at most; this is one"
        yield problem(longest[0].source, longest[0].line, CODE, zh, en)
    places = Counter((one.place, len(one.question.options)) for one in asked)
    for (place, options), count in sorted(places.items()):
        of = sum(many for (_, size), many in places.items() if size == options)
        if of >= ENOUGH and count > PLACE * of:
            example = next(one for one in asked if (one.place, len(one.question.options)) == (place, options))
            zh = f"全课程 {of} 道 {options} 选一的题，{count} 道的正确选项排在第 {place + 1}，应不超过一半，例如这一道"
            en = f"in {count} of the {of} questions with {options} options the right one is number {place + 1}, expected half at most; this is one"
            yield problem(example.source, example.line, CODE, zh, en)
    yield from _times(asked, lang)


def _times(asked: list[Asked], lang: Lang) -> Iterator[Problem]:
    said = {right: [bool(_TIME[lang].search(option.words)) for one in asked for option in one.question.options if option.right == right] for right in (True, False)}  # fmt: skip
    right, wrong = (sum(said[which]) / max(1, len(said[which])) for which in (True, False))
    if right > TIMES * wrong and sum(said[True]) > 2:
        example = next(one for one in asked if _TIME[lang].search(one.question.options[one.place].words))
        zh = f"正确选项里 {right:.0%} 说了时间，错的只有 {wrong:.0%}，应差不多一样多，例如这一道"
        en = f"{right:.0%} of the right options say a time and {wrong:.0%} of the wrong ones, expected about as many; this is one"
        yield problem(example.source, example.line, CODE, zh, en)
