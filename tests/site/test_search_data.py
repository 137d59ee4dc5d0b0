"""The data file of the search, and the vendored engine that reads it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from course.site.search_data import KINDS, OPENING, Facts, search_data, split
from course.site.search_passages import Passage

ROOT = Path(__file__).parents[2]
VENDORED = [ROOT / "overrides" / "assets" / folder for folder in ("search", "vendor")]

PAGES = {
    "cases/a/": [
        Passage("", "银行没来扣", "存折里有钱&电费 第二段"),
        Passage("rules", "依据", "违约金"),
        Passage("analysis", "参考分析", "", "先看记录。"),
    ],
    "glossary/": [Passage("", "术语表", ""), Passage("late", "违约金", "迟交电费")],
    "references/": [Passage("", "依据", ""), Passage("r02", "R02 违约金", "按合同。")],
    "phrases/": [Passage("", "话术", ""), Passage("w01", "我先查。", "✗ 您去问银行。")],
    "browse/": [Passage("", "全部", "银行没来扣"), Passage("x", "热线", "银行没来扣")],
    "empty/": [],
}
FACTS = Facts(
    kinds={
        "cases/a/": "case", "glossary/": "term", "references/": "reference", "phrases/": "phrase", "browse/": "list", "gone/": "case",
    },
    codes={"cases/a/": "C03", "references/#r02": "R02", "phrases/#w01": "W01"},
    aliases={"cases/a/": ["代扣", "银行没来扣", " 代扣 "], "glossary/#late": ["滞纳金"], "gone/": ["x"]},
    asked={"cases/a/": ["卡里有钱怎么没扣", " 卡里有钱怎么没扣 "]},
    feeds={"phrases/#w01": "principles/p/"},
)  # fmt: skip
LABELS = {kind: kind.title() for kind in KINDS}


def data(lang: str = "zh", **changes: Any) -> dict[str, Any]:
    """The data file of the small site above, read back."""
    arguments: dict[str, Any] = {"pages": PAGES, "facts": FACTS, "labels": LABELS, "synonyms": [["违约金", "滞纳金"]]} | changes
    read: dict[str, Any] = json.loads(search_data(**arguments, lang=lang))
    return read


def test_pages_hold_their_sections_open_and_folded_text_apart() -> None:
    [case, glossary, references, phrases, browse] = data()["pages"]
    assert case == {
        "location": "cases/a/",
        "title": "银行没来扣",
        "kind": "case",
        "code": "C03",
        "alias": ["代扣"],
        "asked": ["卡里有钱怎么没扣"],
        "sections": [
            ["", "", "存折里有钱&电费 第二段", "", ""],
            ["rules", "依据", "违约金", "", ""],
            ["analysis", "参考分析", "", "先看记录。", ""],
        ],
    }
    assert glossary["sections"][1] == ["late", "违约金", "迟交电费", "", "", "滞纳金"]
    assert references["sections"][1] == ["r02", "违约金", "按合同。", "", "R02"]
    assert phrases["feeds"] == {"w01": "principles/p/"}
    assert browse["sections"] == [["", "", "", "", ""], ["x", "热线", "", "", ""]], "a page that only repeats others keeps its headings"


def test_a_page_of_no_known_kind_is_a_plain_page() -> None:
    assert {page["kind"] for page in data(facts=Facts())["pages"]} == {"page"}


def test_a_page_without_a_title_is_named_after_its_first_section() -> None:
    [page] = data(pages={"a/": [Passage("b", "B", "b")]})["pages"]
    assert page["title"] == "B"
    assert page["sections"] == [["", "", "", "", ""], ["b", "B", "b", "", ""]]


def test_pinyin_is_read_in_context_one_syllable_per_character() -> None:
    pages = {"a/": [Passage("", "银行 95598，行不行？", "重复")], "b/": [Passage("", "绿色长城 ok", "")]}
    assert data(pages=pages, facts=Facts())["pinyin"] == {"银行行不行": "yin hang xing bu xing", "绿色长城": "lv se chang cheng"}
    assert "pinyin" not in data("en")


def test_sentences_nobody_types_in_pinyin_have_none() -> None:
    assert "我先查" not in data()["pinyin"]


def test_only_characters_the_site_uses_have_a_traditional_form() -> None:
    pairs = data()["simplified"]
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert table["錢"] == "钱"
    assert table["約"] == "约"
    assert "龍" not in table
    labels = dict.fromkeys(KINDS, "x")
    assert data("en", pages={}, synonyms=[], labels=labels)["simplified"] == ""


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"labels": {}}, "labels: 'case' is missing"),
        ({"facts": Facts(kinds={"a/": "film"})}, "found 'film'"),
    ],
)
def test_a_kind_we_do_not_know_or_cannot_name_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        data(**changes)


@pytest.mark.parametrize("group", [["违约金"], ["违约金", " 违约金"], [], "违约金"])
def test_a_group_of_synonyms_has_two_words(group: Any) -> None:
    with pytest.raises(ValueError, match=r"synonyms\[1\]"):
        data(synonyms=[["a", "b"], group])


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'zh' or 'en', found 'fr'"):
        data("fr")


@pytest.mark.parametrize("folder", VENDORED, ids=lambda folder: folder.name)
def test_vendored_files_are_as_published(folder: Path) -> None:
    rows = re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$", (folder / "VENDORED.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows
    for name, digest in rows:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


def test_the_two_files_hold_all_of_it_and_the_first_only_openings_and_no_phrases() -> None:
    long = {url: [replace(passage, text=passage.text * 40) for passage in passages] for url, passages in PAGES.items()}
    whole = data(pages=long)
    files = split(json.dumps(whole))
    assert list(files) == ["search_data.json", "search_text.json"]
    names, texts = map(json.loads, files.values())
    assert [page.pop("asked", None) for page in whole["pages"]] == [["卡里有钱怎么没扣"], None, None, None, None]
    assert texts[0].pop() == ["卡里有钱怎么没扣"], "how people ask follows the sections"
    assert "卡里有钱" not in files["search_data.json"]
    assert all(len("".join(section[2:4])) <= OPENING for page in names["pages"] for section in page["sections"])
    assert "先看记录" not in files["search_data.json"]
    assert "我先查" not in files["search_data.json"]
    for page, own in zip(names["pages"], texts, strict=True):
        for section, sent in zip(page["sections"], own, strict=True):
            section += [""] * (5 - len(section))
            text, folded, *title = [*sent, "", ""][: max(2, len(sent))]
            section[1:4] = [*(title or section[1:2]), text, folded]
    assert names == whole
