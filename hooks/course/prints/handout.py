"""The trainee's handout: the story or the chapter, the questions with room to write, no answer and no trainer's note."""

from __future__ import annotations

from course import markdown
from course.prints import facts
from course.prints.galley import Galley
from course.prints.markup import call, text
from course.prints.wanted import AnyPage
from course.wording import say

READ = ("intro", "situation", "events")
PRACTICE = ("practice",)
"""Sections of a case before and after its questions. Its rules stand on the key: they answer half the questions."""


def sheet(page: AnyPage, galley: Galley) -> str:
    """The handout of a chapter, a case or a form, as Typst."""
    if page.kind.name == "form":
        return galley.sheet("form", page.code, page.title(galley.lang), galley.title(page, []), body(page, galley))
    head = galley.title(page, facts.of(page, galley), ("name", "date"))
    story, questions, after = _shown(page, galley)
    return galley.sheet("handout", page.code, page.title(galley.lang), head, story, call("together", questions) if questions else "", after)


def body(page: AnyPage, galley: Galley) -> str:
    """What stands under the title."""
    return "\n".join(_shown(page, galley))


def _shown(page: AnyPage, galley: Galley) -> tuple[str, str, str]:
    """What stands under the title: what is to be read, a case's questions with room to write, and what comes after them."""
    parts = galley.sections(page, "trainee")
    if page.kind.name != "case":
        return objectives(page, galley) + galley.set(page, *parts.values()), "", ""
    before, after = (galley.set(page, *(parts[id] for id in ids if id in parts)) for ids in (READ, PRACTICE))
    questions = galley.set(page, markdown.block("div", parts["questions"], "questions")) if "questions" in parts else ""
    return before, questions, after


def objectives(page: AnyPage, galley: Galley) -> str:
    """What a trainee can do after the chapter; nothing for other kinds."""
    if page.kind.name != "chapter":
        return ""
    goals = ", ".join(f"[{text(goal)}]" for goal in page.word("objectives", galley.lang))
    return f"#note[#note-title[{text(say('objectives', galley.lang))}]#dotted({goals},)]\n"
