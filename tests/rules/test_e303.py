"""E303: wordings to avoid are told in either language wherever the course speaks in its own voice, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.catalogue import Catalogue
from course.content.model import Text, WordLists
from course.content.reading import load
from course.content.tables import TermRow
from course.rules import e303_terms
from course.rules.avoided import Wordings
from small import edited, line_of, original

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE = "docs/zh/principles/check-first.md"
PHRASES, TERMS, FIGURE = "docs/data/phrases.yml", "docs/data/terms.yml", "docs/data/figures/one.yml"


def told(root: Path) -> list[tuple[str, int]]:
    return sorted({(problem.path, problem.line) for problem in e303_terms.check(load(root))})


WRONG: list[tuple[str, str, Mapping[str, str]]] = [
    (CASE, "summary:", edited(CASE, ("客户说新表", "单子上的新表"))),
    (CASE, "P01: 先", edited(CASE, ("先查读数，", "先看单子，"))),
    (CASE, "换表后电费", edited(CASE, ("换表后电费", "单子送到，换表后电费"))),
    (CASE, "客户：单子", edited(CASE, ("客户：表", "客户：单子写着，表"))),
    (CASE, "（看单子。）", edited(CASE, ("客户：表", "（看单子。）\n客户：表"))),
    (CASE, "您想看单子", edited(CASE, ("您想弄明白", "您想看单子，弄明白"))),
    (CASE, "::: role", edited(CASE, ("::: role 客户", "::: role 拿着单子的客户"))),
    (CASE, "| 单子 |", edited(CASE, ("先让大家读。", "| 甲 | 乙 |\n| --- | --- |\n| 单子 | 先读 |"))),
    (CASE, "是不是单子", edited(CASE, ("先让大家读。", "问一声是不是单子丢了。"))),
    (PRINCIPLE, "statement:", edited(PRINCIPLE, ("查清楚了再", "单子查清楚了再"))),
    (PRINCIPLE, "第一句", edited(PRINCIPLE, ("第一句", "拿到单子，第一句"))),
    (PHRASES, "say:", edited(PHRASES, ("我先查一下读数。", "我先查一下单子。"))),
    (PHRASES, "why:", edited(PHRASES, ("A verdict before the check", "A Slip"))),
]


@pytest.mark.parametrize(("path", "words", "files"), WRONG)
def test_it_is_told_where_it_stands(tree: Tree, path: str, words: str, files: Mapping[str, str]) -> None:
    root = tree(files)
    assert told(root) == [(path, line_of(root, path, words))]


@pytest.mark.parametrize("words", ["a slip", "Slips", "the SLIP.", "slip-like", "no slips", "link [slip](x.md)", "slip’s"])
def test_english_is_found_as_whole_words_in_any_case_and_number(tree: Tree, words: str) -> None:
    root = tree(edited(CASE_EN, ("Let everyone read first.", f"Let everyone read {words}")))
    assert told(root) == [(CASE_EN, line_of(root, CASE_EN, "Let everyone"))]


def test_it_says_what_is_wrong_and_what_to_write(tree: Tree) -> None:
    root = tree(edited(CASE, ("先让大家读。", "先读单子。")) | edited(CASE_EN, ("Let everyone read first.", "Read the slip.")))
    english, chinese = sorted(e303_terms.check(load(root)))
    assert chinese.zh == "“单子”是要避免的说法，应写“工单”；引别人的话请加引号“ ”"
    assert english.en == "`slip` is a wording to avoid, expected `work order`; where somebody is quoted, put it in “ ”"
    assert {english.code, chinese.code} == {"E303"}


def reads(text: str) -> dict[str, str]:
    return edited(CASE, ("先让大家读。", text))


def reads_en(text: str) -> dict[str, str]:
    return edited(CASE_EN, ("Let everyone read first.", text))


RIGHT: dict[str, Mapping[str, str]] = {
    "nothing": {},
    "quoted": reads("他说“单子呢”，又说「单子」，写作 `单子`，见《单子管理办法》。"),
    "quoted in English": reads_en('She said “where\'s the slip?”, ‘don’t lose the slip’, "slip" and `slip`.'),
    "a link's target": reads_en("[the order](https://a.b/slip) <b class='slip'>x</b> https://a.b/slip"),
    "in code": reads("```\n单子\n```"),
    "a bad turn": edited(CASE, ("客户：表", "坐席（✗ P01）：单子呢？\n客户：表")),
    "a good turn, which E304 sees to": edited(CASE, ("我先查一下读数", "我先查一下单子")),
    "answers to choose from": edited(PRINCIPLE, ("表不可能错。", "看单子。"), ("还没有查。", "单子还没有查。")),
    "a myth": reads("::: myth 单子丢了\n单子丢了就没了。\n:::"),
    "said to be something else": reads("工单不是单子，也不叫单子。"),
    "said to be something else in English": reads_en("A work order is not a slip, nor a slip of the tongue."),
    "within a longer term": edited(TERMS, ("[派工单]", "[派工单, 报修单子]")) | reads("报修单子"),
    "within a longer English term": edited(TERMS, ("[job sheet]", "[job sheet, pay slip]")) | reads_en("Pay slips"),
    "within a longer English word": reads_en("Slippers, a landslip and slipped."),
    "the other language's": reads("slip") | reads_en("单子"),
    "the row itself": edited(TERMS, ("的单子。", "的单子，别叫它单子。")),
    "no terms at all": {TERMS: "[]\n"},
}


@pytest.mark.parametrize("files", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(tree: Tree, files: Mapping[str, str]) -> None:
    assert told(tree(files)) == []


def test_the_row_of_another_term_is_no_place_for_it(tree: Tree) -> None:
    other = (
        "- id: other\n  term: {zh: 表号, en: meter number}\n  definition: {zh: 单子上的号。, en: A number.}\n  avoid: {}\n  aliases: {}\n"
    )
    root = tree({TERMS: original(TERMS) + other})
    assert told(root) == [(TERMS, line_of(root, TERMS, "单子上的号"))]


def test_the_words_of_a_figure_count(tree: Tree) -> None:
    figure = "alt: {zh: 图, en: Figure}\ncaption:\n  zh: 一张单子\n  en: Figure\nwords: {}\n"
    root = tree({FIGURE: figure, FIGURE.replace("yml", "svg"): "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    assert told(root) == [(FIGURE, 3)]


def test_tables_that_cannot_be_used_are_no_trouble(tree: Tree) -> None:
    assert told(tree({TERMS: "- 单子\n- {term: {zh: 1}}\n"})) == []


def wordings(avoid: str, alias: str = "x y z") -> Wordings:
    text = Text(zh="词", en="agreed word")
    row = TermRow(
        id="a", term=text, definition=text, avoid=WordLists(en=(avoid,), zh=(avoid,)), aliases=WordLists(en=(alias,), zh=(alias,))
    )
    return Wordings(Catalogue(terms=(row,)), "en")


@given(st.text(), st.text())
def test_a_wording_between_any_other_words_is_found_unless_set_apart_or_quoted(before: str, after: str) -> None:
    plain = "".join(sign if sign.isalpha() else " " for sign in f"{before}\n{after}").replace("\n", " ")
    assert [word for word, _ in wordings("late-fee").found(f"{plain} of late  Fees {plain}")] == ["late-fee"]
    assert not list(wordings("late-fee").found(f"{plain} “of late fee” {plain}"))


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    assert all(word == "a.b*" for word, _ in wordings("a.b*", f"x{text}").found(text))


def test_a_word_that_holds_a_wording_by_chance_is_not_told(tree: Tree) -> None:
    files = edited(CASE, ("先让大家读。", "传菜单子的人先读。"))
    assert told(tree(files)) == [(CASE, line_of(tree(files), CASE, "传菜单子"))]
    assert told(tree(files | {TERMS: original(TERMS) + "  not_in: {zh: [菜单子]}\n"})) == []
