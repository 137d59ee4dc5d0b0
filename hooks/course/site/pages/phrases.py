"""The phrase book: pairs of wordings by situation."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import cards, markdown
from course.render.wording import say
from course.site.pages.generated import Generated

PATH = "phrases.md"


def paths(_: Catalogue) -> list[str]:
    """Its one path."""
    return [PATH]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page; a situation without phrases says so."""
    blocks = []
    for situation in catalogue.choices.situations:
        rows = catalogue.phrases_for(situation.id)
        content = cards.phrases(rows, catalogue, lang, PATH) if rows else markdown.inline(say("none_phrases", lang), "p", "empty")
        blocks.append(markdown.join(markdown.heading(2, markdown.escape(situation[lang]), situation.id), content))
    yield Generated(PATH, say("phrases", lang), say("phrases_summary", lang), markdown.join(*blocks), "docs/data/phrases.yml")
