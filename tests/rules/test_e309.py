"""E309: what a new page still asks for is listed, hint by hint, at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("note", ["TODO check", "看一下 TBD。", "（待补）", "[待写]", "- 待补充", "此处待补"])
def test_a_note_to_oneself_is_told(tree: Tree, note: str) -> None:
    (problem,) = e309_still_to_write.check(load(tree(edited(CASE, ("先让大家读。", note)))))
    assert problem.path == CASE and "写给自己看的" in problem.zh and "note to oneself" in problem.en


@pytest.mark.parametrize("words", ["材料待补，三天内送来。", "todo list", "XXXL 的工作服", "户号 XXX-1", "待补的两样写在单子上。"])
def test_papers_that_are_to_follow_are_none(tree: Tree, words: str) -> None:
    assert list(e309_still_to_write.check(load(tree(edited(CASE, ("先让大家读。", words)))))) == []


def test_a_finished_course_has_none(tree: Tree) -> None:
    assert list(e309_still_to_write.check(load(tree()))) == []
