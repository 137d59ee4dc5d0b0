"""An authored page finished: what is put around its own words, and what is left out where there is nothing to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.catalogue import Catalogue
from course.content.kinds import KINDS
from course.content.reading import load
from course.language.lang import Lang
from course.render.inline import Scope
from course.site.articles import FINISH
from small import edited, minimal, original

Tree = Callable[..., Path]


def finished(catalogue: Catalogue, code: str, lang: Lang = "en") -> str:
    page = catalogue.coded[code]
    return FINISH[page.kind.name](page, Scope(catalogue, lang, page.path))


def test_every_kind_is_finished_by_a_module_of_its_own() -> None:
    assert set(FINISH) == {kind.name for kind in KINDS}


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("C01", ["C01", "Meter</span>](../browse/issues/meter.md)", "15 min", "#situation", "✓ Held", "Look up the readings before", "W01", "[1.1 What service is]"]),
        ("P01", ["P01", "Complaint", "Give no verdict", "#do", "✓ Held", "[C01 The meter runs fast](../cases/meter.md", "W01", "1.1 What service is"]),
        ("1.1", ["1.1", "10 min", "Say what service is", "#one-matter", "[P01 Check before you judge]", "The meter runs fast"]),
        ("F01", ["F01", "To record one call.", "#how-to"]),
    ],
)  # fmt: skip
def test_both_sides_of_each_relation_are_shown(code: str, wanted: list[str]) -> None:
    text = finished(minimal(), code)
    assert [words for words in wanted if words not in text] == [], text


def test_answers_and_trainer_notes_are_folded_and_notes_kept_out_of_the_search() -> None:
    text = finished(minimal(), "C01")
    assert text.index("<details") < text.index("Check before you judge.")
    assert "## Trainer notes { #trainer data-search-exclude }" in text
    assert '<details class="trainer" data-search-exclude' in text


def test_a_case_alone_leaves_out_what_it_has_nothing_for(tree: Tree) -> None:
    changes = edited("docs/zh/cases/meter.md", ("[R01]", "")) | edited("docs/en/cases/meter.md", (" [R01]", ""))
    changes |= edited("docs/zh/chapters/service.md", ("cases: [C01]", "cases: []")) | {"docs/data/phrases.yml": "[]"}
    text = finished(load(tree(changes)), "C01")
    assert not [name for name in ("#near", "#phrases", "References on this page", "pager") if name in text]


@pytest.mark.parametrize(("issues", "shown"), [("", True), ("  issues: [meter]\n", True), ("  issues: [outage]\n", False)])
def test_a_phrase_that_names_another_matter_is_not_said_here(tree: Tree, issues: str, shown: bool) -> None:
    outage = "- {id: outage, zh: 停电, en: Outage, zh_about: 停电。, en_about: Outage.}"
    changes = edited("docs/data/phrases.yml", ("  principle", f"{issues}  principle"))
    changes |= edited("docs/data/vocabulary.yml", ("steps:", f"{outage}\nsteps:"))
    catalogue = load(tree(changes))
    assert ('id="w01"' in finished(catalogue, "C01")) is shown
    assert 'id="w01"' in finished(catalogue, "P01"), "its principle has it in any case"


def test_phrases_that_name_the_matter_come_first(tree: Tree) -> None:
    row = original("docs/data/phrases.yml")
    rows = [row.replace("W01", f"W0{n}") for n in range(1, 6)]
    rows.append(row.replace("W01", "W06").replace("  principle", "  issues: [meter]\n  principle"))
    text = finished(load(tree({"docs/data/phrases.yml": "".join(rows)})), "C01")
    assert [f"w0{n}" for n in (6, 1, 2, 3, 4, 5) if f'id="w0{n}"' in text] == ["w06", "w01", "w02", "w03"]
    assert text.index('id="w06"') < text.index('id="w01"')


def test_a_principle_alone_says_what_will_stand_there(tree: Tree) -> None:
    other = original("docs/zh/principles/check-first.md").replace("P01", "P02")
    text = finished(load(tree({"docs/zh/principles/other.md": other})), "P02")
    assert "No case uses this principle yet." in text
    assert "No chapter leans on it yet." in text
    assert "#phrases" not in text


def test_previous_and_next_follow_the_chapter(tree: Tree) -> None:
    second = original("docs/zh/chapters/service.md").replace('"1.1"', '"1.2"').replace("cases: [C01]", "cases: []")
    catalogue = load(tree({"docs/zh/chapters/second.md": second}))
    shown = {
        at: [other for other in ("1.1", "C01", "1.2") if f"</small> {other} " in finished(catalogue, at)] for at in ("1.1", "C01", "1.2")
    }
    assert shown == {"1.1": ["C01"], "C01": ["1.1", "1.2"], "1.2": ["C01"]}
