"""The glossary: each term in both languages, what it means, and wordings to avoid; by first letter or, in Chinese, first sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import pypinyin

from course.content import citations
from course.content.catalogue import Catalogue
from course.content.tables import ReferenceRow, TermRow
from course.language.lang import OTHER, TAG, Lang
from course.render import look_again, markdown
from course.render.inline import GLOSSARY, Scope
from course.render.wording import say
from course.site import leaning
from course.site.pages import filters
from course.site.pages.generated import Generated, only

paths = only(GLOSSARY)

NUMBERS = "0–9"
"""The letter of what begins with none."""


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page: a letter after the other, each with its terms."""
    scope = Scope(catalogue, lang, GLOSSARY)
    ordered = sorted(catalogue.terms, key=lambda row: _sound(row.term[lang]))
    letters = {letter: list(rows) for letter, rows in groupby(ordered, key=lambda row: initial(row.term[lang]))}
    jumps = [markdown.link(GLOSSARY, GLOSSARY, letter, "facet", anchor=_place(letter)) for letter in letters]
    overdue = citations.overdue(catalogue)
    groups = [filters.group(2, letter, _place(letter), [_entry(row, scope, overdue) for row in rows]) for letter, rows in letters.items()]
    yield Generated(
        GLOSSARY,
        say("glossary", lang),
        say("glossary_summary", lang),
        markdown.join(filters.jumps(say("by_sound", lang), jumps), markdown.block("div", markdown.join(*groups), "glossary")),
        "docs/data/terms.yml",
        tells_due=True,
        needs=("assets/css/lookup.css", "assets/js/narrow.js"),
    )


def initial(term: str) -> str:
    """The letter a term is under: its first, or that of its first sound; ``NUMBERS`` for a number."""
    first = _sound(term)[0][:1].upper()
    return first if "A" <= first <= "Z" else NUMBERS


def _sound(term: str) -> list[str]:
    """What a term is ordered by: its letters, Han characters as the syllables they are read as, numbers first."""
    return [part.casefold() for part in pypinyin.lazy_pinyin(term.strip())]


def _place(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter != NUMBERS else "letter-0"


def _entry(row: TermRow, scope: Scope, overdue: Mapping[str, ReferenceRow]) -> str:
    """A term: its name in both languages, what it means, what not to call it, where it is from and whether that is to be looked at again."""
    lang, other = scope.lang, OTHER[scope.lang]
    title = f'{markdown.escape(row.term[lang])} <span class="other" lang="{TAG[other]}">{markdown.escape(row.term[other])}</span>'
    notes = []
    if row.avoid[lang]:
        notes.append(markdown.named(f"✗ {say('avoid', lang)}", markdown.escape(markdown.listed(row.avoid[lang], lang)), lang))
    notes += [scope.reference(id) for id in row.references if id in scope.catalogue.references]
    due = leaning.mark(look_again.note([overdue[id] for id in row.references if id in overdue], lang))
    return markdown.join(markdown.heading(3, title, row.id), markdown.escape(row.definition[lang]), " · ".join(notes), due)
