"""Hints of a new page are replaced by words of one's own, and notes to oneself are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.kinds import MARK
from course.content.problem import Problem
from course.rules.bodies import Pages, sides

CODE = "E309"
WHY = "带着提示的页面还没写完，不能给学员看。/ A page with hints in it is not finished and not for trainees."

_NOTE = re.compile(
    r"(?<![\w-])(?:TODO|FIXME|TBD|XXX)(?![\w-])|此处待[补写]充?|[（(【\[]待[补写]充?[）)】\]]|^\s*(?:[-*]\s+)?待[补写]充?[。…\s]*$"
)
"""What people write where they mean to come back. Papers of a story may be 待补, so that word alone counts only on a line of its own."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Every line that still holds a hint or such a note."""
    for _, _, source in sides(catalogue, pages):
        for number, line in enumerate(source.shown, start=1):
            if MARK in line:
                hint = line[line.index(MARK) + 1 :].strip(' "}]')
                yield Problem(source.path, number, CODE, f"还没写：{hint}", f"still to be written: {hint}")
            elif note := _NOTE.search(line):
                zh, en = (
                    f"“{note[0].strip()}”是写给自己看的，应写完或删去",
                    f"`{note[0].strip()}` is a note to oneself, expected it written out or deleted",
                )
                yield Problem(source.path, number, CODE, zh, en)
