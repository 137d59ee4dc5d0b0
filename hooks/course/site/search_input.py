"""What the search is told beyond the text of the pages: other names, codes, kinds of page, synonyms from the glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from course.content.catalogue import Catalogue
from course.content.tables import PhraseRow, ReferenceRow
from course.language.lang import Lang
from course.render import names
from course.render.inline import GLOSSARY, REFERENCES
from course.render.markdown import address
from course.render.wording import say
from course.site.pages import paths, phrases, plan
from course.site.search_data import KINDS, Facts, search_data
from course.site.search_passages import Passage

HOME = "index.md"
"""Written by hand, but what it shows is lists of other pages."""

BINDING = frozenset({"law", "regulation", "rule", "local", "standard", "promise", "foreign"})
"""Levels of a reference that people know by the name of their text; a study goes by what it found."""
_TEXT = {"zh": re.compile(r"《([^》]+)》|([A-Z]{2,}[/ A-Z]*\d[\d.\-:]*)"), "en": re.compile(r"^()([A-Z][^,;(]*?)(?=,|;| \(| \d{4}\b|$)")}
"""The name of a text within the line that says where a statement is from: between title marks, or by the number of a standard."""


def text(catalogue: Catalogue, lang: Lang, pages: Mapping[str, Sequence[Passage]]) -> str:
    """The search data of a language, from the sections of its finished pages by their addresses."""
    labels = {kind: say(f"kind_{kind}", lang) for kind in KINDS}
    book = address(phrases.PATH)
    if book in pages:
        pages = {
            **pages,
            book: [*(passage for passage in pages[book] if not passage.anchor), *(_pair(row, lang) for row in catalogue.phrases)],
        }
    return search_data(pages, facts(catalogue, lang), labels, synonyms(catalogue, lang), lang)


def facts(catalogue: Catalogue, lang: Lang) -> Facts:
    """Kinds, codes and other names, by address."""
    lists = {GLOSSARY: "term", REFERENCES: "reference", phrases.PATH: "phrase", **{path: "plan" for path in plan.paths(catalogue)}}
    kinds = {page.path: page.kind.name for page in catalogue.pages.values()} | dict.fromkeys((HOME, *paths(catalogue)), "list") | lists
    rows = {f"{address(phrases.PATH)}#{row.id.lower()}": row for row in catalogue.phrases}
    codes = {address(page.path): page.code for page in catalogue.coded.values()} | {at: row.id for at, row in rows.items()}
    aliases: dict[str, Sequence[str]] = {f"{address(GLOSSARY)}#{row.id}": [*row.aliases[lang], *row.avoid[lang]] for row in catalogue.terms}
    for reference in catalogue.references.values():
        at = f"{address(REFERENCES)}#{reference.id.lower()}"
        codes[at], aliases[at] = reference.id, _texts(reference, lang)
    for facet in names.FACETS:
        for label in getattr(catalogue.vocabulary, facet, ()):
            aliases[address(f"browse/{facet}/{label.id}.md")] = label.also(lang)
    return Facts(
        kinds={address(path): kind for path, kind in kinds.items()},
        codes=codes,
        aliases=aliases,
        asked={address(catalogue.coded[row.page].path): row[lang] for row in catalogue.asked if row.page in catalogue.coded},
        feeds={at: address(catalogue.principles[row.principle].path) for at, row in rows.items() if row.principle in catalogue.principles},
    )


def synonyms(catalogue: Catalogue, lang: Lang) -> list[list[str]]:
    """Words that find each other: names of a term, and the table of everyday words."""
    groups = [[row.term[lang], *row.aliases[lang], *row.avoid[lang]] for row in catalogue.terms]
    written = catalogue.tables["synonyms"].data[lang] if "synonyms" in catalogue.tables else []
    unique = [list(dict.fromkeys(word.strip() for word in group)) for group in (*groups, *written)]
    return [group for group in unique if len(group) > 1]


def _pair(row: PhraseRow, lang: Lang) -> Passage:
    """A row of the phrase book: found under the sentence to say."""
    return Passage(row.id.lower(), row.say[lang], f"✗ {say('avoid', lang)} {row.avoid[lang]} {row.why[lang]}")


def _texts(row: ReferenceRow, lang: Lang) -> list[str]:
    """The names of the laws, rules and standards it rests on."""
    sources = [part.strip() for point in row.points if point.level in BINDING for part in re.split(r"[;；]", point.source[lang])]
    return list(dict.fromkeys(title or number for source in sources for title, number in _TEXT[lang].findall(source)))
