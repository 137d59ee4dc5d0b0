"""Fingerprints of what something was made from: when one is the same, the thing need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from course.content.catalogue import Catalogue

PACKAGE = Path(__file__).parents[1]


def of_pages(catalogue: Catalogue) -> dict[str, str]:
    """Path of each page -> a fingerprint of everything that is found by looking at that page alone: its text, the tables, which codes there are."""
    around = hashlib.sha256()
    for text in (code(), *tables(catalogue), *sorted({*catalogue.coded, *catalogue.unread})):
        around.update(f"{text}\0".encode())
    found = {}
    for path, page in catalogue.pages.items():
        own = around.copy()
        own.update(f"{path}\0".encode())
        for lang, source in page.sides.items():
            own.update(f"{lang}\0{source.text}\0".encode())
        found[path] = own.hexdigest()
    return found


def tables(catalogue: Catalogue) -> Iterator[str]:
    """The text of every table and drawing, and which of them could not be read."""
    for name, source in sorted(catalogue.tables.items()):
        yield f"{name}\0{source.text}"
    for figure in catalogue.figures.values():
        yield f"{figure.name}\0{figure.svg}"
    yield from sorted(problem.path for problem in catalogue.problems if problem.path.startswith("docs/data"))


@cache
def code() -> str:
    """The text of this package, the lists in it and the versions of the libraries it uses: when they change, nothing known holds."""
    files = [
        *(file for kind in ("*.py", "*.txt", "*.yml", "*.svg") for file in sorted(PACKAGE.rglob(kind))),
        PACKAGE.parents[1] / "requirements.txt",
    ]
    return "\0".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


def of_files(files: Iterable[Path]) -> str:
    """A fingerprint of the names and bytes of those files."""
    mark = hashlib.sha256()
    for file in sorted(files):
        mark.update(f"{file.name}\0".encode())
        mark.update(hashlib.sha256(file.read_bytes()).digest())
    return mark.hexdigest()


def of_texts(texts: Iterable[str]) -> str:
    """A fingerprint of those texts in that order."""
    mark = hashlib.sha256()
    for text in texts:
        mark.update(f"{text}\0".encode())
    return mark.hexdigest()
