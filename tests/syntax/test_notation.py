"""What is no words is put aside, and comes back where it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.language.lang import LANGS, Lang
from course.syntax.dialogue import parse
from course.syntax.notation import HIDDEN, words
from course.translation.outdated import normalised

LINES = st.text(st.sampled_from("好a3，：:（）()[]{}|`!<>*#-_&;\\.✓ \u3000\ue000"), max_size=40)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("- [ ] [[P04]]：先看", "_：先看"),
        ("## 一，二 {#a}", "_一，二 _"),
        ("::: myth “好”", "_“好”"),
        ("见[图](a.md)和 `x`", "见_图_和 _"),
        ("见[图]（a.md）。[R01]（好）", "见_图_。_（好）"),
        ("| 好 | [R01] |", "_好 | _ |"),
        ("| --- | :-: |", "_"),
        ("拨&nbsp;95598，见 www.a.com/b。", "拨_95598，见 _。"),
        ("表一\u3000本所", "表一_本所"),
        ("好的。", "好的。"),
    ],
)
def test_what_is_left(line: str, left: str) -> None:
    assert words(line).text.replace(HIDDEN, "_") == left


@pytest.mark.parametrize(
    ("line", "left"), [("坐席(✓ P01): 好(的)", "_好(的)"), ("客户：好", "_好"), ("(停，走)", "_停，走_"), ("没有说话人", "没有说话人")]
)
def test_what_is_left_of_a_turn(line: str, left: str) -> None:
    assert words(line, spoken=True).text.replace(HIDDEN, "_") == left


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("先听 再问，别急", "先听 再问，别急"),
        ("先听 再问", "先听_再问"),
        ("## 先听 再问，别急", "_先听_再问，别急"),
        ("| 先听 再问 | 好 的，是 |", "_先听_再问 | 好 的，是 |"),
        ("写着“缴费 咨询”，好 的", "写着“缴费_咨询”，好 的"),
        ("记录人：甲 日期：乙，写 全", "记录人：甲_日期：乙，写 全"),
    ],
)
def test_spaces_that_part_labels_are_put_aside(line: str, left: str) -> None:
    assert words(line).text.replace(HIDDEN, "_") == left


@pytest.mark.parametrize(
    ("line", "lang", "headed"),
    [
        ("坐席 (✓ P01): 好", "zh", "坐席（✓ P01）：好"),
        ("客户:[[P01]]", "zh", "客户：[[P01]]"),
        ("客户：好", "zh", "客户：好"),
        ("Agent: OK", "zh", "Agent: OK"),
        ("9:51 叫号", "zh", "9:51 叫号"),
        ("(停:走)", "zh", "(停:走)"),
        ("Agent（✓ P01）：Hi", "en", "Agent (✓ P01): Hi"),
        ("客户：好", "en", "客户：好"),
    ],
)
def test_how_it_is_written_who_speaks(line: str, lang: Lang, headed: str) -> None:
    found = words(line, spoken=True).headed(lang)
    assert found.written(found.text) == headed


@given(LINES, st.sampled_from(LANGS))
def test_writing_anew_who_speaks_changes_no_turn(line: str, lang: Lang) -> None:
    found = words(line, spoken=True).headed(lang)
    new = found.written(found.text)
    again = words(new, spoken=True).headed(lang)
    assert again.written(again.text) == new
    assert normalised(new) == normalised(line)
    (was, _), (now, _) = parse([line]), parse([new])
    assert [(turn.speaker, turn.mark, turn.codes) for turn in was] == [(turn.speaker, turn.mark, turn.codes) for turn in now]


@given(LINES, st.booleans())
def test_a_line_comes_back_as_it_was(line: str, spoken: bool) -> None:
    found = words(line, spoken)
    assert found.written(found.text) == line
    assert found.written(found.text + HIDDEN) == line
