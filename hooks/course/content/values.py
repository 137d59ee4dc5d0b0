"""Which values of front matter and of the tables are words, and the lines they are on."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.kinds import Kind
from course.content.source import Key, Source
from course.language.lang import Lang

TYPED = ("synonyms", "asked", "addresses")
"""Tables without prose: what people type, and addresses."""

_LISTS = ("aliases", "avoid", "not_in")
"""Of a term: what people type and write, and other words."""


def of_page(kind: Kind, source: Source) -> Iterator[tuple[int, str]]:
    """Line and text of every value of a page's front matter that is words."""
    for key, text in source.values:
        if is_words_of_page(kind, key):
            yield source.line(*key), text


def of_table(name: str, source: Source, lang: Lang) -> Iterator[tuple[int, str]]:
    """Line and text of every value of a table that is words of that language."""
    for key, text in source.values:
        if is_words_of_table(name, key, lang):
            yield source.line(*key), text


def is_words_of_page(kind: Kind, key: Key) -> bool:
    """Whether the value at that place of a page's front matter is words."""
    return bool(key) and key[0] in kind.words.model_fields


def is_words_of_table(name: str, key: Key, lang: Lang) -> bool:
    """Whether the value at that place of a table is words of that language."""
    if name in TYPED or name == "terms" and len(key) > 1 and key[1] in _LISTS:
        return False
    return lang in key or f"{lang}_about" in key
