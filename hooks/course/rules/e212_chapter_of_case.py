"""A case and its chapter name each other."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem

CODE = "E212"
WHY = "章里没列的案例，课上讲不到。/ A case its chapter does not list is never taught."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Cases their chapter does not list; chapters that list another chapter's case."""
    for case in catalogue.cases.values():
        chapter = catalogue.chapters.get(case.front.chapter)
        if chapter and case.code not in chapter.front.cases and not catalogue.unread & {*chapter.front.cases}:  # It may be one of those.
            source, listing = case.sides["zh"], chapter.sides["zh"]
            place = f"{listing.path}:{listing.line('cases')}"
            yield Problem(
                source.path,
                source.line("chapter"),
                CODE,
                f"{chapter.code} 的 cases 里没有 {case.code}，请加到 {place}",
                f"the `cases` of {chapter.code} do not list {case.code}, expected it at {place}",
            )
    for chapter in catalogue.chapters.values():
        for index, code in enumerate(chapter.front.cases):
            listed = catalogue.cases.get(code)
            if listed and listed.front.chapter != chapter.code:
                source = chapter.sides["zh"]
                yield Problem(
                    source.path,
                    source.line("cases", index),
                    CODE,
                    f"{code} 的 chapter 写的是 {listed.front.chapter}",
                    f"{code} says its chapter is {listed.front.chapter}, expected {chapter.code}",
                )
