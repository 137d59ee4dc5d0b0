"""E316: a character the fonts of the prints do not have is told where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import cache_keys
from course.content.reading import load
from course.rules import e316_print_characters as rule
from course.rules.e316_print_characters import unprintable
from small import ROOT, edited, line_of

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PHRASES, SYNONYMS = "docs/data/phrases.yml", "docs/data/synonyms.yml"
STORY, TURN = "换表后电费多了一半。", "我先查一下读数。"


def told(root: Path) -> list[tuple[str, int]]:
    return [(problem.path, problem.line) for problem in rule.check(load(root))]


@pytest.mark.parametrize(
    "strange",
    ["😀", "❤️", "👨‍👩‍👧", "한", "𪚥", "\ue000", "\ufffd", "&#128512;", "&#x1F600;", "\x07"],
    ids=ascii,
)
def test_what_the_fonts_lack_is_told_in_the_body(tree: Tree, strange: str) -> None:
    root = tree(edited(CASE, (STORY, f"换表后，{strange}多了一半。")))
    assert told(root) == [(CASE, line_of(root, CASE, "多了一半"))]


@pytest.mark.parametrize(
    "right",
    [
        "“这个”、‘那个’……——",
        "①⑩→←≈≥−5 ℃ ½ m² 220 V ± 7%",
        "☐ ☑ ☒ ✎ ✓ ✔ ✗ ✘ ⚡",
        "⚠\ufe0f",
        "late\u2011fee cafe\u0301",
        "一\u3000二\xa0三\u2009四",
        "柜\u200b台",
        "&nbsp;&times;",
        "guǐtái μ Ω",
        "喆堃赟䶮𫖯",
        "<!-- 😀 -->",
    ],
)
def test_what_they_have_or_what_is_never_printed_is_not(tree: Tree, right: str) -> None:
    assert told(tree(edited(CASE, (STORY, f"换表后{right}多了一半。")))) == []


def test_a_dialogue_an_english_page_and_front_matter_are_printed_too(tree: Tree) -> None:
    files = edited(CASE, (TURN, TURN + "😀")) | edited(CASE_EN, ("title: The meter runs fast", 'title: "The meter runs fast \\U0001F600"'))
    root = tree(files)
    assert sorted(told(root)) == [(CASE_EN, 2), (CASE, line_of(root, CASE, "😀"))]


def test_the_rows_of_tables_are_printed_and_what_people_type_is_not(tree: Tree) -> None:
    files = edited(PHRASES, ("say: {zh: 我先", "say: {zh: 🙂我先")) | edited(SYNONYMS, ("[bill, invoice]", "[bill, 🙂]"))
    root = tree(files)
    assert told(root) == [(PHRASES, line_of(root, PHRASES, "🙂"))]


def test_a_line_is_told_once_with_all_it_cannot_print(tree: Tree) -> None:
    (problem,) = rule.check(load(tree(edited(CASE, (STORY, "😀换表😀后🙂。")))))
    assert problem.zh == "“😀”（U+1F600）、“🙂”（U+1F642）打印稿的字体里没有，印不出来，应换成别的字或词"
    assert problem.en == "the fonts of the prints have no “😀” (U+1F600), “🙂” (U+1F642), expected another character or a word"


def test_the_fonts_can_be_made_anew_for_a_chinese_character(tree: Tree) -> None:
    (problem,) = rule.check(load(tree(edited(CASE, (STORY, "客户姓𪚥。")))))
    assert problem.zh == "“𪚥”（U+2A6A5）打印稿的字体里没有，印不出来，应换成别的字或词；这个字非用不可，就运行 make fonts 重做字体"
    assert problem.en.endswith("expected another character or a word; where it must stay, `make fonts`")


def test_a_character_without_a_shape_is_told_by_its_number(tree: Tree) -> None:
    (problem,) = rule.check(load(tree(edited(CASE, (STORY, "客户\ue123。")))))
    assert problem.zh.startswith("“�”（U+E123）打印稿的字体里没有")


@given(st.text())
def test_only_characters_of_the_text_are_told_each_once_in_order(text: str) -> None:
    found = unprintable(text)
    assert found == sorted(set(found), key=text.index)
    kept = "".join(letter for letter in text if letter not in found)
    assert unprintable(kept) == []


@given(st.characters(categories=["Co", "Cn", "Cs", "So"], min_codepoint=0x1F000))
def test_no_emoji_and_nothing_private_or_unassigned_is_printable(letter: str) -> None:
    assert unprintable(letter) == [letter]


@given(st.characters(codec="gb2312").filter(lambda letter: unicodedata.category(letter) != "Cc"))
def test_what_a_chinese_keyboard_writes_is_printable(letter: str) -> None:
    assert unprintable(letter) == []


def test_what_was_found_is_forgotten_when_the_fonts_change() -> None:
    """The memory of the check goes by the package's text; the list of characters is part of it."""
    assert rule.LIST.read_text(encoding="utf-8") in cache_keys.code()


def test_every_word_of_the_site_can_be_printed() -> None:
    assert unprintable((ROOT / "hooks/course/render/words.yml").read_text(encoding="utf-8")) == []
