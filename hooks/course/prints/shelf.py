"""What there is to print in a language, and the Typst source of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from course.catalogue import Catalogue
from course.model import Lang
from course.prints import book, cards, handout, key, notes
from course.prints.galley import Galley
from course.prints.typeset import string
from course.prints.wanted import AnyPage, Print, PrintKind
from course.tables import PhraseRow, PlanRow
from course.wording import say

KINDS: tuple[PrintKind, ...] = get_args(PrintKind)
BOOK = "book"
PHRASES = "phrases"
"""Subjects that are no page: the whole course, and all its phrase pairs as pocket cards."""


def prints(catalogue: Catalogue, lang: Lang) -> Iterator[Print]:
    """Everything there is in that language; pages that are not translated are left out."""
    yield Print("book", BOOK, lang, catalogue.outline.title[lang], ())
    yield Print("cards", PHRASES, lang, say("phrases", lang), ())
    for plan in catalogue.plans:
        yield from _of(plan.id, plan.title[lang], lang, _pages(plan, catalogue), ("handout", "key", "sheet", "cards", "all"))
    taught: list[AnyPage] = [*catalogue.chapters.values(), *catalogue.cases.values()]
    for page in taught:
        if lang in page.sides:
            yield from _of(page.code, page.title(lang), lang, [page], ("handout", "key", "sheet", "cards"))
    for form in catalogue.forms.values():
        if lang in form.sides:
            yield from _of(form.code, form.title(lang), lang, [form], ("handout",))


def _of(subject: str, title: str, lang: Lang, pages: list[AnyPage], kinds: tuple[PrintKind, ...]) -> Iterator[Print]:
    codes = tuple(page.code for page in pages)
    yield from (Print(kind, subject, lang, title, codes) for kind in kinds)


def _pages(plan: PlanRow, catalogue: Catalogue) -> list[AnyPage]:
    """The pages of a plan, in order."""
    return [catalogue.coded[code] for item in plan.items if (code := item.chapter or item.case)]


def source(wanted: Print, catalogue: Catalogue) -> str:
    """The Typst source of a print; ``wanted.Unprintable`` where a page holds what cannot be set."""
    lang = wanted.lang
    looks = ("book",) if wanted.kind == "book" else ("cards",)
    name = f"{wanted.title} · {say(f'print_{wanted.kind}', lang)}"
    lines = [
        *(f'#import "/look/{look}.typ": *' for look in ("sheet", *looks)),
        f"#show: edition.with(lang: {string(lang)}, title: {string(name)})",
    ]
    if wanted.kind == "book":
        lines.append(f"#show: book.with(lang: {string(lang)}, title: {string(wanted.title)})")
        lines.append(book.source(catalogue, lang))
    elif wanted.subject == PHRASES:
        lines.append(cards.sheets([], catalogue.phrases, Galley(catalogue, lang)))
    else:
        lines.append(_body(wanted, catalogue))
    return "\n".join(lines)


def _body(wanted: Print, catalogue: Catalogue) -> str:
    galley = Galley(catalogue, wanted.lang)
    pages = [catalogue.coded[code] for code in wanted.pages]
    plan = next((plan for plan in catalogue.plans if plan.id == wanted.subject), None)
    kinds: tuple[PrintKind, ...] = ("sheet", "handout", "key", "cards") if wanted.kind == "all" else (wanted.kind,)
    return "".join(_part(kind, pages, galley, plan) for kind in kinds)


def _part(kind: PrintKind, pages: list[AnyPage], galley: Galley, plan: PlanRow | None) -> str:
    if kind == "cards":
        return cards.sheets(pages, [row for row in galley.catalogue.phrases if any(_suits(row, page) for page in pages)], galley)
    if kind == "sheet":
        return "".join(notes.sheet(page, galley) for page in pages)
    make = handout.sheet if kind == "handout" else key.sheet
    return "".join(make(page, galley) for page in pages)


def _suits(row: PhraseRow, page: AnyPage) -> bool:
    """Whether a phrase belongs to a principle of the page and, for a case, is said in its channel."""
    return row.principle in cards.principles(page) and (page.kind.name != "case" or page.front.channel in row.channels)
