"""The case index: every case as a card, with filters that are links to browse pages until a script makes them instant."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import cards, markdown, names
from course.render.wording import say
from course.site import exports
from course.site.pages import filters
from course.site.pages.generated import Generated, only

PATH = "cases/index.md"
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one index page."""
    shown = list(catalogue.cases.values())
    content = cards.case_cards(shown, catalogue, lang, PATH) if shown else markdown.inline(say("none_cases", lang), "p", "empty")
    words = {"one": "count_case", "many": "count_cases", "none": "filter_none"}
    bar = filters.block(_rows(catalogue, lang), len(shown), words, lang)
    yield Generated(
        PATH,
        say("case_index", lang),
        say("case_index_summary", lang),
        markdown.join(bar, content, _data(lang)),
        "docs/data/vocabulary.yml",
        wide=True,
    )


def _rows(catalogue: Catalogue, lang: Lang) -> list[str]:
    """The filters: per facet, the values some case has."""
    rows = []
    for facet, name in names.FACETS.items():
        used = {id for case in catalogue.cases.values() for id in cards.values(case, facet)}
        links = [
            markdown.link(PATH, f"browse/{facet}/{row.id}.md", markdown.escape(row[lang]), "facet", title=row.about(lang))
            for row in getattr(catalogue.choices, facet)
            if row.id in used
        ]
        rows.append(filters.row(name, names.of_facet(facet, lang), links))
    return rows


def _data(lang: Lang) -> str:
    """Where to get the same as files."""
    links = [markdown.link(PATH, path, path.split("/")[-1]) for path in exports.PATHS]
    return f'<p class="about" markdown="1">{markdown.named(say("data", lang), markdown.listed(links, lang), lang)}</p>'
