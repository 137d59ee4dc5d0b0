"""The trainee's handout: the story or the chapter, the questions with room to write, no answer and no trainer's note."""

from __future__ import annotations

from course.content.catalogue import AnyPage
from course.prints import facts
from course.prints.markup import NOTHING, SPACE, Markup, call, joined, text
from course.prints.typesetter import Typesetter
from course.render import markdown
from course.render.wording import say

READ = ("intro", "situation", "events")
PRACTICE = ("practice",)
"""Sections of a case before and after its questions. Its rules are printed on the key: they answer half the questions."""


def sheet(page: AnyPage, typesetter: Typesetter) -> Markup:
    """The handout of a chapter, a case or a form."""
    if page.kind.name == "form":
        return typesetter.sheet("form", page.code, page.title(typesetter.lang), typesetter.title(page, []), body(page, typesetter))
    head = typesetter.title(page, facts.of(page, typesetter), ("name", "date"))
    story, questions, after = _shown(page, typesetter)
    return typesetter.sheet(
        "handout", page.code, page.title(typesetter.lang), head, story, call("together", content=questions) if questions else NOTHING, after
    )


def body(page: AnyPage, typesetter: Typesetter) -> Markup:
    """Everything below the title."""
    return joined(_shown(page, typesetter), SPACE)


def _shown(page: AnyPage, typesetter: Typesetter) -> tuple[Markup, Markup, Markup]:
    """What is below the title: the text to read, a case's questions with room to write, and what comes after them."""
    parts = typesetter.sections(page, "trainee")
    if page.kind.name != "case":
        return objectives(page, typesetter) + typesetter.set(page, *parts.values()), NOTHING, NOTHING
    before, after = (typesetter.set(page, *(parts[id] for id in ids if id in parts)) for ids in (READ, PRACTICE))
    questions = typesetter.set(page, markdown.block("div", parts["questions"], "questions")) if "questions" in parts else NOTHING
    return before, questions, after


def objectives(page: AnyPage, typesetter: Typesetter) -> Markup:
    """What a trainee can do after the chapter; nothing for other kinds."""
    if page.kind.name != "chapter":
        return NOTHING
    goals = [text(goal) for goal in page.word("objectives", typesetter.lang)]
    title = call("note-title", content=text(say("objectives", typesetter.lang)))
    return call("note", content=title + call("dotted", *goals)) + SPACE
