"""The sections of an authored body, rendered one by one: headings with their ids, folded where the kind says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from course.content import headings
from course.content.catalogue import AnyPage
from course.content.headings import Section
from course.content.kinds import CASE, Kind
from course.content.tables import PhraseRow
from course.render import blocks, cards, markdown, questions
from course.render.inline import Scope
from course.render.wording import say
from course.syntax.allowed import harmless
from course.syntax.dialogue import Dialogue
from course.translation.outdated import behind

REPEATED = "data-search-exclude"
"""Attribute of what another page has, too: the search finds it there."""


def stale_note(words: str) -> str:
    """A note that the English has not caught up; it is about the page, so that the search does not find it."""
    return f'<p class="behind" {REPEATED}>{words}</p>'


def phrases(rows: Sequence[PhraseRow], scope: Scope, *, behind_a_click: bool = False) -> str:
    """Pairs of wordings for the page, under a heading; nothing where there are none. A case puts them behind a click."""
    if not rows:
        return ""
    heading = markdown.heading(2, say("phrases_here", scope.lang), "phrases", REPEATED)
    pairs = cards.phrases(rows, scope.catalogue, scope.lang, scope.path)
    return markdown.join(heading, opened("phrases", pairs, scope) if behind_a_click else pairs)


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

    A section that is an answer or for the trainer is folded for a reader, open for the trainer, and not there for trainees. The answers
    of a case come with its questions, and a reader finds what happened without marks there, and with marks below the questions.
    """
    shown = page.shown(scope.lang)
    hidden = {section.id: section.hidden for section in page.kind.sections}
    stale = behind(page) if shown == "en" else frozenset()
    parts = {part.id: part for part in headings.parts(page.sides[shown].tree, page.kind, shown)}
    for section in parts.values():
        heading = section.heading
        scope.marked.clear()
        if page.kind is CASE and section.id == "analysis":
            continue
        content = _case(section, parts, scope) if page.kind is CASE else blocks.render(section.nodes, scope)
        note = stale_note(say("behind", scope.lang)) if _held(page.kind, section.id) & stale else ""
        if heading is None:
            yield FinishedSection("intro", "", markdown.join(note, content))
            continue
        fold = hidden.get(heading.id, "")
        if fold and scope.audience == "trainee":
            continue
        if fold and scope.audience == "reader":
            content = opened(heading.id, content, scope) if fold == "answer" else blocks.notes(content, scope)
        if fold and scope.audience == "trainer":  # The heading says what it is; the block marks where it ends.
            content = markdown.block("div", content, fold)
        marks = [REPEATED] if fold == "trainer" else []
        title = markdown.heading(2, harmless(heading.title), heading.id, *marks)
        yield FinishedSection(heading.id, title, markdown.join(note, content))


def opened(id: str, content: str, scope: Scope) -> str:
    """What answers the questions of a page, behind one click for a reader; ``id`` is that of its heading."""
    return blocks.answer(content, scope, say(f"open_{id}", scope.lang)) if scope.audience == "reader" else content


def _held(kind: Kind, id: str) -> set[str]:
    """Ids of the sections that are shown under the heading of that one."""
    return {"questions", "analysis"} if kind is CASE and id == "questions" else {id}


def _case(section: Section, parts: Mapping[str, Section], scope: Scope) -> str:
    """A section of a case, before it is folded."""
    if section.id == "events":
        return blocks.render(section.nodes, replace(scope, judged=scope.audience != "reader"))
    if section.id != "questions":
        return blocks.render(section.nodes, scope)
    asked = questions.asked(section, parts.get("analysis"), scope)
    if scope.audience != "reader":
        return asked
    told = parts["events"].nodes if "events" in parts else ()
    marked = "\n\n".join(blocks.one(node, scope) for node in told if isinstance(node, Dialogue))
    return markdown.join(asked, markdown.folded(say("marked_talk", scope.lang), marked, "answer", "marked-talk") if marked else "")
