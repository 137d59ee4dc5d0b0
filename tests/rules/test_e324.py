"""E324: no word is typed twice in a row, and no sentence stands on a page twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.problem import Problem
from course.content.reading import load
from course.rules import e324_said_twice as rule
from small import MINIMAL, edited, line_of

Tree = Callable[..., Path]
CASE, CASE_EN, TERMS, SPELLING = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/terms.yml", "docs/data/spelling.yml"
PLACE, PLACE_EN = "先让大家读。", "Let everyone read first."


def told(root: Path) -> list[Problem]:
    return sorted(rule.check(load(root)))


@pytest.mark.parametrize("words", ["The the", "the the", "of of", "meter meter", "don't don't"])
def test_a_word_typed_twice_is_told_at_its_line(tree: Tree, words: str) -> None:
    root = tree(edited(CASE_EN, (PLACE_EN, f"Read it. {words} bill.")))
    (problem,) = told(root)
    assert (problem.path, problem.line, problem.code) == (CASE_EN, line_of(root, CASE_EN, "Read it."), "E324")
    assert problem.en == f"`{words}`: the word stands twice, expected `{words.split()[0]}` once"


@pytest.mark.parametrize("words", ["我的的表", "因为因为晚了"])
def test_so_it_is_in_chinese(tree: Tree, words: str) -> None:
    root = tree(edited(CASE, (PLACE, words)))
    assert [(problem.path, problem.line) for problem in told(root)] == [(CASE, line_of(root, CASE, words))]


@pytest.mark.parametrize(
    "words",
    [
        "Who she is is private.",
        "The day he had had.",
        "very very small",
        "the `the`",
        "No, no.",
        "the [[P01]] the",
        "well-read read",
        "a a-b",
    ],
)
def test_what_may_stand_twice_is_not_told(tree: Tree, words: str) -> None:
    assert told(tree(edited(CASE_EN, (PLACE_EN, words)))) == []


@pytest.mark.parametrize("words", ["目的的一部分", "的的确确", "看看、天天、商量商量", "是是是，好好好"])
def test_chinese_that_doubles_words_is_not_told(tree: Tree, words: str) -> None:
    assert told(tree(edited(CASE, (PLACE, words)))) == []


def test_front_matter_and_tables_are_read(tree: Tree) -> None:
    root = tree({**edited(CASE_EN, ("title: ", "title: The the ")), **edited(TERMS, ("The sheet", "The the sheet"))})
    assert [(problem.path, problem.line) for problem in told(root)] == [(TERMS, 3), (CASE_EN, line_of(root, CASE_EN, "title:"))]


def test_what_the_table_calls_right_is(tree: Tree) -> None:
    changes = {**edited(CASE_EN, (PLACE_EN, "The Bora Bora trip.")), SPELLING: "words: []\nright:\n- Bora Bora\n"}
    assert told(tree(changes)) == []


@pytest.mark.parametrize(
    ("path", "place", "words"),
    [
        (CASE, PLACE, "读数写在纸上的那一刻，两边看的就是同一个数了。"),
        (CASE_EN, PLACE_EN, "Once the reading is on paper, both sides look at the same figure."),
    ],
)
def test_a_sentence_pasted_twice_is_told_where_it_comes_again(tree: Tree, path: str, place: str, words: str) -> None:
    root = tree(edited(path, (place, f"{words}\n\n- {place} {words}")))
    (problem,) = told(root)
    first = line_of(root, path, words)
    assert (problem.path, problem.line, problem.code) == (path, first + 2, "E324")
    assert problem.zh == f"第 {first} 行已经有这一句：“{words}”，应只写一遍"
    assert problem.en == f"line {first} says this already: “{words}”, expected it once"


@pytest.mark.parametrize("words", ["好的，我来查。 好的，我来查。", "| 一 | 这一格写得很长很长，每一行都是一样的话 |\n" * 3, "{{ cases }}"])
def test_short_sentences_and_rows_may_come_again(tree: Tree, words: str) -> None:
    assert told(tree(edited(CASE, (PLACE, words)))) == []


def test_the_minimal_course_has_none() -> None:
    assert told(MINIMAL) == []
