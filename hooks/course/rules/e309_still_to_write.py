"""Hints of a new page are replaced by words of one's own."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.kinds import MARK
from course.content.problem import Problem
from course.rules.bodies import Pages, sides

CODE = "E309"
WHY = "带着提示的页面还没写完，不能给学员看。/ A page with hints in it is not finished and not for trainees."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Every line that still holds a hint."""
    for _, _, source in sides(catalogue, pages):
        for number, line in enumerate(source.text.split("\n"), start=1):
            if MARK in line:
                hint = line[line.index(MARK) + 1 :].strip(' "}]')
                yield Problem(source.path, number, CODE, f"还没写：{hint}", f"still to be written: {hint}")
