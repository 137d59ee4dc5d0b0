"""One page per channel, role, issue, step and level, with the cases that have it; and a page of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import cards, markdown, names, pictograms
from course.render.wording import count_cases, say
from course.site.pages.generated import Generated

PATH = "browse/index.md"
SOURCE = "docs/data/vocabulary.yml"


def paths(catalogue: Catalogue) -> list[str]:
    """The overview and every value of every facet."""
    values = [f"browse/{facet}/{row.id}.md" for facet in names.FACETS for row in getattr(catalogue.vocabulary, facet, ())]
    return [PATH, *values]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The overview, then a page per value."""
    overview = []
    for facet in names.FACETS:
        lines = []
        for row in getattr(catalogue.choices, facet):
            path = f"browse/{facet}/{row.id}.md"
            cases = cards.cases_with(catalogue, facet, row.id)
            count = markdown.inline(count_cases(len(cases), lang), "span", "minutes")
            word = pictograms.beside(catalogue.choices, facet, row.id, lang)
            lines.append(f"{markdown.link(PATH, path, word)} {count}  \n{markdown.escape(row.about(lang))}")
            content = cards.case_cards(cases, catalogue, lang, path) if cases else markdown.inline(say("none_cases", lang), "p", "empty")
            back = markdown.link(path, PATH, say("case_finder", lang), anchor=facet)
            yield Generated(path, row[lang], row.about(lang), markdown.join(content, back), SOURCE)
        overview.append(markdown.join(markdown.heading(2, names.of_facet(facet, lang), facet), markdown.bullets(lines)))
    yield Generated(PATH, say("case_finder", lang), say("case_index_summary", lang), markdown.join(*overview), SOURCE)
