"""The trainer's sheet: what happens minute by minute, wrong turns, the board, what to say; with the clock where a plan sets it."""

from __future__ import annotations

import re

from course.content.catalogue import AnyPage
from course.language.lang import Lang
from course.prints import facts, handout
from course.prints.markup import Markup
from course.prints.typesetter import Typesetter
from course.render import blocks, markdown
from course.render.inline import Scope
from course.render.wording import say
from course.sessions.agenda import clock
from course.sessions.trainer_timetables import timetables
from course.syntax.nodes import Container
from course.syntax.tree import parse

_FIRST_CELL = re.compile(r"\s*\|[^|]*\|")
_ITEM = re.compile(
    r"(?:[-*+]|\d+[.)]) +\*\*(?:第 *|minutes? +)?(\d+ ?[–-] ?\d+) *(?:分钟?|min(?:ute)?s?\b)?[，,。.：:、 ]*(.*?)\*\* *(.*)", re.IGNORECASE
)
_ITEMS = re.compile(rf"(?:^{_ITEM.pattern}$\n?){{2,}}", re.MULTILINE | re.IGNORECASE)
"""A timetable written as a list."""


def sheet(page: AnyPage, typesetter: Typesetter, begins: str | None = None) -> Markup:
    """The trainer's sheet of a chapter or a case; ``begins`` is the time of day its class begins, such as ``09:20``."""
    words = notes(page, typesetter)
    if begins:
        words = [_timed(part, page, typesetter.lang, begins) for part in words]
    head = typesetter.title(page, facts.of(page, typesetter))
    body = handout.objectives(page, typesetter) + typesetter.set(page, *words)
    return typesetter.sheet("sheet", page.code, page.title(typesetter.lang), head, body, typesetter.references(body))


def notes(page: AnyPage, typesetter: Typesetter) -> list[str]:
    """What is for the trainer on a page: notes under the heading they belong to, then the section of them, as Markdown."""
    scope = Scope(typesetter.catalogue, typesetter.lang, page.path, audience="trainer")
    found = []
    for part in typesetter.parts(page):
        made = [blocks.render(node.nodes, scope) for node in part.nodes if isinstance(node, Container) and node.name == "trainer"]
        if made and part.heading and part.id != "trainer":
            found.append(markdown.join(markdown.heading(2, part.heading.title), *made))
    section = typesetter.sections(page, "trainer").get("trainer", "")
    return [_ITEMS.sub(lambda list_: _table(list_[0], typesetter.lang), part) for part in (*found, section) if part]


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
    for entry in (
        entry for table in timetables(parse(words), page.kind, lang if lang in page.sides else "zh") for entry in table if entry.row
    ):
        lines[entry.line - 1] = _FIRST_CELL.sub(f"| {clock(begins, entry.start)} <small>{entry}</small> |", lines[entry.line - 1], count=1)
    return "\n".join(lines)
