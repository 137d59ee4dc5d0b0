"""What is shown in lists, on cards and in print is no longer than there is room and patience for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course.content.catalogue import Catalogue
from course.content.kinds import MARK
from course.content.problem import Problem
from course.content.source import Key, Source
from course.language.lang import LANGS, Lang
from course.rules.bodies import Pages, sides
from course.syntax.inline import words

CODE = "E326"
WHY = "标题和简介在列表、卡片上都要用，长了谁也不读完。/ Titles and summaries stand in lists and on cards, where nobody reads a long one."

LIMITS: Mapping[str, tuple[int, int]] = {
    "title": (20, 12),
    "summary": (60, 45),
    "statement": (40, 30),
    "objectives": (45, 30),
    "principles": (60, 45),
    "breaks": (60, 45),
}
"""Field of a page -> the most characters in Chinese and words in English."""
TERM_LIMITS: Mapping[str, tuple[int, int]] = {"term": (20, 10), "definition": (80, 55)}
"""The same for the fields of a term."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Titles, summaries, statements, objectives, reasons and definitions of terms that are too long."""
    for _, lang, source in sides(catalogue, pages):
        yield from _told(source, ((key, lang, LIMITS.get(str(key[0]))) for key, _ in source.values if key))
    if terms := catalogue.tables.get("terms"):
        fields = (
            (key, lang, TERM_LIMITS.get(str(key[1]))) for key, _ in terms.values for lang in LANGS if len(key) == 3 and key[2] == lang
        )
        yield from _told(terms, fields)


def _told(source: Source, fields: Iterator[tuple[Key, Lang, tuple[int, int] | None]]) -> Iterator[Problem]:
    values = dict(source.values)
    for key, lang, limits in fields:
        if limits is None or MARK in values[key]:
            continue
        found, most = length(values[key], lang), limits[LANGS.index(lang)]
        if found > most:
            zh, en = ("个字", "characters") if lang == "zh" else ("个词", "words")
            said = f"这里有 {found} {zh}，应不超过 {most} {zh}"
            yield Problem(source.path, source.line(*key), CODE, said, f"this has {found} {en}, expected at most {most}")


def length(text: str, lang: Lang) -> int:
    """Characters without spaces in Chinese, words in English; marks such as [R13] do not count."""
    said = words(text).split()
    return len("".join(said)) if lang == "zh" else len(said)
