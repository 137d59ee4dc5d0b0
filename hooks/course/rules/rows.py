"""What the rules about tables share: what a row says once in each language, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from course.content.catalogue import Catalogue
from course.content.source import Key, Source
from course.language.lang import LANGS, Lang

OTHERS_WORDS = frozenset({"asked", "syllabus", "synonyms"})
"""Tables that hold what others call things: the outlines of the source documents, people who search."""

_DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"
_MONTHS = "January February March April May June July August September October November December"
_FULL = {name[:length]: name for name in f"{_DAYS} {_MONTHS}".split() for length in (3, 4, 5) if length < len(name)}
_SHORT = re.compile(rf"\b({'|'.join(sorted(_FULL, key=len, reverse=True))})\b\.?")


@dataclass(frozen=True)
class Pair:
    """The same words in both languages, with the line each is on."""

    source: Source
    words: Mapping[Lang, str]
    lines: Mapping[Lang, int]


def pairs(catalogue: Catalogue) -> Iterator[Pair]:
    """Every pair of ``zh`` and ``en``, or of ``zh_about`` and ``en_about``, in our own tables; lists of words need not correspond."""
    for name, source in catalogue.tables.items():
        if name not in OTHERS_WORDS:
            yield from _pairs(source, source.data, ())


def _pairs(source: Source, data: Any, key: Key) -> Iterator[Pair]:
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from _pairs(source, value, (*key, index))
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _pairs(source, value, (*key, str(name)))
            names: Mapping[Lang, str] = {lang: f"{lang}{str(name)[2:]}" for lang in LANGS}
            words = {lang: data.get(names[lang]) for lang in LANGS}
            if name == names["zh"] and all(isinstance(text, str) for text in words.values()):
                lines = {lang: source.line(*key, names[lang]) for lang in LANGS}
                yield Pair(source, {lang: _written_out(str(text), key) for lang, text in words.items()}, lines)


def _written_out(text: str, key: Key) -> str:
    """A label of a drawing with its weekdays and months in full, as a sentence has them: a drawing has no room for Wednesday."""
    return _SHORT.sub(lambda match: _FULL[match[1]], text) if key and key[0] == "words" else text
