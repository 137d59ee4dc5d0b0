"""One turn a line; what is none is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.syntax.dialogue import Turn, parse


@pytest.mark.parametrize(
    ("line", "turn"),
    [
        ("客户：表走得快。", Turn("客户", "", (), "表走得快。", 1)),
        ("坐席（✗ P05）：不可能。", Turn("坐席", "bad", ("P05",), "不可能。", 1)),
        ("坐席（✓ P05、P07）：我查。", Turn("坐席", "good", ("P05", "P07"), "我查。", 1)),
        ("坐席（✓）：我查。", Turn("坐席", "good", (), "我查。", 1)),
        ("Fang Min (✗ P09, P101): Wait.", Turn("Fang Min", "bad", ("P09", "P101"), "Wait.", 1)),
        ("  Customer :  At 9:02: a ticket.  ", Turn("Customer", "", (), "At 9:02: a ticket.", 1)),
        ("（挂断）", Turn("", "", (), "挂断", 1)),
        ("(9:51. B005 is called.)", Turn("", "", (), "9:51. B005 is called.", 1)),
    ],
)
def test_a_turn(line: str, turn: Turn) -> None:
    assert parse([line]) == ([turn], [])


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        (["客户：好。", "没有冒号的一行"], 2, "not a turn"),
        (["客户："], 1, "not a turn"),
        (["：话"], 1, "not a turn"),
        (["这个说话人的名字写得实在是太长太长太长太长太长太长了：话"], 1, "not a turn"),
        (["坐席（小声）：话"], 1, "not a turn"),
        (["客户：好。", "坐席（x P05）：话"], 2, "the mark is `x`, expected ✗"),
        (["坐席（× P05）：话"], 1, "the mark is `×`, expected ✗"),
        (["Agent (√ P04): words"], 1, "the mark is `√`, expected ✓"),
        (["坐席（✅）：话"], 1, "the mark is `✅`, expected ✓"),
        (["坐席（✗ 5）：话"], 1, "cannot read `5` in the mark"),
        (["坐席（✗ P05 C01）：话"], 1, "cannot read `C01` in the mark"),
        ([], 1, "the dialogue is empty"),
        (["", "  "], 1, "the dialogue is empty"),
    ],
)
def test_what_is_no_turn(lines: list[str], line: int, words: str) -> None:
    (mistake,) = parse(lines)[1]
    assert mistake.line == line
    assert words in mistake.en
    assert mistake.zh


def test_lines_are_counted_from_the_first_and_blank_ones_too() -> None:
    turns, mistakes = parse(["客户：一", "", "二", "坐席：三"], first=7)
    assert ([turn.line for turn in turns], [mistake.line for mistake in mistakes]) == ([7, 10], [9])


@given(st.lists(st.text(alphabet="客a：:（(）)✗✓P05、 \t\n"), max_size=8))
def test_each_line_is_a_turn_or_blank_or_a_mistake(lines: list[str]) -> None:
    turns, mistakes = parse(lines, first=3)
    told = {turn.line for turn in turns} | {mistake.line for mistake in mistakes}
    wanted = {number for number, line in enumerate(lines, start=3) if line.strip()}
    assert told == wanted or (not wanted and told == {3})
    assert all(turn.words == turn.words.strip() for turn in turns)
