"""Questions and answers by number, and what is to be written into a worksheet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.syntax import worksheets
from course.syntax.answers import answers, before, questions


def test_questions_with_what_is_written_below_them() -> None:
    text = "想好再答。\n\n1. 甲？\n2. 乙？\n\n::: worksheet 单\n| a |\n:::\n\n3. 丙？"
    found = questions(text)
    assert [(one.number, one.title, one.line) for one in found] == [(1, "甲？", 3), (2, "乙？", 4), (3, "丙？", 10)]
    assert found[1].text == "::: worksheet 单\n| a |\n:::"
    assert before("先说一句。\n\n### 1. 甲\n乙") == "先说一句。"


def test_answers_are_third_level_headings_with_a_number() -> None:
    found = answers("### 1. 甲\n\n乙\n\n```\n### 2. 不是\n```\n\n### 2. 丙\n丁\n\n### 没有号\n戊")
    assert [(one.number, one.title) for one in found] == [(1, "甲"), (2, "丙")]
    assert found[0].text.startswith("乙")
    assert found[1].text == "丁\n\n### 没有号\n戊"


@given(st.text(alphabet="1.# \n甲`", max_size=60))
def test_no_line_is_lost(text: str) -> None:
    for cut in (questions, answers):
        found = cut(text)
        assert [one.line for one in found] == sorted({one.line for one in found})
        assert len("\n".join(one.text for one in found)) <= len(text)


def test_a_worksheet_is_blank_or_filled() -> None:
    text = "| 天数 | （答：40 天） |\n| 相差 | 多 （答：9） 天 |\n一共（答：27 元）。(answer: two)"
    assert worksheets.blank(text) == f"| 天数 ||\n| 相差 | 多 {worksheets.GAP} 天 |\n一共{worksheets.GAP}。{worksheets.GAP}"
    assert worksheets.filled(text) == "| 天数 | **40 天** |\n| 相差 | 多 **9** 天 |\n一共**27 元**。**two**"
    assert worksheets.answers(text) == ["40 天", "9", "27 元", "two"]


@given(st.text(max_size=60))
def test_nothing_of_an_answer_is_left_in_a_blank_one(words: str) -> None:
    words = "".join(letter for letter in words if letter not in "（）()|\n") + "⚑"
    assert "⚑" not in worksheets.blank(f"| 甲 | （答：{words}） |\n乙 (answer: {words})")
