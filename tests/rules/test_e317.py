"""E317: HTML the prints cannot set is told where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.reading import load
from course.rules import e317_printable as rule
from small import ROOT, edited, line_of

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
STORY, TURN = "换表后电费多了一半。", "我先查一下读数。"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('<video src="a.mp4"></video>', ["<video>"]),
        ("<details><summary>看</summary>答</details>", ["<details>", "<summary>"]),
        ('<span class="red">急</span>', [".red"]),
        ("<div class='box big'>急</div>", [".big"]),
        ("读数{: .red }是 0", [".red"]),
        ("[读数](#a){ .button }", [".button"]),
        ("<iframe></iframe><iframe></iframe>", ["<iframe>"]),
    ],
)
def test_it_is_told(written: str, found: list[str], tree: Tree) -> None:
    assert rule.unprintable(written) == found
    root = tree(edited(CASE, (STORY, f"{STORY}{written}")))
    problems = list(rule.check(load(root)))
    assert [(problem.path, problem.line) for problem in problems] == [(CASE, line_of(root, CASE, STORY))] * len(found)
    assert f"打印稿排不了 {found[0]}，应" in problems[0].zh
    assert f"the prints cannot set {found[0]}, expected" in problems[0].en


@pytest.mark.parametrize(
    "written",
    [
        "3 < 5，5 > 3",
        "`<video>`",
        "<!-- <video> 以后再说 -->",
        "按 <kbd>Ctrl</kbd>，<u>再</u>问<br>一句 H<sub>2</sub>O",
        "### 读数 {#reading}",
        "<https://example.org/a>",
        "{{ figure: one-call }}",
    ],
)
def test_what_can_be_printed_is_left_alone(written: str) -> None:
    assert rule.unprintable(rule.code_left_out(rule.uncommented(written))) == []


def test_a_turn_is_looked_at_too(tree: Tree) -> None:
    root = tree(edited(CASE, (TURN, f"{TURN}<marquee>急</marquee>")))
    assert [problem.line for problem in rule.check(load(root))] == [line_of(root, CASE, "marquee")]


def test_a_page_that_is_never_printed_may_hold_anything(tree: Tree) -> None:
    root = tree({"docs/zh/index.md": "---\ntitle: 首页\nsummary: 一句话。\n---\n\n<video></video>\n"})
    assert list(rule.check(load(root))) == []


def test_nothing_is_wrong_with_the_course() -> None:
    assert list(rule.check(load(ROOT))) == []
