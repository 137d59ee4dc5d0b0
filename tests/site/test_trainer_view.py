"""The trainer's view: the same page with everything open, whose links lead to other trainer's views where there are any."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.render.wording import say
from course.site import edition, trainer_view
from small import minimal

Tree = Callable[..., Path]
CATALOGUE = minimal()
CASE = CATALOGUE.cases["C01"]


def documents(lang: Lang, root: Path | None = None) -> dict[str, edition.Document]:
    return {document.path: document for document in edition.documents(load(root) if root else CATALOGUE, lang)}


def front(document: edition.Document) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(document.text.split("---\n")[1])
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_chapters_and_cases_have_one_and_nothing_else_has(lang: Lang) -> None:
    made = {path for path in documents(lang) if path.startswith("trainer/")}
    assert made == {"trainer/index.md", "trainer/chapters/service.md", "trainer/cases/meter.md"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", ["chapters/service.md", "cases/meter.md"])
def test_everything_is_open_for_the_trainer_and_folded_for_the_reader(lang: Lang, path: str) -> None:
    made = documents(lang)
    closed = re.compile(r'<details class="(answer|trainer|role-card)"')
    assert closed.search(made[path].text)
    opened = made[f"trainer/{path}"].text
    assert not closed.search(opened)
    assert "print-only" not in opened
    assert say("quiz_answer", lang) not in opened
    assert '<div class="trainer"' in opened


PRACTISED: dict[str, Any] = {
    "needs": ["assets/css/practice.css", "assets/js/practice.js"],
    "up": {"url": "chapters/service/", "title": "1.1 What service is"},
    "colour": "of-part-1",
}
"""What the front matter of the minimal course's case says in both views."""


def test_the_two_views_name_each_other_and_only_one_is_to_be_found() -> None:
    made = documents("en")
    reader, trainer = front(made["cases/meter.md"]), front(made["trainer/cases/meter.md"])
    assert reader == {"title": "The meter runs fast", "description": trainer["description"], "kind": "case", "code": "C01", "trainer": "trainer/cases/meter/", **PRACTISED}  # fmt: skip
    assert trainer == {
        "title": "The meter runs fast",
        "description": reader["description"],
        "kind": "case",
        "code": "C01",
        "reader": "cases/meter/",
        **PRACTISED,
        "needs": [*PRACTISED["needs"], "assets/css/trainer.css"],
        "robots": "noindex",
        "search": {"exclude": True},
    }
    assert front(made["trainer/index.md"])["robots"] == "noindex"
    assert made["trainer/cases/meter.md"].source == made["cases/meter.md"].source == "docs/en/cases/meter.md"


def test_without_english_the_trainer_too_is_shown_the_chinese(tree: Tree) -> None:
    document = documents("en", tree({"docs/en/cases/meter.md": None}))["trainer/cases/meter.md"]
    assert "This page has not been translated yet" in document.text
    assert front(document)["robots"] == "noindex"


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ("[a](../chapters/service.md)", "[a](../chapters/service.md)"),
        ('[a](../chapters/service.md#one "b"){ .c }', '[a](../chapters/service.md#one "b"){ .c }'),
        ("[a](meter.md)[b](meter.md#x)", "[a](meter.md)[b](meter.md#x)"),
        ("[a](../principles/check-first.md#do)", "[a](../../principles/check-first.md#do)"),
        ("[a](<../forms/call-log.md>)", "[a](<../../forms/call-log.md>)"),
        ("![a](../assets/a.svg)", "![a](../../assets/a.svg)"),
        ("[a](#here) [b](https://a.cn/b) [c](mailto:a@b.cn)", "[a](#here) [b](https://a.cn/b) [c](mailto:a@b.cn)"),
        ("```\n[a](../plans.md)\n```\n[a](../plans.md)", "```\n[a](../plans.md)\n```\n[a](../../plans.md)"),
    ],
)
def test_links_stay_inside_where_they_can(link: str, wanted: str) -> None:
    assert trainer_view.inside(link, CASE, CATALOGUE) == wanted


@given(st.text())
def test_anything_else_stays_as_it_is(text: str) -> None:
    made = trainer_view.inside(text, CASE, CATALOGUE)
    assert made.replace("../", "") == text.replace("../", "")
    if "](" not in text:
        assert made == text


@pytest.mark.parametrize(("lang", "words"), [("zh", "15 分钟"), ("en", "15 min")])
def test_the_room_leads_to_every_trainers_view_with_its_minutes(lang: Lang, words: str) -> None:
    text = documents(lang)["trainer/index.md"].text
    for path in ("chapters/service.md", "cases/meter.md", "../plans.md", "../forms/index.md"):
        assert f"]({path})" in text
    assert words in text


def test_a_page_without_a_trainers_view_in_the_same_folder_is_led_to_where_it_is() -> None:
    made = trainer_view.inside("[收尾](part-1.md) [案例](../cases/meter.md) [首页](../index.md)", minimal().chapters["1.1"], minimal())
    assert made == "[收尾](../../chapters/part-1.md) [案例](../cases/meter.md) [首页](../../index.md)"
