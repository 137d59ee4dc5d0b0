"""Which references a page cites, which pages cite a reference, and which nothing cites yet: read off the marks in the text."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import ReferenceRow
from course.syntax.inline import references


def of(page: AnyPage) -> frozenset[str]:
    """Ids cited anywhere in the page, in its text or in a reason, in either language."""
    texts = (*(line for side in page.sides.values() for _, line in side.tree.prose), *_reasons(page))
    return frozenset(id for text in texts for id in references(text))


def _reasons(page: AnyPage) -> Iterator[str]:
    """Why a case holds or breaks its principles, in each language."""
    for words in page.words.values() if page.kind.name == "case" else ():
        for name in ("principles", "breaks"):
            yield from getattr(words, name).values()


def pages_citing(catalogue: Catalogue) -> dict[str, list[AnyPage]]:
    """Reference id -> the pages that cite it, by path."""
    found: dict[str, list[AnyPage]] = {}
    for page in catalogue.pages.values():
        for id in sorted(of(page)):
            found.setdefault(id, []).append(page)
    return found


def uncited(catalogue: Catalogue) -> list[ReferenceRow]:
    """The references no page, term or other row cites yet, in the order of their table: kept for pages still to be written."""
    used = {*pages_citing(catalogue), *(id for term in catalogue.terms for id in term.references)}
    for source in catalogue.tables.values():
        used.update(id for line in source.text.split("\n") if not line.startswith("#") for id in references(line))
    return [row for row in catalogue.references.values() if row.id not in used]


def due(catalogue: Catalogue, day: str) -> list[ReferenceRow]:
    """The references whose sources are to be read again by that day (``2027-05-31``) or were by an earlier one, the earliest first."""
    return sorted((row for row in catalogue.references.values() if row.due <= day), key=lambda row: row.due)
