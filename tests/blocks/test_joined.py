"""Where a line of Chinese ends and its paragraph goes on, no space is shown; elsewhere lines stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.reading import load
from course.render.blocks import render
from course.site.edition import documents
from course.syntax import quiz
from course.syntax.joined import joined, together
from course.syntax.tree import parse
from small import edited, scope

Tree = Callable[..., Path]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("先查\n后判", "先查后判"),
        ("先查，\n后判。\n再说", "先查，后判。再说"),
        ("先查，\nApp 后判", "先查，App 后判"),
        ("他说“好”\n就走", "他说“好”就走"),
        ("先查\n“后判”", "先查“后判”"),
        ("**先查**\n后判", "**先查**后判"),
        ("先查\n**后判**", "先查**后判**"),
        ("见 [[P01]]\n后判", "见 [[P01]]后判"),
        ("见[先查](a.md)\n后判", "见[先查](a.md)后判"),
        ("- 先查\n  后判\n- 再说", "- 先查后判\n- 再说"),
        ("1. 先查\n\n    后判\n    再说", "1. 先查\n\n    后判再说"),
        ("> 先查\n> 后判", "> 先查后判"),
        ("> 先查\n后判", "> 先查后判"),
    ],
)
def test_chinese_goes_on_without_a_space(text: str, wanted: str) -> None:
    assert joined(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "first\nsecond",
        "He said “go”\nand went",
        "表走 5 kW\n后判",
        "先查\nApp",
        "先查 [R01]\n后判",
        "先查  \n后判",
        "先查\n\n后判",
        "## 先查\n后判",
        "先查\n- 后判",
        "先查\n1. 后判",
        "| 先查 |\n| --- |\n| 后判 |",
        "<p>先查\n</p>",
        "先查\n> 后判",
        "- 先查\n- 后判",
        "> - 先查\n> - 后判",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert joined(text) == text


def test_a_question_over_two_lines_has_no_gap() -> None:
    question, mistakes = quiz.parse(["先查", "还是先判？", "- [x] 先查", "  > 查了", "  > 再说", "- [ ] 先判", "  > 不对 A", "  > B"])
    assert question and not mistakes
    assert question.words == "先查还是先判？"
    assert [option.feedback for option in question.options] == ["查了再说", "不对 A B"]


def test_site_and_trainers_view_agree(tree: Tree) -> None:
    root = tree(edited("docs/zh/cases/meter.md", ("先查后判。", "先查，\n后判，**再**\n说。")))
    made = {document.path: document.text for document in documents(load(root), "zh")}
    for path in ("cases/meter.md", "trainer/cases/meter.md"):
        assert "先查，后判，**再**说。" in made[path]


def test_a_container_is_joined_as_well() -> None:
    assert "先查后判" in render(parse("::: note 题\n先查\n后判\n:::").nodes, scope())


def test_code_stays_as_it_is_typed() -> None:
    assert "先查\n后判" in render(parse("好\n```\n先查\n后判\n```\n是").nodes, scope())


LINES = st.lists(st.text(st.sampled_from("好是a1，。”“*_[]()> -#|"), max_size=6), max_size=8).map("\n".join)


@given(LINES)
def test_nothing_but_ends_of_lines_and_their_blanks_changes(text: str) -> None:
    def solid(words: str) -> str:
        return "".join(words.replace(">", "").split())

    assert solid(joined(text)) == solid(text)
    assert joined(joined(text)) == joined(text)


@given(st.text("好a，”* ", max_size=6), st.text("好a，“* ", max_size=6))
def test_two_lines_become_one(line: str, after: str) -> None:
    assert "".join(together(line, after).split()) == "".join((line + after).split())
