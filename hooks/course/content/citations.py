"""Which references a page cites, what cites a reference and where, what nothing cites yet, and which are to be read again: read off the marks."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import ReferenceRow
from course.syntax.inline import references


def of(page: AnyPage) -> frozenset[str]:
    """Ids cited anywhere in the page, in its text or in a reason, in either language."""
    return frozenset(id for id, _ in _marks(page))


def _marks(page: AnyPage) -> Iterator[tuple[str, str]]:
    """Each mark of a page, in the text and in the reasons of a case, and where it stands, as ``path:line``."""
    for lang, side in page.sides.items():
        for name in ("principles", "breaks") if page.kind.name == "case" else ():
            for code, reason in getattr(page.words[lang], name).items():
                yield from ((id, f"{side.path}:{side.line(name, code)}") for id in references(reason))
        for number, line in side.tree.prose:
            yield from ((id, f"{side.path}:{side.body_line + number - 1}") for id in references(line))


def pages_citing(catalogue: Catalogue) -> dict[str, list[AnyPage]]:
    """Reference id -> the pages that cite it, by path."""
    found: dict[str, list[AnyPage]] = {}
    for page in catalogue.pages.values():
        for id in sorted(of(page)):
            found.setdefault(id, []).append(page)
    return found


def places(catalogue: Catalogue) -> dict[str, list[str]]:
    """Reference id -> every place that cites it, as ``path:line``: pages, then terms, then what else a table says."""
    found: dict[str, dict[str, None]] = {}
    for id, place in (*(mark for page in catalogue.pages.values() for mark in _marks(page)), *_marks_in_tables(catalogue)):
        found.setdefault(id, {})[place] = None
    return {id: [*places] for id, places in found.items()}


def _marks_in_tables(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for index, term in enumerate(catalogue.terms):
        source = catalogue.tables["terms"]
        yield from ((id, f"{source.path}:{source.line(index, 'references')}") for id in term.references)
    for source in catalogue.tables.values():
        for number, line in enumerate(source.text.split("\n"), start=1):
            if not line.startswith("#"):
                yield from ((id, f"{source.path}:{number}") for id in references(line))


def uncited(catalogue: Catalogue) -> list[ReferenceRow]:
    """The references no page, term or other row cites yet, in the order of their table: kept for pages still to be written."""
    used = places(catalogue)
    return [row for row in catalogue.references.values() if row.id not in used]


def due(catalogue: Catalogue, day: str) -> list[ReferenceRow]:
    """The references whose sources are to be read again by that day (``2027-05-31``) or were by an earlier one, the earliest first."""
    return sorted((row for row in catalogue.references.values() if row.due <= day), key=lambda row: row.due)


def overdue(catalogue: Catalogue) -> dict[str, ReferenceRow]:
    """Those that are due on the day the course was read for, by id, in the order of their table."""
    return {id: row for id, row in catalogue.references.items() if row.due <= catalogue.today}
