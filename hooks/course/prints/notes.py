"""The trainer's sheet: what happens minute by minute, wrong turns, the board, what to say; with the clock where a plan sets it."""

from __future__ import annotations

import re

from course import markdown
from course.agenda import clock
from course.directives import render
from course.directives.inline import Scope
from course.directives.scan import scan
from course.model import Lang
from course.prints import facts, handout
from course.prints.galley import Galley
from course.prints.markup import Markup
from course.prints.wanted import AnyPage
from course.timetables import timetables
from course.wording import say

_FIRST_CELL = re.compile(r"\s*\|[^|]*\|")
_ITEM = re.compile(
    r"(?:[-*+]|\d+[.)]) +\*\*(?:第 *|minutes? +)?(\d+ ?[–-] ?\d+) *(?:分钟?|min(?:ute)?s?\b)?[，,。.：:、 ]*(.*?)\*\* *(.*)", re.IGNORECASE
)
_ITEMS = re.compile(rf"(?:^{_ITEM.pattern}$\n?){{2,}}", re.MULTILINE | re.IGNORECASE)
"""A timetable written as a list."""


def sheet(page: AnyPage, galley: Galley, begins: str | None = None) -> Markup:
    """The trainer's sheet of a chapter or a case; ``begins`` is the time of day its class begins, such as ``09:20``."""
    words = notes(page, galley)
    if begins:
        words = [_timed(part, page, galley.lang, begins) for part in words]
    head = galley.title(page, facts.of(page, galley))
    body = handout.objectives(page, galley) + galley.set(page, *words)
    return galley.sheet("sheet", page.code, page.title(galley.lang), head, body, galley.references(*words))


def notes(page: AnyPage, galley: Galley) -> list[str]:
    """What is for the trainer on a page: notes under the heading they belong to, then the section of them, as Markdown."""
    scope = Scope(galley.catalogue, galley.lang, page.path, audience="trainer")
    found = []
    for heading, words in galley.parts(page):
        blocks = [render.render(block.text, scope) for block in scan(words)[0] if block.name == "trainer"]
        if blocks and heading and heading.id != "trainer":
            found.append(markdown.join(markdown.heading(2, heading.text), *blocks))
    section = galley.sections(page, "trainer").get("trainer", "")
    return [_ITEMS.sub(lambda list_: _table(list_[0], galley.lang), part) for part in (*found, section) if part]


def _table(items: str, lang: Lang) -> str:
    """A timetable written as a list, as a table like all others."""
    rows = []
    for item in _ITEM.finditer(items):
        lead = f"**{item[2][:1].upper()}{item[2][1:]}** " if item[2] else ""
        rows.append([item[1], lead + (item[3] if lead else item[3][:1].upper() + item[3][1:])])
    return markdown.table([say("timetable_minutes", lang), say("timetable_what", lang)], rows) + "\n"


def _timed(words: str, page: AnyPage, lang: Lang, begins: str) -> str:
    """The section with times of day in the rows of its timetables."""
    lines = words.split("\n")
    for entry in (entry for table in timetables(words, page.kind, lang if lang in page.sides else "zh") for entry in table if entry.row):
        lines[entry.line - 1] = _FIRST_CELL.sub(f"| {clock(begins, entry.start)} <small>{entry}</small> |", lines[entry.line - 1], count=1)
    return "\n".join(lines)
