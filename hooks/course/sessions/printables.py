"""The files there are to print: of a page, of a session plan, of the whole course; and links to those the site offers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.content.catalogue import AnyPage, Catalogue, Printed
from course.content.tables import PlanRow
from course.language.lang import Lang
from course.render import markdown
from course.render.inline import Scope
from course.render.wording import say

PrintKind = Literal["handout", "key", "sheet", "cards", "form", "all", "book"]
PER_PAGE: tuple[PrintKind, ...] = ("handout", "key", "sheet", "cards")
PER_PLAN: tuple[PrintKind, ...] = (*PER_PAGE, "all")
BOOK = "book"
PHRASES = "phrases"
"""Subjects that are no page: the whole course, and all its phrase pairs as pocket cards."""
ROOM = "prints.md"
"""The page that lists everything to print."""


@dataclass(frozen=True)
class Print:
    """One file to print."""

    kind: PrintKind
    subject: str
    """Code of a page, id of a plan, ``book`` or ``phrases``."""
    lang: Lang
    title: str
    pages: tuple[str, ...]
    """Codes of the pages it is made of; none where that is the whole course."""

    @property
    def name(self) -> str:
        """What kind of sheet it is, in its language."""
        return say(f"print_{self.kind}", self.lang)

    @property
    def path(self) -> str:
        """Relative to the language's folder."""
        return f"prints/{self.subject}.pdf" if self.kind == "book" else f"prints/{self.subject}-{self.kind}.pdf"


def prints(catalogue: Catalogue, lang: Lang) -> Iterator[Print]:
    """Everything there is in that language; pages that are not translated are left out."""
    yield Print("book", BOOK, lang, catalogue.programme.title[lang], ())
    yield Print("cards", PHRASES, lang, say("phrases", lang), ())
    for plan in catalogue.plans:
        codes = tuple(page.code for page in pages_of(plan, catalogue))
        yield from (Print(kind, plan.id, lang, plan.title[lang], codes) for kind in PER_PLAN)
    for page in catalogue.coded.values():
        if lang in page.sides and (kinds := _kinds(page)):
            yield from (Print(kind, page.code, lang, page.title(lang), (page.code,)) for kind in kinds)


def _kinds(page: AnyPage) -> tuple[PrintKind, ...]:
    by_name: dict[str, tuple[PrintKind, ...]] = {"chapter": PER_PAGE, "case": PER_PAGE, "form": ("form",)}
    return by_name.get(page.kind.name, ())


def pages_of(plan: PlanRow, catalogue: Catalogue) -> list[AnyPage]:
    """The chapters and cases of a plan, in order."""
    return [catalogue.coded[item.page] for item in plan.items if item.page]


def offered(catalogue: Catalogue, lang: Lang) -> Iterator[tuple[Print, Printed]]:
    """What the site has to print in that language, and how much of it."""
    for one in prints(catalogue, lang):
        if (lang, one.path) in catalogue.printed:
            yield one, catalogue.printed[lang, one.path]


def link(one: Print, page: str, words: str) -> str:
    """A link from that page to a file, as HTML, since it is no page the builder knows; ``words`` is HTML."""
    address = posixpath.relpath(one.path, markdown.address(page) or ".")
    label = f"{one.title} · {one.name}"
    return f'<a href="{address}" type="application/pdf" title="{markdown.escape(label)}">{words}</a>'


def amount(file: Printed, lang: Lang) -> str:
    """Pages and size of a file, in words; only its kind where they are not known yet."""
    if not file.pages:
        return "PDF"
    size = f"{file.size / 1_000_000:.1f} MB" if file.size >= 1_000_000 else f"{max(1, round(file.size / 1000))} KB"
    return say("print_amount" if file.pages > 1 else "print_amount_one", lang, file.pages, size)


def links_of(subject: str, scope: Scope) -> list[str]:
    """A link to each file of one subject, as HTML, with its kind and how much there is of it."""
    return [
        link(one, scope.path, f"{one.name} <small>{markdown.escape(amount(file, scope.lang))}</small>")
        for one, file in offered(scope.catalogue, scope.lang)
        if one.subject == subject
    ]


def links(subject: str, scope: Scope) -> str:
    """Links to the files of one subject, for its page; where the site has none, a link to how to get them."""
    files = links_of(subject, scope)
    if not files:
        files = [f'<a href="{markdown.route(scope.path, ROOM)}">{markdown.escape(say("print_none_here", scope.lang))}</a>']
    title = say("print", scope.lang)
    return f'<nav class="prints" aria-label="{title}" data-search-exclude><b>{title}</b> {" ".join(files)}</nav>'
