"""A body -> its blocks; what is wrong with their edges has its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.syntax.blocks import CONTAINERS, FENCES, scan

BODIES = st.lists(
    st.sampled_from(
        ["", "words", ":::", "::: note", "::: role 客户", "::: odd", "```", "```dialogue", "~~~ quiz", "~~~", "````", "```py", "{{ doors }}", "{{ figure: a }}"]
    ),
    max_size=14,
).map("\n".join)  # fmt: skip


def shapes(body: str) -> list[tuple[str, str, str, int, str]]:
    return [(block.kind, block.name, block.title, block.line, block.text) for block in scan(body)[0]]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("one\n\ntwo", [("text", "", "", 1, "one\n\ntwo")]),
        ("a\n```dialogue\nb\nc\n```\nd", [("text", "", "", 1, "a"), ("fence", "dialogue", "", 3, "b\nc"), ("text", "", "", 6, "d")]),
        ("~~~quiz\na\n```\n~~~", [("fence", "quiz", "", 2, "a\n```")]),
        ("````dialogue\na\n```\n````", [("fence", "dialogue", "", 2, "a\n```")]),
        ("```\n::: note\n```", [("text", "", "", 1, "```\n::: note\n```")]),
        ("::: role 营业员 \na\n:::\n", [("container", "role", "营业员", 2, "a"), ("text", "", "", 4, "")]),
        ("::::note\na\n:::", [("container", "note", "", 2, "a")]),
        ("::: answer\n```dialogue\n:::\n```\n:::", [("container", "answer", "", 2, "```dialogue\n:::\n```")]),
        ("{{ doors }}\n{{figure:one-call}}", [("view", "doors", "", 1, ""), ("view", "figure", "one-call", 2, "")]),
        ("a {{ doors }}", [("text", "", "", 1, "a {{ doors }}")]),
    ],
)
def test_blocks(body: str, wanted: list[tuple[str, str, str, int, str]]) -> None:
    assert shapes(body) == wanted
    assert scan(body)[1] == []


@pytest.mark.parametrize(
    ("body", "line", "zh", "en"),
    [
        ("a\n```dialogue\nb", 2, "```dialogue 没有结束，应有一行 ```", "```dialogue is never closed, expected a line ```"),
        ("a\n\n~~~~\nb\n~~~", 3, "~~~~ 没有结束，应有一行 ~~~~", "~~~~ is never closed, expected a line ~~~~"),
        ("a\n::: note\nb", 2, "::: note 没有结束，应有一行 :::", "::: note is never closed, expected a line :::"),
        ("::: note\n::: myth\nb\n:::", 1, "::: note 没有结束", "::: note is never closed"),
        ("a\n:::", 2, "这一行 ::: 前面没有对应的开头", "this ::: closes nothing"),
        (
            "::: warning\nb\n:::",
            1,
            "不认识 ::: warning，应是其中之一：answer、trainer、note",
            "unknown block ::: warning, expected one of: answer, trainer, note",
        ),
    ],
)
def test_a_wrong_edge_has_its_line(body: str, line: int, zh: str, en: str) -> None:
    mistake = scan(body)[1][0]
    assert mistake.line == line
    assert zh in mistake.zh
    assert en in mistake.en


@pytest.mark.parametrize("next", ["## b {#b}", "```quiz\nb\n```", "~~~ dialogue\nb\n~~~"])
@pytest.mark.parametrize("opening", ["```dialogue", "~~~quiz"])
def test_one_of_ours_that_is_not_closed_is_told_once_where_it_opens(opening: str, next: str) -> None:
    blocks, mistakes = scan(f"a\n{opening}\nb\n\n{next}\n\n```dialogue\nc\n```")
    assert [(mistake.line, mistake.en) for mistake in mistakes] == [(2, f"{opening} is never closed, expected a line {opening[:3]}")]
    assert [block.text for block in blocks if block.kind == "fence"][-1] == "c"


def test_numbers_start_where_the_body_does() -> None:
    assert [block.line for block in scan("a\n```quiz\nb\n```\nc", first=10)[0]] == [10, 12, 14]


def test_what_an_unclosed_fence_holds_keeps_its_lines() -> None:
    assert shapes("a\n```py\nb") == [("text", "", "", 1, "a\n```py\nb")]


def test_names_are_plain() -> None:
    assert all(name.isalpha() for name in (*FENCES, *CONTAINERS))


@given(st.one_of(BODIES, st.text()))
def test_every_line_is_in_one_block_or_is_an_edge(body: str) -> None:
    lines = body.split("\n")
    blocks, mistakes = scan(body)
    held = [number for block in blocks for number in block.numbers]
    assert held == sorted(set(held))
    assert all(tuple(lines[block.line - 1 : block.line - 1 + len(block.lines)]) == block.lines for block in blocks)
    edges = set(range(1, len(lines) + 1)) - set(held)
    assert all(lines[number - 1].lstrip().startswith((":::", "```", "~~~", "{{")) for number in edges)
    assert all(1 <= mistake.line <= len(lines) for mistake in mistakes)
