"""The trainee's handout: the story or the chapter, the questions with room to write, no answer and no trainer's note."""

from __future__ import annotations

from course import markdown
from course.prints import facts
from course.prints.galley import Galley
from course.prints.markup import NOTHING, SPACE, Markup, call, joined, text
from course.prints.wanted import AnyPage
from course.wording import say

READ = ("intro", "situation", "events")
PRACTICE = ("practice",)
"""Sections of a case before and after its questions. Its rules stand on the key: they answer half the questions."""


def sheet(page: AnyPage, galley: Galley) -> Markup:
    """The handout of a chapter, a case or a form."""
    if page.kind.name == "form":
        return galley.sheet("form", page.code, page.title(galley.lang), galley.title(page, []), body(page, galley))
    head = galley.title(page, facts.of(page, galley), ("name", "date"))
    story, questions, after = _shown(page, galley)
    return galley.sheet(
        "handout", page.code, page.title(galley.lang), head, story, call("together", content=questions) if questions else NOTHING, after
    )


def body(page: AnyPage, galley: Galley) -> Markup:
    """What stands under the title."""
    return joined(_shown(page, galley), SPACE)


def _shown(page: AnyPage, galley: Galley) -> tuple[Markup, Markup, Markup]:
    """What stands under the title: what is to be read, a case's questions with room to write, and what comes after them."""
    parts = galley.sections(page, "trainee")
    if page.kind.name != "case":
        return objectives(page, galley) + galley.set(page, *parts.values()), NOTHING, NOTHING
    before, after = (galley.set(page, *(parts[id] for id in ids if id in parts)) for ids in (READ, PRACTICE))
    questions = galley.set(page, markdown.block("div", parts["questions"], "questions")) if "questions" in parts else NOTHING
    return before, questions, after


def objectives(page: AnyPage, galley: Galley) -> Markup:
    """What a trainee can do after the chapter; nothing for other kinds."""
    if page.kind.name != "chapter":
        return NOTHING
    goals = [text(goal) for goal in page.word("objectives", galley.lang)]
    title = call("note-title", content=text(say("objectives", galley.lang)))
    return call("note", content=title + call("dotted", *goals)) + SPACE
