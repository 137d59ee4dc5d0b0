"""Terms that may be part of another word, for an editor to look at: Chinese has no spaces, and 施工单位 contains 工单."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypinyin.constants import PHRASES_DICT

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render.inline import Scope, mentions

_LONGEST = 4
"""Characters of the longest word that is looked for across an edge of a term; longer ones are sayings."""
_AROUND = 6
"""Characters shown before and after a term."""
_NAME_BEFORE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]+")


def lines(catalogue: Catalogue) -> Iterator[str]:
    """A line for each place where a term is marked and its neighbours make another word, then what to do about them."""
    found = [line for path, page in catalogue.pages.items() for lang in page.sides for line in _of(path, lang, catalogue)]
    if not found:
        yield "没有术语像是标在别的词里 / no term seems to be marked inside another word"
        return
    yield from found
    yield "真是别的词，就在 docs/data/terms.yml 那个术语里加一行，如 not_in: {zh: [施工单位]}"
    yield "Where it is another word, add a line to that term in docs/data/terms.yml, such as not_in: {zh: [施工单位]}"


def _of(path: str, lang: Lang, catalogue: Catalogue) -> Iterator[str]:
    source = catalogue.pages[path].sides[lang]
    for number, line, start, end, row in mentions(source.tree, Scope(catalogue, lang, path)):
        if words := others(line, start, end, lang):
            shown = f"{line[max(start - _AROUND, 0) : start]}[{line[start:end]}]{line[end : end + _AROUND]}"
            yield f"{source.path}:{source.body_line + number - 1}: {row.id}: {shown} ({', '.join(words)})"


def others(line: str, start: int, end: int, lang: Lang) -> list[str]:
    """Words that straddle an edge of the term between those two places of a line; in English, names next to it."""
    if lang == "en":
        return [name[0].strip() for name in (_NAME_BEFORE.search(line[:start]), _NAME_AFTER.match(line[end:])) if name]
    spans = {(a, b) for edge in (start, end) for a in range(max(edge - _LONGEST + 1, 0), edge) for b in range(edge + 1, a + _LONGEST + 1)}
    return sorted({line[a:b] for a, b in spans if a != start and b != end and line[a:b] in PHRASES_DICT})
