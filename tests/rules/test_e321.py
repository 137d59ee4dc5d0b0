"""E321: what is nested or repeated beyond what the prints can set is told where it begins; what is within is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.reading import load
from course.prints import press
from course.prints.fragment import DEEPEST, fragment
from course.prints.markup import Setting, Unknown
from course.rules import e321_printable_size as rule
from course.sessions.printables import prints
from small import edited, line_of, sample

Tree = Callable[..., Path]
CASE, CASE_EN, HOME = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/index.md"
STORY = "换表后电费多了一半。"


def listed(levels: int, mark: str = "-") -> str:
    return "\n".join(f"{'    ' * level}{mark} 第{level}层" for level in range(levels))


def table(rows: int) -> str:
    return "| 甲 | 乙 |\n| --- | --- |\n" + "\n".join(["| 丙 | 丁 |"] * rows)


PAST = {
    "lists": (listed(rule.DEPTH + 1), f"第{rule.DEPTH}层"),
    "numbered lists": (listed(rule.DEPTH + 60, "1."), f"第{rule.DEPTH}层"),
    "lists in a line": ("- " * 7 + "末层", "末层"),
    "quotations": ("先说\n\n" + "> " * 7 + "末层", "末层"),
    "quotations without blanks": (">" * 200 + "末层", "末层"),
    "quotations and lists": ("> > > - - - - 末层", "末层"),
    "elements": ("<em>" * 7 + "末层" + "</em>" * 7, "末层"),
    "elements over lines": ("\n".join(["<em>", "<b>"] * 3) + "\n<i>末层</i>", "末层"),
    "emphasis": ("*a _b " * 10 + "末层" + " b_ a*" * 10, "末层"),
    "emphasis over lines": ("*a\n_b\n**c\n__d\n***e\n___f\n****末层 g****\nf___ e*** d__ c** b_ a*", "末层"),
    "a long table": (table(rule.ROWS) + "\n| 末 | 层 |\n| 戊 | 己 |", "| 末 |"),
    "brackets": ("[" * rule.BRACKETS + "\n[末层", "末层"),
    "links begun": ("[a](" * 201 + "末层", "末层"),
    "elements begun": ("<a " * 201 + "末层", "末层"),
}


@pytest.mark.parametrize(("written", "line"), PAST.values(), ids=PAST)
@pytest.mark.parametrize("path", [CASE, HOME])
def test_what_is_past_a_limit_is_told_once_at_its_line(tree: Tree, written: str, line: str, path: str) -> None:
    before = STORY if path == CASE else "开始。"
    root = tree(edited(path, (before, f"{before}\n\n{written}\n")))
    found = list(rule.check(load(root)))
    assert [(problem.path, problem.line) for problem in found] == [(path, line_of(root, path, line))]


MOST = {
    "lists": listed(rule.DEPTH),
    "quotations": "> " * rule.DEPTH + "末",
    "elements": "<em>" * rule.DEPTH + "末" + "</em>" * rule.DEPTH,
    "everything": f"- {'> ' * (rule.DEPTH - 1)}{'<em>' * rule.DEPTH}末{'</em>' * rule.DEPTH}",
    "emphasis": "*a _b **c __d ***e ___f 末 f___ e*** d__ c** b_ a*",
    "emphasis after emphasis": "*a _b_* **c** 3*4*5 a_b_c " * 60,
    "a table": table(rule.ROWS),
    "brackets": "[a](" * (rule.BRACKETS - 1),
    "lists beside each other": "\n".join([listed(rule.DEPTH), ""] * 20),
}


@pytest.mark.parametrize("written", MOST.values(), ids=MOST)
def test_what_is_within_the_limits_is_printed(tree: Tree, written: str) -> None:
    """In the narrowest place there is, a role card, where it fits one; else in the story and in an answer."""
    root = tree(edited(CASE, (STORY, f"{STORY}\n\n{written}\n"), ("先查后判。", f"先查后判。\n\n::: note 题\n{written}\n:::\n")))
    course = load(root)
    assert list(rule.check(course)) == []
    wanted = [one for one in prints(course, "zh") if one.subject == "C01" and one.kind in ("handout", "key") or one.kind == "book"]
    assert len(press.run(root, wanted, course)) == 3


def test_what_only_the_renderer_nests_is_told_with_its_page() -> None:
    with pytest.raises(Unknown, match="deep in one another"):
        fragment("<em>" * DEEPEST + "x" + "</em>" * DEEPEST, Setting("index.md"))


def test_code_and_comments_and_pages_of_full_length_are_left_alone(tree: Tree) -> None:
    written = "\n".join(["```", listed(40), "```", "", "<!--", listed(40), "-->", "", f"`{'[' * 300}`"])
    assert list(rule.check(load(tree(edited(CASE, (STORY, f"{STORY}\n\n{written}\n")))))) == []
    assert list(rule.check(sample())) == []
