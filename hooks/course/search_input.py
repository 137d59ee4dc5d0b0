"""What the search is told beyond the text of the pages: other names, kinds of page, synonyms from the term base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from course.catalogue import Catalogue
from course.directives.inline import GLOSSARY, REFERENCES
from course.markdown import address
from course.model import Lang
from course.pages import paths, phrases
from course.search import search_data

HOME = "index.md"
"""Written by hand, but what it shows is lists of other pages."""
ENTRIES = (GLOSSARY, REFERENCES, phrases.PATH)
"""Generated lists whose sections are things of their own; the other generated pages only repeat what stands elsewhere."""


def text(catalogue: Catalogue, lang: Lang, stock_index: Mapping[str, Any]) -> str:
    """The search data of a language, from the index MkDocs wrote."""
    kinds = {address(page.path): page.kind.name for page in catalogue.pages.values()}
    kinds |= {address(path): "entries" if path in ENTRIES else "generated" for path in (HOME, *paths(catalogue))}
    aliases = {address(page.path): [page.code] for page in catalogue.coded.values()}
    aliases |= {f"{address(GLOSSARY)}#{row.id}": [*row.aliases[lang], *row.avoid[lang]] for row in catalogue.terms}
    groups = [[row.term[lang], *row.aliases[lang], *row.avoid[lang]] for row in catalogue.terms]
    written = catalogue.tables["synonyms"].data[lang] if "synonyms" in catalogue.tables else []
    synonyms = [list(dict.fromkeys(word.strip() for word in group)) for group in (*groups, *written)]
    return search_data(stock_index, aliases, kinds, [group for group in synonyms if len(group) > 1], lang)
