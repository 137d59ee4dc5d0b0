"""Every id in front matter and tables names something that exists."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Key, Source

CODE = "E201"
WHY = "一个写错的编号会让链接和索引悄悄少一条。/ A mistyped id silently drops a link and a row of an index."

_COMMA = re.compile("[，、；;]")
_GROUPS = {"form": "forms", "channel": "channels", "level": "levels"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids of pages, vocabulary, syllabus items and references."""
    yield from _pages(catalogue)
    yield from _tables(catalogue)


def _pages(catalogue: Catalogue) -> Iterator[Problem]:
    items = {row.id for row in catalogue.syllabus.items}
    for page in catalogue.coded.values():
        source, front = page.sides["zh"], page.front
        for name in ("principles", "breaks"):
            for place, id in _listed(source, name, getattr(front, name, ())):
                yield from _unless(id, {*catalogue.principles, *catalogue.unread}, source, place)
        for place, id in _listed(source, "cases", getattr(front, "cases", ())):
            yield from _unless(id, {*catalogue.cases, *catalogue.unread}, source, place)
        if hasattr(front, "chapter"):
            yield from _unless(front.chapter, {*catalogue.chapters, *catalogue.unread}, source, ("chapter",))
        if items:
            for place, id in _listed(source, "sources", front.sources):
                yield from _unless(id, items, source, place)
        if catalogue.course and hasattr(front, "part"):
            yield from _unless(str(front.part), [str(part.id) for part in catalogue.course.parts], source, ("id",))
        if catalogue.vocabulary:
            for name in ("form", "channel", "level", "family"):
                if hasattr(front, name):
                    yield from _unless(getattr(front, name), _ids(catalogue, _GROUPS.get(name, "families")), source, (name,))
            for name in ("roles", "customers", "issues", "steps"):
                for place, id in _listed(source, name, getattr(front, name, ())):
                    yield from _unless(id, _ids(catalogue, name), source, place)


def _tables(catalogue: Catalogue) -> Iterator[Problem]:
    for index, term in enumerate(catalogue.terms):
        for at, id in enumerate(term.references):
            yield from _unless(id, {*catalogue.references, *catalogue.unread}, catalogue.tables["terms"], (index, "references", at))
    for index, phrase in enumerate(catalogue.phrases):
        source = catalogue.tables["phrases"]
        yield from _unless(phrase.principle, {*catalogue.principles, *catalogue.unread}, source, (index, "principle"))
        if catalogue.vocabulary:
            yield from _unless(phrase.situation, _ids(catalogue, "situations"), source, (index, "situation"))
            for name in ("channels", "issues"):
                for at, id in enumerate(getattr(phrase, name)):
                    yield from _unless(id, _ids(catalogue, name), source, (index, name, at))
    for index, asked in enumerate(catalogue.asked):
        yield from _unless(asked.page, {*catalogue.coded, *catalogue.unread}, catalogue.tables["asked"], (index, "page"))
    for index, plan in enumerate(catalogue.plans):
        for at, item in enumerate(plan.items):
            for code in filter(None, (item.chapter, item.case)):
                yield from _unless(code, {*catalogue.coded, *catalogue.unread}, catalogue.tables["plans"], (index, "items", at))
    items = {row.id for row in catalogue.syllabus.items}
    for index, replaced in enumerate(catalogue.syllabus.replaced):
        yield from _unless(replaced.id, items, catalogue.tables["syllabus"], ("replaced", index, "id"))
    for index, retired in enumerate(catalogue.company.retired):
        own = {row.id: row.about.zh for row in catalogue.company.rows}
        yield from _unless(retired.instead, own, catalogue.tables["company"], ("retired", index, "instead")) if retired.instead else ()
    if catalogue.course:
        for index, door in enumerate(catalogue.course.doors):
            for name in ("chapters", "cases"):
                for at, code in enumerate(getattr(door, name)):
                    yield from _unless(code, {*catalogue.coded, *catalogue.unread}, catalogue.tables["course"], ("doors", index, name, at))
            if catalogue.vocabulary:
                for at, id in enumerate(door.roles):
                    yield from _unless(id, _ids(catalogue, "roles"), catalogue.tables["course"], ("doors", index, "roles", at))


def _ids(catalogue: Catalogue, group: str) -> dict[str, str]:
    """The ids of a list of the vocabulary, with their Chinese names."""
    return {row.id: row.zh for row in getattr(catalogue.vocabulary, group)}


def _listed(source: Source, name: str, ids: Collection[str]) -> Iterator[tuple[Key, str]]:
    """Each id of a list or of a mapping's keys, with the place of its line."""
    for index, id in enumerate(ids):
        yield (name, id if isinstance(ids, dict) else index), id


def _unless(id: str, known: Collection[str], source: Source, place: Key) -> Iterator[Problem]:
    if id in known:
        return
    if isinstance(known, dict):
        zh, en = "、".join(f"{other}（{name}）" for other, name in known.items()), ", ".join(known)
        zh_comma, en_comma = ("两项之间用半角逗号；", "a half-width comma between two entries; ") if _COMMA.search(id) else ("", "")
        zh, en = f"不认识“{id}”，{zh_comma}能用的是：{zh}", f"unknown `{id}`, expected {en_comma}one of: {en}"
        yield Problem(source.path, source.line(*place), CODE, zh, en)
        return
    close = difflib.get_close_matches(id, known, n=3, cutoff=0.5)
    zh = f"，是不是 {'、'.join(close)}？" if close else ""
    en = f"; did you mean {', '.join(close)}?" if close else ""
    yield Problem(
        source.path, source.line(*place), CODE, f"没有编号“{id}”，应是已有的编号{zh}", f"unknown id `{id}`, expected one that exists{en}"
    )
