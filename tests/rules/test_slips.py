"""Slips of the keyboard that are nearly right are told as what they are, and a mistake is told once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from small import edited, line_of, problems

Tree = Callable[..., Path]

HOME, HOME_EN = "docs/zh/index.md", "docs/en/index.md"
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE = "docs/zh/principles/check-first.md"
TABLE = "docs/data/addresses.yml"
PUBLISHED = (
    "  - {path: cases/meter.md, code: C01}\n  - {path: principles/check-first.md, code: P01}\n  - {path: browse/channels/hotline.md}\n"
)


def home(text: str) -> dict[str, str]:
    """The home page with one more line in Chinese and no English, which would only be compared with it."""
    return {HOME: f"---\ntitle: 小课\nsummary: 一门最小的课。\n---\n\n{text}\n"}


def told(root: Path) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in problems(root)]


@pytest.mark.parametrize(
    ("text", "code", "zh"),
    [
        ("见 [r01]。", "E205", "引用编号用大写字母：[R01]"),
        ("见（R01）。", "E205", "引用要用半角方括号：[R01]"),
        ("see (R01).", "E205", "引用要用半角方括号：[R01]"),
        ("见[案例]（cases/meter.md）。", "E206", "链接 cases/meter.md 点不开，应写成 [文字](页面.md)"),
        ("见[案例](cases/meter.md）。", "E206", "链接 cases/meter.md 点不开，应写成 [文字](页面.md)"),
        ('见<a href="cases/meter.md">案例</a>。', "E318", '“<a href="cases/meter.md">案例</a>。”里的 <'),
        ("![IMG_2031.jpg](https://a.b/c.jpg)", "E207", "图片这样写显示不出来"),
        ("![图片 3](https://a.b/c.jpg)", "E207", "图片这样写显示不出来"),
        ("![账单](账单.png)", "E207", "图片这样写显示不出来"),
        ("![screenshot](https://a.b/c.jpg)", "E207", "图片这样写显示不出来"),
    ],
)
def test_what_is_nearly_right_is_told(tree: Tree, text: str, code: str, zh: str) -> None:
    found = [problem for problem in problems(tree({**home(text), HOME_EN: None})) if problem.code != "E302"]
    assert [(problem.path, problem.line, problem.code) for problem in found] == [(HOME, 6, code)]
    assert found[0].zh.startswith(zh)


@pytest.mark.parametrize(
    "text",
    [
        "见[案例](cases/meter.md)（R0 型表）。",
        "代码写成 `[r01]` 和 `[字]（页.md）`。",
        "[R01]（条文用前查现行文本）",
        "- [ ]（可选）问一句",
        "比分 3：：2，：：是两个冒号。",
    ],
)
def test_ordinary_prose_is_left_alone(tree: Tree, text: str) -> None:
    found = told(tree({**home(text), HOME_EN: None}))
    assert [place for place in found if place[0] == HOME and place[2] != "E310"] == []


def test_a_dialogue_misspelt_is_told_once(tree: Tree) -> None:
    root = tree(edited(CASE_EN, ("```dialogue", "```dialog")))
    assert told(root) == [(CASE_EN, line_of(root, CASE_EN, "```dialog"), "E204")]


def test_a_table_without_the_line_above_it_is_told_on_its_line(tree: Tree) -> None:
    changes = {**edited(CASE, ("先查后判。", "先查。\n\n| 甲 | 乙 |\n| --- | --- |\n| 子 | 丑 |")),
               **edited(CASE_EN, ("## Try it", "First.\n| A | B |\n| --- | --- |\n| C | D |\n\n## Try it"))}  # fmt: skip
    changes[CASE_EN] = changes[CASE_EN].replace("Check before you judge.\n\n", "")
    root = tree(changes)
    assert told(root) == [(CASE_EN, line_of(root, CASE_EN, "| A |"), "E323")]


def test_a_page_whose_code_is_lost_is_known_by_its_address(tree: Tree) -> None:
    assert told(tree({PRINCIPLE: "", TABLE: f"moved: []\npublished:\n{PUBLISHED}"})) == [(PRINCIPLE, 1, "E004")]


def test_a_chinese_comma_between_two_ids_is_named(tree: Tree) -> None:
    (problem,) = problems(tree(edited(CASE, ("roles: [hotline-agent]", "roles: [hotline-agent，clerk]"))))
    assert (problem.code, problem.zh.split("能用的是")[0]) == ("E201", "不认识“hotline-agent，clerk”，两项之间用半角逗号；")
    assert problem.en.startswith("unknown `hotline-agent，clerk`, expected a half-width comma between two entries; one of: ")


def test_without_a_vocabulary_no_address_is_called_lost(tree: Tree) -> None:
    root = tree({"docs/data/vocabulary.yml": "", TABLE: f"moved: []\npublished:\n{PUBLISHED}"})
    assert told(root) == [("docs/data/vocabulary.yml", 1, "E004")]


def test_a_code_that_stands_twice_is_not_told_as_a_lost_one_as_well(tree: Tree) -> None:
    copy = "docs/zh/cases/again.md"
    root = tree({**edited(CASE), TABLE: f"moved: []\npublished:\n{PUBLISHED}"})
    (root / copy).write_bytes((root / CASE).read_bytes())
    assert told(root) == [(copy, 2, "E106"), (CASE, 2, "E106")]


def test_a_published_code_stays_on_its_page(tree: Tree) -> None:
    root = tree(
        {**edited("docs/zh/forms/call-log.md", ("id: F01", "id: F02")), TABLE: "published:\n  - {path: forms/call-log.md, code: F01}\n"}
    )
    assert ("docs/zh/forms/call-log.md", 2, "E308") in told(root)


def test_an_english_page_left_behind_does_not_keep_the_address(tree: Tree) -> None:
    root = tree({CASE: None, TABLE: f"published:\n{PUBLISHED}"})
    assert {(CASE_EN, 1, "E107"), (TABLE, 2, "E308")} <= set(told(root))


def test_a_move_from_a_page_that_is_still_there_blames_the_move_alone(tree: Tree) -> None:
    assert told(tree({TABLE: "moved:\n  - {from: cases/meter.md, to: index.md}\n"})) == [(TABLE, 2, "E308")]
