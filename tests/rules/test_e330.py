"""E330: where one tries a talk, no option gives itself away, and it leads to the same in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from small import edited, line_of, problems

Tree = Callable[..., Path]
CASE, CASE_EN, CHAPTER = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/chapters/service.md"


def told(root: Path, code: str, path: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.en) for problem in problems(root) if (problem.code, problem.path) == (code, path)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([("五分钟，我不挂。", "等。")], "the options of scene 3 differ too much in length (8/2)"),
        (
            [("我先查一下读数。 → 3", "我先替您查一下读数。 → 3"), ("是我说早了，先查。", "是我刚才说早了，先查。"), ("五分钟，我不挂。", "您等五分钟，我不挂。")],
            "the good option is the longest in scenes 1, 2, 3, expected that in at most 1 of 3",
        ),
        (
            [("- 坐席（✓ P01）：是我说早了，先查。 → 3\n- 坐席（✗ P01）：规定就是这样的。 → 4", "- 坐席（✗ P01）：规定就是这样的。 → 4\n- 坐席（✓ P01）：是我说早了，先查。 → 3")],
            "the good option is number 2 in every scene",
        ),
        ([("结局（✓ P01）", "结局（✗ P01）")], "there is no good end"),
    ],
)  # fmt: skip
def test_options_are_worth_a_thought(tree: Tree, changes: list[tuple[str, str]], words: str) -> None:
    root = tree(edited(CASE, *changes))
    found = told(root, "E330", CASE)
    assert [message for _, message in found if words in message]
    assert {line for line, _ in found} <= {line_of(root, CASE, "```try") + 1, line_of(root, CASE, "3.")}


def test_a_way_is_neither_too_short_nor_too_long(tree: Tree) -> None:
    root = tree(edited(CASE, ("我先查一下读数。 → 3", "我先查一下读数。 → 5")))
    assert [words for _, words in told(root, "E330", CASE)] == ["a way through takes 1 to 3 choices, expected 2 to 5"]


def test_where_an_option_leads_is_the_same_in_both_languages(tree: Tree) -> None:
    root = tree(edited(CASE_EN, ("I am afraid. → 4", "I am afraid. → 3")))
    found = told(root, "E301", CASE_EN)
    assert [line for line, _ in found] == [line_of(root, CASE_EN, "Those are the rules")]
    assert "this option of scene 2 leads to 4 in Chinese" in found[0][1]
