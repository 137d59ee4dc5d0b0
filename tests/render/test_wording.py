"""The site's own words: both languages, and every name that is asked for."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from course.render import wording
from small import ROOT

OVERRIDES = ROOT / "overrides"
PAIRS = yaml.safe_load(wording.FILE.read_text(encoding="utf-8"))


def asked(folder: Path, ending: str, pattern: str) -> set[str]:
    """What a pattern captures in the files of that ending below a folder."""
    return {name for file in folder.rglob(f"*{ending}") for name in re.findall(pattern, file.read_text(encoding="utf-8"))}


def pairs() -> Iterator[tuple[str, list[str]]]:
    """Every pair of words with its name, those of scripts too."""
    yield from PAIRS["words"].items()
    for script, named in PAIRS["scripts"].items():
        yield from ((f"{script}.{name}", pair) for name, pair in named.items())


@pytest.mark.parametrize("name", sorted(asked(ROOT / "hooks", ".py", r"""\bsay\(["'](\w+)["']""")))
def test_a_word_that_is_asked_for_is_there_in_both_languages(name: str) -> None:
    zh, en = wording.say(name, "zh"), wording.say(name, "en")
    assert zh.strip() and en.strip()


@pytest.mark.parametrize("name", sorted(asked(OVERRIDES, ".html", r"\bwords\.(\w+)")))
def test_so_is_one_that_a_template_shows(name: str) -> None:
    assert wording.words("zh")[name].strip() and wording.words("en")[name].strip()


@pytest.mark.parametrize(
    ("script", "files"), [("search", ("search/box.js", "search/list.js", "search/found.js")), ("quiz", ("js/quiz.js",))]
)
def test_a_script_says_the_words_there_are_for_it(script: str, files: tuple[str, ...]) -> None:
    said = {name for file in files for name in re.findall(r"\bwords(?:\.search)?\.(\w+)", (OVERRIDES / "assets" / file).read_text("utf-8"))}
    assert said - {script, "map", "length"} == PAIRS["scripts"][script].keys()


@pytest.mark.parametrize(("name", "pair"), [*pairs()], ids=lambda value: value if isinstance(value, str) else "")
def test_both_languages_leave_room_for_the_same_values(name: str, pair: list[str]) -> None:
    zh, en = ([field for _, field, _, _ in string.Formatter().parse(word) if field is not None] for word in pair)
    assert zh == en


def test_values_are_filled_in() -> None:
    assert wording.say("x_of_y", "en", 3, 5) == "3 of 5"


def test_a_word_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        wording.say("nothing", "zh")
