"""The English words of the whole course, line by line, with where they are; our notation, code and addresses taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course.content.catalogue import Catalogue
from course.content.source import Key, Source
from course.rules.bodies import Pages, sides
from course.syntax import inline

_NOT_READ = {"synonyms": (), "asked": (), "spelling": (), "terms": ("avoid", "aliases", "not_in")}
"""Tables, or fields of a table, that hold what people type or should not write; () stands for the whole table."""

_ENDING = r"\.(?:md|html?|ya?ml|json|csv|svg|png|jpe?g|pdf|docx?|xlsx?|py|js|css|txt)\b"
_FILE_ENDING, _FILE = re.compile(_ENDING), re.compile(rf"(?<![\w./-])[\w./-]+{_ENDING}")


@dataclass(frozen=True)
class EnglishLine:
    """A line of English prose."""

    path: str
    line: int
    """1-based line in the file."""
    text: str
    """Printable characters only, so that it is one line for everybody."""


def english_lines(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[EnglishLine]:
    """Front matter and bodies of those English pages or of all, titles of blocks among them, and the English of the tables and figures."""
    for _, lang, source in sides(catalogue, pages):
        if lang == "en":
            yield from _fields(source, source.values)
            for number, line in (*source.tree.prose, *((block.line, block.title) for block in source.tree.containers)):
                if line.strip():
                    yield EnglishLine(source.path, source.body_line + number - 1, words(line))
    for name, source in catalogue.tables.items():
        yield from _fields(source, [(key, text) for key, text in source.values if _read(name, key)])


def words(line: str) -> str:
    """The line without code, ids, marks, tags, link targets, addresses and file names; words of links and marks stay."""
    plain = inline.words(line)
    if _FILE_ENDING.search(plain):
        plain = _FILE.sub(" ", plain)
    return plain if plain.isprintable() else "".join(letter if letter.isprintable() else " " for letter in plain)


def _fields(source: Source, found: Iterable[tuple[Key, str]]) -> Iterator[EnglishLine]:
    return (EnglishLine(source.path, source.line(*key), words(text)) for key, text in found)


def _read(table: str, key: Key) -> bool:
    """Whether a value of a table is English that readers see."""
    left_out = _NOT_READ.get(table)
    return ("en" in key or "en_about" in key) and (left_out is None or bool(left_out) and not {*left_out} & {*key})
