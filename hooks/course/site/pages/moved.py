"""A page at every address that has moved: it leads on at once, with the place on the page, and says so to who must click."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import markdown
from course.render.wording import say
from course.site.pages.generated import Generated


def paths(catalogue: Catalogue) -> list[str]:
    """The old addresses."""
    return [row.old for row in catalogue.addresses.moved]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """One page per address that has moved."""
    for row in catalogue.addresses.moved:
        target = catalogue.pages.get(row.new)
        words = markdown.escape(target.title(lang)) if target else markdown.escape(row.new)
        link = markdown.link(row.old, row.new, words, "moved")
        yield Generated(row.old, say("moved", lang), say("moved_to", lang), link, "docs/data/addresses.yml", moved_to=row.new)
