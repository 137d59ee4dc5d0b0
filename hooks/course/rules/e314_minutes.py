"""Minutes add up: those of a part's chapters, and those of a page's timetable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from course.content.catalogue import Catalogue, Page
from course.content.kinds import MARK
from course.content.problem import Problem
from course.content.tables import PartRow
from course.rules.bodies import Pages, problem, sides
from course.sessions.trainer_timetables import Entry, in_all, timetables

CODE = "E314"
WHY = "时间对不上，课就会拖堂，最后砍掉演练。/ Where the minutes do not add up a class runs over, and what is cut is the practice."

LineMessage = tuple[int, str, str]
"""A line and what is wrong there, in both languages."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Parts whose chapters do not fill them or overfill them; timetables with gaps, overlaps or another end than the page's minutes."""
    for index, part in enumerate(catalogue.course.parts if catalogue.course else ()):
        source = catalogue.tables["course"]
        for field, zh, en in _part(part, catalogue):
            yield Problem(source.path, source.line("parts", index, field), CODE, zh, en)
    for page, lang, source in sides(catalogue, pages):
        if (minutes := _minutes(page)) is not None:
            for line, zh, en in (
                *_stated(list(in_all(source.tree, page.kind, lang)), minutes),
                *_mistakes(timetables(source.tree, page.kind, lang), minutes),
            ):
                yield problem(source, line, CODE, zh, en)


def _part(part: PartRow, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Field and words of what is wrong with the minutes of a part; one with a page that cannot be read or is a draft is left alone."""
    chapters = [chapter for chapter in catalogue.chapters.values() if chapter.front.part == part.id]
    unread = any(code.startswith(f"{part.id}.") for code in catalogue.unread)
    if not chapters or unread or any(MARK in chapter.sides["zh"].text for chapter in chapters):
        return
    total = sum(chapter.front.minutes for chapter in chapters)
    sums = " + ".join(str(chapter.front.minutes) for chapter in chapters)
    zh = f"第 {part.id} 部分写着 {part.minutes} 分钟，各章加起来是 {sums} = {total} 分钟"
    en = f"part {part.id} says {part.minutes} minutes, its chapters add up to {sums} = {total}"
    if total > part.minutes:
        yield "minutes", f"{zh}，应相等", f"{en}, expected the same"
    elif total < part.minutes and not part.open:
        more = "add the line `open: true` to this part"
        yield (
            "minutes",
            f"{zh}，应相等；还有章没写，就在这一部分加一行 open: true",
            f"{en}, expected the same; if chapters are to come, {more}",
        )
    elif total == part.minutes and part.open:
        yield "open", f"{zh}，已经写满，应删去 open: true", f"{en}, so it is full; expected the line `open: true` to be taken away"


def _minutes(page: Page[Any, Any]) -> int | None:
    """Class minutes of a page that has any."""
    minutes = getattr(page.front, "minutes", None)
    return getattr(minutes, "total", minutes)


def _stated(stated: list[tuple[int, int]], minutes: int) -> Iterator[LineMessage]:
    for line, total in stated:
        if total != minutes:
            zh, en = f"这里写共 {total} 分钟，这一页的 minutes 是", f"this says {total} minutes in all, the page's `minutes` are"
            yield line, f"{zh} {minutes} 分钟，应相等", f"{en} {minutes}, expected the same"


def _mistakes(tables: list[list[Entry]], minutes: int) -> Iterator[LineMessage]:
    """What is wrong with the timetables of a page of so many minutes; only the first must fill them."""
    for number, table in enumerate(tables):
        first, last = table[0], table[-1]
        if first.start:
            yield first.line, f"时间表从第 {first.start} 分钟起，应从 0 起", f"the timetable begins at {first.start}, expected 0"
        for entry in table:
            if entry.end <= entry.start:
                yield entry.line, f"“{entry}”的结束应在开始之后", f"`{entry}` ends before it has begun, expected a later end"
        for before, after in pairwise(table):
            if after.start != before.end:
                zh, en = ("重叠了", "overlap") if after.start < before.end else ("中间空了一段", "leave a gap")
                said = f"“{before}”和“{after}”{zh}，后一段应从 {before.end} 起"
                yield after.line, said, f"`{before}` and `{after}` {en}, expected the second to begin at {before.end}"
        if last.end > minutes or last.end < minutes and number == 0:
            zh, en = f"时间表排到第 {last.end} 分钟，这一页的 minutes 是", f"the timetable ends at {last.end}, the page's `minutes` are"
            yield last.line, f"{zh} {minutes} 分钟，应相等", f"{en} {minutes}, expected the same"
