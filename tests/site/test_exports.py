"""The data files open in a spreadsheet and in a program, and say what the pages say."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.site import exports
from small import edited, minimal

Tree = Callable[..., Path]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "without the mark a spreadsheet shows Chinese as noise"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [
        ("zh", {"title": "表走得快", "form": "案例", "channel": "热线", "roles": "热线坐席", "level": "一般"}),
        ("en", {"title": "The meter runs fast", "form": "Case", "channel": "Hotline", "roles": "Hotline agent", "level": "Standard"}),
    ],
)
def test_cases_have_one_row_each(lang: Lang, wanted: dict[str, str]) -> None:
    (row,) = rows(exports.files(minimal(), lang)["data/cases.csv"])
    facts = {"code": "C01", "chapter": "1.1", "minutes": "15", "holds": "P01", "breaks": "", "url": "cases/meter/"}
    assert {key: row[key] for key in (facts | wanted)} == facts | wanted


def test_relations_have_their_reason() -> None:
    (row,) = rows(exports.files(minimal(), "en")["data/relations.csv"])
    assert row == {
        "case": "C01",
        "case_title": "The meter runs fast",
        "relation": "holds",
        "principle": "P01",
        "principle_title": "Check before you judge",
        "reason": "Look up the readings before talking of fast or slow.",
    }


def test_quotes_commas_and_lists_come_back_as_they_were(tree: Tree) -> None:
    path = "docs/zh/cases/meter.md"
    changes = edited(path, ("title: 表走得快", "title: 'a, \"b\"'"), ("breaks: {}", "breaks: {P01: 也违反}"))
    catalogue = load(tree(changes | edited("docs/en/cases/meter.md", ("breaks: {}", "breaks: {P01: x}"))))
    files = exports.files(catalogue, "zh")
    assert rows(files["data/cases.csv"])[0]["title"] == 'a, "b"'
    assert [row["relation"] for row in rows(files["data/relations.csv"])] == ["holds", "breaks"]


@pytest.mark.parametrize("begins", ["=1+1", "=HYPERLINK(...)", "+1+1", "-1+1", "-先查后判", "@SUM(1)", "＝1＋1", "＠x"])
def test_no_cell_is_run_by_a_spreadsheet(tree: Tree, begins: str) -> None:
    changes = edited("docs/zh/cases/meter.md", ("title: 表走得快", f'title: "{begins}"'), ("先查读数，再说快慢。", f'"{begins}"'))
    files = exports.files(load(tree(changes)), "zh")
    assert rows(files["data/cases.csv"])[0]["title"] == f"'{begins}"
    (relation,) = rows(files["data/relations.csv"])
    assert (relation["case_title"], relation["reason"]) == (f"'{begins}",) * 2
    assert json.loads(files["data/catalogue.json"])["pages"]["C01"]["title"] == begins


@pytest.mark.parametrize("plain", ["-", "+", "-5", "+8.5%", "-1,200", "1=1", "a@b", "——", "“=1”", "'=1"])
def test_a_cell_that_is_no_formula_stays_as_it_is(tree: Tree, plain: str) -> None:
    changes = edited("docs/zh/cases/meter.md", ("title: 表走得快", f'title: "{plain}"'))
    assert rows(exports.files(load(tree(changes)), "zh")["data/cases.csv"])[0]["title"] == plain


@pytest.mark.parametrize("lang", LANGS)
def test_the_catalogue_holds_pages_facts_and_relations(lang: Lang) -> None:
    data: dict[str, Any] = json.loads(exports.files(minimal(), lang)["data/catalogue.json"])
    assert data["language"] == lang
    assert {code: (page["kind"], page["url"]) for code, page in data["pages"].items()} == {
        "1.1": ("chapter", "chapters/service/"),
        "C01": ("case", "cases/meter/"),
        "P01": ("principle", "principles/check-first/"),
        "F01": ("form", "forms/call-log/"),
    }
    assert data["pages"]["C01"]["facts"]["minutes"] == {"read": 5, "discuss": 5, "practise": 5}
    assert data["pages"]["C01"]["references"] == ["R01"]
    assert "title" not in data["pages"]["C01"]["facts"]
    reasons = {"zh": "先查读数，再说快慢。", "en": "Look up the readings before talking of fast or slow."}
    assert data["relations"] == [{"case": "C01", "relation": "holds", "principle": "P01", "reason": reasons[lang]}]
