"""E304: what the course shows as well said is nothing that it says to avoid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.reading import load
from course.rules import e304_good_words
from course.rules.e304_good_words import letters_only
from small import edited, line_of, original

Tree = Callable[..., Path]
CASE, CASE_EN, HOME, PHRASES = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/index.md", "docs/data/phrases.yml"
SECOND = """
- id: W02
  situation: explaining
  channels: [hotline]
  principle: P01
  avoid: {{zh: {}, en: {}}}
  say:
    zh: {}
    en: {}
  why: {{zh: 没查, en: Not checked}}
"""


def told(root: Path) -> list[tuple[str, int]]:
    return sorted({(problem.path, problem.line) for problem in e304_good_words.check(load(root))})


def turn(words: str) -> dict[str, str]:
    return edited(CASE, ("我先查一下读数。", words))


def turn_en(words: str) -> dict[str, str]:
    return edited(CASE_EN, ("Let me look up the readings first.", words))


def second(
    avoid: str = "慢慢来嘛您", avoid_en: str = "Take your time now", say: str = "我查一下", say_en: str = "Let me look"
) -> dict[str, str]:
    """A second row in the phrase book."""
    return {PHRASES: original(PHRASES).rstrip() + SECOND.format(avoid, avoid_en, say, say_en)}


WRONG: list[tuple[str, str, Mapping[str, str]]] = [
    (CASE, "✓", turn("表不可能错。")),
    (CASE, "✓", turn("您放心，表，不可能错！")),
    (CASE, "✓", turn("我查过了，表 不可能错")),
    (CASE, "✓", turn("单子我找给您。")),
    (CASE_EN, "✓", turn_en("Well, the meter can’t be wrong, can it?")),
    (CASE_EN, "✓", turn_en("THE METER: can't be wrong")),
    (CASE_EN, "✓", turn_en("I'll find your slip.")),
    (CASE, "::: note", edited(CASE, ("先让大家读。", "::: note 甲（坐席）\n```dialogue\n坐席（✓ P01）：表不可能错。\n```\n:::"))),
    (PHRASES, "zh: 您听我说", second(say="您听我说，表不可能错。")),
    (PHRASES, "en: Believe me", second(say_en="Believe me, the meter can't be wrong.")),
]


@pytest.mark.parametrize(("path", "words", "files"), WRONG)
def test_it_is_told_where_it_stands(tree: Tree, path: str, words: str, files: Mapping[str, str]) -> None:
    root = tree(files)
    deeper = 2 if words == "::: note" else 0
    assert told(root) == [(path, line_of(root, path, words) + deeper)]


def test_it_says_which_row_and_what_to_say_instead(tree: Tree) -> None:
    found = sorted(e304_good_words.check(load(tree(turn("表不可能错。") | turn_en("The meter can't be wrong.")))))
    assert [problem.code for problem in found] == ["E304", "E304"]
    assert found[1].zh == "✓ 的话里有“表不可能错。”，话术 W01 说要避免；可以这样说：“我先查一下读数。”"
    assert found[0].en == (
        "a ✓ turn holds “The meter can't be wrong.”, which phrase W01 says to avoid; "
        "expected something like “Let me look up the readings first.”"
    )


def test_it_says_in_which_row_of_the_phrase_book(tree: Tree) -> None:
    (found,) = e304_good_words.check(load(tree(second(say="表不可能错。"))))
    assert found.zh.startswith("W02 的 say 里有“表不可能错。”，话术 W01 说要避免")
    assert found.en.startswith("the `say` of W02 holds “表不可能错。”, which phrase W01 says to avoid")


def test_a_wording_to_avoid_is_told_with_the_agreed_term(tree: Tree) -> None:
    (found,) = e304_good_words.check(load(tree(turn("单子我找给您。"))))
    assert "应写“工单”" in found.zh and "expected `工单`" in found.en


RIGHT: dict[str, Mapping[str, str]] = {
    "nothing": {},
    "a bad turn and one without a mark": edited(CASE, ("客户：表", "坐席（✗ P01）：表不可能错。\n客户：表不可能错？\n客户：表")),
    "prose": edited(CASE, ("先让大家读。", "表不可能错。")),
    "part of the phrase": turn("表不会错？不可能这么快说。"),
    "part of a word": turn_en("The meter can't be wrongly read."),
    "a phrase of three characters": second(avoid="您放心") | turn("您放心，我先查。"),
    "a phrase of two words": second(avoid_en="Calm down") | turn_en("Calm down, they said."),
    "the row's own": second(avoid="户号报一下", say="您好，户号报一下"),
    "a wording to avoid that is quoted": turn("您说的“单子”，我找给您。"),
    "the other language": turn("The meter can't be wrong.") | turn_en("表不可能错。"),
    "no phrases": {PHRASES: "[]\n"},
    "a phrase book that cannot be read": {PHRASES: "x"},
}


@pytest.mark.parametrize("files", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(tree: Tree, files: Mapping[str, str]) -> None:
    assert told(tree(files)) == []


@given(st.text(), st.text())
def test_signs_and_capitals_round_a_phrase_do_not_hide_it(before: str, after: str) -> None:
    assert letters_only("表不可能错。", "zh") in letters_only(f"{before}表，不可能 错{after}", "zh")
    assert letters_only("Can't be wrong.", "en") in letters_only(f"{before} CAN’T, be wrong {after}", "en")


@given(st.text(), st.sampled_from(["zh", "en"]))
def test_plain_text_is_plain_already(text: str, lang: str) -> None:
    once = letters_only(text, lang)  # type: ignore[arg-type]
    assert "".join(once.split()).isalnum() or not once.strip()
