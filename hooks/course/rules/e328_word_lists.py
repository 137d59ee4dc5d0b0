"""Lists of words hold one word an entry, groups that find each other hold several, and the words a term is not meant in hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import LANGS

CODE = "E328"
WHY = "两个词粘成一个，搜索和检查都认不出来。/ Two words written as one are known neither to the search nor to the checks."

_LISTS = ("aliases", "avoid", "not_in", "right")
_COMMA = re.compile("[，、；;]")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Entries with a full-width comma in the lists of terms, synonyms and spellings; groups of one word; words that hold no term."""
    for name in ("terms", "synonyms", "spelling"):
        if source := catalogue.tables.get(name):
            yield from _joined(source, name)
    if source := catalogue.tables.get("synonyms"):
        yield from _groups(source)
    for index, row in enumerate(catalogue.terms):
        source = catalogue.tables["terms"]
        for lang in LANGS:
            meant = [word.lower() for word in (row.term[lang], *row.avoid[lang])]
            for at, word in enumerate(row.not_in[lang]):
                if not any(one in word.lower() and one != word.lower() for one in meant):
                    zh = f"“{word}”里没有“{row.term[lang]}”，not_in 里只写含有它的别的词"
                    en = f"`{word}` does not hold `{row.term[lang]}`, expected in `not_in` only other words that hold it"
                    yield Problem(source.path, source.line(index, "not_in", lang, at), CODE, zh, en)


def _groups(source: Source) -> Iterator[Problem]:
    """Groups of synonyms with one word, with a word twice, or with a single character, which would find too much."""
    for lang in LANGS:
        groups = source.data.get(lang) if isinstance(source.data, dict) else None
        for index, group in enumerate(groups if isinstance(groups, list) else ()):
            words = [str(word).strip() for word in group] if isinstance(group, list) else []
            line = source.line(lang, index)
            if len(set(words)) < len(words):
                twice = next(word for word in words if words.count(word) > 1)
                yield Problem(
                    source.path, line, CODE, f"“{twice}”在这一组里写了两次", f"`{twice}` stands twice in this group, expected once"
                )
            elif len(words) == 1:
                yield Problem(source.path, line, CODE, "这一组只有一个词，至少要两个", "this group has one word, expected two or more")
            for word in words:
                if len(word) == 1:
                    zh = f"“{word}”只有一个字，会搜出太多，应写成词"
                    yield Problem(source.path, line, CODE, zh, f"`{word}` is a single character and finds too much, expected a word")


def _joined(source: Source, name: str) -> Iterator[Problem]:
    for key, text in source.values:
        listed = name == "synonyms" or any(part in _LISTS for part in key)
        if listed and key and isinstance(key[-1], int) and (found := _COMMA.search(text)):
            zh = f"“{text}”里有“{found[0]}”，两个词之间要用半角逗号"
            yield Problem(
                source.path, source.line(*key), CODE, zh, f"`{text}` holds `{found[0]}`, expected a half-width comma between two words"
            )
