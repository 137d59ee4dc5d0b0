"""Whatever the builder makes a heading of is a heading to the course or told as one it does not know."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.rules.false_headings import false_headings
from course.syntax.tree import parse

LINES = st.sampled_from(
    ["", "", "字", "两 字", "## 题", "##题", "#", "###  ", "## {#a}", "######## x", "---", "===", "-", "- x", "# ", "＃＃ 题", "＃ 号", " ## x", "a #b", "> x", "***"]
)  # fmt: skip


def shown(body: str) -> int:
    """How many headings the builder makes of a body."""
    return len(re.findall(r"<h\d", markdown.markdown(body, extensions=["attr_list", "tables", "fenced_code", "md_in_html"])))


@settings(max_examples=300)
@given(st.lists(LINES, max_size=6))
def test_no_heading_of_the_builder_goes_unnoticed(lines: list[str]) -> None:
    body = "\n".join(lines)
    assert shown(body) <= len(parse(body).headings) or list(false_headings(parse(body))), body


@given(st.text("#＃ -=字a{}\n`:", max_size=40))
def test_any_text_can_be_looked_through(body: str) -> None:
    assert all(1 <= line <= body.count("\n") + 1 for line, _, _ in false_headings(parse(body)))


@pytest.mark.parametrize(
    "body",
    ["第 #1 号", "按 # 号键", "＃字键在右下角", "a\n\n---\n\nb", "a\nb\n---", "| a |\n|---|", "a | b\n--- | ---", "```\n##a\n```", "    # a", "\\# a", "- a\n- b", "- a\n- b\n---", "## 题 ##", "##　题"],
)  # fmt: skip
def test_what_is_right_is_not_told(body: str) -> None:
    assert list(false_headings(parse(body))) == []
