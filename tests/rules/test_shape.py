"""The shape of a page: what is found in a section, in which order, on which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import kinds
from course.rules import shape
from course.rules.shape import PICTURE, Container, Dialogue, List, Mark, Piece, Quiz, Table, View

BODIES = st.lists(
    st.sampled_from(["", "- a", "1. b", "- [ ] c", "    d", "| a | b |", "| - | - |", "## H {#h}", "### x", "---", "```", "```dialogue",
                     "甲：话", "（看。）", "```quiz", "- [x] e", "> f", "::: note", ":::", "{{ figure: g }}", "文字[R01]", "[[P01|h]]"]),
    max_size=25,
).map("\n".join)  # fmt: skip


def pieces(body: str) -> list[Piece]:
    return [piece for section in shape.sections(body, kinds.PAGE, "zh") for piece in section.pieces]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("- a\n- b", [List(1, "", "bulleted", 2)]),
        ("x\n\n* a\n  more\n\n* b\n\n    c\n\n+ d", [List(3, "", "bulleted", 3)]),
        ("1. a\n2. b\n    - deep", [List(1, "", "ordered", 2)]),
        ("- [ ] a\n- [ ] b", [List(1, "", "checklist", 2)]),
        ("- a\n\n1. b", [List(1, "", "bulleted", 1), List(3, "", "ordered", 1)]),
        ("- a\n\nx\n\n- b", [List(1, "", "bulleted", 1), List(5, "", "bulleted", 1)]),
        ("- a\n### x\n- b", [List(1, "", "bulleted", 1), List(3, "", "bulleted", 1)]),
        ("- a\n\n```\n- x\n```\n\n- b", [List(1, "", "bulleted", 1), List(7, "", "bulleted", 1)]),
        ("| a | b |\n| --- | --- |\n| c | d |\n| e | f |", [Table(1, "", 2, 2)]),
        ("a | `x|y` | b\\|c\n:-- | :-: | --:", [Table(1, "", 0, 3)]),
        ("{{ figure: one }}\n\n{{ steps }}", [View(1, "", "figure", "one"), View(3, "", "steps", "")]),
        ("::: note x\n\n1. a\n:::\n\n- b", [Container(1, "", "note"), List(3, "note", "ordered", 1), List(6, "", "bulleted", 1)]),
    ],
)
def test_pieces_of_text(body: str, wanted: list[Piece]) -> None:
    assert pieces(body) == wanted


@pytest.mark.parametrize(
    "body", ["text\n- no", "-no", "**- no**", "1) no", "    - code", "---", "* * *", "| a |\n| b |", "| a | b |\n| - |"]
)
def test_no_piece(body: str) -> None:
    assert pieces(body) == []


def test_a_dialogue_and_a_quiz() -> None:
    body = "\n```dialogue\n甲：话\n（看。）\n乙（✗ P02、P01）：话\n```\n\n```quiz\n问？\n- [ ] a\n  > 1\n- [x] b\n  > 2\n```"
    talk, question = pieces(body)
    assert isinstance(talk, Dialogue) and isinstance(question, Quiz)
    assert (talk.line, talk.sound) == (2, True)
    assert [(turn.speaker, turn.mark, turn.codes, turn.line) for turn in talk.turns] == [
        ("甲", "", (), 3),
        ("", "", (), 4),
        ("乙", "bad", ("P02", "P01"), 5),
    ]
    assert question == Quiz(8, "", (False, True), (10, 12), True)


@pytest.mark.parametrize("body", ["```dialogue\n没有冒号\n```", "```quiz\n问？\n- [ ] a\n```", "```quiz\n```"])
def test_what_cannot_be_read_is_not_sound(body: str) -> None:
    (piece,) = pieces(body)
    assert isinstance(piece, Dialogue | Quiz) and not piece.sound


def test_marks_are_found_wherever_they_are_read() -> None:
    body = "a [R01] [[P04|x]] `[R02]`\n\n![x](a.svg)\n\n```dialogue\n甲：[R03]\n```\n\n::: note\n[U04]\n:::\n\n```\n[R09]\n```"
    (section,) = shape.sections(body, kinds.PAGE, "zh")
    assert section.marks == (
        Mark(1, "", "[R01]"),
        Mark(1, "", "[[P04]]"),
        Mark(3, "", PICTURE),
        Mark(6, "", "[R03]"),
        Mark(10, "note", "[U04]"),
    )


def test_sections_are_cut_at_their_headings() -> None:
    found = shape.sections("- a\n\n## 一 {#one}\n\n1. b\n\n\n## 二 {#two} [R01]\n", kinds.PAGE, "zh")
    assert [(section.id, section.line, section.last, len(section.pieces), len(section.marks)) for section in found] == [
        ("intro", 1, 1, 1, 0),
        ("one", 3, 5, 1, 0),
        ("", 8, 8, 0, 1),
    ]


def test_lines_know_their_container() -> None:
    (section,) = shape.sections("a\n\n::: compare x\n\nb\n:::\nc", kinds.PAGE, "zh")
    assert [(place.line, place.within) for place in section.places] == [(1, ""), (3, "compare"), (5, "compare"), (6, "compare"), (7, "")]


def test_an_empty_body_has_an_empty_intro() -> None:
    assert shape.sections("", kinds.PAGE, "zh") == [shape.Section(None, 1, (), (), ())]


@given(BODIES)
def test_any_body_has_a_shape_in_order_and_within_its_sections(body: str) -> None:
    found = shape.sections(body, kinds.PAGE, "zh")
    lines = [piece.line for section in found for piece in section.pieces]
    assert lines == sorted(lines) and all(1 <= line <= body.count("\n") + 1 for line in lines)
    for section, after in zip(found, [*found[1:], None], strict=True):
        end = after.line if after else body.count("\n") + 2
        assert section.line <= section.last < max(end, 2), "only an empty intro shares its line with a heading"
        assert all(section.line <= thing.line <= section.last for thing in (*section.pieces, *section.marks))


@given(BODIES, st.integers(0, 5))
def test_empty_lines_above_move_a_shape_and_nothing_else(body: str, more: int) -> None:
    moved = [(type(piece), piece.line - more, piece.within) for piece in pieces("\n" * more + body)]
    assert moved == [(type(piece), piece.line, piece.within) for piece in pieces(body)]


@given(st.lists(st.tuples(st.sampled_from(["-", "1."]), st.integers(1, 5)), max_size=5))
def test_lists_parted_by_text_are_counted_as_written(written: list[tuple[str, int]]) -> None:
    body = "\n\ntext\n\n".join("\n".join([f"{marker} x"] * entries) for marker, entries in written)
    wanted = [("bulleted" if marker == "-" else "ordered", entries) for marker, entries in written]
    assert [(piece.kind, piece.entries) for piece in pieces(body) if isinstance(piece, List)] == wanted
