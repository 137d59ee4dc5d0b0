"""Pieces made from the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from course.content.reading import load
from course.language.lang import Lang
from course.render import placeholders, way
from course.render.inline import Scope
from small import edited, original

Tree = Callable[..., Path]

SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">\n\n  <text>{{ first }}</text>\n \n<text>{{second}}</text>\n</svg>\n'
WORDS = """
alt: {zh: 两个"词", en: Two <words>}
caption: {zh: 图 & 词, en: Figure}
words:
  first: {zh: 一 < 二, en: One}
  second: {zh: 二, en: ""}
"""


@pytest.fixture
def place(tree: Tree) -> Callable[[Lang], Scope]:
    catalogue = load(tree({"docs/data/figures/two.svg": SVG, "docs/data/figures/two.yml": WORDS}))
    assert not catalogue.problems
    return lambda lang: Scope(catalogue, lang, "index.md")


@pytest.mark.parametrize(
    ("lang", "label", "words"),
    [("zh", '两个"词"', ["一 < 二", "二"]), ("en", "Two <words>", ["One", None])],
)
def test_a_figure_has_the_words_of_its_language(place: Callable[[Lang], Scope], lang: Lang, label: str, words: list[str | None]) -> None:
    made = placeholders.render("figure", "two", place(lang))
    figure = ElementTree.fromstring(made)
    frame = figure[0]
    svg = frame[0]
    assert (frame.get("class"), frame.get("tabindex")) == ("figure__frame", "0"), "a wide drawing can be scrolled by keyboard"
    assert frame.get("data-hint")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", label)
    assert [text.text for text in svg] == words
    assert figure[1].text == ("图 & 词" if lang == "zh" else "Figure")
    assert "\n\n" not in made, "a blank line would end the HTML block"


def test_a_figure_asks_for_its_words_in_order(place: Callable[[Lang], Scope]) -> None:
    assert placeholders.figure_words(place("zh").catalogue.figures["two"]) == ["first", "second"]


@pytest.mark.parametrize(
    ("view", "wanted"),
    [
        (
            "doors",
            [
                "#door-hotline",
                "1. [1.1 What service is](chapters/service.md",
                "<small>10 min</small>",
                "2. [C01 The meter runs fast](cases/meter.md",
            ],
        ),
        ("finder", ['- [<svg class="pictogram" aria-hidden="true"', "<b>Meter</b> <small>1 case</small>](browse/issues/meter.md"]),
        ("steps", ["1. [Calm](browse/steps/calm.md)"]),
        ("parts", ["Part 1 · Service", "[1.1 What service is](chapters/service.md)"]),
        ("search", ['for="__search"']),
        (
            "search",
            [
                "](#door-hotline)",
                "[1 chapter](chapters/index.md), [1 case](cases/index.md)",
                "What service is](chapters/service.md) <small>10 min",
            ],
        ),
    ],
)
def test_a_view_leads_where_it_says(place: Callable[[Lang], Scope], view: str, wanted: list[str]) -> None:
    made = placeholders.render(view, "", place("en"))
    assert [words for words in wanted if words not in made] == [], made


def test_an_unknown_view_is_refused(place: Callable[[Lang], Scope]) -> None:
    with pytest.raises(KeyError):
        placeholders.render("nothing", "", place("zh"))


def test_hours_are_counted_once_there_are_some(place: Callable[[Lang], Scope], tree: Tree) -> None:
    assert "hours" not in placeholders.render("search", "", place("en")), "the minimal course takes minutes"
    longer = load(tree(edited("docs/zh/chapters/service.md", ("minutes: 10", "minutes: 160"))))
    minutes = 160 + 15 + way.CLOSING
    assert f"about {round(minutes / 60)} hours in all" in placeholders.render("search", "", Scope(longer, "en", "index.md"))


def test_a_course_without_chapters_promises_nothing(tree: Tree) -> None:
    empty = load(tree(edited("docs/zh/chapters/service.md", ('id: "1.1"', 'id: "7.1"'))))
    made = placeholders.render("search", "", Scope(empty, "en", "index.md"))
    assert 'for="__search"' in made
    assert "glance" not in made


def test_parts_that_are_written_stand_above_those_that_are_not(tree: Tree) -> None:
    first = "- id: 1\n"
    planned = "- {id: 2, title: {zh: 待写, en: Later}, minutes: 10, open: true, about: {zh: 以后写。, en: To come.}}\n"
    course = original("docs/data/course.yml")
    assert first in course or "- {id: 1" in course
    swapped = course.replace("parts:\n", f"parts:\n{planned}", 1)
    made = placeholders.render("parts", "", Scope(load(tree({"docs/data/course.yml": swapped})), "en", "index.md"))
    assert made.index("What service is") < made.index("Later")
    assert made.index('class="part of-part-1"') < made.index('class="part of-part-2 part--empty"')
