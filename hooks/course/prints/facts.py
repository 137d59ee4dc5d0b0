"""The facts of a page in one line."""

from __future__ import annotations

from course.prints.errors import AnyPage
from course.prints.typesetter import Typesetter
from course.render.wording import say


def of(page: AnyPage, typesetter: Typesetter) -> list[str]:
    """Where it belongs and how long it takes."""
    lang, words = typesetter.lang, typesetter.catalogue.words
    if page.kind.name == "chapter":
        part = next(part for part in typesetter.catalogue.outline.parts if part.id == page.front.part)
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
