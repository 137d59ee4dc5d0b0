"""E326: what is too long for a list or a card is told with its length and the limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from course.language.lang import Lang
from course.rules.e326_lengths import length
from small import edited, line_of, problems

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE_EN, CHAPTER, TERMS = "docs/en/principles/check-first.md", "docs/zh/chapters/service.md", "docs/data/terms.yml"
LONG = "客户说新表走得快，账单比上个月多了一半，他要人当天上门把表拆下来验，还要把多收的钱一分不少退给他，并且要我们所长亲自上门道歉。"


def term(old: str, new: str) -> Mapping[str, str]:
    return edited(TERMS, (old, new))


WRONG: list[tuple[str, str, Mapping[str, str], str, str]] = [
    (CASE, "summary:", edited(CASE, ("客户说新表走得快。", LONG)), "这里有 63 个字，应不超过 60 个字", "this has 63 characters, expected at most 60"),
    (CASE_EN, "title:", edited(CASE_EN, ("title: ", "title: A very long title that says all of what happened on that day ")), "应不超过 12 个词", "expected at most 12"),
    (CASE, "  P01:", edited(CASE, ("先查读数，再说快慢。", LONG)), "应不超过 60 个字", "expected at most 60"),
    (PRINCIPLE_EN, "statement:", edited(PRINCIPLE_EN, ("statement: ", f"statement: {'so ' * 30}")), "应不超过 30 个词", "expected at most 30"),
    (CHAPTER, LONG[:5], edited(CHAPTER, ("objectives:\n", f"objectives:\n  - {LONG}\n")), "应不超过 45 个字", "expected at most 45"),
    (TERMS, "definition:", term("记下一件事和办理经过的单子", LONG + LONG), "应不超过 80 个字", "expected at most 80"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "words", "files", "zh", "en"), WRONG)
def test_it_is_told_once_at_its_line(tree: Tree, path: str, words: str, files: Mapping[str, str], zh: str, en: str) -> None:
    root = tree(files)
    told = [problem for problem in problems(root) if problem.code == "E326"]
    assert [(problem.path, problem.line) for problem in told] == [(path, line_of(root, path, words))]
    assert zh in told[0].zh
    assert en in told[0].en


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [("先查，再判 [R13]。", "zh", 6), ("见 [[C09]]", "zh", 1), ("Check first [R13], then judge.", "en", 5), ("", "en", 0)],
)
def test_marks_and_spaces_are_no_length(text: str, lang: Lang, count: int) -> None:
    assert length(text, lang) == count
