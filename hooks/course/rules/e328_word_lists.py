"""Lists of words hold one word an entry, and the words a term is not meant in hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.catalogue import Catalogue
from course.frontmatter import Source
from course.model import LANGS
from course.problem import Problem
from course.values import texts

CODE = "E328"
WHY = "两个词粘成一个，搜索和检查都认不出来。/ Two words written as one are known neither to the search nor to the checks."

_LISTS = ("aliases", "avoid", "not_in")
_COMMA = re.compile("[，、；;]")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Entries with a full-width comma in the lists of terms, synonyms and spellings; words that hold no term."""
    for name in ("terms", "synonyms", "spelling"):
        if source := catalogue.tables.get(name):
            yield from _joined(source, name)
    for index, row in enumerate(catalogue.terms):
        source = catalogue.tables["terms"]
        for lang in LANGS:
            meant = [word.lower() for word in (row.term[lang], *row.avoid[lang])]
            for at, word in enumerate(row.not_in[lang]):
                if not any(one in word.lower() and one != word.lower() for one in meant):
                    zh = f"“{word}”里没有“{row.term[lang]}”，not_in 里只写含有它的别的词"
                    en = f"`{word}` does not hold `{row.term[lang]}`, expected in `not_in` only other words that hold it"
                    yield Problem(source.path, source.line(index, "not_in", lang, at), CODE, zh, en)


def _joined(source: Source, name: str) -> Iterator[Problem]:
    for key, text in texts(source.data):
        listed = name == "synonyms" or (key[1:2] and key[1] in _LISTS if name == "terms" else key[0] == "right")
        if listed and isinstance(key[-1], int) and (found := _COMMA.search(text)):
            zh = f"“{text}”里有“{found[0]}”，两个词之间要用半角逗号"
            yield Problem(source.path, source.line(*key), CODE, zh, f"`{text}` holds `{found[0]}`, expected a half-width comma between two words")
