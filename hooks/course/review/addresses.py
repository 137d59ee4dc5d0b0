"""Addresses of other sites that a change brings into the course: where harm comes from that is well written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.source import Source
from course.review.harmless import cut
from course.review.model import LONG, LONGEST_PATH, NewAddress

_ADDRESS = re.compile(r"https?://[^\s<>\"'()（）\[\]，。；、]+", re.IGNORECASE)


def new(base: Catalogue, now: Catalogue) -> list[NewAddress]:
    """Each address that stands nowhere in the base, once for each file, with the line at which it is first."""
    known = {address for _, _, address in _found(base)}
    first = {(path, address): line for path, line, address in reversed([*_found(now)]) if address not in known}
    return [
        NewAddress(path=cut(path, LONGEST_PATH), line=line, address=cut(address, LONG)) for (path, address), line in sorted(first.items())
    ]


def _found(course: Catalogue) -> Iterator[tuple[str, int, str]]:
    """File, 1-based line and address of every one in a page or table."""
    for source in _sources(course):
        for number, line in enumerate(source.text.split("\n"), start=1):
            for found in _ADDRESS.finditer(line):
                yield source.path, number, found[0]


def _sources(course: Catalogue) -> Iterator[Source]:
    for page in course.pages.values():
        yield from page.sides.values()
    yield from course.tables.values()
