"""Headings with their ids and lines, and the sections they begin; fences are stepped over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import headings, kinds
from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax.tree import parse

BODIES = st.text(alphabet="#`~{}: -ab情境\n", max_size=200)


def found(body: str, kind: Kind = kinds.CASE, lang: Lang = "zh") -> list[tuple[int, str, str, int]]:
    """Level, words, id and line of every heading."""
    return [(heading.level, heading.title, heading.id, heading.line) for heading in headings.of(parse(body), kind, lang)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("## 情境", (2, "情境", "situation", 1)),
        ("## 情境 {#own}", (2, "情境", "own", 1)),
        ("## Own {#own}", (2, "Own", "own", 1)),
        ("## Own { #own .class }", (2, "Own", "own", 1)),
        ("## Own {#own} ##", (2, "Own", "own", 1)),
        ("## Own ##", (2, "Own", "", 1)),
        ("### 情境", (3, "情境", "", 1)),
        ("# Title", (1, "Title", "", 1)),
        ("## {braces} stay", (2, "{braces} stay", "", 1)),
        ("## {#only}", (2, "", "only", 1)),
        ("## ", (2, "", "", 1)),
    ],
)
def test_a_heading(line: str, wanted: tuple[int, str, str, int]) -> None:
    assert found(line) == [wanted]


@pytest.mark.parametrize("line", ["##no space", "####### seven", " ## indented", "text ## text"])
def test_no_heading(line: str) -> None:
    assert found(line) == []


def test_a_fixed_section_has_its_id_in_its_own_language_only() -> None:
    assert [id for _, _, id, _ in found("## Situation\n## 情境", lang="en")] == ["situation", ""]


@pytest.mark.parametrize(
    "body",
    [
        "```\n## no\n```",
        "~~~\n## no\n~~~",
        "```dialogue\n### no\n```",
        "````\n```\n## no\n````",
        "```\n## no",
        "```text with words\n## no\n```",
    ],
)
def test_a_fence_hides_headings(body: str) -> None:
    assert found(body) == []


def test_after_a_fence_headings_count_again_with_their_line() -> None:
    assert [line for *_, line in found("```\n#\n```\n\n## a\n`x`\n## b")] == [5, 7]


def test_sections_by_id_leave_out_empty_ones() -> None:
    body = "before\n\n## 情境\n\none\n\n### deeper\n\ntwo\n\n## 经过\n\n## 想一想\nthree"
    assert headings.sections(parse(body), kinds.CASE, "zh") == {
        "intro": "before",
        "situation": "one\n\n### deeper\n\ntwo",
        "questions": "three",
    }


def test_a_long_line_of_signs_is_one_heading() -> None:
    line = "## " + " " * 20_000 + "x" + " #" * 20_000 + " {#" * 20_000
    assert found(line) == [(2, line[3:].strip()[:-1], "", 1)]


@given(st.one_of(BODIES, st.text()))
def test_sections_hold_every_line_but_their_headings(body: str) -> None:
    parts = headings.parts(parse(body), kinds.CHAPTER, "zh")
    lines = body.split("\n")
    assert [line for part in parts for line in ([lines[part.line - 1]] if part.heading else []) + [*part.lines]] == lines
    for part in parts:
        assert all(part.line <= node.line <= node.last <= len(lines) for node in part.nodes)
        assert [line for node in part.nodes for line in node.lines if line.strip()] == [line for line in part.lines if line.strip()]


@given(st.one_of(BODIES, st.text()))
def test_lines_are_within_the_body_and_ascend(body: str) -> None:
    numbers = [line for *_, line in found(body, kinds.CHAPTER, "en")]
    assert numbers == sorted(set(numbers))
    assert all(body.split("\n")[number - 1].startswith("#") for number in numbers)
