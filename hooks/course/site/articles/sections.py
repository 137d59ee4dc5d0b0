"""The sections of an authored body, rendered one by one: headings with their ids, folded where the kind says so."""

from __future__ import annotations

from typing import Any

from course.content import headings
from course.content.catalogue import Page
from course.render import directives, markdown
from course.render.inline import Scope
from course.render.wording import say
from course.syntax.allowed import harmless
from course.translation.fingerprints import behind

REPEATED = "data-search-exclude"
"""Attribute of what stands on another page too: the search finds it there."""


def late(words: str) -> str:
    """A note that the English has not caught up; it is about the page, so that the search does not find it."""
    return f'<p class="behind" {REPEATED}>{words}</p>'


def finished(page: Page[Any, Any], scope: Scope) -> dict[str, str]:
    """Section id -> its finished Markdown with heading, in order; what stands before the first heading is ``intro``.

    A section that is an answer or for the trainer is folded for a reader, open for the trainer, and not there for trainees.
    """
    side = page.body(scope.lang)
    shown = "zh" if side is page.sides["zh"] else scope.lang
    hidden = {section.id: section.hidden for section in page.kind.sections}
    stale = behind(page) if shown == "en" else frozenset()
    done: dict[str, str] = {}
    for section in headings.parts(side.tree, page.kind, shown):
        heading = section.heading
        scope.marked.clear()
        content = directives.render(section.nodes, scope)
        note = late(say("behind", scope.lang)) if section.id in stale else ""
        if heading is None:
            done["intro"] = markdown.join(note, content)
            continue
        fold = hidden.get(heading.id, "")
        if fold and scope.audience == "trainee":
            continue
        if fold and scope.audience == "reader":
            content = directives.answer(content, scope) if fold == "answer" else directives.notes(content, scope)
        if fold and scope.audience == "trainer":  # The heading says what it is; the block marks where it ends.
            content = markdown.block("div", content, fold)
        marks = [REPEATED] if fold == "trainer" else []
        done[heading.id] = markdown.join(markdown.heading(2, harmless(heading.title), heading.id, *marks), note, content)
    return done
