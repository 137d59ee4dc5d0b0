"""The shape of a page: what is found in a section, in which order, on which line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.content import headings, kinds
from course.content.headings import Section
from course.rules import shape
from course.rules.shape import PICTURE, Mark, Piece
from course.syntax.nodes import Container, List, Table, View
from course.syntax.quiz import Quiz
from course.syntax.tree import parse

BODIES = st.lists(
    st.sampled_from(["", "- a", "1. b", "- [ ] c", "    d", "| a | b |", "| - | - |", "## H {#h}", "### x", "---", "```", "```dialogue",
                     "甲：话", "（看。）", "```quiz", "- [x] e", "> f", "::: note", ":::", "{{ figure: g }}", "文字[R01]", "[[P01|h]]"]),
    max_size=25,
).map("\n".join)  # fmt: skip


def sections(body: str) -> list[Section]:
    return headings.parts(parse(body), kinds.PAGE, "zh")


def pieces(body: str) -> list[Piece]:
    return [piece for section in sections(body) for piece in shape.pieces(section)]


def test_pieces_come_in_order_and_what_a_container_holds_follows_it() -> None:
    body = "- a\n\n{{ figure: one }}\n\n::: note x\n\n1. a\n:::\n\n| a |\n| --- |\n\n```quiz\n```\n\nwords\n\n```\nb\n```"
    assert [(type(piece), piece.line, piece.within) for piece in pieces(body)] == [
        (List, 1, ""),
        (View, 3, ""),
        (Container, 5, ""),
        (List, 7, "note"),
        (Table, 10, ""),
        (Quiz, 13, ""),
    ]


def test_marks_are_found_wherever_they_are_read() -> None:
    body = "a [R01] [[P04|x]] `[R02]`\n\n![x](a.svg)\n\n```dialogue\n甲：[R03]\n```\n\n::: note\n[U04]\n:::\n\n```\n[R09]\n```"
    (section,) = sections(body)
    assert shape.marks(section) == [
        Mark(1, "", "[R01]"),
        Mark(1, "", "[[P04]]"),
        Mark(3, "", PICTURE),
        Mark(6, "", "[R03]"),
        Mark(10, "note", "[U04]"),
    ]


def test_sections_are_cut_at_their_headings() -> None:
    found = sections("- a\n\n## 一 {#one}\n\n1. b\n\n\n## 二 {#two} [R01]\n")
    assert [
        (section.id, section.line, shape.last(section), len(shape.pieces(section)), len(shape.marks(section))) for section in found
    ] == [
        ("intro", 1, 1, 1, 0),
        ("one", 3, 5, 1, 0),
        ("", 8, 8, 0, 1),
    ]


def test_lines_know_their_container() -> None:
    (section,) = sections("a\n\n::: compare x\n\nb\n:::\nc")
    assert [(place.line, place.within) for place in shape.places(section)] == [
        (1, ""),
        (3, "compare"),
        (5, "compare"),
        (6, "compare"),
        (7, ""),
    ]


def test_an_empty_body_has_an_empty_intro() -> None:
    (section,) = sections("")
    assert section.id == "intro" and not shape.places(section) and not shape.pieces(section) and not shape.marks(section)


@given(BODIES)
def test_any_body_has_a_shape_in_order_and_within_its_sections(body: str) -> None:
    found = sections(body)
    lines = [piece.line for section in found for piece in shape.pieces(section)]
    assert lines == sorted(lines) and all(1 <= line <= body.count("\n") + 1 for line in lines)
    for section, after in zip(found, [*found[1:], None], strict=True):
        end = after.line if after else body.count("\n") + 2
        assert section.line <= shape.last(section) < max(end, 2), "only an empty intro shares its line with a heading"
        assert all(section.line <= thing.line <= shape.last(section) for thing in (*shape.pieces(section), *shape.marks(section)))


@given(BODIES, st.integers(0, 5))
def test_empty_lines_above_move_a_shape_and_nothing_else(body: str, more: int) -> None:
    moved = [(type(piece), piece.line - more, piece.within) for piece in pieces("\n" * more + body)]
    assert moved == [(type(piece), piece.line, piece.within) for piece in pieces(body)]
