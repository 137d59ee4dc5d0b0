"""A session plan minute by minute: what begins and ends when, counted from the start, and how the whole compares with its target."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from course.content.catalogue import Catalogue
from course.content.tables import PlanCut, PlanItem, PlanRow


@dataclass(frozen=True)
class Step:
    """A stretch of a case: to read, to discuss or to practise."""

    name: str
    """``read``, ``discuss`` or ``practise``."""
    start: int
    end: int


@dataclass(frozen=True)
class Slot:
    """A line of a plan with its place in time, in minutes from the beginning of the session."""

    start: int
    end: int
    item: PlanItem
    steps: tuple[Step, ...] = ()
    """Of a case, in order; they fill the slot."""

    @property
    def code(self) -> str:
        """Of the chapter or case; empty for an opening, a break and a closing."""
        return self.item.page

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


def minutes(item: PlanItem, catalogue: Catalogue) -> int:
    """Class minutes of one line of a plan; those of chapters and cases are on their pages."""
    if item.chapter:
        return catalogue.chapters[item.chapter].front.minutes
    if item.case:
        return catalogue.cases[item.case].front.minutes.total
    return item.opening or item.pause or item.closing or 0


def agenda(plan: PlanRow, catalogue: Catalogue) -> tuple[Slot, ...]:
    """The lines of a plan one after the other. Expects a plan whose chapters and cases there are."""
    ends = accumulate((minutes(item, catalogue) for item in plan.items), initial=0)
    return tuple(
        Slot(start, end, item, _steps(item, start, catalogue)) for item, (start, end) in zip(plan.items, pairwise(ends), strict=True)
    )


def _steps(item: PlanItem, start: int, catalogue: Catalogue) -> tuple[Step, ...]:
    if item.chapter or not item.case:
        return ()
    taken = dict(catalogue.cases[item.case].front.minutes)
    ends = accumulate(taken.values(), initial=start)
    return tuple(Step(name, begin, end) for name, (begin, end) in zip(taken, pairwise(ends), strict=True))


def total(plan: PlanRow, catalogue: Catalogue) -> int:
    """Minutes of the whole session, breaks and all."""
    return sum(minutes(item, catalogue) for item in plan.items)


def too_long(plan: PlanRow, catalogue: Catalogue) -> bool:
    """Whether it takes more than a tenth over its target."""
    return 10 * total(plan, catalogue) > 11 * plan.target


def cuts(plan: PlanRow) -> list[tuple[PlanCut, int]]:
    """What to leave out when late, in order, each with the minutes saved so far."""
    return list(zip(plan.late, accumulate(row.saves for row in plan.late), strict=True))


def clock(start: str, offset: int) -> str:
    """The time of day so many minutes after another: ``("09:00", 25)`` is ``09:25``; after midnight it begins anew."""
    hours, past = start.split(":")
    hour, minute = divmod(int(hours) * 60 + int(past) + offset, 60)
    return f"{hour % 24:02}:{minute:02}"
