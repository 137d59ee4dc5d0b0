"""What the rules about page text share: each file of each page, with its language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from course.content import headings
from course.content.catalogue import Catalogue, Page
from course.content.kinds import Kind, Section
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import Lang
from course.syntax.kinds import FENCES
from course.syntax.nodes import Code
from course.syntax.tree import Tree

Pages = Collection[Page[Any, Any]]


def chosen(catalogue: Catalogue, pages: Pages | None) -> Pages:
    """The pages a rule is asked about: these, or every authored page where none are named."""
    return catalogue.pages.values() if pages is None else pages


def sides(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[tuple[Page[Any, Any], Lang, Source]]:
    """Every file of those pages, or of every authored page."""
    for page in chosen(catalogue, pages):
        for lang, source in page.sides.items():
            yield page, lang, source


def problem(source: Source, line: int, code: str, zh: str, en: str) -> Problem:
    """A problem on a 1-based line of a file's body."""
    return Problem(source.path, source.body_line + line - 1, code, zh, en)


def missing(source: Source, kind: Kind, lang: Lang) -> list[Section]:
    """Sections the kind demands that a file does not have."""
    present = {section.id for section in headings.parts(source.tree, kind, lang) if section.heading}
    return [section for section in kind.sections if section.id not in present]


def foreign(tree: Tree) -> bool:
    """Whether a fenced block in it is of no kind there is, such as a dialogue misspelt: E204 says so."""
    return any(isinstance(leaf, Code) and leaf.name and leaf.name not in FENCES for leaf in tree.leaves)


def settled(source: Source, kind: Kind, lang: Lang) -> bool:
    """Whether a file has the sections its kind demands, once each and in order, and blocks that can be compared, as far as can be told."""
    order = [section.id for section in kind.sections]
    if source.tree.torn or foreign(source.tree):
        return False
    return [section.id for section in headings.parts(source.tree, kind, lang) if section.heading and section.id in order] == order
