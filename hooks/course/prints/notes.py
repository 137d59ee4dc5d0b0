"""The trainer's sheet: what happens minute by minute, wrong turns, the board, what to say; with the clock where a plan sets it."""

from __future__ import annotations

import re

from course import markdown, outline
from course.directives import render
from course.directives.inline import Scope
from course.directives.scan import scan
from course.model import Lang
from course.prints import facts, handout
from course.prints.galley import Galley
from course.prints.wanted import AnyPage
from course.timetables import timetables

_ENTRY = re.compile(r"\s*(\||[-*+]|\d+[.)])")
"""How a line of a timetable begins."""


def sheet(page: AnyPage, galley: Galley, begins: int | None = None) -> str:
    """The trainer's sheet of a chapter or a case, as Typst; ``begins`` is the minute of the day at which its class begins."""
    words = notes(page, galley, begins)
    head = galley.title(page, facts.of(page, galley))
    body = handout.objectives(page, galley) + galley.set(page, *words)
    return galley.sheet("sheet", page.code, page.title(galley.lang), head, body, galley.references(*words))


def notes(page: AnyPage, galley: Galley, begins: int | None = None) -> list[str]:
    """What is for the trainer on a page: notes under the heading they belong to, then the section of them, as Markdown."""
    scope = Scope(galley.catalogue, galley.lang, page.path, audience="trainer")
    source = page.body(galley.lang)
    shown: Lang = "zh" if source is page.sides["zh"] else galley.lang
    body = source.body if begins is None else _timed(page, source.body, shown, begins)
    found = []
    for heading, words in outline.parts(body, page.kind, shown):
        if heading is None:
            continue
        own = [words] if heading.id == "trainer" else [block.text for block in scan(words)[0] if block.name == "trainer"]
        if own:
            found.append(markdown.join(markdown.heading(2, heading.text), *(render.render(part, scope) for part in own)))
    return found


def _timed(page: AnyPage, body: str, lang: Lang, begins: int) -> str:
    """The body with times of day before the entries of its timetables."""
    lines = body.split("\n")
    for entry in (entry for table in timetables(body, page.kind, lang) for entry in table):
        time = _clock(begins + entry.start)
        lines[entry.line - 1] = _ENTRY.sub(rf"\g<0> **{time}** ", lines[entry.line - 1], count=1)
    return "\n".join(lines)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24}:{minute % 60:02d}"
