"""A company's own edition as it is seen: what its site and its prints are called, and whom to ask there."""

from __future__ import annotations

from course.content.catalogue import Catalogue
from course.language.lang import Lang


def titled(title: str, catalogue: Catalogue, lang: Lang) -> str:
    """The course's title, with the name of the company whose edition it is."""
    return f"{title} · {catalogue.own.name[lang]}" if catalogue.own.name else title


def said(catalogue: Catalogue, lang: Lang) -> str:
    """Who the company is and whom to ask there, in a line; nothing where neither is known."""
    return " · ".join(words[lang] for words in (catalogue.own.name, catalogue.own.contact) if words)
