"""What the search is told beyond the text: kinds of page, codes, and words that find each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import Lang
from course.site import search_input
from course.site.search_passages import Passage
from small import edited, minimal

PAGES = {
    address: [Passage("", "T", "t")]
    for address in (
        "",
        "cases/meter/",
        "principles/check-first/",
        "cases/",
        "plans/short-class/",
        "browse/roles/hotline-agent/",
        "forms/call-log/",
    )
} | {
    "glossary/": [Passage("", "术语", ""), Passage("work-order", "工单", "记一件事。")],
    "references/": [Passage("", "依据", ""), Passage("r01", "R01 电表争议", "检定说了算。")],
    "phrases/": [Passage("", "话术", "换一句"), Passage("explaining", "解释", "W01 智能表不可能快。")],
}


def data(lang: Lang, catalogue: Catalogue | None = None) -> Any:
    return json.loads(search_input.text(catalogue or minimal(), lang, PAGES))


def page(address: str, lang: Lang = "zh", catalogue: Catalogue | None = None) -> Any:
    return next(page for page in data(lang, catalogue)["pages"] if page["location"] == address)


def test_every_page_has_its_kind() -> None:
    kinds = {page["location"]: page["kind"] for page in data("zh")["pages"]}
    assert kinds == {
        "": "list",
        "cases/meter/": "case",
        "principles/check-first/": "principle",
        "cases/": "list",
        "plans/short-class/": "plan",
        "browse/roles/hotline-agent/": "list",
        "forms/call-log/": "form",
        "glossary/": "term",
        "references/": "reference",
        "phrases/": "phrase",
    }


def test_every_kind_has_a_name_in_both_languages() -> None:
    assert data("zh")["kinds"]["case"] == "案例"
    assert data("en")["kinds"]["phrase"] == "Phrase"


def test_a_page_carries_its_code() -> None:
    assert page("cases/meter/", "en")["code"] == "C01"


@pytest.mark.parametrize(("lang", "asked"), [("zh", ["表是不是转得太快"]), ("en", ["is my meter spinning too fast"])])
def test_a_page_carries_how_people_ask_for_it(lang: Lang, asked: list[str]) -> None:
    assert page("cases/meter/", lang)["asked"] == asked
    assert "asked" not in page("principles/check-first/", lang)


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [("zh", [["工单", "派工单", "单子"], ["电费", "账单"]]), ("en", [["work order", "job sheet", "slip"], ["bill", "invoice"]])],
)
def test_terms_and_synonyms_find_each_other(lang: Lang, wanted: list[list[str]]) -> None:
    assert data(lang)["synonyms"] == wanted


def test_a_word_written_twice_in_a_group_counts_once(tree: Callable[..., Path]) -> None:
    changes = edited("docs/data/terms.yml", ("[派工单]", "[工单]"), ("[单子]", "[]"))
    changes |= edited("docs/data/synonyms.yml", ("[电费, 账单]", "[电费, ' 电费', 账单]\n  - [一, 一]\n  - [一]"))
    catalogue = load(tree(changes))
    assert not catalogue.problems
    assert data("zh", catalogue)["synonyms"] == [["电费", "账单"]]


def test_a_row_of_the_phrase_book_is_found_under_the_sentence_to_say() -> None:
    sections = page("phrases/")["sections"]
    assert sections[0] == ["", "", "换一句", "", ""]
    assert sections[1] == ["w01", "我先查一下读数。", "✗ 不这样说 表不可能错。 没查就下结论，客户听不进去。", "", "W01"]


def test_a_row_of_the_phrase_book_feeds_its_principle() -> None:
    assert page("phrases/", "en")["feeds"] == {"w01": "principles/check-first/"}


def test_a_reference_is_named_without_its_code() -> None:
    assert page("references/")["sections"][1][:2] == ["r01", "电表争议"]
    assert page("references/")["sections"][1][4] == "R01"


@pytest.mark.parametrize(
    ("lang", "source", "names"),
    [
        ("zh", "《计量法》第九条；GB/T 12325-2008", ["计量法", "GB/T 12325-2008"]),
        ("zh", "国家电网承诺（2011 年版）", []),
        ("en", "Metrology Law, arts 9 and 21; Henan regulations (2012), art. 13", ["Metrology Law", "Henan regulations"]),
        ("en", "Electricity Supply Business Rules 1996, art. 79", ["Electricity Supply Business Rules"]),
    ],
)
def test_a_reference_is_found_by_the_name_of_its_law(tree: Callable[..., Path], lang: Lang, source: str, names: list[str]) -> None:
    other = f'zh: {"本课约定" if lang == "en" else source}, en: "{source if lang == "en" else "x"}"'
    catalogue = load(
        tree(edited("docs/data/references.yml", ("level: practice", "level: law"), ("zh: 本课约定, en: A rule of this course", other)))
    )
    assert page("references/", lang, catalogue)["sections"][1][5:] == names


def test_a_study_has_no_name_but_its_title(tree: Callable[..., Path]) -> None:
    changes = edited("docs/data/references.yml", ("level: practice", "level: study"), ("本课约定", "《计量法》"))
    assert page("references/", "zh", load(tree(changes)))["sections"][1][5:] == []


def test_the_page_of_a_role_is_found_by_its_other_names(tree: Callable[..., Path]) -> None:
    changes = edited(
        "docs/data/vocabulary.yml", ("en_about: Hotline agent.", "en_about: Hotline agent., zh_also: [客服, 接线员], en_also: [operator]")
    )
    catalogue = load(tree(changes))
    assert not catalogue.problems
    assert page("browse/roles/hotline-agent/", "zh", catalogue)["alias"] == ["客服", "接线员"]
    assert page("browse/roles/hotline-agent/", "en", catalogue)["alias"] == ["operator"]
