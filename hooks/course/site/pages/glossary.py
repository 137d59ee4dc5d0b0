"""The glossary: each term in both languages, what it means, and wordings to avoid."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import OTHER, TAG, Lang
from course.render import markdown
from course.render.inline import GLOSSARY, Scope
from course.render.wording import say
from course.site.pages.generated import Generated


def paths(_: Catalogue) -> list[str]:
    """Its one path."""
    return [GLOSSARY]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page, in the order of the table."""
    other = OTHER[lang]
    scope = Scope(catalogue, lang, GLOSSARY)
    entries = []
    for row in catalogue.terms:
        title = f'{markdown.escape(row.term[lang])} <span class="other" lang="{TAG[other]}">{markdown.escape(row.term[other])}</span>'
        notes = []
        if row.avoid[lang]:
            notes.append(markdown.named(f"✗ {say('avoid', lang)}", markdown.escape(markdown.listed(row.avoid[lang], lang)), lang))
        notes += [scope.reference(id) for id in row.references if id in catalogue.references]
        entries.append(markdown.join(markdown.heading(2, title, row.id), markdown.escape(row.definition[lang]), " · ".join(notes)))
    yield Generated(
        GLOSSARY,
        say("glossary", lang),
        say("glossary_summary", lang),
        markdown.block("div", markdown.join(*entries), "glossary"),
        "docs/data/terms.yml",
    )
