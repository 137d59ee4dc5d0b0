"""E305: no principle without a case, no reason that is another's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.reading import load
from course.rules import e212_chapter_of_case, e305_connected
from course.rules.e305_connected import alike, comparable
from small import edited, line_of, original

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE, PRINCIPLE_EN, CHAPTER = "docs/zh/principles/check-first.md", "docs/en/principles/check-first.md", "docs/zh/chapters/service.md"
OTHER, OTHER_EN, P02, P02_EN = (
    path.replace(old, new)
    for old, new, paths in (("meter", "queue", (CASE, CASE_EN)), ("check-first", "say-why", (PRINCIPLE, PRINCIPLE_EN)))
    for path in paths
)
REASON, REASON_EN = "先查读数，再说快慢。", "Look up the readings before talking of fast or slow."
LONG = "电话里先报上个月的读数和这个月的读数，差多少当面算给他看。"
LONG_EN = "The agent reads out both months' readings on the phone and works out the difference with him."


def told(root: Path) -> list[tuple[str, int]]:
    return sorted({(problem.path, problem.line) for problem in e305_connected.check(load(root))})


def principle() -> dict[str, str]:
    """A second principle."""
    return {
        P02: original(PRINCIPLE).replace("P01", "P02").replace("先查后判", "说清缘由").replace("查清楚了再下结论", "为什么，讲给他听"),
        P02_EN: original(PRINCIPLE_EN).replace("title: ", "title: Why, ").replace("statement: ", "statement: Tell them why, and "),
    }


def case(verb: str, zh: str, en: str) -> dict[str, str]:
    """A second case, with those lines in its ``principles`` or ``breaks``."""
    found = {}
    for path, at, reason, lines in ((OTHER, CASE, REASON, zh), (OTHER_EN, CASE_EN, REASON_EN, en)):
        text = original(at).replace("id: C01", "id: C02")
        if verb == "principles":
            text = text.replace(f"  P01: {reason}", lines)
        else:
            text = text.replace(f"principles:\n  P01: {reason}", "principles: {}").replace("breaks: {}", f"breaks:\n{lines}")
        found[path] = text
    return found


def reasons(zh: str, en: str) -> dict[str, str]:
    """More reasons in the minimal case, for principles it breaks."""
    return edited(CASE, ("breaks: {}", f"breaks:\n{zh}")) | edited(CASE_EN, ("breaks: {}", f"breaks:\n{en}"))


WRONG: dict[str, tuple[list[tuple[str, str]], Mapping[str, str]]] = {
    "a principle without a case": ([(P02, "id:")], principle()),
    "twice in one case": (
        [(CASE, "  P02:")],
        principle() | reasons("  P02: 先查读数再说快慢", "  P02: Nobody told him the billing day had moved."),
    ),
    "twice in one case in English": (
        [(CASE_EN, "  P02:")],
        principle() | reasons("  P02: 抄表日挪了没告诉他。", "  P02: Look up the readings, before talking of fast or slow"),
    ),
    "held and broken for the same reason": (
        [(CASE, "P01: 先查读数，再说快慢！")],
        reasons("  P01: 先查读数，再说快慢！", "  P01: He heard a verdict."),
    ),
    "copied from another case": ([(OTHER, "  P01:")], case("principles", f"  P01: {REASON}", "  P01: The queue number is read out twice.")),
    "copied into another case's breaks": ([(OTHER_EN, "  P01:")], case("breaks", "  P01: 没问几号就说叫过了。", f"  P01: {REASON_EN}")),
    "nearly copied": (
        [(OTHER, "  P01:"), (OTHER_EN, "  P01:")],
        edited(CASE, (REASON, LONG))
        | edited(CASE_EN, (REASON_EN, LONG_EN))
        | case("principles", f"  P01: {LONG.replace('他', '她')}", f"  P01: {LONG_EN.replace('him', 'her')}"),
    ),
    "the principle's title": ([(CASE, "  P01:")], edited(CASE, (REASON, "先查，后判。"))),
    "the principle's statement": ([(CASE, "  P01:")], edited(CASE, (REASON, "查清楚了，再下结论"))),
}


@pytest.mark.parametrize(("places", "files"), WRONG.values(), ids=WRONG)
def test_it_is_told_where_it_stands(tree: Tree, places: list[tuple[str, str]], files: Mapping[str, str]) -> None:
    root = tree(files)
    assert told(root) == sorted((path, line_of(root, path, words)) for path, words in places)


def test_the_english_title_and_statement_count(tree: Tree) -> None:
    for name in ("title", "statement"):
        words = next(line for line in original(PRINCIPLE_EN).splitlines() if line.startswith(name)).split(": ")[1]
        root = tree(edited(CASE_EN, (REASON_EN, words.upper())))
        assert told(root) == [(CASE_EN, line_of(root, CASE_EN, "  P01:"))]


def said(root: Path) -> tuple[str, str]:
    (found,) = e305_connected.check(load(root))
    assert found.code == "E305"
    return found.zh, found.en


def test_it_says_what_is_missing(tree: Tree) -> None:
    zh, en = said(tree(principle()))
    assert zh == "没有案例做到或违反 P02，应至少有一个案例在 principles 或 breaks 里写上 P02 和理由"
    assert en == "no case holds or breaks P02, expected at least one with P02 and a reason in its `principles` or `breaks`"


def test_it_says_where_the_twin_stands(tree: Tree) -> None:
    zh, en = said(tree(case("principles", f"  P01: {REASON}", "  P01: The queue number is read out twice.")))
    assert zh == f"P01 的理由和 C01 里 P01 的理由（{CASE}:15）几乎一样，应写只有这里才说得通的理由"
    assert en == f"the reason for P01 is nearly that for P01 in C01 ({CASE}:15), expected one that fits only here"


def test_it_says_what_is_repeated(tree: Tree) -> None:
    zh, en = said(tree(edited(CASE, (REASON, "先查后判"))))
    assert zh.startswith("P01 的理由只是重复了原则的标题，应写")
    assert en.startswith("the reason for P01 only repeats the principle's title, expected")


RIGHT: dict[str, Mapping[str, str]] = {
    "nothing": {},
    "no case at all": {CASE: None, CASE_EN: None},  # type: ignore[dict-item]
    "a case that cannot be read": principle() | {OTHER: "---\nid: C02\n---\n"},
    "a case with a mistyped code": principle() | case("principles", "  P22: 把为什么讲给他听。", "  P22: He is told why."),
    "other reasons": case("principles", "  P01: 叫到几号先看屏幕。", "  P01: The screen is looked at before a number is called."),
    "the same words about another principle in another case": principle() | case("principles", f"  P02: {REASON}", f"  P02: {REASON_EN}"),
    "a page not translated yet": {CASE_EN: None, PRINCIPLE_EN: None},  # type: ignore[dict-item]
}


@pytest.mark.parametrize("files", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(tree: Tree, files: Mapping[str, str]) -> None:
    assert told(tree(files)) == []


def test_a_case_in_no_chapter_is_told_by_e212(tree: Tree) -> None:
    root = tree(edited(CHAPTER, ("cases: [C01]", "cases: []")))
    assert [problem.path for problem in e212_chapter_of_case.check(load(root))] == [CASE]
    assert told(root) == []


@given(st.text(), st.text())
def test_alike_goes_both_ways_for_the_same_and_never_for_nothing(one: str, other: str) -> None:
    assert alike(comparable(one), comparable(f"，{one.lower()} !")) == bool(comparable(one))
    assert not alike("", comparable(other))


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("这里做到了这一条。", REASON_EN, CASE),
        ("本案例违反了这条原则", REASON_EN, CASE),
        (REASON, "The principle is held here.", CASE_EN),
        (REASON, "See above", CASE_EN),
    ],
)
def test_a_reason_that_fits_any_case_is_told(tree: Tree, zh: str, en: str, wrong: str) -> None:
    root = tree({**edited(CASE, (REASON, zh)), **edited(CASE_EN, (REASON_EN, en))})
    (problem,) = e305_connected.check(load(root))
    assert (problem.path, problem.line) == (wrong, line_of(root, wrong, "  P01:"))
    assert "expected what somebody says or does in this one" in problem.en


def test_one_word_of_the_case_makes_a_reason(tree: Tree) -> None:
    assert told(tree({**edited(CASE, (REASON, "这里先做到了查")), **edited(CASE_EN, (REASON_EN, "Here the reading is held"))})) == []
