"""A page that leans on a reference whose sources are to be read again by now says so under its title."""

from __future__ import annotations

import re

from course.content import citations
from course.content.catalogue import Catalogue
from course.content.tables import ReferenceRow
from course.language.lang import Lang
from course.render import look_again, markdown
from course.render.inline import REFERENCES

_CITED = re.compile(rf"{re.escape(REFERENCES)}#([rmu]\d{{2,3}})\b|&#91;([RMU]\d{{2,3}})&#93;")
"""A link to a reference, or its mark where no link can be, as in the hint of a link."""


def note(text: str, path: str, catalogue: Catalogue, lang: Lang) -> str:
    """What a page at that path has to say, given its finished text; nothing where it leans on nothing that is overdue.

    It is read off what was finished, so that no way of citing can be forgotten.
    """
    if not (overdue := citations.overdue(catalogue)):
        return ""
    cited = {(link or mark).upper() for link, mark in _CITED.findall(text)}

    def named(row: ReferenceRow) -> str:
        return markdown.link(path, REFERENCES, row.id, anchor=row.id.lower(), title=row.title[lang])

    return mark(look_again.note([row for id, row in overdue.items() if id in cited], lang, named))


def mark(words: str) -> str:
    """Those words as a mark on a page; it is about the page, so that the search does not find it."""
    return f'<p class="look-again" role="note" markdown="1" data-search-exclude>{words}</p>' if words else ""
