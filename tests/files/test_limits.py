"""How long a line, a page, a number and an id may be is told at its line; nothing is so long that a check breaks down over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.editing import new
from course.files.limits import LINE, PAGE, PAGE_LINES
from small import edited, line_of, minimal, original, problems, sample

Tree = Callable[..., Path]
CASE, CASE_EN, TERMS = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/terms.yml"
STORY = "换表后电费多了一半。"
MINUTES = "{read: 5, discuss: 5, practise: 5}"


def told(root: Path) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in problems(root)]


@pytest.mark.parametrize("signs", ["[", "<!--", "{", "1", "1.", "《", "%", "- ", "#", "一", "[a](", "![", "<a ", " ", "话"])
def test_a_line_that_is_too_long_is_told_and_nothing_else_is_asked_of_the_page(tree: Tree, signs: str) -> None:
    line = "末" + (signs * (LINE + 1))[:LINE]
    root = tree(edited(CASE, (STORY, f"{STORY}\n\n{line}\n\n")))
    assert told(root) == [(CASE, line_of(root, CASE, "末"), "E013")]
    within = tree(edited(CASE, (STORY, f"{STORY}\n\n{line[:-1]}\n\n")))
    assert "E013" not in {code for _, _, code in told(within)}


def test_front_matter_and_tables_have_lines_too(tree: Tree) -> None:
    root = tree({**edited(CASE, ("客户说新表走得快。", "快" * LINE)), TERMS: original(TERMS) + f"# {'末' * LINE}\n"})
    assert {place for place in told(root) if place[2] == "E013"} == {
        (CASE, line_of(root, CASE, "summary"), "E013"),
        (TERMS, line_of(root, TERMS, "# 末"), "E013"),
    }


@pytest.mark.parametrize("text", ["::: role 甲\n" * PAGE_LINES, "`" * 3 + "\n" + "# \n" * PAGE_LINES, f"{'话' * 2000}\n" * (PAGE // 2000)])
def test_a_page_that_is_too_long_is_told_and_nothing_else_is_asked_of_it(tree: Tree, text: str) -> None:
    root = tree(edited(CASE, (STORY, f"{STORY}\n\n{text}")))
    ((path, line, code),) = told(root)
    assert (path, code) == (CASE, "E014")
    assert line <= PAGE_LINES


def test_a_drawing_may_have_lines_of_any_length_and_pages_of_full_length_are_within_all_limits(tree: Tree) -> None:
    svg = f'<svg viewBox="0 0 8 8"><path class="f-line" d="{"M0 0 " * LINE}"/></svg>'
    words = "alt: {zh: 图, en: Drawing}\ncaption: {zh: 图, en: Drawing}\nwords: {}\n"
    root = tree({"docs/data/figures/line.svg": svg, "docs/data/figures/line.yml": words})
    assert "E013" not in {code for _, _, code in told(root)}
    assert not {problem.code for problem in sample().problems}


@pytest.mark.parametrize(
    "number", ["0x" + "f" * 2000, "9" * 2500, "0b" + "1" * 2900, "100001", "1e999", ".inf", ".nan", "-.inf", "190:20:30", "-5", "0"]
)
def test_a_number_no_course_has_is_told_at_its_line(tree: Tree, number: str) -> None:
    root = tree(edited(CASE, (MINUTES, f"{{read: {number}, discuss: 5, practise: 5}}")))
    (problem,) = [problem for problem in problems(root) if problem.path == CASE]
    assert (problem.line, problem.code) == (line_of(root, CASE, "minutes:"), "E104")
    assert len(str(problem)) < 250 and "Input" not in problem.en


@pytest.mark.parametrize("digits", ["0x" + "f" * 6000, "9" * 6000])
def test_a_number_of_thousands_of_digits_is_a_line_too_long(tree: Tree, digits: str) -> None:
    root = tree(edited(CASE, (MINUTES, f"{{read: {digits}, discuss: 5, practise: 5}}")))
    assert told(root) == [(CASE, line_of(root, CASE, "minutes:"), "E013")]


def test_an_id_is_no_longer_than_a_file_may_be_named(tree: Tree) -> None:
    table = original(TERMS).split("id: ", 1)
    root = tree({TERMS: f"{table[0]}id: {'a' * 300}\n{table[1].split(chr(10), 1)[1]}"})
    (problem,) = [problem for problem in problems(root) if problem.path == TERMS]
    assert (problem.line, problem.code) == (line_of(root, TERMS, "aaa"), "E104")
    assert "60" in problem.zh and "60" in problem.en


def test_a_new_page_gets_no_name_a_file_cannot_have() -> None:
    assert "60" in new.wrong(minimal(), "case", "slug", "a" * 61)
    assert new.wrong(minimal(), "case", "slug", "a" * 60) == ""


UNSEEN = [
    "\U000e0041",
    "\U000e0001",
    "\u2066",
    "\u2069",
    "\u202e",
    "\u061c",
    "\u034f",
    "\u115f",
    "\u3164",
    "\uffa0",
    "\u180b",
    "\u206a",
    "\ufff9",
    "\U0001d173",
    "\u17b4",
]


@pytest.mark.parametrize("letter", UNSEEN, ids=[f"U+{ord(letter):04X}" for letter in UNSEEN])
@pytest.mark.parametrize(("path", "words"), [(CASE, STORY), (CASE, "表走得快"), (CASE_EN, "Situation")])
def test_a_character_nobody_can_see_is_told(tree: Tree, letter: str, path: str, words: str) -> None:
    text = original(path).replace(words, f"{words[:2]}{letter}{words[2:]}", 1)
    root = tree({path: text})
    found = [problem for problem in problems(root) if problem.path == path and f"U+{ord(letter):04X}" in problem.zh]
    assert found and found[0].line == line_of(root, path, letter)
