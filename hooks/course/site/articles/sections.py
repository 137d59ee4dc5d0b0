"""The sections of an authored body, rendered one by one: headings with their ids, folded where the kind says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from course.content import headings
from course.content.catalogue import Page
from course.content.kinds import CASE, Kind
from course.render import directives, markdown, questions
from course.render.inline import Scope
from course.render.wording import say
from course.syntax.allowed import harmless
from course.syntax.blocks import scan
from course.translation.fingerprints import behind

REPEATED = "data-search-exclude"
"""Attribute of what stands on another page too: the search finds it there."""


def late(words: str) -> str:
    """A note that the English has not caught up; it is about the page, so that the search does not find it."""
    return f'<p class="behind" {REPEATED}>{words}</p>'


def finished(page: Page[Any, Any], scope: Scope) -> dict[str, str]:
    """Section id -> its finished Markdown with heading, in order; what stands before the first heading is ``intro``.

    A section that is an answer or for the trainer is folded for a reader, open for the trainer, and not there for trainees. The answers
    of a case come with its questions, and a reader finds what happened without marks there, and with marks below the questions.
    """
    side = page.body(scope.lang)
    shown = "zh" if side is page.sides["zh"] else scope.lang
    hidden = {section.id: section.hidden for section in page.kind.sections}
    stale = behind(page) if shown == "en" else frozenset()
    done: dict[str, str] = {}
    parts = headings.parts(side.body, page.kind, shown)
    texts = {heading.id: text for heading, text in parts if heading}
    for heading, text in parts:
        scope.marked.clear()
        if page.kind is CASE and heading and heading.id == "analysis":
            continue
        content = _content(page.kind, heading.id if heading else "intro", texts, scope) if heading else directives.render(text, scope)
        note = late(say("behind", scope.lang)) if _held(page.kind, heading.id if heading else "intro") & stale else ""
        if heading is None:
            done["intro"] = markdown.join(note, content)
            continue
        fold = hidden.get(heading.id, "")
        if fold and scope.audience == "trainee":
            continue
        if fold and scope.audience == "reader":
            content = (
                directives.answer(content, scope, say(f"open_{heading.id}", scope.lang))
                if fold == "answer"
                else directives.notes(content, scope)
            )
        if fold and scope.audience == "trainer":  # The heading says what it is; the block marks where it ends.
            content = markdown.block("div", content, fold)
        marks = [REPEATED] if fold == "trainer" else []
        done[heading.id] = markdown.join(markdown.heading(2, harmless(heading.text), heading.id, *marks), note, content)
    return done


def _held(kind: Kind, id: str) -> set[str]:
    """Ids of the sections that are shown under the heading of that one."""
    return {"questions", "analysis"} if kind is CASE and id == "questions" else {id}


def _content(kind: Kind, id: str, texts: dict[str, str], scope: Scope) -> str:
    """What is under a heading, before it is folded."""
    if kind is not CASE or id not in ("events", "questions"):
        return directives.render(texts[id], scope)
    if id == "events":
        return directives.render(texts[id], replace(scope, judged=scope.audience != "reader"))
    asked = questions.asked(texts[id], texts.get("analysis", ""), scope)
    if scope.audience != "reader":
        return asked
    marked = "\n\n".join(directives.one(block, scope) for block in scan(texts.get("events", ""))[0] if block.name == "dialogue")
    return markdown.join(asked, markdown.folded(say("marked_talk", scope.lang), marked, "answer", "marked-talk") if marked else "")
