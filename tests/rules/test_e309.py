"""E309: what a new page still asks for is listed, hint by hint, at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from course.content.reading import load
from course.rules import e309_still_to_write
from small import edited

Tree = Callable[..., Path]

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"


def test_a_hint_is_told_with_its_words(tree: Tree) -> None:
    root = tree(edited(CASE, ("换表后电费多了一半。", "✎ 一个人要办一件事")))
    (problem,) = e309_still_to_write.check(load(root))
    line = (root / CASE).read_text(encoding="utf-8").split("\n").index("✎ 一个人要办一件事") + 1
    assert (problem.path, problem.line, problem.zh) == (CASE, line, "还没写：一个人要办一件事")
    assert problem.en == "still to be written: 一个人要办一件事"


def test_a_hint_in_the_front_matter_is_told_without_its_quotes(tree: Tree) -> None:
    (problem,) = e309_still_to_write.check(load(tree(edited(CASE_EN, ("title: The meter runs fast", 'title: "✎ the title"')))))
    assert (problem.path, problem.line, problem.en) == (CASE_EN, 2, "still to be written: the title")


def test_a_finished_course_has_none(tree: Tree) -> None:
    assert list(e309_still_to_write.check(load(tree()))) == []
