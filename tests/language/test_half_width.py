"""English has half-width stops and brackets, but for what it quotes in Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.language.half_width import mended
from course.translation.outdated import normalised

RIGHT = [
    "It is a checklist, and no study.",
    "Say “您好，请坐。” and wait.",
    "The name is 违约金（也叫滞纳金）。",
    "《规则》（2024）, art. 3",
    "（电表）",
    "，好",
]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("a list，and no study", "a list, and no study"),
        ("the meter（电表）is", "the meter (电表) is"),
        ("see（page 3）。", "see (page 3)."),
        ("Really？！ No。", "Really?! No."),
        ("at 9：40，1，000 of them", "at 9:40,1,000 of them"),
        ("“您好”，“请坐”", "“您好”, “请坐”"),
        ("违约金（late-payment charge）here", "违约金 (late-payment charge) here"),
        ("a (b）c", "a (b) c"),
        ("“Stop。” He did", "“Stop.” He did"),
    ],
)
def test_what_it_mends(wrong: str, right: str) -> None:
    assert mended(wrong) == right


@pytest.mark.parametrize("text", RIGHT)
def test_what_it_leaves_alone(text: str) -> None:
    assert mended(text) == text


@given(st.text(st.sampled_from('好的aB3 ，。：；？！（）()“”‘’"*|.,、《》\ue000\ue001'), max_size=30))
def test_mending_twice_is_mending_once_and_changes_no_word(text: str) -> None:
    once = mended(text)
    assert mended(once) == once
    assert normalised(once) == normalised(text)
