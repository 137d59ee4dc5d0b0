"""Questions and answers by number, and what is to be written into a worksheet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.syntax import worksheets
from course.syntax.answers import answers, before, questions, unasked
from course.syntax.nodes import Container
from course.syntax.tree import parse


def test_questions_with_what_is_written_below_them() -> None:
    nodes = parse("想好再答。\n\n1. 甲？\n2. 乙？\n\n::: worksheet 单\n| a |\n:::\n\n3. 丙？").nodes
    found = questions(nodes)
    assert [(one.number, one.title, one.line) for one in found] == [(1, "甲？", 3), (2, "乙？", 4), (3, "丙？", 10)]
    assert [type(node) for node in found[1].nodes][0] is Container
    assert not found[0].nodes
    assert [node.line for node in unasked(nodes)] == [1, 2]


def test_answers_are_third_level_headings_with_a_number() -> None:
    nodes = parse("先说一句。\n\n### 1. 甲\n\n乙\n\n```\n### 2. 不是\n```\n\n### 2. 丙\n丁\n\n### 没有号\n戊").nodes
    found = answers(nodes)
    assert [(one.number, one.title, one.line) for one in found] == [(1, "甲", 3), (2, "丙", 11)]
    assert "丁" in "\n".join(node.text for node in found[1].nodes)
    assert "### 没有号" in "\n".join(node.text for node in found[1].nodes)
    early = before(nodes)
    assert early
    assert early.line == 1
    assert before(parse("### 1. 甲\n乙").nodes) is None


@given(st.text(alphabet="1.# \n甲`-", max_size=60))
def test_entries_come_in_the_order_of_their_lines(text: str) -> None:
    nodes = parse(text).nodes
    for cut in (questions, answers):
        found = cut(nodes)
        assert [one.line for one in found] == sorted({one.line for one in found})
        assert len([node for one in found for node in one.nodes]) <= len(nodes)


def test_a_worksheet_is_blank_or_filled() -> None:
    text = "| 天数 | （答：40 天） |\n| 相差 | 多 （答：9） 天 |\n一共（答：27 元）。(answer: two)"
    assert worksheets.blank(text) == f"| 天数 ||\n| 相差 | 多 {worksheets.GAP} 天 |\n一共{worksheets.GAP}。{worksheets.GAP}"
    assert worksheets.filled(text) == "| 天数 | **40 天** |\n| 相差 | 多 **9** 天 |\n一共**27 元**。**two**"
    assert worksheets.answers(text) == ["40 天", "9", "27 元", "two"]


@given(st.text(max_size=60))
def test_nothing_of_an_answer_is_left_in_a_blank_one(words: str) -> None:
    words = "".join(letter for letter in words if letter not in "（）()|\n") + "⚑"
    assert "⚑" not in worksheets.blank(f"| 甲 | （答：{words}） |\n乙 (answer: {words})")
