"""What to print for a session, and how many of each: for every person, for every group, for the trainer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.content.catalogue import Case, Catalogue
from course.content.tables import PlanRow
from course.language.lang import Lang
from course.render.wording import say
from course.syntax.inline import marks

OBSERVER_SHEET = "forms/observation-sheet.md"
"""The form an observer fills in while others practise."""

Sheet = Literal["handout", "key", "sheet", "cards", "form"]


@dataclass(frozen=True)
class Material:
    """One line of the list: a kind of sheet, the pages it is printed from, and how many."""

    sheet: Sheet
    codes: tuple[str, ...]
    """The pages to print, in the order of the plan."""
    people: int
    """How many people share the copies: 1 is one each, 0 is for the trainer only."""
    copies: int = 1
    """How many of each page those people get."""


def materials(plan: PlanRow, catalogue: Catalogue, lang: Lang) -> tuple[Material, ...]:
    """Everything to print for a plan, in the order in which it is handed out. Expects a plan whose chapters and cases there are."""
    codes = tuple(dict.fromkeys(item.page for item in plan.items if item.page))
    groups = {code: size for code in codes if code in catalogue.cases and (size := players(catalogue.cases[code], lang))}
    cards = (Material("cards", tuple(code for code in groups if groups[code] == size), size) for size in sorted(set(groups.values())))
    everyone = (Material("handout", codes, 1), Material("key", codes, 0), Material("sheet", codes, 0))
    return (*everyone, *cards, *_forms(codes, groups, catalogue, lang))


def players(case: Case, lang: Lang) -> int:
    """How many role cards a case has: so many people make a group. 0 where nothing is acted."""
    return sum(block.name == "role" for block in case.body(lang).tree.containers)


def name(row: Material, catalogue: Catalogue, lang: Lang) -> str:
    """The kind of sheet; a form by its title."""
    return catalogue.forms[row.codes[0]].title(lang) if row.sheet == "form" else say(f"print_{row.sheet}", lang)


def copies(row: Material, lang: Lang) -> str:
    """How many of each page."""
    if not row.people:
        return say("copies_trainer", lang)
    words = "copies_each" if row.people == 1 else "copies_set" if row.sheet == "cards" else "copies_group"
    return say(words, lang, row.people, row.copies)


def _forms(codes: tuple[str, ...], groups: dict[str, int], catalogue: Catalogue, lang: Lang) -> Iterator[Material]:
    """A sheet for the observer of every round of practice; each other form its pages name, one for everybody."""
    observer = next((form.code for form in catalogue.forms.values() if form.path == OBSERVER_SHEET), None)
    if observer and groups:
        yield Material("form", (observer,), min(groups.values()), len(groups))
    named = [
        mark.id for page in codes for _, line in catalogue.coded[page].body(lang).tree.prose for mark in marks(line) if mark.kind == "page"
    ]
    for code in dict.fromkeys(named):
        if code in catalogue.forms and code != observer:
            yield Material("form", (code,), 1)
