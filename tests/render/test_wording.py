"""The site's own words: both languages, and every name that is asked for."""

from __future__ import annotations

import re
import string

import pytest

from course.render import wording
from small import ROOT

ASKED = {
    name for file in (ROOT / "hooks").rglob("*.py") for name in re.findall(r"""\bsay\(["'](\w+)["']""", file.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_word_that_is_asked_for_is_there_in_both_languages(name: str) -> None:
    zh, en = wording.say(name, "zh"), wording.say(name, "en")
    assert zh.strip() and en.strip()


@pytest.mark.parametrize("name", sorted(wording._WORDS))
def test_both_languages_leave_room_for_the_same_values(name: str) -> None:
    zh, en = ([field for _, field, _, _ in string.Formatter().parse(word) if field is not None] for word in wording._WORDS[name])
    assert zh == en


def test_values_are_filled_in() -> None:
    assert wording.say("x_of_y", "en", 3, 5) == "3 of 5"


def test_a_word_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        wording.say("nothing", "zh")
