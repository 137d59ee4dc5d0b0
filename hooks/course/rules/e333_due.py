"""A reference says when its sources were read and when they are to be read again: real days, one after the other, and not too far apart.

That a day has come is no mistake: nobody did anything. It is told beside them, and stops nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from course.content import citations
from course.content.catalogue import Catalogue
from course.content.problem import Message, Problem
from course.content.tables import ReferenceRow
from course.language.lang import LANGS
from course.render import look_again

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
            yield _problem(catalogue, row, name, zh, en)


def warnings(catalogue: Catalogue) -> Iterator[Problem]:
    """The references that are due on the day the course was read for, each with the pages that lean on it."""
    citing = citations.pages_citing(catalogue)
    for row in citations.overdue(catalogue).values():
        pages = " ".join(page.code or page.path for page in citing.get(row.id, []))
        zh, en = (f"{row.id} {look_again.of(row, lang)}" for lang in LANGS)
        used = (f"，用在 {pages}", f"; used on {pages}") if pages else ("", "")
        yield _problem(catalogue, row, "due", f"{zh}（{row.due} 到期）{used[0]}", f"{en} (due {row.due}){used[1]}")


def _problem(catalogue: Catalogue, row: ReferenceRow, name: str, zh: str, en: str) -> Problem:
    """Something about the value of that name in that row."""
    source = catalogue.tables["references"]
    index = next(at for at, data in enumerate(source.data) if data["id"] == row.id)
    return Problem(source.path, source.line(index, name), CODE, zh, en)


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
