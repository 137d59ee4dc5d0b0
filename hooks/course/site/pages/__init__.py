"""Pages made from the catalogue, one module each: ``pages(catalogue, lang)`` yields what it makes.

The list is explicit; its order is the order of the look-up section of the navigation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.site.pages import (
    browse,
    cases,
    chapters,
    coverage,
    forms,
    glossary,
    matrix,
    moved,
    part_ends,
    phrases,
    plan,
    plans,
    principles,
    prints,
    references,
    trainers,
    translation,
)
from course.site.pages.generated import Generated


class PageModule(Protocol):
    """A module of this package."""

    def paths(self, catalogue: Catalogue, /) -> list[str]:
        """Paths of its pages; needs no more of the catalogue than could be read."""
        ...

    def pages(self, catalogue: Catalogue, lang: Lang, /) -> Iterator[Generated]:
        """Its pages in that language."""
        ...


MODULES: tuple[PageModule, ...] = (
    chapters,
    part_ends,
    cases,
    principles,
    matrix,
    browse,
    glossary,
    phrases,
    forms,
    references,
    plans,
    prints,
    trainers,
    plan,
    coverage,
    translation,
    moved,
)


def generated(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """Every generated page in that language."""
    for module in MODULES:
        yield from module.pages(catalogue, lang)


def paths(catalogue: Catalogue) -> frozenset[str]:
    """The paths generated pages take; needs no more of the catalogue than could be read."""
    return own_paths(catalogue) | frozenset(moved.paths(catalogue))


def own_paths(catalogue: Catalogue) -> frozenset[str]:
    """The same without addresses that only lead on to where a page has moved."""
    return frozenset(path for module in MODULES if module is not moved for path in module.paths(catalogue))
