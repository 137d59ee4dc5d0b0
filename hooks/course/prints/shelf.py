"""The Typst source of every print."""

from __future__ import annotations

from collections.abc import Iterator

from course.catalogue import Catalogue
from course.materials import materials
from course.printouts import PHRASES, Print, PrintKind
from course.prints import book, cards, handout, key, notes, session
from course.prints.galley import Galley
from course.prints.markup import SPACE, Markup, document, joined, named
from course.prints.wanted import AnyPage
from course.tables import PhraseRow, PlanRow
from course.wording import say


def source(wanted: Print, catalogue: Catalogue) -> str:
    """The Typst source of a print; ``wanted.Unprintable`` where a page holds what cannot be set."""
    lang = wanted.lang
    name = f"{wanted.title} · {say(f'print_{wanted.kind}', lang)}"
    edition = ("edition", {"lang": lang, "title": name})
    if wanted.kind == "book":
        return document(["sheet", "book"], [edition, ("book", {"lang": lang, "title": wanted.title})], book.content(catalogue, lang))
    phrases = wanted.subject == PHRASES
    body = cards.sheets([], catalogue.phrases, Galley(catalogue, lang)) if phrases else _body(wanted, catalogue)
    return document(["sheet", "cards"], [edition], body)


def _body(wanted: Print, catalogue: Catalogue) -> Markup:
    galley = Galley(catalogue, wanted.lang)
    pages = [catalogue.coded[code] for code in wanted.pages]
    plan = next((plan for plan in catalogue.plans if plan.id == wanted.subject), None)
    kinds: tuple[PrintKind, ...] = ("sheet", "handout", "key", "cards") if wanted.kind == "all" else (wanted.kind,)
    forms = [*_forms(plan, galley)] if plan and wanted.kind == "all" else []
    return joined([*(_part(kind, pages, galley, plan) for kind in kinds), *forms], named("new-leaf") + SPACE)


def _part(kind: PrintKind, pages: list[AnyPage], galley: Galley, plan: PlanRow | None) -> Markup:
    if kind == "cards":
        return cards.sheets(pages, [row for row in galley.catalogue.phrases if any(_suits(row, page) for page in pages)], galley)
    if kind == "sheet":
        begins = session.begins(plan, galley) if plan else {}
        agenda = [session.sheet(plan, galley)] if plan else []
        return joined([*agenda, *(notes.sheet(page, galley, begins.get(page.code)) for page in pages)])
    make = key.sheet if kind == "key" else handout.sheet
    return joined([make(page, galley) for page in pages])


def _forms(plan: PlanRow, galley: Galley) -> Iterator[Markup]:
    """The forms a session needs."""
    for row in materials(plan, galley.catalogue, galley.lang):
        if row.sheet == "form":
            yield from (handout.sheet(galley.catalogue.forms[code], galley) for code in row.codes)


def _suits(row: PhraseRow, page: AnyPage) -> bool:
    """Whether a phrase belongs to a principle of the page and, for a case, is said in its channel."""
    return row.principle in cards.principles(page) and (page.kind.name != "case" or page.front.channel in row.channels)
