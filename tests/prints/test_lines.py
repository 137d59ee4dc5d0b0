"""How lines break: no stop begins a Chinese line, nothing that opens ends one; and every letter can be copied out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdf_text import read
from print_sample import Making, Setting

NEVER_FIRST = "，。、；：？！”’）》」』】〉％…"
NEVER_LAST = "“‘（《「『【〈"


def broken(file: Path) -> list[str]:
    """Lines that begin or end with what must not be there."""
    return [line for line in read(file).lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


def test_no_line_of_a_chinese_print_breaks_in_the_wrong_place(making: Making) -> None:
    made = making(lambda one: one.lang == "zh" and (len(one.pages) == 1 or one.kind == "sheet"))
    found = {one.path: wrong for one, file in made.items() if (wrong := broken(file))}
    assert not found


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("他说“好” \\ ，就走了。", ["，就走了。"]),
        ("他说“ \\ 好”。", ["他说“"]),
        ("#table(columns: 2, [一], [（ \\ 二）])", ["一（"]),
        ("他说“好”，#h(20cm)就走了。", []),
    ],
)
def test_a_line_broken_by_hand_would_be_found(setting: Setting, body: str, wrong: list[str]) -> None:
    assert broken(setting(body)) == wrong


def test_every_letter_can_be_copied_out_again(making: Making) -> None:
    for one, file in making(lambda one: one.kind in ("handout", "all")).items():
        text = read(file).words
        assert len(text) > 300 and "\ufffd" not in text, one.path
