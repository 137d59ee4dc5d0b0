"""E331: quizzes are not answered by length, by place or by a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from small import original, problems

Tree = Callable[..., Path]
CASE, CASE_EN, CHAPTER = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/chapters/service.md"


def told(root: Path, code: str, path: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.en) for problem in problems(root) if (problem.code, problem.path) == (code, path)]


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
