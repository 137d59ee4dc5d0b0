"""A session on one sheet for the trainer: what begins when, what to print and bring, what to cut when late."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.tables import PlanRow
from course.prints.fragment import fragment
from course.prints.markup import SPACE, Markup, Setting, call, text
from course.prints.typesetter import Typesetter
from course.render import markdown, names
from course.render.wording import say
from course.sessions.agenda import Slot, agenda, clock, cuts, total
from course.sessions.materials import Material, copies, materials, name


def sheet(plan: PlanRow, typesetter: Typesetter) -> Markup:
    """The agenda of a plan, with the clock times of its usual start."""
    lang, catalogue = typesetter.lang, typesetter.catalogue
    taken = total(plan, catalogue)
    facts = f"{clock(plan.start, 0)}–{clock(plan.start, taken)} · {say('minutes', lang, taken)}"
    bring = markdown.bullets(f'<span class="box">☐</span> {markdown.escape(thing[lang])}' for thing in plan.bring)
    body = markdown.join(
        _table(("time", "what", "minutes_unit"), [_row(plan, slot, typesetter) for slot in agenda(plan, catalogue)], typesetter),
        markdown.heading(2, say("to_print", lang)),
        _table(("sheet", "copies", "printed_from"), [_material(row, typesetter) for row in materials(plan, catalogue, lang)], typesetter),
        markdown.section(2, say("to_bring", lang), "", bring),
        markdown.heading(2, say("cut_when_late", lang)),
        _late(plan, typesetter),
    )
    head = call("title-block", title=text(plan.title[lang]), lead=text(plan.who[lang]), facts=text(facts)) + SPACE
    return typesetter.sheet("agenda", "", plan.title[lang], head, fragment(body, Setting("plans.md", lang)))


def begins(plan: PlanRow, typesetter: Typesetter) -> dict[str, str]:
    """Code -> the time of day at which its part of the session begins."""
    return {slot.code: clock(plan.start, slot.start) for slot in agenda(plan, typesetter.catalogue) if slot.code}


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]], typesetter: Typesetter) -> str:
    return markdown.table([say(name, typesetter.lang) for name in header], rows)


def _row(plan: PlanRow, slot: Slot, typesetter: Typesetter) -> tuple[str, ...]:
    lang = typesetter.lang
    times = f"{clock(plan.start, slot.start)}–{clock(plan.start, slot.end)}"
    words = f"<br>{markdown.escape(slot.item.say[lang])}" if slot.item.say else ""
    if not slot.code:
        name = say(f"plan_{slot.item.kind}", lang)
        return times, f"**{name}**{words}" if words else name, str(slot.minutes)
    page = typesetter.catalogue.coded[slot.code]
    steps = " · ".join(f"{clock(plan.start, step.start)} {say(f'step_{step.name}', lang, step.end - step.start)}" for step in slot.steps)
    what = f"**{names.of_page(page, lang)}**{words}" + (f"<br><small>{steps}</small>" if steps else "")
    return times, what, str(slot.minutes)


def _material(row: Material, typesetter: Typesetter) -> tuple[str, ...]:
    lang = typesetter.lang
    return markdown.escape(name(row, typesetter.catalogue, lang)), copies(row, lang), " ".join(row.codes)


def _late(plan: PlanRow, typesetter: Typesetter) -> str:
    lang = typesetter.lang
    rows = [
        (f"{number}. {markdown.escape(row.cut[lang])}", str(row.saves), str(saved))
        for number, (row, saved) in enumerate(cuts(plan), start=1)
    ]
    return _table(("cut", "saves", "saved"), rows, typesetter)
