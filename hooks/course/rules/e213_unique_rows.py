"""Ids of a table are used once, and a term is defined once per language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Key

CODE = "E213"
WHY = "编号重复时，链接只会指到其中一个。/ Where an id stands twice, a link reaches only one of them."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Doubled ids of every table, doubled terms of either language."""
    for name, key in (("terms", "id"), ("phrases", "id"), ("references", "id"), ("plans", "id"), ("asked", "page")):
        source = catalogue.tables.get(name)
        if source and isinstance(source.data, list):
            ids = [str(row.get(key, "")) if isinstance(row, dict) else "" for row in source.data]
            yield from _doubled(catalogue, name, ids, ())
    yield from _doubled(catalogue, "syllabus", [row.id for row in catalogue.syllabus.items], ("items",))
    yield from _doubled(catalogue, "company", [row.id for row in catalogue.company.rows], ("rows",))
    for lang in ("zh", "en"):
        yield from _doubled(catalogue, "terms", [getattr(row.term, lang).lower() for row in catalogue.terms], ())
    vocabulary: Any = catalogue.vocabulary
    for group in type(vocabulary).model_fields if vocabulary else ():
        yield from _doubled(catalogue, "vocabulary", [row.id for row in getattr(vocabulary, group)], (group,))


def _doubled(catalogue: Catalogue, table: str, ids: Sequence[str], above: Key) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, id in enumerate(ids):
        if id and id in seen:
            source = catalogue.tables[table]
            first = source.line(*above, seen[id])
            yield Problem(
                source.path,
                source.line(*above, index),
                CODE,
                f"“{id}”已写在第 {first} 行，应只写一次",
                f"`{id}` stands on line {first} already, expected once",
            )
        seen.setdefault(id, index)
