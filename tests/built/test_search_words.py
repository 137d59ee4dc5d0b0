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


@pytest.mark.parametrize(
    "pair",
    ["meter metre", "bill build", "charge change", "wait weight", "constructor construct", "station statement", "stations statements"],
)
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
    "kinds": {"case": "案例", "principle": "原则", "term": "术语", "phrase": "话术", "reference": "依据"},
    "synonyms": [["违约金", "滞纳金"], ["自动扣费", "代扣"]],
    "pinyin": {"先查后判": "xian cha hou pan"},
    "simplified": "違违約约",
    "pages": [
        {"location": "p/", "title": "先查后判", "kind": "principle", "code": "P04", "sections": [["", "", "没查之前不说。"]]},
        {
            "location": "c/",
            "title": "一笔代扣",
            "kind": "case",
            "code": "C03",
            "sections": [
                ["", "", "存折里有钱。"],
                ["rules", "依据", "违约金 <b>2.36</b> 元"],
                ["analysis", "参考分析", "", "先看冰箱的记录。"],
                ["check", "自测", "怎么回她？", "您去问银行。"],
            ],
        },
        {
            "location": "g/",
            "title": "术语",
            "kind": "term",
            "sections": [["", ""], ["late", "违约金", "迟交电费", "", "", "罚金"], ["hall", "营业厅", "柜台"]],
        },
        {
            "location": "w/",
            "title": "话术",
            "kind": "phrase",
            "feeds": {"w01": "p/"},
            "sections": [["", ""], ["w01", "我马上翻翻记录。", "别急。", "", "W01"]],
        },
        {
            "location": "r/",
            "title": "依据",
            "kind": "reference",
            "sections": [["", ""], ["r02", "电表争议", "按合同。", "", "R02", "森林法"]],
        },
    ],
}


def search(words: Page, query: str, data: Any = DATA) -> list[Any]:
    """The results of a query in a small course."""
    items: list[Any] = call(words, "C.create(a[0]).search(a[1]).items", data, query)
    return items


def marked(pieces: list[Any]) -> str:
    """Pieces of text with what is marked in brackets."""
    return "".join(f"[{text}]" if hit else text for text, hit in pieces)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("滞纳金", ["c/#rules", "g/#late"]),
        ("違約金", ["c/#rules", "g/#late"]),
        ("罚金", ["g/#late"]),
        ("xchp", ["p/"]),
        ("xianchah", ["p/"]),
        ("先查厚判", ["p/"]),
        ("p4", ["p/"]),
        ("柜", ["g/#hall"]),
        ("森林法", ["r/#r02"]),
        ("量子", []),
        ("", []),
    ],
)
def test_a_small_course(words: Page, query: str, found: list[str]) -> None:
    assert sorted(item["location"] for item in search(words, query)) == found


def test_a_result_says_what_it_is(words: Page) -> None:
    assert [(item["label"], item["code"], marked(item["title"])) for item in search(words, "违约金")] == [
        ("术语", "", "[违约金]"),
        ("案例", "C03", "一笔代扣"),
    ]
    [phrase, principle] = search(words, "翻翻记录")
    assert (phrase["label"], phrase["code"], phrase["location"]) == ("话术", "W01", "w/#w01")
    assert principle["location"] == "p/", "what is said for a principle finds it, too"


def test_text_is_never_html_and_what_is_missing_is_named(words: Page) -> None:
    [first, *_] = search(words, "2.36 元 火星")
    assert first["location"] == "c/#rules"
    assert marked(first["teaser"]) == "违约金 <b>[2.36]</b> [元]"
    assert first["missing"] == ["火星"]
    assert first["words"] == ["2.36", "元"]


@pytest.mark.parametrize(("query", "location", "teaser"), [("冰箱", "c/#analysis", ""), ("问银行", "c/#check", "怎么回她？")])
def test_what_is_folded_is_found_and_never_shown(words: Page, query: str, location: str, teaser: str) -> None:
    [case] = search(words, query)
    assert (case["location"], marked(case["teaser"]), case["folded"]) == (location, teaser, True)
    assert case["words"] == [query], "the page can mark it"
    assert not search(words, "违约金")[1]["folded"]


@pytest.mark.parametrize("late", [False, True], ids=["at once", "with the text"])
def test_a_page_is_found_by_how_people_ask_for_it_which_is_never_shown(words: Page, late: bool) -> None:
    sections = [["", "", "表走得快。"], ["more", "别的", "再说。"]]
    page = {"location": "a/", "title": "智能表", "kind": "case", "sections": sections}
    asked = ["我把电器都拔了还在转"]
    data = {"pages": [page if late else {**page, "asked": asked}]}
    texts = [[["表走得快。"], ["再说。"], asked]] if late else None
    [item] = call(words, "C.create(a[0], a[1]).search('电器都拔了').items", data, texts)
    assert (item["location"], marked(item["teaser"]), item["folded"], item["missing"]) == ("a/", "表走得快。", False, [])


def test_a_page_that_is_about_a_word_comes_before_one_that_says_it_in_passing(words: Page) -> None:
    passing = "冰箱里有药。" + "别的话，" * 20
    pages = [
        {"location": "a/", "title": "电表", "kind": "case", "sections": [["", "", passing + "药，药，药。"]]},
        {"location": "b/", "title": "冰箱等药", "kind": "case", "sections": [["", "", passing]]},
    ]
    assert [item["location"] for item in search(words, "冰箱里的药", {"pages": pages})] == ["b/", "a/"]


def test_of_a_phrase_that_stands_for_the_query_the_whole_is_marked(words: Page) -> None:
    page = {"location": "a/", "title": "扣费", "kind": "case", "sections": [["", "", "自动扣费是代扣。自动的门。扣费单。"]]}
    [item] = search(words, "代扣", {**DATA, "pages": [page]})
    assert marked(item["title"]) == "扣费"
    assert marked(item["teaser"]) == "[自动扣费]是[代扣]。自动的门。扣费单。"
    english = {
        "location": "a/",
        "title": "A",
        "kind": "case",
        "sections": [["", "", "Service recovery: the service was slow, recovery quick."]],
    }
    data = {"synonyms": [["amends", "service recovery"]], "pages": [english]}
    [item] = search(words, "amends", data)
    assert marked(item["teaser"]) == "[Service recovery]: the service was slow, recovery quick."


@pytest.mark.parametrize(
    ("text", "wanted", "shown"),
    [
        ("短的。", "短的", "[短的]。"),
        ("头一句很长很长很长很长很长很长很长很长很长很长。" * 3 + "第二句有冰箱。", "冰箱", "…第二句有[冰箱]。"),
        ("冰箱" + "和很多别的东西，" * 20, "冰箱", "[冰箱]" + "和很多别的东西，" * 8 + "…"),
        ("The first sentence is here. " * 8 + "Then the fridge hums.", "fridge", "… Then the [fridge] hums."),
        ("fridge " + "wordy " * 60, "fridge", "[fridge] " + "wordy " * 23 + "…"),
    ],
)
def test_an_excerpt_begins_and_ends_with_a_sentence_or_a_word(words: Page, text: str, wanted: str, shown: str) -> None:
    [item] = search(words, wanted, {"pages": [{"location": "a/", "title": "x", "kind": "case", "sections": [["", "", text]]}]})
    assert marked(item["teaser"]) == shown


def test_all_that_is_found_is_counted_and_can_be_asked_for(words: Page) -> None:
    pages = [{"location": f"{n}/", "title": f"电费 {n}", "kind": "case", "sections": [["", "", "电费单"]]} for n in range(57)]
    first, rest, nothing = call(words, "[0, 20, 60].map(from => C.create(a[0]).search('电费', from, from ? 40 : 20))", {"pages": pages})
    assert (first["total"], len(first["items"]), len(rest["items"]), len(nothing["items"])) == (57, 20, 37, 0)
    assert len({item["location"] for item in first["items"] + rest["items"]}) == 57


def test_what_stands_word_for_word_comes_first(words: Page) -> None:
    texts = ["等得起。人等不起。户号。户号。户号等人。", "户号等得起，人等不起。" + "别的话，" * 40]
    pages = [{"location": f"{n}/", "title": "x", "kind": "case", "sections": [["", "", text]]} for n, text in enumerate(texts)]
    assert search(words, "户号等得起，人等不起", {"pages": pages})[0]["location"] == "1/"


def test_a_pair_that_stands_nowhere_is_looked_for_by_its_characters(words: Page) -> None:
    pages = [
        {"location": "a/", "title": "许可", "kind": "case", "sections": [["", "", "申请，树在线下。"]]},
        {"location": "b/", "title": "电费", "kind": "case", "sections": [["", "", "申请，申请。"]]},
    ]
    assert [item["location"] for item in search(words, "申请伐树", {"pages": pages})] == ["a/", "b/"]
    assert search(words, "果树苗", {"pages": pages}) == [], "not where nothing else of the query is known"


def test_a_pair_across_two_words_says_less_than_a_word(words: Page) -> None:
    weights = "[...C.create(a[0]).reader.read(a[1]).weights.keys()]"
    assert call(words, weights, {"pages": []}, "客户说让他等") == ["户说", "说让", "让他", "他等"]
    assert call(words, weights, {"pages": [], "synonyms": [["没电", "停电"]]}, "家里没电") == ["里没"]


def test_texts_that_come_later_are_put_in_their_places(words: Page) -> None:
    names = {"pages": [{"location": "w/", "title": "话术", "kind": "phrase", "sections": [["", ""], ["w01", "", "", "", "W01"]]}]}
    items = call(words, "C.create(a[0], a[1]).search('翻翻').items", names, [[[], ["别急", "", "我翻翻记录"]]])
    assert [(item["location"], marked(item["title"]), marked(item["teaser"])) for item in items] == [("w/#w01", "我[翻翻]记录", "别急")]


def test_the_tokens_of_a_text_are_made_once_and_not_kept_for_ever(words: Page) -> None:
    script = """(() => {
        let folded = 0;
        const known = new C.Tokens(text => { folded++; return text; });
        const first = known.of("电费"), again = known.of("电费");
        for (let n = 0; n < 1000; n++) known.of(`电费 ${n}`);
        return [first === again, folded, known.kept.size < 500, known.of("电费").length];
    })()"""
    assert call(words, script) == [True, 1001, True, 2]
