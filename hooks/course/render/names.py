"""What pages, parts, facets and relations are called."""

from __future__ import annotations

from collections.abc import Mapping

from course.content.catalogue import AnyPage, Verb
from course.content.tables import PartRow
from course.language.lang import Lang
from course.render import markdown
from course.render.wording import say

FACETS: Mapping[str, str] = {"issues": "issue", "channels": "channel", "roles": "role", "steps": "step", "levels": "level"}
"""What cases can be filtered by, in order of display: a list of the vocabulary, and the word for one of its values."""

SIGNS: Mapping[Verb, str] = {"holds": "✓", "breaks": "✗"}
TONES: Mapping[Verb, str] = {"holds": "good", "breaks": "bad"}
"""Ending of the style sheet's class for a relation."""


def of_page(page: AnyPage, lang: Lang) -> str:
    """Code and title of a page, as Markdown."""
    return f"{page.code} {markdown.escape(page.title(lang))}".strip()


def of_part(part: PartRow, lang: Lang) -> str:
    """Number and title of a part."""
    return f"{say('part', lang, part.id)} · {part.title[lang]}"


def colour_of(part: int) -> str:
    """Class of the style sheet that gives what belongs to the part with that number its colour."""
    return f"of-part-{part}"


def anchor_of(part: PartRow) -> str:
    """Place of a part on a page that lists the parts."""
    return f"part-{part.id}"


def of_facet(facet: str, lang: Lang) -> str:
    """The word for a value of a facet, such as Channel."""
    return say(FACETS[facet], lang)


def by_facet(facet: str, lang: Lang) -> str:
    """The heading of an index by that facet."""
    return say("by", lang, of_facet(facet, lang).lower())


def of_verb(verb: Verb, lang: Lang) -> str:
    """The word for a relation: Held or Broken."""
    return say("handled" if verb == "holds" else "broken", lang)


def signed_verb(verb: Verb, lang: Lang) -> str:
    """The word for a relation with its sign, as HTML."""
    return f'<span class="verb verb--{verb}">{SIGNS[verb]} {of_verb(verb, lang)}</span>'
