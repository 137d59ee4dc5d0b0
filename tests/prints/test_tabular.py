"""Columns of printed tables: no short cell is squeezed, none takes what others need, cells to fill in get the room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.prints.markup import Share, source, text
from course.prints.tabular import AUTO, GAP, LEAST, LINE, SHORT, halves, table, widths

cells = st.one_of(st.just(""), st.text("ab 客户，。", max_size=12), st.text("客户说，。", min_size=20, max_size=120))
tables = st.integers(1, 7).flatmap(lambda count: st.lists(st.lists(cells, min_size=count, max_size=count), min_size=2, max_size=9))


def taken(rows: list[list[str]]) -> list[float]:
    """How many half-widths each column gets."""
    given = widths(rows)
    wanted = [max(1, *map(halves, column)) + GAP for column in zip(*rows, strict=True)]
    left = LINE - sum(want for width, want in zip(given, wanted, strict=True) if width == AUTO)
    parts = sum(width.parts for width in given if isinstance(width, Share))
    return [left * width.parts / parts if isinstance(width, Share) else want for width, want in zip(given, wanted, strict=True)]


@given(tables)
def test_every_column_has_room_and_together_they_take_the_line(rows: list[list[str]]) -> None:
    room = taken(rows)
    assert len(room) == len(rows[0])
    assert abs(sum(room) - LINE) < 1
    for width, column in zip(room, zip(*rows, strict=True), strict=True):
        assert width > min(LEAST, max(1, *map(halves, column)) + GAP, LINE / len(room)) - 1


@given(tables)
def test_only_short_columns_are_as_wide_as_their_words(rows: list[list[str]]) -> None:
    for width, column in zip(widths(rows), zip(*rows, strict=True), strict=True):
        assert width != AUTO or max(map(halves, column)) <= SHORT


@given(st.lists(st.lists(st.text("ab客", min_size=1, max_size=9), min_size=3, max_size=3), min_size=2, max_size=6))
def test_where_everything_fits_nothing_is_broken(rows: list[list[str]]) -> None:
    for width, column in zip(taken(rows), zip(*rows, strict=True), strict=True):
        assert width > max(map(halves, column))


def test_cells_to_fill_in_get_what_the_others_leave() -> None:
    label, blank = taken([["该写的", "写在这里"], ["改一句：原话是", ""]])
    assert blank > 2 * label
    label, blank = taken(
        [["To write", "Here"], ["Would anyone else have got stuck here? On which form, at which step, and why exactly there?", ""]]
    )
    assert blank > label
    short, long = taken([["Min:sec", "What the customer said or did next"], ["", ""]])
    assert long > 2 * short


def test_a_long_column_does_not_squeeze_a_short_one() -> None:
    rows = [["我们说", "为什么"], *([["缺相的那一户是哪一户", "很长的一句话，" * 30]] * 6)]
    assert taken(rows)[0] > halves("缺相的那一户是哪一户")


def test_an_empty_cell_is_room_to_write_and_a_timetable_looks_its_own_way() -> None:
    def typst(rows: list[list[str]]) -> str:
        return source(table([[(text(cell), cell) for cell in row] for row in rows]))

    assert typst([["该写的", "这里"], ["日期", ""]]).count("blank") == 1
    assert typst([["分钟", "做什么"], ["0–5", "读"]]).startswith("#timetable((auto, ")
    assert typst([["Minutes", "What to do"], ["0–5", "Read"]]).startswith("#timetable((auto, ")
    assert "whole: true" in typst([["我们说", "换成"], ["缺相", "少一根线"]])
    assert "whole: false" in typst([["我们说", "换成"], *([["缺相" * 20, "少一根线" * 20]] * 8)])
