"""A reference says when its sources were read and when they are to be read again: real days, one after the other, and not too far apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from course.content.catalogue import Catalogue
from course.content.problem import Message, Problem
from course.content.tables import ReferenceRow

CODE = "E333"
WHY = (
    "法条会改，承诺会撤；没有写下哪天再查，错的就一直印下去。"
    "/ Laws are amended and promises withdrawn; without a day to look again, what is wrong goes on being printed."
)
YEARS = 3
"""The longest a reference may wait; one that holds a company's promise or a local rule may wait one."""
_CHANGES = {"promise", "local"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Days that no calendar has, days in the wrong order, and days too far apart."""
    for row in catalogue.references.values():
        for name, (zh, en) in _wrong(row):
            source = catalogue.tables["references"]
            index = next(at for at, data in enumerate(source.data) if data["id"] == row.id)
            yield Problem(source.path, source.line(index, name), CODE, zh, en)


def _wrong(row: ReferenceRow) -> Iterator[tuple[str, Message]]:
    days = {name: _day(text) for name, text in (("checked", row.checked), ("due", row.due))}
    for name, day in days.items():
        if day is None:
            yield name, (f"日历上没有 {getattr(row, name)} 这一天", f"there is no day {getattr(row, name)}, expected one of the calendar")
    checked, due = days["checked"], days["due"]
    if checked is None or due is None:
        return
    years = 1 if _CHANGES & {point.level for point in row.points} else YEARS
    if due <= checked:
        yield "due", (f"应晚于查过的那天（{row.checked}）", f"expected a day after the one it was checked on ({row.checked})")
    elif (due - checked).days > 366 * years:
        yield (
            "due",
            (
                f"离查过的那天（{row.checked}）太远，最多 {years} 年",
                f"too long after it was checked ({row.checked}), expected {years} year(s) at most",
            ),
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
