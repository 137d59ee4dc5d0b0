"""Which references a page cites, and which pages cite a reference: read off the marks in the text."""

from __future__ import annotations

from typing import Any

from course.catalogue import Catalogue, Page
from course.directives.inline import REFERENCE


def of(page: Page[Any, Any]) -> frozenset[str]:
    """Ids cited anywhere in the page, in either language."""
    return frozenset(id for side in page.sides.values() for id in REFERENCE.findall(side.body))


def pages_citing(catalogue: Catalogue) -> dict[str, list[Page[Any, Any]]]:
    """Reference id -> the pages that cite it, by path."""
    found: dict[str, list[Page[Any, Any]]] = {}
    for page in catalogue.pages.values():
        for id in sorted(of(page)):
            found.setdefault(id, []).append(page)
    return found
