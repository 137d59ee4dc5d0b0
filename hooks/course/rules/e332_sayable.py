"""A better way can be said aloud within a minute, and no turn of it takes more than a breath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course.content import headings
from course.content.catalogue import Catalogue
from course.content.kinds import CASE
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import Lang
from course.rules.bodies import Pages, problem, settled, sides
from course.rules.e326_lengths import length
from course.syntax.dialogue import Dialogue

CODE = "E332"
WHY = "说不出口的示范，没有人会照着说。/ Nobody says a model that cannot be said in one go."

WHOLE: Mapping[Lang, int] = {"zh": 220, "en": 160}
"""Characters in Chinese, words in English, of all that is said in a better way."""
TURN: Mapping[Lang, int] = {"zh": 45, "en": 35}
"""The same of one turn."""
_UNIT: Mapping[Lang, tuple[str, str]] = {"zh": ("个字", "characters"), "en": ("个词", "words")}


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Better ways and turns of them that are too long; names of speakers and stage directions do not count."""
    for page, lang, source in sides(catalogue, pages):
        if page.kind is CASE and settled(source, page.kind, lang):
            yield from _case(source, lang)


def _case(source: Source, lang: Lang) -> Iterator[Problem]:
    zh, en = _UNIT[lang]
    section = next(section for section in headings.parts(source.tree, CASE, lang) if section.id == "better")
    said = [turn for node in section.nodes if isinstance(node, Dialogue) for turn in node.turns if turn.speaker]
    for turn in said:
        if (found := length(turn.words, lang)) > TURN[lang]:
            yield problem(source, turn.line, CODE, f"这一句有 {found} {zh}，应不超过 {TURN[lang]} {zh}，拆成两句，或少说一样",
                          f"this turn has {found} {en}, expected at most {TURN[lang]}: two turns, or one thing less")  # fmt: skip
    if (found := sum(length(turn.words, lang) for turn in said)) > WHOLE[lang]:
        yield problem(source, section.line, CODE, f"更好的做法一共说了 {found} {zh}，应不超过 {WHOLE[lang]} {zh}",
                      f"the better way takes {found} {en} in all, expected at most {WHOLE[lang]}")  # fmt: skip
