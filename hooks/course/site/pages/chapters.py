"""The contents of the course: every part with its chapters."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import cards
from course.render.wording import say
from course.site.pages.generated import Generated, only

PATH = "chapters/index.md"
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page of contents."""
    yield Generated(
        PATH, say("chapters", lang), catalogue.programme.tagline[lang], cards.parts(catalogue, lang, PATH), "docs/data/course.yml"
    )
