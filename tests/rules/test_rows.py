"""What a table says in both languages, side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.content import front_matter
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.content.source import Source
from course.rules.rows import pairs
from small import minimal

Tree = Callable[..., Path]


def found(text: str, name: str = "terms") -> list[tuple[str, str, int, int]]:
    source = front_matter.table(text, "docs/data/x.yml")
    assert isinstance(source, Source)
    made = pairs(Catalogue(tables={name: source}))
    return [(pair.words["zh"], pair.words["en"], pair.lines["zh"], pair.lines["en"]) for pair in made]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: {zh: 一, en: one}", [("一", "one", 1, 1)]),
        ("- a:\n    zh: 一\n    en: one\n  b: {en: two, zh: 二}", [("一", "one", 2, 3), ("二", "two", 4, 4)]),
        ("- {zh: 一, en: one, zh_about: 二, en_about: two}", [("一", "one", 1, 1), ("二", "two", 1, 1)]),
        ("a: {zh: [一], en: [one]}", []),
        ("a: {zh: 一}\nb: {en: one}\nc: {zh: 1, en: 1}", []),
        ("a: {zh: 周三, en: Wed}", [("周三", "Wed", 1, 1)]),
        ("words: {a: {zh: 周三 9 月 1 日, en: Wed 1 Sept.}}", [("周三 9 月 1 日", "Wednesday 1 September", 1, 1)]),
        ("words: {a: {zh: 五月, en: May}, b: {zh: 营销, en: Marketing}}", [("五月", "May", 1, 1), ("营销", "Marketing", 1, 1)]),
    ],
)
def test_what_stands_side_by_side(text: str, wanted: list[tuple[str, str, int, int]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize("name", ["syllabus", "synonyms"])
def test_what_others_say_is_left_out(name: str) -> None:
    assert found("- {zh: 一, en: one}", name) == []


def test_the_minimal_course() -> None:
    assert {pair.source.path for pair in pairs(minimal())} == {
        f"docs/data/{name}.yml" for name in ("company", "course", "phrases", "plans", "references", "spelling", "terms", "vocabulary")
    }


DATA = st.recursive(
    st.none() | st.integers() | st.sampled_from(["一", "one", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["zh", "en", "zh_about", "en_about", "words", "a"]), inner),
    max_leaves=20,
)


@given(DATA)
def test_any_data_can_be_looked_through(data: Any) -> None:
    assert all(isinstance(words, str) for pair in found(yaml.safe_dump(data, allow_unicode=True)) for words in pair[:2])


def test_a_table_that_cannot_be_used_is_no_trouble(tree: Tree) -> None:
    assert list(pairs(load(tree({"docs/data/terms.yml": "x", "docs/data/plans.yml": "- {zh: {"}))))
