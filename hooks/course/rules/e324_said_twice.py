"""No word is typed twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.values import of_page, of_table
from course.rules.bodies import Pages, sides
from course.rules.english import said

CODE = "E324"
WHY = "同一个词连打两遍，读的人会绊一下。/ A word typed twice makes the reader stumble."

_ENGLISH = re.compile(r"(?<![\w-])([a-z]+(?:['’][a-z]+)?) \1\b(?!['’-])", re.IGNORECASE)
_RIGHT = frozenset(
    "had that is do does her his you it one in on up by very so no yes ha hm now there well never ever long many much far bye hear knock tut please again".split()
)
"""Words that may follow themselves: who somebody is is private, the day he had had, very very small."""
_CHINESE = re.compile("(?<![目标])的的(?!确)|(因为|所以|但是|如果|我们|你们|他们|她们|已经|虽然|而且|或者|以及|以后|以前)\\1")


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """The first such word on each line of a page or table, in either language."""
    right = {" ".join(words.lower().split()) for words in catalogue.spelling.right}
    for line in said(catalogue, pages):
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


def _chinese(path: str, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    for line, text in lines:
        if found := _CHINESE.search(text):
            yield _problem(path, line, found[0], found[0][: len(found[0]) // 2])


def _problem(path: str, line: int, twice: str, once: str) -> Problem:
    return Problem(path, line, CODE, f"“{twice}”打了两遍，应只写一遍“{once}”", f"`{twice}`: the word stands twice, expected `{once}` once")
