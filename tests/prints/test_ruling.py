"""How many lines there are to write on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.render import answer_lines


@given(st.text())
def test_there_is_always_room_and_never_half_a_page(words: str) -> None:
    assert 2 <= answer_lines.for_question(words) <= 6
    assert 2 <= answer_lines.for_answer(words) <= 8


@given(st.text("客户为什么ab ？。?. 12"), st.sampled_from(["您会怎么说？", "Why?", "写下来。"]))
def test_another_thing_asked_takes_no_room_away(words: str, more: str) -> None:
    assert answer_lines.for_question(f"{words}{more}") >= answer_lines.for_question(words)


@given(st.text(), st.text())
def test_a_longer_answer_takes_as_much_room_or_more(words: str, more: str) -> None:
    assert answer_lines.for_answer(words + more) >= answer_lines.for_answer(words)


def test_two_lines_for_one_thing_one_more_for_each_other() -> None:
    assert [answer_lines.for_question("为什么？" * count) for count in range(1, 8)] == [2, 3, 4, 5, 6, 6, 6]
    assert answer_lines.for_question("Who? What then? And why?") == 4
    assert answer_lines.for_question("电价 0.5 元，为什么？") == 2, "a decimal point ends no sentence"
    assert [answer_lines.for_answer("字" * count) for count in (1, 40, 80, 400)] == [2, 2, 3, 8]
