"""E315: a drawing that no page shows is told; references waiting for their pages are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.problem import Problem
from course.content.reading import load
from course.rules import e315_unused
from small import edited

Tree = Callable[..., Path]

CASE, CASE_EN, FORM = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/forms/call-log.md"
DRAWING = {
    "docs/data/figures/one.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<text>{{ one }}</text>\n</svg>',
    "docs/data/figures/one.yml": "alt: {zh: 图, en: Figure}\ncaption: {zh: 图, en: Figure}\nwords: {one: {zh: 一, en: One}}\n",
}


def told(root: Path) -> list[Problem]:
    return list(e315_unused.check(load(root)))


@pytest.mark.parametrize(
    "more",
    [
        {},
        edited(CASE, ("换表后电费多了一半。", "换表后电费多了一半。\n\n`{{ figure: one }}`")),
        edited(CASE, ("换表后电费多了一半。", "换表后电费多了一半。\n\n```\n{{ figure: one }}\n```")),
        edited(CASE_EN, ("Check before you judge.", "Check before you judge.\n\n{{ figure: two }}")),
    ],
)
def test_a_drawing_on_no_page_is_told(tree: Tree, more: Mapping[str, str]) -> None:
    [problem] = told(tree({**DRAWING, **more}))
    assert (problem.path, problem.line, problem.code) == ("docs/data/figures/one.yml", 1, "E315")
    assert "没有页面用到图 one，应在要放图的地方单独写一行 {{ figure: one }}" in problem.zh
    assert "no page shows the drawing one, expected a line {{ figure: one }} where it belongs" in problem.en


@pytest.mark.parametrize(
    "more",
    [
        edited(CASE, ("换表后电费多了一半。", "换表后电费多了一半。\n\n{{ figure: one }}")),
        edited(CASE_EN, ("Check before you judge.", "::: note See\n{{figure: one}}\n:::")),
        {FORM: "x"},
        edited(FORM, ("写下原话。", "::: note 图 figure")),
    ],
    ids=["shown", "shown in a block", "a page that cannot be read", "a block that is never closed"],
)
def test_a_drawing_that_is_or_may_be_shown_is_not_told(tree: Tree, more: Mapping[str, str]) -> None:
    assert told(tree({**DRAWING, **more})) == []


def test_a_page_can_be_begun_while_its_drawing_waits(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(tree(DRAWING))
    assert main(["--root", root, "check"]) == 1
    assert main(["--root", root, "status"]) == 0
    assert "E315" in capsys.readouterr().err
