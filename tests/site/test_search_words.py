"""What the search makes of words: the functions of ``normalise.js`` and ``query.js``, called in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

SCRIPTS = Path(__file__).parents[2] / "overrides" / "assets" / "search"


@pytest.fixture(scope="module")
def words(browser: Browser) -> Iterator[Page]:
    """An empty page with the functions loaded; they keep nothing between calls."""
    with browser.new_context() as context:
        page = context.new_page()
        for name in ("minisearch", "normalise", "query", "results", "engine"):
            page.add_script_tag(path=SCRIPTS / f"{name}.js")
        yield page


def call(words: Page, expression: str, *arguments: Any) -> Any:
    """The value of an expression over ``CourseSearch`` (C) and the arguments (a)."""
    return words.evaluate(f"a => {{ const C = self.CourseSearch; return {expression}; }}", list(arguments))


@pytest.mark.parametrize(
    ("text", "pairs", "folded"),
    [
        ("ＡＰＰ　缴费", "", "app 缴费"),
        ("智能電錶", "電电錶表", "智能电表"),
        ("ﬁne", "", "ﬁne"),  # one character that would become two stays as it is
        ("İstanbul Öl", "", "İstanbul öl"),
        ("", "", ""),
    ],
)
def test_folding_keeps_the_length(words: Page, text: str, pairs: str, folded: str) -> None:
    assert call(words, "C.folder(a[1])(a[0])", text, pairs) == folded
    assert len(folded) == len(text)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("扣款失败", ["扣款", "款失", "失败", "败"]),
        ("表", ["表"]),
        ("app缴费", ["app", "缴费", "费"]),
        ("c9 和 p07", ["c09", "和", "p07"]),
        ("1.2 与 86.50 元", ["1.2", "与", "86.50", "元"]),
        ("call-back", ["cal", "back", "callback"]),
        ("the customer's bill", ["customer", "bil"]),
        ("xian'cha", ["xiancha"]),
        ("？！…", []),
    ],
)
def test_tokens(words: Page, text: str, terms: list[str]) -> None:
    assert call(words, "C.tokens(a[0]).map(token => token.term)", text) == terms


def test_tokens_know_their_place(words: Page) -> None:
    assert call(words, "C.tokens(a[0]).map(token => [token.start, token.end])", "用 app 交") == [[0, 1], [2, 5], [6, 7]]


@pytest.mark.parametrize(
    "forms",
    [
        "bill bills billed billing",
        "queue queues queuing queueing",
        "apology apologies apologise apologised apologizing",
        "complain complaint complaints complained complaining",
        "pay pays paid payment payments",
        "disconnect disconnected disconnection",
        "supply supplies supplied",
        "analyse analysed analysis",
        "neighbor neighbour neighbours",
    ],
)
def test_forms_of_a_word_share_a_stem(words: Page, forms: str) -> None:
    assert len(set(call(words, "a.map(C.stem)", *forms.split()))) == 1


@pytest.mark.parametrize("pair", ["meter metre", "bill build", "charge change", "wait weight", "constructor construct"])
def test_different_words_keep_different_stems(words: Page, pair: str) -> None:
    assert len(set(call(words, "a.map(C.stem)", *pair.split()))) == 2


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("请问扣款失败了怎么办？", "扣款失败了 ？"),
        ("怎么办", "怎么办"),  # nothing else is left, so it is what she looks for
        ("what should i do when a customer shouts", "a customer shouts"),
        ("how do i apologise", "apologise"),
        ("showing how", "showing how"),
    ],
)
def test_talk_around_the_question_is_cut(words: Page, query: str, left: str) -> None:
    assert call(words, "C.question(a[0])", query) == left


DATA = {
    "lang": "zh",
    "synonyms": [["违约金", "滞纳金"]],
    "pinyin": {"先查后判": "xian cha hou pan"},
    "simplified": "違违約约",
    "pages": [
        {"location": "p/", "title": "先查后判", "kind": "principle", "alias": ["P04"], "sections": [["", "", "没查之前不说。"]]},
        {"location": "c/", "title": "一笔代扣", "kind": "case", "sections": [["", "", ""], ["rules", "依据", "违约金 <b>2.36</b> 元"]]},
        {
            "location": "g/",
            "title": "术语",
            "kind": "entries",
            "sections": [["", "", ""], ["late", "违约金", "迟交电费", "罚金"], ["hall", "营业厅", "柜台"]],
        },
    ],
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("滞纳金", ["g/", "c/"]),
        ("違約金", ["g/", "c/"]),
        ("罚金", ["g/"]),
        ("xchp", ["p/"]),
        ("xianchah", ["p/"]),
        ("先查厚判", ["p/"]),
        ("p4", ["p/"]),
        ("柜", ["g/"]),
        ("量子", []),
        ("", []),
    ],
)
def test_a_small_course(words: Page, query: str, found: list[str]) -> None:
    items = call(
        words, "C.create(a[0]).search(a[1]).items.map(item => item.find(entry => !entry.location.includes('#')).location)", DATA, query
    )
    assert sorted(items) == sorted(found)


def test_entries_are_drawn_as_the_box_expects(words: Page) -> None:
    [first, *_] = call(words, "C.create(a[0]).search(a[1]).items", DATA, "2.36 元 火星")
    [section, parent] = first
    assert section["location"] == "c/#rules"
    assert section["text"] == "违约金 &#60;b&#62;<mark>2.36</mark>&#60;/b&#62; <mark>元</mark>"
    assert parent["location"] == "c/"
    assert section["score"] >= parent["score"] > 0
    assert section["terms"] == {"2.36": True, "元": True, "火星": False}


def test_a_suggestion_goes_on_from_what_was_typed(words: Page) -> None:
    assert call(words, "C.create(a[0]).search(a[1], true).suggest", DATA, "先查") == ["先查后判"]
