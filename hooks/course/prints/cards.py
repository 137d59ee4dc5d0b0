"""Cards to cut out: role cards whose backs do not tell, the observer's checklist, and pocket cards of cases, principles and phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from course import markdown
from course.catalogue import Case
from course.directives import render
from course.directives.inline import Scope
from course.directives.scan import scan
from course.prints.galley import Galley
from course.prints.markup import NOTHING, SPACE, Markup, Value, call, joined, named, text
from course.prints.wanted import AnyPage
from course.tables import PhraseRow
from course.wording import say

ROLES = ((2, 2), (1, 2), (1, 1))
POCKET = ((2, 4), (2, 3), (2, 2), (1, 2))
"""Columns and rows on an A4 leaf, the smallest cards first: the first that every card of the set fits is taken."""


@dataclass(frozen=True)
class Card:
    """Two sides of a card, and what it is called where it is too long for a leaf."""

    name: str
    front: Markup
    back: Markup


def sheets(pages: Sequence[AnyPage], phrases: Iterable[PhraseRow], galley: Galley) -> Markup:
    """All cards for those pages: roles case by case, then pocket cards of the cases and of their principles, and the phrases."""
    cases = [page for page in pages if page.kind.name == "case"]
    codes = dict.fromkeys(code for page in pages for code in principles(page))
    known = [*(_case(case, galley) for case in cases), *(_principle(galley.catalogue.principles[code], galley) for code in codes)]
    return joined(
        [
            *(_set("role-cards", ROLES, list(_roles(case, galley))) for case in cases),
            _set("pocket-cards", POCKET, known),
            _set("phrase-cards", POCKET, [_phrase(row, galley) for row in phrases]),
        ]
    )


def roles(page: AnyPage, galley: Galley) -> Iterator[tuple[str, str]]:
    """Title and finished Markdown of each role card of a page."""
    scope = Scope(galley.catalogue, galley.lang, page.path, audience="trainer")
    for _, words in galley.parts(page):
        for block in scan(words)[0]:
            if block.name == "role":
                yield block.title, render.render(block.text, scope)


def principles(page: AnyPage) -> Iterator[str]:
    """Codes of the principles a page is about."""
    if page.kind.name == "case":
        yield from (*page.front.principles, *page.front.breaks)
    elif page.kind.name == "chapter":
        yield from page.front.principles


def _set(look: str, grids: tuple[tuple[int, int], ...], cards: list[Card]) -> Markup:
    """Leaves of cards, fronts and then backs."""
    if not cards:
        return NOTHING
    rows: list[Value] = [{"name": card.name, "front": card.front, "back": card.back} for card in cards]
    return call(look, rows, *grids) + SPACE


def _roles(case: Case, galley: Galley) -> Iterator[Card]:
    lang = galley.lang
    for title, words in roles(case, galley):
        head = call("card-head", code=case.code, content=text(title))
        back = call("card-back", code=case.code, title=title, content=text(say("own_card", lang)))
        yield Card(f"{case.code} {title}", head + galley.set(case, words), back)


def _case(case: Case, galley: Galley) -> Card:
    """Front: which case it is; back: what to ask about it."""
    lang = galley.lang
    facts = [galley.catalogue.words.row("channels", case.front.channel)[lang], say("minutes", lang, case.front.minutes.total)]
    front = (
        call("card-head", code=case.code, content=text(case.title(lang)))
        + call("card-text", content=text(case.summary(lang)))
        + call("card-foot", content=text(" · ".join(facts)))
    )
    questions = galley.sections(case, "trainee").get("questions", "")
    body = "\n".join(questions.split("\n")[1:])
    back = call("card-name", code=case.code, content=text(say("questions", lang))) + galley.set(case, body)
    return Card(f"{case.code} {case.title(lang)}", front, back)


def _principle(principle: AnyPage, galley: Galley) -> Card:
    """Front: its one sentence; back: what to do and what not."""
    lang = galley.lang
    front = call("card-head", code=principle.code, content=text(principle.title(lang)))
    front += call("card-line", content=text(principle.summary(lang)))
    parts = galley.sections(principle, "trainee")
    sides = [
        call("card-part", content=text(section[lang])) + galley.set(principle, _bare(parts[section.id]))
        for section in principle.kind.sections
        if section.id in ("do", "dont") and section.id in parts
    ]
    return Card(f"{principle.code} {principle.title(lang)}", front, joined(sides))


def _bare(section: str) -> str:
    """A section without its heading."""
    return "\n".join(line for line in section.split("\n") if not line.startswith("## "))


def _phrase(row: PhraseRow, galley: Galley) -> Card:
    """Front: what not to say; back: what to say, and why."""
    lang = galley.lang
    where = markdown.listed([galley.catalogue.words.row("channels", id)[lang] for id in row.channels], lang)
    situation = galley.catalogue.words.row("situations", row.situation)[lang]
    front = call("card-head", code=row.id, content=named("cross") + SPACE + text(say("avoid", lang)))
    front += call("card-line", content=text(row.avoid[lang])) + call("card-foot", content=text(f"{situation} · {where}"))
    back = call("card-name", code=row.id, content=named("tick") + SPACE + text(say("say", lang)))
    back += call("card-line", content=text(row.say[lang])) + call("card-foot", content=text(row.why[lang]))
    return Card(f"{row.id} {say('avoid', lang)}", front, back)
