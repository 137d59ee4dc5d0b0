"""How lines break: no stop begins a Chinese line, nothing that opens ends one; and every letter can be copied out again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pytest

from course.prints import press
from prints.conftest import Making
from prints.pdf_text import lines, words

NEVER_FIRST = "，。、；：？！”’）》」』】〉％·—…"
NEVER_LAST = "“‘（《「『【〈"


def broken(file: Path) -> list[str]:
    """Lines that begin or end with what must not stand there. A text that itself begins with … or —— is no broken line."""
    with pikepdf.open(file) as pdf:
        found = list(lines(pdf))
    return [line for above, line in zip(["", *found], found, strict=False) if _wrong(line, above)]


def _wrong(line: str, above: str) -> bool:
    return line[0] in NEVER_FIRST or line[-1] in NEVER_LAST


def test_no_line_of_a_chinese_print_breaks_in_the_wrong_place(making: Making) -> None:
    made = making(lambda one: one.lang == "zh" and one.kind != "book")
    found = {one.path: wrong for one, file in made.items() if (wrong := broken(file))}
    assert not found
