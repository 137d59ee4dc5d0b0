"""A talk that branches: scenes, options, ends; where a reader would get lost is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.syntax import tree
from course.syntax.branching import Branching, parse

GOOD = """1.
客户：快不快？
- 坐席（✗ P01）：不快。 → 2
- 坐席（✓ P01）：我查。 -> 3

2.
（他不说话。）
客户：你怎么知道？
- 坐席（✓ P01）：是我说早了。 → 3
- 坐席（✗ P01、P02）：规定。 → 4

3.
客户：好。
结局（✓ P01）：对上了。

4.
（他挂了。）
结局（✗ P02）：又打来了。""".split("\n")


def test_scenes_with_their_options_and_ends() -> None:
    talk, mistakes = parse(GOOD, first=10)
    assert mistakes == []
    assert talk
    assert [(scene.number, scene.line) for scene in talk.scenes.values()] == [(1, 10), (2, 15), (3, 21), (4, 25)]
    assert [(option.turn.mark, option.turn.codes, option.to) for option in talk.scenes[2].options] == [
        ("good", ("P01",), 3),
        ("bad", ("P01", "P02"), 4),
    ]
    assert [turn.speaker for turn in talk.scenes[2].turns] == ["", "客户"]
    end = talk.scenes[3].end
    assert end
    assert (end.mark, end.words) == ("good", "对上了。")
    assert talk.ways == ((1, 2, 3), (1, 2, 4), (1, 3))


def test_all_that_is_said_is_found_in_order() -> None:
    (node,) = tree.parse("\n".join(["```try", *GOOD, "```"])).nodes
    assert isinstance(node, Branching)
    assert [turn.line for turn in node.turns] == [3, 4, 5, 8, 9, 10, 11, 14, 15, 18, 19]
    assert node.sound
    assert node.routes[0] == (4, 1, 2)


def changed(old: str, new: str) -> list[str]:
    text = "\n".join(GOOD)
    assert old in text
    return text.replace(old, new, 1).split("\n")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], [(1, "there is no scene")]),
        (["客户：好。"], [(1, "expected the number of a scene"), (1, "there is no scene")]),
        (changed("→ 2", ""), [(3, "expected where the option leads"), (1, "expected 2 to 3 options")]),
        (changed("→ 2", "→ 9"), [(3, "there is no scene 9"), (6, "no option leads to scene 2")]),
        (changed("结局（✗ P02）：又打来了。", "客户：不行。\n- 坐席（✗ P01）：哦。 → 2\n- 坐席（✗ P01）：嗯。 → 3"),
         [(10, "go round in circles"), (19, "go round in circles")]),
        (changed("结局（✗ P02）：又打来了。", ""), [(16, "expected 2 to 3 options, or a line")]),
        (changed("结局（✗ P02）", "结局"), [(18, "options and ends are marked")]),
        (changed("- 坐席（✗ P01）：不快。", "- 坐席：不快。"), [(3, "options and ends are marked")]),
        (changed("4.\n", "5.\n"), [(16, "expected the scene number 4")]),
        (changed("客户：好。\n", ""), [(12, "nobody speaks in scene 3")]),
        (changed("客户：好。", "结局（✓ P01）：早。"), [(13, "the last line of its scene")]),
        (changed("客户：好。", "好的"), [(13, "not a turn"), (12, "nobody speaks in scene 3")]),
    ],
)  # fmt: skip
def test_what_is_wrong(lines: list[str], told: list[tuple[int, str]]) -> None:
    talk, mistakes = parse(lines)
    assert talk is None
    assert [mistake.line for mistake in mistakes] == [line for line, _ in told]
    for mistake, (_, words) in zip(mistakes, told, strict=True):
        assert words in mistake.en
        assert mistake.zh


@given(st.lists(st.sampled_from([*GOOD, "1.", "2.", "x", "- 甲（✗ P01）：乙 → 1", "结局（✓ P01）：完"]), max_size=14))
def test_every_way_through_a_talk_ends(lines: list[str]) -> None:
    talk, mistakes = parse(lines, first=5)
    assert (talk is None) == bool(mistakes)
    assert all(5 <= mistake.line <= max(5, 4 + len(lines)) for mistake in mistakes)
    if talk:
        assert all(talk.scenes[way[-1]].end for way in talk.ways)
        assert {number for way in talk.ways for number in way} == set(talk.scenes)


def test_a_talk_too_long_or_with_too_many_ways_is_told_before_anybody_follows_it() -> None:
    long = [
        line for at in range(1, 400) for line in (f"{at}.", "客户：好。", f"- 甲（✗ P01）：一 → {at + 1}", f"- 甲（✓ P01）：二 → {at + 1}")
    ]
    assert ["399 scenes, expected at most 20" in mistake.en for mistake in parse(long)[1]] == [True]
    wide = [
        line for at in range(1, 12) for line in (f"{at}.", "客户：好。", f"- 甲（✗ P01）：一 → {at + 1}", f"- 甲（✓ P01）：二 → {at + 1}")
    ]
    talk, mistakes = parse([*wide, "12.", "客户：好。", "结局（✓ P01）：完"])
    assert talk is None
    assert ["2048 ways through, expected at most 60" in mistake.en for mistake in mistakes] == [True]
