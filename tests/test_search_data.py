"""The data file of the search, and the vendored engine that reads it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from course.search import OPENING, empty_index, parts, plain, search_data

ROOT = Path(__file__).parents[1]
VENDORED = ROOT / "overrides" / "assets" / "search"

STOCK: dict[str, Any] = {
    "config": {"lang": ["zh"]},
    "docs": [
        {
            "location": "cases/a/",
            "title": "银行没来扣",
            "text": "<p>存折里<code>有</code>钱&amp;电费</p><p>第二段</p>",
            "tags": ["代扣", "代扣", ""],
        },
        {"location": "cases/a/#rules", "title": "依据¶", "text": "\u200b违约\u200b金"},
        {"location": "glossary/", "title": "术语表", "text": ""},
        {"location": "glossary/#late", "title": "违约金", "text": "迟交电费"},
        {"location": "browse/", "title": "全部", "text": "银行没来扣"},
        {"location": "browse/#x", "title": "热线", "text": "银行没来扣"},
    ],
}
ALIASES = {"cases/a/": ["C03", "银行没来扣", " C03 "], "glossary/#late": ["滞纳金"], "gone/": ["x"]}
KINDS = {"cases/a/": "case", "glossary/": "entries", "browse/": "generated", "gone/": "case"}


def data(lang: str = "zh", **changes: Any) -> dict[str, Any]:
    """The data file of the small index above, read back."""
    arguments: dict[str, Any] = {"stock_index": STOCK, "aliases": ALIASES, "kinds": KINDS, "synonyms": [["违约金", "滞纳金"]]} | changes
    read: dict[str, Any] = json.loads(search_data(**arguments, lang=lang))
    return read


def test_pages_hold_their_sections_as_plain_text() -> None:
    [case, glossary, browse] = data()["pages"]
    assert case == {
        "location": "cases/a/",
        "title": "银行没来扣",
        "kind": "case",
        "tags": ["代扣"],
        "alias": ["C03"],
        "sections": [["", "", "存折里有钱&电费 第二段"], ["rules", "依据", "违约金"]],
    }
    assert glossary["sections"][1] == ["late", "违约金", "迟交电费", "滞纳金"]
    assert browse["sections"] == [["", "", ""], ["x", "热线", ""]], "a page that only repeats others keeps its headings"


def test_a_page_of_no_known_kind_is_a_plain_page() -> None:
    assert {page["kind"] for page in data(kinds={})["pages"]} == {"page"}


def test_a_section_may_come_before_its_page() -> None:
    docs = [{"location": "a/#b", "title": "B", "text": "b"}, {"location": "a/", "title": "A", "text": "a"}]
    [page] = data(stock_index={"docs": docs})["pages"]
    assert page["title"] == "A"
    assert page["sections"] == [["", "", "a"], ["b", "B", "b"]]


def test_a_page_without_its_own_entry_is_named_after_its_first_section() -> None:
    [page] = data(stock_index={"docs": [{"location": "a/#b", "title": "B", "text": "b"}]})["pages"]
    assert page["title"] == "B"


def test_pinyin_is_read_in_context_one_syllable_per_character() -> None:
    docs = [{"location": "a/", "title": "银行 95598，行不行？", "text": "重复"}, {"location": "b/", "title": "绿色长城 ok", "text": ""}]
    assert data(stock_index={"docs": docs}, aliases={})["pinyin"] == {
        "银行行不行": "yin hang xing bu xing",
        "绿色长城": "lv se chang cheng",
    }
    assert "pinyin" not in data("en")


def test_only_characters_the_site_uses_have_a_traditional_form() -> None:
    pairs = data()["simplified"]
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert table["錢"] == "钱"
    assert table["約"] == "约"
    assert "龍" not in table
    assert data("en", stock_index={"docs": []}, synonyms=[])["simplified"] == ""


@pytest.mark.parametrize(
    ("docs", "message"),
    [
        ([{"title": "A", "text": ""}], "docs[0] (?): key 'location' is missing"),
        ([{"location": "a/", "text": ""}], "docs[0] (a/): key 'title' is missing"),
        ([{"location": "a/", "title": "A"}], "docs[0] (a/): key 'text' is missing"),
        ([{"location": "a/", "title": None, "text": ""}], "docs[0] (a/): key 'title' is not text"),
    ],
)
def test_an_entry_that_is_not_as_expected_is_named(docs: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        search_data({"docs": docs}, {}, {}, [], "zh")


def test_an_index_without_entries_is_not_silently_empty() -> None:
    with pytest.raises(ValueError, match="key 'docs' is missing"):
        search_data({"config": {}}, {}, {}, [], "zh")


@pytest.mark.parametrize("group", [["违约金"], ["违约金", " 违约金"], [], "违约金"])
def test_a_group_of_synonyms_has_two_words(group: Any) -> None:
    with pytest.raises(ValueError, match=r"synonyms\[1\]"):
        data(synonyms=[["a", "b"], group])


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'zh' or 'en', found 'fr'"):
        data("fr")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一 二"),
        ("H<sub>2</sub>O", "H2O"),
        ("<ul><li>一</li><li>二</li></ul>", "一 二"),
        ("1 &lt; 2 &amp;&amp; 3", "1 < 2 && 3"),
        ("  a\n b ", "a b"),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain(html) == text


def test_the_stock_index_left_behind_is_valid_and_empty() -> None:
    left = json.loads(empty_index())
    assert left["docs"] == []
    assert re.compile(left["config"]["separator"]).split("扣款 失败") == ["扣款", "失败"]


def test_vendored_files_are_as_published() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$", (VENDORED / "VENDORED.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows
    for name, digest in rows:
        assert hashlib.sha256((VENDORED / name).read_bytes()).hexdigest() == digest, name


def test_the_two_files_hold_all_of_it_and_the_first_only_openings() -> None:
    whole = data(stock_index={**STOCK, "docs": [{**doc, "text": doc["text"] * 40} for doc in STOCK["docs"]]})
    files = parts(json.dumps(whole))
    assert list(files) == ["search_data.json", "search_text.json"]
    names, texts = map(json.loads, files.values())
    assert all(len(text) <= OPENING for page in names["pages"] for _, _, text, *_ in page["sections"])
    for page, own in zip(names["pages"], texts, strict=True):
        for section, text in zip(page["sections"], own, strict=True):
            section[2] = text
    assert names == whole
