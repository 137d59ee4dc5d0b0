"""The contents of the course: every part with its chapters."""

from __future__ import annotations

from collections.abc import Iterator

from course import cards
from course.catalogue import Catalogue
from course.model import Lang
from course.pages.generated import Generated
from course.wording import say

PATH = "chapters/index.md"


def paths(_: Catalogue) -> list[str]:
    """Where it stands."""
    return [PATH]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page of contents."""
    yield Generated(
        PATH, say("chapters", lang), catalogue.outline.tagline[lang], cards.parts(catalogue, lang, PATH), "docs/data/course.yml"
    )
