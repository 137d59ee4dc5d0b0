"""The facts of a page in one line."""

from __future__ import annotations

from course.content.catalogue import AnyPage
from course.prints.typesetter import Typesetter
from course.render.wording import say


def of(page: AnyPage, typesetter: Typesetter) -> list[str]:
    """Where it belongs and how long it takes."""
    lang, choices = typesetter.lang, typesetter.catalogue.choices
    if page.kind.name == "chapter":
        part = typesetter.catalogue.part_of(page)
        return [*([f"{say('part', lang, part.id)} {part.title[lang]}"] if part else []), say("minutes", lang, page.front.minutes)]
    if page.kind.name == "case":
        minutes = page.front.minutes
        return [
            choices.row("forms", page.front.form)[lang],
            choices.row("channels", page.front.channel)[lang],
            choices.row("levels", page.front.level)[lang],
            say("minutes_of", lang, minutes.read, minutes.discuss, minutes.practise),
        ]
    return []
