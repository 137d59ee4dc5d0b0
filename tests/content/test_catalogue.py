"""Every relation, in both directions, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from course.content.catalogue import Catalogue
from course.content.reading import load
from small import original

Tree = Callable[..., Path]


def case(code: str, principles: Mapping[str, str], breaks: Mapping[str, str]) -> str:
    text = original("docs/zh/cases/meter.md").replace("id: C01", f"id: {code}")
    held, broken = ("".join(f"  {key}: {reason}\n" for key, reason in side.items()) for side in (principles, breaks))
    text = text.replace("principles:\n  P01: 先查读数，再说快慢。\n", f"principles:\n{held}" if held else "principles: {}\n")
    return text.replace("breaks: {}\n", f"breaks:\n{broken}" if broken else "")


@pytest.fixture
def four(tree: Tree) -> Catalogue:
    """Four cases that share principles, the first of them also in English."""
    return load(
        tree(
            {
                "docs/zh/cases/meter.md": case("C01", {"P01": "做到一", "P02": "做到二"}, {"P03": "违反三"}),
                "docs/en/cases/meter.md": original("docs/en/cases/meter.md")
                .replace("  P01: Look up", "  P02: held two\n  P01: Look up")
                .replace("breaks: {}", "breaks: {}"),
                "docs/zh/cases/b.md": case("C02", {"P03": "做到三"}, {}),
                "docs/zh/cases/c.md": case("C03", {"P01": "做到"}, {"P02": "违反二"}),
                "docs/zh/cases/d.md": case("C10", {"P04": "做到四"}, {"P01": "违反一"}),
            }
        )
    )


def test_a_case_lists_its_principles_held_before_broken(four: Catalogue) -> None:
    assert [(relation.verb, relation.principle) for relation in four.relations_of("C01")] == [
        ("holds", "P01"),
        ("holds", "P02"),
        ("breaks", "P03"),
    ]


def test_a_principle_lists_its_cases_with_the_reason_given_there(four: Catalogue) -> None:
    assert [(relation.case.code, relation.verb, relation.reason("zh")) for relation in four.relations_of("P01")] == [
        ("C01", "holds", "做到一"),
        ("C03", "holds", "做到"),
        ("C10", "breaks", "违反一"),
    ]


def test_a_reason_is_in_the_language_asked_for_or_else_chinese(four: Catalogue) -> None:
    reasons = {relation.principle: relation.reason("en") for relation in four.relations_of("C01")}
    assert reasons == {"P01": "Look up the readings before talking of fast or slow.", "P02": "held two", "P03": "违反三"}
    assert [relation.reason("en") for relation in four.relations_of("C02")] == ["做到三"]


def test_neighbours_share_most_first_then_by_code(four: Catalogue) -> None:
    near = [(other.code, shared) for other, shared in four.neighbours(four.cases["C01"])]
    assert near == [("C03", ["P01", "P02"]), ("C02", ["P03"]), ("C10", ["P01"])]
    assert [other.code for other, _ in four.neighbours(four.cases["C01"], most=1)] == ["C03"]
    assert [other.code for other, _ in four.neighbours(four.cases["C02"])] == ["C01"]


def test_nothing_shared_is_no_neighbour(tree: Tree) -> None:
    catalogue = load(tree({"docs/zh/cases/b.md": case("C02", {"P09": "x"}, {})}))
    assert catalogue.neighbours(catalogue.cases["C02"]) == []


@pytest.mark.parametrize(("code", "chapters"), [("C01", ["1.1"]), ("P01", ["1.1"]), ("F01", [])])
def test_a_case_and_a_principle_know_their_chapters(tree: Tree, code: str, chapters: list[str]) -> None:
    assert [chapter.code for chapter in load(tree()).chapters_of(code)] == chapters


def test_a_source_item_knows_the_pages_that_teach_it(tree: Tree) -> None:
    taught = load(tree()).taught
    assert {item: [page.code for page in pages] for item, pages in taught.items()} == {"A1.1": ["1.1", "C01", "P01", "F01"]}


def test_words_come_in_the_language_asked_for_or_else_chinese(tree: Tree) -> None:
    page = load(tree({"docs/en/cases/meter.md": None})).cases["C01"]
    assert (page.title("zh"), page.title("en"), page.summary("en")) == ("表走得快", "表走得快", "客户说新表走得快。")
    assert page.body("en") is page.sides["zh"]
    assert load(tree()).principles["P01"].summary("en") == "Give no verdict before the check."


def test_what_could_not_be_read_is_not_made_up() -> None:
    with pytest.raises(RuntimeError, match="vocabulary"):
        _ = Catalogue().choices
    with pytest.raises(RuntimeError, match="course table"):
        _ = Catalogue().programme
