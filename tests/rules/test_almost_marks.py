"""Codes, references and turns that are nearly right are told by themselves, on a page that has no English to be compared with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from small import edited, problems

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PLACE = "先让大家读。"
TURN = "```dialogue\n{}\n```"


def told(tree: Tree, text: str) -> list[tuple[str, str]]:
    """Code and Chinese of all that is told of the minimal case with that text in it, and without its English page."""
    return [(problem.code, problem.zh) for problem in problems(tree({**edited(CASE, (PLACE, text)), CASE_EN: None}))]


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("见 [[P01、C01]]。", "[[P01、C01]] 不会成为链接：一对 [[ ]] 里只写一个编号，不空格：[[P01]]、[[C01]]"),
        ("见 [[ P01 ]]。", "[[ P01 ]] 不会成为链接：一对 [[ ]] 里只写一个编号，不空格：[[P01]]"),
        ("见 [[P01, 先查]]。", ""),
        ("见 [[P01]。", "按编号链接要用两层半角方括号：[[P01]]"),
        ("见 [P01]]。", "按编号链接要用两层半角方括号：[[P01]]"),
        ("见 [P01]。", "按编号链接要用两层半角方括号：[[P01]]"),
        ("见［［P01］］。", "按编号链接要用两层半角方括号：[[P01]]"),
        ("见【P01】。", "按编号链接要用两层半角方括号：[[P01]]"),
        ("见 [[P0l1]]。", "没有编号 [[P0l1]]"),
        ("见 [R 01]。", "[R 01] 不会成为引用，应写成 [R01]"),
        ("见［R01］。", "引用要用半角方括号：[R01]"),
        ("见［Ｒ０１］。", "引用要用半角方括号：[R01]"),
        ("见 [R1]。", "[R1] 不会成为引用，应写成 [R01]"),
        ("见 [R01、R01]。", "[R01、R01] 不会成为引用，应写成 [R01] [R01]"),
        ("见 [r01]。", "引用编号用大写字母：[R01]"),
        ("先查（→P01）。", "箭头加编号不会成为链接，应写成 [[P01]]"),
        ("先查 -> P01。", "箭头加编号不会成为链接"),
    ],
)
def test_a_mark_misspelt_is_told(tree: Tree, text: str, zh: str) -> None:
    found = [said for code, said in told(tree, text) if code == "E205"]
    assert [said[: len(zh)] for said in found] == ([zh] if zh else []), found


@pytest.mark.parametrize(
    "text",
    [
        "见 [[P01]]、[[P01|先查、后判]]、[R01]，P01 也行。",
        "`[[ P01 ]]`、[P01](../index.md)",
        "第[1]步、【重要】、[甲]、[2.5]",
        "- [ ] P01：先查。\n- [ ]P01：先查。",
        "涨了→跌了",
    ],
)
def test_marks_as_they_should_be_and_other_brackets_are_not(tree: Tree, text: str) -> None:
    assert [code for code, _ in told(tree, text) if code in ("E205", "E323")] == []


@pytest.mark.parametrize(
    ("turn", "zh"),
    [
        ("- 卢阿姨：好", "说话人前面的“-”会当成名字的一部分，应删去"),
        ("1. 卢阿姨：好", "说话人前面的“1.”会当成名字的一部分"),
        ("• 卢阿姨：好", "说话人前面的“•”会当成名字的一部分"),
        ("- 卢阿姨：", "这一行不是对话"),
        ("卢阿姨：", "这一行不是对话"),
        ("她停了一下。", "这一行不是对话"),
        ("她停了一下，又说：好", "“她停了一下，又说”不像说话人的名字：动作整行放在括号里"),
        ("**卢阿姨**：好", "“**卢阿姨**”不像说话人的名字"),
        ("坐席（P01）：好", "这一行不是对话"),
    ],
)
def test_a_turn_misspelt_is_told(tree: Tree, turn: str, zh: str) -> None:
    found = told(tree, TURN.format(turn))
    assert [(code, said[: len(zh)]) for code, said in found] == [("E204", zh)], found


@pytest.mark.parametrize("turn", ["卢阿姨：好", "客户（小区保安 老李）：好", "Mr. Lu: Yes", "95598 坐席：好", "（她停了一下，又说：好。）"])
def test_a_turn_as_it_should_be_is_not(tree: Tree, turn: str) -> None:
    assert [said for code, said in told(tree, TURN.format(turn)) if "不像" in said or "前面的" in said] == []


@pytest.mark.parametrize("box", ["- []P01：先查", "- [x] 先查", "[ ] 先查"])
def test_a_tick_box_misspelt_is_told(tree: Tree, box: str) -> None:
    assert [code for code, _ in told(tree, box)] == ["E323"]
