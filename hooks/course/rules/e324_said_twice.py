"""No word is typed twice in a row, and no sentence comes on a page twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from course.content.catalogue import Catalogue, Page
from course.content.problem import Problem
from course.content.source import Source
from course.content.values import of_page, of_table
from course.language.lang import Lang
from course.rules.bodies import Pages, sides
from course.rules.english import english_lines
from course.rules.passages import is_row, passages, sentences

CODE = "E324"
WHY = "同一个词、同一句话来两遍，读的人会绊一下。/ A word or a sentence that comes twice makes the reader stumble."

_ENGLISH = re.compile(r"(?<![\w-])([a-z]+(?:['’][a-z]+)?) \1\b(?!['’-])", re.IGNORECASE)
_RIGHT = frozenset(
    "had that is do does her his you it one in on up by very so no yes ha hm now there well never ever long many much far bye hear knock tut please again".split()
)
"""Words that may follow themselves: who somebody is is private, the day he had had, very very small."""
_CHINESE = re.compile("(?<![目标])的的(?!确)|(因为|所以|但是|如果|我们|你们|他们|她们|已经|虽然|而且|或者|以及|以后|以前)\\1")

_LONG: dict[Lang, int] = {"zh": 18, "en": 50}
"""Characters from which on nobody says a sentence twice on one page."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """The first such word on each line of a page or table, and sentences that come again on a page, in either language."""
    for page, lang, source in sides(catalogue, pages):
        if not source.tree.torn:
            yield from _again(page, lang, source)
    right = {" ".join(words.lower().split()) for words in catalogue.spelling.right}
    for line in english_lines(catalogue, pages):
        for found in _ENGLISH.finditer(line.text):
            if found[1].lower() not in _RIGHT and found[0].lower() not in right:
                yield _problem(line.path, line.line, found[0], found[1])
                break
    for _, lang, source in sides(catalogue, pages):
        if lang == "zh":
            yield from _chinese(source.path, [(source.body_line + number - 1, words.text) for number, words in source.tree.words])
    for page, lang, source in sides(catalogue, pages):
        if lang == "zh":
            yield from _chinese(source.path, list(of_page(page.kind, source)))
    for name, source in catalogue.tables.items():
        yield from _chinese(source.path, list(of_table(name, source, "zh")))


def _again(page: Page[Any, Any], lang: Lang, source: Source) -> Iterator[Problem]:
    """Sentences a page says in its own voice that stand further up already; the rows of tables may be alike."""
    first: dict[str, int] = {}
    for passage in passages(source.tree, page.kind, lang):
        for start, sentence in () if is_row(passage.text) else sentences(passage.text, lang):
            line = source.body_line + passage.line - 1 + passage.text.count("\n", 0, start)
            if len(sentence) < _LONG[lang] or first.setdefault(sentence, line) == line:
                continue
            zh, en = (
                f"第 {first[sentence]} 行已经有这一句：“{sentence}”，应只写一遍",
                f"line {first[sentence]} says this already: “{sentence}”",
            )
            yield Problem(source.path, line, CODE, zh, f"{en}, expected it once")


def _chinese(path: str, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    for line, text in lines:
        if found := _CHINESE.search(text):
            yield _problem(path, line, found[0], found[0][: len(found[0]) // 2])


def _problem(path: str, line: int, twice: str, once: str) -> Problem:
    return Problem(path, line, CODE, f"“{twice}”打了两遍，应只写一遍“{once}”", f"`{twice}`: the word stands twice, expected `{once}` once")
