"""Pages and tables use the agreed terms: none of the wordings that the term base says to avoid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Key, Source
from course.language.lang import LANGS, Lang
from course.rules.avoided import Wordings, by_language, said
from course.rules.bodies import Pages, sides
from course.rules.rows import OTHERS_WORDS
from course.syntax.dialogue import Dialogue
from course.syntax.kinds import container
from course.syntax.nodes import Container, Node, Numbered, Plain
from course.syntax.quiz import Quiz

CODE = "E303"
WHY = "同一样东西换着叫，客户和新同事会当成两样。/ Called by two names, one thing looks like two to customers and new staff."

_FIELDS = ("title", "summary", "statement", "objectives", "principles", "breaks")
"""Front matter that is words, or holds some; a list of codes among them holds no wording."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Wordings to avoid in front matter, bodies and tables, each in its own language."""
    wordings = by_language(catalogue)
    for _, lang, source in sides(catalogue, pages):
        for key, text in _strings({name: source.data[name] for name in _FIELDS if name in source.data}):
            yield from _told(source, source.line(*key), text, wordings[lang])
        if wordings[lang].mentions(source.tree.text):
            for number, text in _spoken(source.tree.nodes):
                yield from _told(source, source.body_line + number - 1, text, wordings[lang])
    for name, source in catalogue.tables.items():
        if name not in OTHERS_WORDS:
            yield from _table(catalogue, name, source, wordings)


def _table(catalogue: Catalogue, name: str, source: Source, wordings: dict[Lang, Wordings]) -> Iterator[Problem]:
    """Wordings in a table, but for its lists of them and for the row that says to avoid the wording."""
    for key, text in _strings(source.data):
        lang = _language(key)
        if lang and not {"avoid", "aliases", "not_in"} & set(key):
            own = catalogue.terms[int(key[0])].id if name == "terms" and catalogue.terms else ""
            yield from _told(source, source.line(*key), text, wordings[lang], own)


def _language(key: Key) -> Lang | None:
    """The language of a value of a table, by its name such as ``zh`` or ``en_about``."""
    return next((lang for lang in LANGS if key and str(key[-1]).split("_")[0] == lang), None)


def _told(source: Source, line: int, text: str, wordings: Wordings, own: str = "") -> Iterator[Problem]:
    for word, row in wordings.found(text):
        if row.id != own:
            yield Problem(source.path, line, CODE, *said(word, row, wordings.lang))


def _strings(data: Any, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Every text in the data, with its place."""
    if isinstance(data, str):
        yield key, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _strings(value, (*key, str(name)))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*key, index))


def _spoken(nodes: Iterable[Node]) -> Iterator[Numbered]:
    """Number and text of each line the course says in its own voice: no myths, answers to choose from or code.

    Of a dialogue those are turns without a mark and stage directions: a bad turn is there to be wrong, and E304 sees to the good ones.
    """
    for node in nodes:
        match node:
            case Container() if not container(node.name).wrong:
                yield node.line, node.title
                yield from _spoken(node.nodes)
            case Dialogue():
                yield from ((turn.line, turn.words) for turn in node.turns if not turn.mark)
            case Quiz():
                yield from node.asked
            case Plain():
                yield from node.read
