"""The Typst source of every print."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import PhraseRow, PlanRow
from course.prints import book, cards, handout, key, notes, session
from course.prints.markup import SPACE, Markup, document, joined, named
from course.prints.typesetter import Typesetter
from course.render.wording import say
from course.sessions.materials import materials
from course.sessions.printables import PHRASES, Print, PrintKind


def source(wanted: Print, catalogue: Catalogue) -> str:
    """The Typst source of a print; ``wanted.Unprintable`` where a page holds what cannot be set."""
    lang = wanted.lang
    name = f"{wanted.title} · {say(f'print_{wanted.kind}', lang)}"
    edition = ("edition", {"lang": lang, "title": name})
    if wanted.kind == "book":
        return document(["sheet", "book"], [edition, ("book", {"lang": lang, "title": wanted.title})], book.content(catalogue, lang))
    phrases = wanted.subject == PHRASES
    body = cards.sheets([], catalogue.phrases, Typesetter(catalogue, lang)) if phrases else _body(wanted, catalogue)
    return document(["sheet", "cards"], [edition], body)


def _body(wanted: Print, catalogue: Catalogue) -> Markup:
    typesetter = Typesetter(catalogue, wanted.lang)
    pages = [catalogue.coded[code] for code in wanted.pages]
    plan = next((plan for plan in catalogue.plans if plan.id == wanted.subject), None)
    kinds: tuple[PrintKind, ...] = ("sheet", "handout", "key", "cards") if wanted.kind == "all" else (wanted.kind,)
    forms = [*_forms(plan, typesetter)] if plan and wanted.kind == "all" else []
    return joined([*(_part(kind, pages, typesetter, plan) for kind in kinds), *forms], named("new-leaf") + SPACE)


def _part(kind: PrintKind, pages: list[AnyPage], typesetter: Typesetter, plan: PlanRow | None) -> Markup:
    if kind == "cards":
        return cards.sheets(pages, [row for row in typesetter.catalogue.phrases if any(_suits(row, page) for page in pages)], typesetter)
    if kind == "sheet":
        begins = session.begins(plan, typesetter) if plan else {}
        agenda = [session.sheet(plan, typesetter)] if plan else []
        return joined([*agenda, *(notes.sheet(page, typesetter, begins.get(page.code)) for page in pages)])
    make = key.sheet if kind == "key" else handout.sheet
    return joined([make(page, typesetter) for page in pages])


def _forms(plan: PlanRow, typesetter: Typesetter) -> Iterator[Markup]:
    """The forms a session needs."""
    for row in materials(plan, typesetter.catalogue, typesetter.lang):
        if row.sheet == "form":
            yield from (handout.sheet(typesetter.catalogue.forms[code], typesetter) for code in row.codes)


def _suits(row: PhraseRow, page: AnyPage) -> bool:
    """Whether a phrase belongs to a principle of the page and, for a case, is said in its channel."""
    return row.principle in cards.principles(page) and (page.kind.name != "case" or page.front.channel in row.channels)
