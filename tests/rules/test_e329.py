"""E329: each question of a case has its answer, of the same number."""

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
