"""Every session plan for a terminal: its minutes against its target, then what begins when (``python -m course schedule``)."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.tables import PlanRow
from course.render.wording import say
from course.sessions.agenda import agenda, clock, too_long, total


def lines(catalogue: Catalogue) -> Iterator[str]:
    """The plans in the order of their table. Expects plans whose chapters and cases there are."""
    for plan in catalogue.plans:
        yield from _plan(plan, catalogue)


def _plan(plan: PlanRow, catalogue: Catalogue) -> Iterator[str]:
    taken = total(plan, catalogue)
    over = " ← 超出目标一成以上 / more than a tenth over" if too_long(plan, catalogue) else ""
    yield f"{plan.id}  {plan.title.zh} / {plan.title.en}"
    yield (
        f"  {taken} 分钟 / min, 目标 / target {plan.target}, {100 * (taken - plan.target) / plan.target:+.0f} %, "
        f"{plan.start}–{clock(plan.start, taken)}{over}"
    )
    for slot in agenda(plan, catalogue):
        page = catalogue.coded.get(slot.code)
        kind = f"plan_{slot.item.kind}"
        what = f"{page.name('zh')} / {page.title('en')}" if page else f"{say(kind, 'zh')} / {say(kind, 'en')}"
        yield f"    {clock(plan.start, slot.start)}–{clock(plan.start, slot.end)} {slot.minutes:4}  {what}"
