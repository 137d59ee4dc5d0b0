"""The facts of a page in one line."""

from __future__ import annotations

from course.prints.galley import Galley
from course.prints.wanted import AnyPage
from course.wording import say


def of(page: AnyPage, galley: Galley) -> list[str]:
    """Where it belongs and how long it takes."""
    lang, words = galley.lang, galley.catalogue.words
    if page.kind.name == "chapter":
        part = next(part for part in galley.catalogue.outline.parts if part.id == page.front.part)
        return [f"{say('part', lang, part.id)} {part.title[lang]}", say("minutes", lang, page.front.minutes)]
    if page.kind.name == "case":
        minutes = page.front.minutes
        return [
            words.row("forms", page.front.form)[lang],
            words.row("channels", page.front.channel)[lang],
            words.row("levels", page.front.level)[lang],
            say("minutes_of", lang, minutes.read, minutes.discuss, minutes.practise),
        ]
    return []
