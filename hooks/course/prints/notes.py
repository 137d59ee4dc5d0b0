"""The trainer's sheet: what happens minute by minute, wrong turns, the board, what to say; with the clock where a plan sets it."""

from __future__ import annotations

import re

from course import markdown, outline
from course.directives import render
from course.directives.inline import Scope
from course.directives.scan import scan
from course.prints import facts, handout
from course.prints.galley import Galley
from course.prints.wanted import AnyPage

_SPAN = re.compile(r"^\| *(\d+)( ?[–-] ?\d+) *\|", re.MULTILINE)


def sheet(page: AnyPage, galley: Galley, begins: int | None = None) -> str:
    """The trainer's sheet of a chapter or a case, as Typst; ``begins`` is the minute of the day its class begins."""
    words = notes(page, galley)
    if begins is not None:
        words = [_SPAN.sub(lambda span: f"| {_clock(begins + int(span[1]))} <small>{span[1]}{span[2].strip()}</small> |", part) for part in words]
    head = galley.title(page, facts.of(page, galley))
    body = handout.objectives(page, galley) + galley.set(page, *words)
    return galley.sheet("sheet", page.code, page.title(galley.lang), head, body, galley.references(*words))


def notes(page: AnyPage, galley: Galley) -> list[str]:
    """What is for the trainer on a page: notes under the heading they belong to, then the section of them, as Markdown."""
    scope = Scope(galley.catalogue, galley.lang, page.path, audience="trainer")
    source = page.body(galley.lang)
    shown = "zh" if source is page.sides["zh"] else galley.lang
    found = []
    for heading, words in outline.parts(source.body, page.kind, shown):
        blocks = [render.render(block.text, scope) for block in scan(words)[0] if block.name == "trainer"]
        if blocks and heading and heading.id != "trainer":
            found.append(markdown.join(markdown.heading(2, heading.text), *blocks))
    section = galley.sections(page, "trainer").get("trainer", "")
    return [*found, section] if section else found


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24}:{minute % 60:02d}"
