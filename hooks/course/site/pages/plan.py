"""A page per session plan: what begins when, what to print and bring, and what to cut when late."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.tables import PlanRow
from course.language.lang import Lang
from course.render import markdown
from course.render.inline import Scope
from course.render.wording import say
from course.sessions import printables
from course.sessions.agenda import Slot, agenda, clock, cuts, total
from course.sessions.materials import Material, copies, materials, name
from course.site.pages.generated import Generated

SOURCE = "docs/data/plans.yml"
LIST = "plans.md"


def path(plan: PlanRow) -> str:
    """Path of the page of a plan."""
    return f"plans/{plan.id}.md"


def paths(catalogue: Catalogue) -> list[str]:
    """One for every plan."""
    return [path(plan) for plan in catalogue.plans]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The plans in the order of their table."""
    for plan in catalogue.plans:
        scope = Scope(catalogue, lang, path(plan))
        bring = markdown.bullets(markdown.escape(thing[lang]) for thing in plan.bring)
        body = markdown.join(
            f'<p class="about">{markdown.dots(facts(plan, catalogue, lang))}</p>',
            _section("agenda", markdown.join(_start(plan, lang), _agenda(plan, scope)), lang),
            _section("to_print", markdown.join(printables.links(plan.id, scope), _materials(plan, scope)), lang),
            _section("to_bring", bring, lang),
            _section("cut_when_late", _late(plan, lang), lang),
            f'<p class="back" markdown="1">{markdown.link(path(plan), LIST, say("all_plans", lang))}</p>',
        )
        yield Generated(path(plan), plan.title[lang], plan.who[lang], body, SOURCE, needs=("assets/js/agenda.js",))


def facts(plan: PlanRow, catalogue: Catalogue, lang: Lang) -> list[str]:
    """From when to when, how long, and how that compares with the target."""
    taken = total(plan, catalogue)
    name = "target_over" if taken > plan.target else "target_under" if taken < plan.target else "target_met"
    return [f"{_time(plan, 0)}–{_time(plan, taken)}", say(name, lang, taken, plan.target, abs(taken - plan.target))]


def _section(name: str, content: str, lang: Lang) -> str:
    return markdown.section(2, say(name, lang), name.replace("_", "-"), content)


def _time(plan: PlanRow, offset: int) -> str:
    """A time of day that a script can move with the start."""
    return f'<time data-offset="{offset}">{clock(plan.start, offset)}</time>'


def _start(plan: PlanRow, lang: Lang) -> str:
    """What to choose: when it begins and how many come. Shown where a script can act on it."""
    return (
        f'<div class="agenda-choice" data-total="{say("copies_total", lang)}">'
        f'<label>{say("start_at", lang)} <input type="time" name="start" required value="{plan.start}"></label>'
        f'<label>{say("people", lang)} <input type="number" name="people" min="1" max="999" step="1" inputmode="numeric"></label>'
        "</div>"
    )


def _agenda(plan: PlanRow, scope: Scope) -> str:
    lang = scope.lang
    taken = total(plan, scope.catalogue)
    header = [say("time", lang), say("what", lang), say("minutes_column", lang)]
    rows = [
        (f"{_time(plan, slot.start)}–{_time(plan, slot.end)}", _what(plan, slot, scope), str(slot.minutes))
        for slot in agenda(plan, scope.catalogue)
    ]
    end = (_time(plan, taken), markdown.inline(say("end", lang), "b"), markdown.inline(str(taken), "b"))
    return markdown.block("div", markdown.table(header, [*rows, end]), "agenda")


def _what(plan: PlanRow, slot: Slot, scope: Scope) -> str:
    """A chapter, a case with its steps, an opening, a break or a closing, with what is said as it begins."""
    words = f'<span class="agenda__say">{markdown.escape(slot.item.say[scope.lang])}</span>' if slot.item.say else ""
    if not slot.code:
        return markdown.inline(say(f"plan_{slot.item.kind}", scope.lang), "em") + words
    steps = [f"<span>{_time(plan, step.start)} {say(f'step_{step.name}', scope.lang, step.end - step.start)}</span>" for step in slot.steps]
    return scope.link(slot.code) + words + (f'<br><span class="agenda__steps">{" ".join(steps)}</span>' if steps else "")


def _materials(plan: PlanRow, scope: Scope) -> str:
    """What to print, for each sheet the pages it is printed from and how many."""
    lang = scope.lang
    header = [say("sheet", lang), say("copies", lang), say("printed_from", lang)]
    rows = [
        (markdown.escape(name(row, scope.catalogue, lang)), _copies(row, lang), _codes(row, scope))
        for row in materials(plan, scope.catalogue, lang)
    ]
    return markdown.block("div", markdown.table(header, rows), "materials")


def _copies(row: Material, lang: Lang) -> str:
    """How many of each page; a script adds the number once it is known how many people come."""
    if not row.people:
        return copies(row, lang)
    return f'{copies(row, lang)}<b class="copies" data-people="{row.people}" data-copies="{row.copies}"></b>'


def _codes(row: Material, scope: Scope) -> str:
    return " ".join(f"{scope.link(code, code, 'chip')}" for code in row.codes)


def _late(plan: PlanRow, lang: Lang) -> str:
    """What to leave out, in order, with the minutes saved so far."""
    header = [say("cut", lang), say("saves", lang), say("saved", lang)]
    rows = [(markdown.escape(row.cut[lang]), str(row.saves), markdown.inline(str(saved), "b")) for row, saved in cuts(plan)]
    hint = f'<p class="about">{markdown.escape(say("cut_order", lang))}</p>'
    return markdown.join(hint, markdown.block("div", markdown.table(header, rows), "late"))
