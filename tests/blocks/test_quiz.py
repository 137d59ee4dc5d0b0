"""A question, options, feedback; what is missing is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.syntax.quiz import Option, Question, parse

GOOD = ["先说哪句？", "- [ ] 不可能。", "  > 没查。", "- [x] 我查。", "  > 先查。", "  > 后判。"]


def test_a_question() -> None:
    question, mistakes = parse(GOOD)
    assert question == Question("先说哪句？", (Option(False, "不可能。", "没查。", 2), Option(True, "我查。", "先查。后判。", 4)))
    assert not question.several
    assert mistakes == []


def test_several_may_be_right_and_the_question_may_take_lines() -> None:
    question, mistakes = parse(["One", "two?", "", "* [X] a", "> b", "- [x] c", "> d"])
    assert mistakes == []
    assert question
    assert (question.words, question.several) == ("One two?", True)


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        (GOOD[1:], 1, "there is no question"),
        (GOOD[:3], 1, "1 option(s), expected at least two"),
        (GOOD[:1], 1, "0 option(s), expected at least two"),
        ([line.replace("x", " ") for line in GOOD], 1, "no right option"),
        (GOOD[:2] + GOOD[3:], 2, "this option has no feedback"),
        ([*GOOD, "words"], 7, "cannot read this line"),
        ([*GOOD, "- [y] z"], 7, "cannot read this line"),
        ([*GOOD, "- []"], 7, "cannot read this line"),
    ],
)
def test_what_is_wrong(lines: list[str], line: int, words: str) -> None:
    mistakes = parse(lines)[1]
    assert [(mistake.line, words in mistake.en) for mistake in mistakes] == [(line, True)]
    assert mistakes[0].zh


def test_lines_are_counted_from_the_first() -> None:
    assert [mistake.line for mistake in parse([*GOOD, "words"], first=11)[1]] == [17]


@given(st.lists(st.text(alphabet="-[]x> a\n\t", max_size=12), max_size=8))
def test_no_text_breaks_it(lines: list[str]) -> None:
    question, mistakes = parse(lines, first=5)
    assert question is not None or mistakes
    assert all(5 <= mistake.line <= max(5, 4 + len(lines)) for mistake in mistakes)
