"""The shape of a body: headings with their ids and lines, sections, fences stepped over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import headings, kinds
from course.syntax import outline
from course.syntax.outline import Heading

BODIES = st.text(alphabet="#`~{}: -ab情境\n", max_size=200)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("## 情境", Heading(2, "情境", "situation", 1)),
        ("## 情境 {#own}", Heading(2, "情境", "own", 1)),
        ("## Own {#own}", Heading(2, "Own", "own", 1)),
        ("## Own { #own .class }", Heading(2, "Own", "own", 1)),
        ("## Own {#own} ##", Heading(2, "Own", "own", 1)),
        ("## Own ##", Heading(2, "Own", "", 1)),
        ("### 情境", Heading(3, "情境", "", 1)),
        ("# Title", Heading(1, "Title", "", 1)),
        ("## {braces} stay", Heading(2, "{braces} stay", "", 1)),
        ("## {#only}", Heading(2, "", "only", 1)),
        ("## ", Heading(2, "", "", 1)),
    ],
)
def test_a_heading(line: str, wanted: Heading) -> None:
    assert headings.of(line, kinds.CASE, "zh") == [wanted]


@pytest.mark.parametrize("line", ["##no space", "####### seven", " ## indented", "text ## text"])
def test_no_heading(line: str) -> None:
    assert headings.of(line, kinds.CASE, "zh") == []


def test_a_fixed_section_has_its_id_in_its_own_language_only() -> None:
    assert [heading.id for heading in headings.of("## Situation\n## 情境", kinds.CASE, "en")] == ["situation", ""]


@pytest.mark.parametrize(
    "body",
    [
        "```\n## no\n```",
        "~~~\n## no\n~~~",
        "```dialogue\n## no\n```",
        "````\n```\n## no\n````",
        "```\n## no",
        "```text with words\n## no\n```",
    ],
)
def test_a_fence_hides_headings(body: str) -> None:
    assert headings.of(body, kinds.CASE, "zh") == []


def test_after_a_fence_headings_count_again_with_their_line() -> None:
    assert [heading.line for heading in headings.of("```\n#\n```\n\n## a\n`x`\n## b", kinds.CASE, "zh")] == [5, 7]


def test_sections_by_id_leave_out_empty_ones() -> None:
    body = "before\n\n## 情境\n\none\n\n### deeper\n\ntwo\n\n## 经过\n\n## 想一想\nthree"
    assert headings.sections(body, kinds.CASE, "zh") == {"intro": "before", "situation": "one\n\n### deeper\n\ntwo", "questions": "three"}


def test_a_long_line_of_signs_is_one_heading() -> None:
    line = "## " + " " * 20_000 + "x" + " #" * 20_000 + " {#" * 20_000
    (heading,) = headings.of(line, kinds.CASE, "zh")
    assert heading == outline.Heading(2, line[3:].strip()[:-1], "", 1)


@given(BODIES)
def test_parts_join_back_to_the_body(body: str) -> None:
    parts = headings.parts(body, kinds.CHAPTER, "zh")
    lines = body.split("\n")
    joined = [line for heading, text in parts for line in ([lines[heading.line - 1]] if heading else []) + text.split("\n")]
    assert [line for line in joined if line] == [line for line in lines if line]


@given(st.one_of(BODIES, st.text()))
def test_lines_are_within_the_body_and_ascend(body: str) -> None:
    numbers = [heading.line for heading in headings.of(body, kinds.CHAPTER, "en")]
    assert numbers == sorted(set(numbers))
    assert all(body.split("\n")[number - 1].startswith("#") for number in numbers)


@given(st.lists(st.sampled_from(["```", "~~~", "````", "```dialogue", "a", "", "    ```", "## b"])))
def test_stretches_are_the_whole_body_but_for_its_edges(lines: list[str]) -> None:
    found = list(outline.stretches("\n".join(lines)))
    prose = [line for edge, stretch in found if edge is None for line in stretch]
    assert prose == [line for _, line in outline.unfenced("\n".join(lines))] if lines else found == [(None, [""])]
    assert sum(len(stretch) for _, stretch in found) + len(found) - 1 == len(lines or [""])
