"""What the search is told beyond the text: kinds of page, codes, and words that find each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course import search_input
from course.model import Lang
from course.reading import load
from small import edited, minimal

INDEX = {
    "docs": [
        {"location": location, "title": "T", "text": "t"}
        for location in ("", "cases/meter/", "principles/check-first/", "cases/", "glossary/", "glossary/#work-order")
    ]
}


def data(lang: Lang) -> Any:
    return json.loads(search_input.text(minimal(), lang, INDEX))


def test_every_page_has_its_kind() -> None:
    kinds = {page["location"]: page["kind"] for page in data("zh")["pages"]}
    assert kinds == {
        "": "generated",
        "cases/meter/": "case",
        "principles/check-first/": "principle",
        "cases/": "generated",
        "glossary/": "entries",
    }


def test_a_page_is_found_by_its_code() -> None:
    assert {page["location"]: page.get("alias") for page in data("en")["pages"]}["cases/meter/"] == ["C01"]


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
    assert json.loads(search_input.text(catalogue, "zh", INDEX))["synonyms"] == [["电费", "账单"]]
