"""A session on one sheet for the trainer: what begins when, what to print and bring, what to cut when late."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from course import markdown
from course.agenda import Slot, agenda, clock, total
from course.materials import Material, copies, materials, name
from course.prints.fragment import fragment
from course.prints.galley import Galley
from course.prints.markup import SPACE, Markup, Setting, call, text
from course.tables import PlanRow
from course.wording import say


def sheet(plan: PlanRow, galley: Galley) -> Markup:
    """The agenda of a plan, with the clock times of its usual start."""
    lang, catalogue = galley.lang, galley.catalogue
    taken = total(plan, catalogue)
    facts = f"{clock(plan.start, 0)}–{clock(plan.start, taken)} · {say('minutes', lang, taken)}"
    body = markdown.join(
        _table(("time", "what", "minutes"), [_row(plan, slot, galley) for slot in agenda(plan, catalogue)], galley),
        markdown.heading(2, say("to_print", lang)),
        _table(("sheet", "copies", "printed_from"), [_material(row, galley) for row in materials(plan, catalogue, lang)], galley),
        *(
            [
                markdown.heading(2, say("to_bring", lang)),
                markdown.bullets(f'<span class="box">☐</span> {markdown.escape(thing[lang])}' for thing in plan.bring),
            ]
            if plan.bring
            else []
        ),
        markdown.heading(2, say("cut_when_late", lang)),
        _late(plan, galley),
    )
    head = call("title-block", title=text(plan.title[lang]), lead=text(plan.who[lang]), facts=text(facts)) + SPACE
    return galley.sheet("agenda", "", plan.title[lang], head, fragment(body, Setting("plans.md", lang == "zh")))


def begins(plan: PlanRow, galley: Galley) -> dict[str, str]:
    """Code -> the time of day at which its part of the session begins."""
    return {slot.code: clock(plan.start, slot.start) for slot in agenda(plan, galley.catalogue) if slot.code}


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]], galley: Galley) -> str:
    names = [say(name, galley.lang, "").strip() if name == "minutes" else say(name, galley.lang) for name in header]
    return markdown.table(names, rows)


def _row(plan: PlanRow, slot: Slot, galley: Galley) -> tuple[str, ...]:
    lang = galley.lang
    times = f"{clock(plan.start, slot.start)}–{clock(plan.start, slot.end)}"
    if not slot.code:
        return times, say("pause", lang), str(slot.minutes)
    page = galley.catalogue.coded[slot.code]
    steps = " · ".join(f"{clock(plan.start, step.start)} {say(f'step_{step.name}', lang, step.end - step.start)}" for step in slot.steps)
    what = f"**{slot.code} {markdown.escape(page.title(lang))}**" + (f"<br><small>{steps}</small>" if steps else "")
    return times, what, str(slot.minutes)


def _material(row: Material, galley: Galley) -> tuple[str, ...]:
    lang = galley.lang
    return markdown.escape(name(row, galley.catalogue, lang)), copies(row, lang), " ".join(row.codes)


def _late(plan: PlanRow, galley: Galley) -> str:
    lang = galley.lang
    sums = accumulate(row.saves for row in plan.late)
    rows = [
        (f"{number}. {markdown.escape(row.cut[lang])}", str(row.saves), str(saved))
        for number, (row, saved) in enumerate(zip(plan.late, sums, strict=True), start=1)
    ]
    return _table(("cut", "saves", "saved"), rows, galley)
