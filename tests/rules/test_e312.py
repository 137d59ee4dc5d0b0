"""E312: 您 to customers in what is well said, and not 您 and 你 in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.reading import load
from course.rules import e312_respectful_you as rule
from course.rules.e312_respectful_you import familiar, mixed
from small import edited, line_of

Tree = Callable[..., Path]
CASE, CASE_EN, PHRASES = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/phrases.yml"
GOOD = "坐席（✓ P01）：我先查一下读数。"


def told(root: Path) -> list[tuple[str, int]]:
    return sorted((problem.path, problem.line) for problem in rule.check(load(root)))


def talk(*lines: str, card: str = "客户") -> dict[str, str]:
    """The minimal case with that dialogue, and a role card of that title."""
    return edited(CASE, ("客户：表是不是走得快？\n" + GOOD, "\n".join(lines)), ("::: role 客户", f"::: role {card}"))


WRONG = [
    ("你", talk("客户：表走得快。", "坐席（✓ P01）：你先坐，我查一下。")),
    ("你", talk("坐席（✓ P01）：你好，请讲。", "李阿姨：表走得快。")),
    ("你", talk("苗春兰：表走得快。", "小耿（✓ P01）：你看，这是读数。", card="客户 · 苗春兰")),
    ("你", talk("彭师傅：表走得快。", "（坐席翻开本子。）", "坐席（✓ P01）：我记下了，你放心。", card="客户 · 彭师傅")),
    ("✓", talk("客户：快。", "坐席（✓ P01）：您别急，我陪你查。")),
    ("客户：", talk("客户：您说话别绕，你就说快不快。", GOOD)),
]


@pytest.mark.parametrize(("words", "files"), WRONG)
def test_a_good_turn_that_says_you_to_a_customer_is_told(tree: Tree, words: str, files: dict[str, str]) -> None:
    root = tree(files)
    assert set(told(root)) == {(CASE, line_of(root, CASE, words))}


def test_what_is_said(tree: Tree) -> None:
    (problem,) = rule.check(load(tree(talk("客户：快。", "坐席（✓ P01）：你先坐。"))))
    assert problem.zh == "✓ 的话里对客户说了“你”：“你先坐。”，应说“您”"
    assert problem.en == "a ✓ turn says 你 to the customer: “你先坐。”; expected 您"


def test_a_sentence_with_both_is_told(tree: Tree) -> None:
    (problem,) = rule.check(load(tree(edited(CASE, ("先让大家读。", "先读。请您翻到第二页，你来念。")))))
    assert problem.zh == "“请您翻到第二页，你来念”一句里又是“您”又是“你”，应只用一种"
    assert problem.en == "“请您翻到第二页，你来念” says both 您 and 你, expected one of them"


def test_front_matter_with_both_is_told(tree: Tree) -> None:
    root = tree(edited(CASE, ("summary: 客户说新表走得快。", "summary: 您看，你的表快不快。")))
    assert told(root) == [(CASE, line_of(root, CASE, "summary:"))]


def test_a_good_phrase_never_says_you(tree: Tree) -> None:
    root = tree(edited(PHRASES, ("我先查一下读数。", "你们先坐。")))
    (problem,) = rule.check(load(root))
    assert (problem.path, problem.line) == (PHRASES, line_of(root, PHRASES, "say:"))
    assert problem.zh == "W01 的 say 里有“你”：“你们先坐。”，对客户应说“您”（几个人说“各位”）"
    assert "the Chinese `say` of W01 has 你, expected 您" in problem.en


RIGHT = {
    "customers": talk("客户：你们的表快。你查查。", GOOD),
    "bad turns": talk("客户：快。", "坐席（✗ P01）：您听我说，你急什么。"),
    "unmarked turns": talk("客户：快。", "坐席：你说。"),
    "several customers": talk("客户：快。", "坐席（✓ P01）：你们村几户？"),
    "what a customer said": talk("客户：快。", "坐席（✓ P01）：您说“你们的表快，你查查”，我记下了。"),
    "a colleague who serves": talk("小蒋（✗ P01）：快了。", "方敏（✓ P01）：你先查读数。"),
    "a colleague without a mark": talk("客户：快。", "小蒋：怎么办？", "方敏（✓ P01）：你先查读数。"),
    "a manager": talk("段经理：掉四分，怪什么？", "田素芬（✓ P01）：你给我一周。", card="县公司经理 · 段志平"),
    "a colleague called by name": talk("客户：快。", "方敏（✓ P01）：阿姨，您稍等。小蒋，你先查读数。"),
    "a colleague of the card called": talk("客户：快。", "方敏（✓ P01）：施芸，你先查读数。", card="柜员 · 施芸"),
    "turning to a colleague": talk("小蒋（✗ P01）：嗯。", "客户：快。", "（方敏转向小蒋。）", "方敏（✓ P01）：你先查读数。"),
    "nobody in particular": talk("客户：快。", "坐席（✓ P01）：咱们不分你我，迷你空调也算。"),
    "to the trainee": edited(
        CASE, ("您想弄明白。", "你等了半小时。你问：“您看行吗？”"), ("先让大家读。", "先问：“你听见了什么？”请您记下。")
    ),
    "after a colon": edited(CASE, ("先让大家读。", "请您问一句：你会怎么说？")),
    "the company": edited(CASE, ("先让大家读。", "您好，你们的表快。")),
    "phrases to avoid": edited(PHRASES, ("表不可能错。", "你的表不可能错。")),
    "English": edited(CASE_EN, ("Let me look up the readings first.", "您 and 你")),
    "nobody else speaks": talk("坐席（✓ P01）：你先查。"),
}


@pytest.mark.parametrize("files", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(tree: Tree, files: dict[str, str]) -> None:
    assert told(tree(files)) == []


@given(st.text(st.sampled_from("您你们我“”。，好迷")))
def test_only_what_says_both_is_mixed(text: str) -> None:
    found = mixed(text)
    assert not found or "您" in found and "你" in found
    assert not familiar(text) or "你" in text
