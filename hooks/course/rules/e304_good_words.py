"""What the course shows as well said uses nothing that its own phrase book or term base says to avoid."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.content.tables import PhraseRow
from course.language.lang import LANGS, Lang
from course.rules.avoided import by_language, said
from course.rules.bodies import Pages, sides
from course.syntax.dialogue import Dialogue, Turn

CODE = "E304"
WHY = "学员照着 ✓ 的话说，却在话术里看到不许这样说。/ Learners copy a ✓ turn that the phrase book tells them not to say."

_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST = {"zh": 4, "en": 3}
"""Han characters or words a phrase must have: a shorter one, such as 请稍等, is part of too many good sentences."""

Avoided = list[tuple[str, PhraseRow]]
"""What to look for, and the row that says to avoid it."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Phrases and wordings to avoid in good turns; phrases to avoid in what another row says instead."""
    avoided = {lang: [(letters_only(row.avoid[lang], lang), row) for row in catalogue.phrases if _counts(row, lang)] for lang in LANGS}
    wordings = by_language(catalogue)
    for _, lang, source in sides(catalogue, pages):
        for turn in _good(source):
            line = source.body_line + turn.line - 1
            for row in _found(turn.words, avoided[lang], lang):
                yield _problem(source, line, row, lang, "✓ 的话里", "a ✓ turn")
            for word, term in wordings[lang].found(turn.words):
                yield Problem(source.path, line, CODE, *said(word, term, lang))
    yield from _phrases(catalogue, avoided)


def _phrases(catalogue: Catalogue, avoided: dict[Lang, Avoided]) -> Iterator[Problem]:
    for index, phrase in enumerate(catalogue.phrases):
        source = catalogue.tables["phrases"]
        for lang in LANGS:
            for row in _found(phrase.say[lang], avoided[lang], lang):
                if row.id != phrase.id:
                    line = source.line(index, "say", lang)
                    yield _problem(source, line, row, lang, f"{phrase.id} 的 say 里", f"the `say` of {phrase.id}")


def _good(source: Source) -> Iterator[Turn]:
    """The turns of a file that are marked as good, with lines counted within its body."""
    for talk in source.tree.leaves:
        if isinstance(talk, Dialogue):
            yield from (turn for turn in talk.turns if turn.mark == "good")


def letters_only(text: str, lang: Lang) -> str:
    """Text as it is compared: no punctuation, no capitals; in Chinese no spaces, in English one round each word.

    So an English phrase is found in a sentence as whole words only.
    """
    letters = unicodedata.normalize("NFKC", text).lower()
    words = re.findall(r"[^\W_]+", re.sub(r"['’]", "", letters))
    return "".join(words) if lang == "zh" else f" {' '.join(words)} "


def _counts(row: PhraseRow, lang: Lang) -> bool:
    """Whether a phrase to avoid is long enough to be looked for."""
    text = letters_only(row.avoid[lang], lang)
    return len(_HAN.findall(text) if lang == "zh" else text.split()) >= _LEAST[lang]


def _found(text: str, avoided: Avoided, lang: Lang) -> Iterator[PhraseRow]:
    """The rows whose phrase to avoid is part of that text."""
    there = letters_only(text, lang)
    return (row for phrase, row in avoided if phrase in there)


def _problem(source: Source, line: int, row: PhraseRow, lang: Lang, where_zh: str, where_en: str) -> Problem:
    avoid, say = row.avoid[lang], row.say[lang]
    return Problem(
        source.path,
        line,
        CODE,
        f"{where_zh}有“{avoid}”，话术 {row.id} 说要避免；可以这样说：“{say}”",
        f"{where_en} holds “{avoid}”, which phrase {row.id} says to avoid; expected something like “{say}”",
    )
