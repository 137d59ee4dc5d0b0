"""The sections of an authored body, rendered one by one: headings with their ids, folded where the kind says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course.content import headings
from course.content.catalogue import AnyPage
from course.content.tables import PhraseRow
from course.render import cards, directives, markdown
from course.render.inline import Scope
from course.render.wording import say
from course.syntax.allowed import harmless
from course.translation.fingerprints import behind

REPEATED = "data-search-exclude"
"""Attribute of what another page has, too: the search finds it there."""


def stale_note(words: str) -> str:
    """A note that the English has not caught up; it is about the page, so that the search does not find it."""
    return f'<p class="behind" {REPEATED}>{words}</p>'


def phrases(rows: Sequence[PhraseRow], scope: Scope) -> str:
    """Pairs of wordings for the page, under a heading; nothing where there are none."""
    if not rows:
        return ""
    heading = markdown.heading(2, say("phrases_here", scope.lang), "phrases", REPEATED)
    return markdown.join(heading, cards.phrases(rows, scope.catalogue, scope.lang, scope.path))


@dataclass(frozen=True)
class FinishedSection:
    """A section of a page as finished Markdown."""

    id: str
    """``intro`` for what precedes the first heading."""
    heading: str
    content: str


def finished(page: AnyPage, scope: Scope) -> dict[str, str]:
    """Section id -> its finished Markdown with heading, in order."""
    return {section.id: markdown.join(section.heading, section.content) for section in sections(page, scope)}


def sections(page: AnyPage, scope: Scope) -> Iterator[FinishedSection]:
    """The sections of a page, in order.

    A section that is an answer or for the trainer is folded for a reader, open for the trainer, and not there for trainees.
    """
    shown = page.shown(scope.lang)
    hidden = {section.id: section.hidden for section in page.kind.sections}
    stale = behind(page) if shown == "en" else frozenset()
    for heading, text in headings.parts(page.sides[shown].body, page.kind, shown):
        scope.marked.clear()
        content = directives.render(text, scope)
        note = stale_note(say("behind", scope.lang)) if (heading.id if heading else "intro") in stale else ""
        if heading is None:
            yield FinishedSection("intro", "", markdown.join(note, content))
            continue
        fold = hidden.get(heading.id, "")
        if fold and scope.audience == "trainee":
            continue
        if fold and scope.audience == "reader":
            content = directives.answer(content, scope) if fold == "answer" else directives.notes(content, scope)
        if fold and scope.audience == "trainer":  # The heading says what it is; the block marks where it ends.
            content = markdown.block("div", content, fold)
        marks = [REPEATED] if fold == "trainer" else []
        title = markdown.heading(2, harmless(heading.text), heading.id, *marks)
        yield FinishedSection(heading.id, title, markdown.join(note, content))
