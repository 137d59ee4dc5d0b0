"""The phrase book: pairs of wordings by situation, to be narrowed by situation and channel where a script runs."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import cards, markdown
from course.render.wording import say
from course.site.pages import filters
from course.site.pages.generated import Generated, only

PATH = "phrases.md"
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page; a situation without phrases says so."""
    blocks = []
    for situation in catalogue.choices.situations:
        rows = catalogue.phrases_for(situation.id)
        content = cards.phrases(rows, catalogue, lang, PATH) if rows else markdown.inline(say("none_phrases", lang), "p", "empty")
        title = markdown.heading(2, markdown.escape(situation[lang]), situation.id)
        blocks.append(markdown.block("div", markdown.join(title, content), "group"))
    bar = filters.block(
        _filters(catalogue, lang), len(catalogue.phrases), {"one": "count_phrase", "many": "count_phrases", "none": "none_here"}, lang
    )
    yield Generated(
        PATH,
        say("phrases", lang),
        say("phrases_summary", lang),
        markdown.join(bar, *blocks),
        "docs/data/phrases.yml",
        needs=("assets/css/lookup.css", "assets/js/copy.js"),
    )


def _filters(catalogue: Catalogue, lang: Lang) -> list[str]:
    """A row of channels, which only a script can filter by, and one of situations, which lead to their place until then."""
    used = {id for row in catalogue.phrases for id in row.channels}
    channels = [filters.button(row, lang) for row in catalogue.choices.channels if row.id in used]
    situations = [
        markdown.link(PATH, PATH, markdown.escape(row[lang]), "facet", anchor=row.id, title=row.about(lang))
        for row in catalogue.choices.situations
        if catalogue.phrases_for(row.id)
    ]
    return [
        filters.row("channel", say("channel", lang), channels, hidden=True),
        filters.row("situation", say("situation", lang), situations),
    ]
