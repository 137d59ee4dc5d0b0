"""The manifest of published addresses and codes, written anew: what was there stays, what is new is added."""

from __future__ import annotations

from course.content.catalogue import Catalogue
from course.site.pages import paths


def published(catalogue: Catalogue) -> str:
    """Text of ``docs/data/addresses.yml`` with everything there is now; what an editor wrote above the list is kept."""
    now = {page.path: page.code for page in catalogue.pages.values()}
    now |= {path: "" for path in paths(catalogue) if path not in {row.old for row in catalogue.addresses.moved}}
    known = {row.path: row.code for row in catalogue.addresses.published}
    rows = [f'  - {{path: {path}, code: "{code}"}}' if code else f"  - {{path: {path}}}" for path, code in sorted((known | now).items())]
    above = catalogue.tables["addresses"].text.split("\npublished:")[0]
    return "\n".join([above, "published:", *rows, ""])
