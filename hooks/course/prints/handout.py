"""The trainee's handout: the story or the chapter, the questions with room to write, no answer and no trainer's note."""

from __future__ import annotations

from course import markdown
from course.prints import facts
from course.prints.galley import Galley
from course.prints.typeset import text
from course.prints.wanted import AnyPage
from course.wording import say

CASE = ("intro", "situation", "events", "questions", "practice")
"""Sections of a case. Its rules stand on the key: they answer half the questions."""


def sheet(page: AnyPage, galley: Galley) -> str:
    """The handout of a chapter, a case or a form, as Typst."""
    if page.kind.name == "form":
        return galley.sheet("form", page.code, page.title(galley.lang), galley.title(page, []), body(page, galley))
    head = galley.title(page, facts.of(page, galley), ("name", "date"))
    return galley.sheet("handout", page.code, page.title(galley.lang), head, body(page, galley))


def body(page: AnyPage, galley: Galley) -> str:
    """What stands under the title."""
    parts = galley.sections(page, "trainee")
    if page.kind.name == "case":
        shown = {id: parts[id] for id in CASE if id in parts}
        if "questions" in shown:
            shown["questions"] = markdown.block("div", shown["questions"], "questions")
        return galley.set(page, *shown.values())
    return objectives(page, galley) + galley.set(page, *parts.values())


def objectives(page: AnyPage, galley: Galley) -> str:
    """What a trainee can do after the chapter; nothing for other kinds."""
    if page.kind.name != "chapter":
        return ""
    goals = ", ".join(f"[{text(goal)}]" for goal in page.word("objectives", galley.lang))
    return f"#note[#note-title[{text(say('objectives', galley.lang))}]#dotted({goals},)]\n"
