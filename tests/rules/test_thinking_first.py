"""E329 to E332: answers come one by one with their questions, no option gives itself away, and a model can be said aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from small import edited, line_of, original, problems

Tree = Callable[..., Path]
CASE, CASE_EN, CHAPTER = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/chapters/service.md"


def told(root: Path, code: str, path: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.en) for problem in problems(root) if (problem.code, problem.path) == (code, path)]


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("1. 第一句先说什么？", "第一句先说什么？", "## 想一想", "a numbered list counting from 1"),
        ("1. 第一句先说什么？", "2. 第一句先说什么？", "## 想一想", "a numbered list counting from 1"),
        ("1. 第一句先说什么？", "1. 第一句先说什么？\n2. 第二句呢？", "## 参考分析", "2 question(s), expected as many answers"),
        ("### 1. 先后的次序", "### 2. 先后的次序", "## 参考分析", "1 question(s), expected as many answers"),
        ("### 1. 先后的次序\n\n先查后判。", "### 1. 先后的次序", "### 1. 先后的次序", "the answer to question 1 is empty"),
        ("### 1. 先后的次序", "先说一句。\n\n### 1. 先后的次序", "先说一句。", "nothing comes before the first answer"),
    ],
)
def test_questions_and_answers_belong_together(tree: Tree, old: str, new: str, at: str, words: str) -> None:
    root = tree(edited(CASE, (old, new)))
    found = told(root, "E329", CASE)
    assert [line for line, _ in found] == [line_of(root, CASE, at)]
    assert words in found[0][1]


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


QUIZ = "```quiz\n哪一句？\n- [{}] 甲{}\n  > 为什么。\n- [{}] 乙{}\n  > 为什么。\n```\n"


def quizzes(*made: tuple[int, str, str]) -> Mapping[str, str]:
    """The chapter with those quizzes before its trainer notes: which option is right, and how each goes on."""
    written = "\n".join(QUIZ.format("x" if right == 0 else " ", first, "x" if right == 1 else " ", second) for right, first, second in made)
    text = original(CHAPTER)
    assert "## 讲师提示" in text
    return {CHAPTER: text.replace("## 讲师提示", f"{written}\n## 讲师提示")}


def test_the_longest_option_of_a_page_is_not_the_right_one(tree: Tree) -> None:
    assert told(tree(quizzes((0, "很长很长", ""), (1, "", "短"))), "E331", CHAPTER)
    assert not told(tree(quizzes((0, "很长很长", ""), (1, "一样", "一样"))), "E331", CHAPTER)


def test_right_options_are_not_all_in_one_place(tree: Tree) -> None:
    same = [(0, "一样", "一样")] * 3
    assert any("number 1 in every question" in words for _, words in told(tree(quizzes(*same)), "E331", CHAPTER))
    assert not any("in every question" in words for _, words in told(tree(quizzes(*same[:2], (1, "一样", "一样"))), "E331", CHAPTER))


def test_a_time_is_said_by_wrong_options_too(tree: Tree) -> None:
    timed = [(0, "明天", "一样"), (1, "一样", "明天")] * 7
    assert any("say a time" in words for _, words in told(tree(quizzes(*timed)), "E331", CHAPTER))
    fair = [(0, "明天", "后天"), (1, "后天", "明天")] * 7
    assert not any("say a time" in words for _, words in told(tree(quizzes(*fair)), "E331", CHAPTER))


TALK = "## 更好的做法\n\n```dialogue\n{}\n```"


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (["坐席（✓ P01）：" + "好" * 46], [(4, "this turn has 46 characters, expected at most 45")]),
        (["坐席（✓ P01）：" + "好" * 45] * 5, [(0, "the better way takes 225 characters in all, expected at most 220")]),
        (["（" + "看" * 300 + "）", "坐席（✓ P01）：" + "好" * 45], []),
    ],
)
def test_a_better_way_can_be_said_aloud(tree: Tree, turns: list[str], wanted: list[tuple[int, str]]) -> None:
    root = tree(edited(CASE, ("## 更好的做法", TALK.format("\n".join(turns)))))
    top = line_of(root, CASE, "## 更好的做法")
    found = told(root, "E332", CASE)
    assert [line for line, _ in found] == [top + max(line - 1, 0) for line, _ in wanted]
    assert all(words in message for (_, message), (_, words) in zip(found, wanted, strict=True))
