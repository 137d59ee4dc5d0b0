"""Facts that fall due, on paper: every print that leans on an overdue reference says so, and is set again once, not each morning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.content import citations
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.prints import press
from course.prints.sources import source
from course.sessions.printables import prints
from pdf_text import read
from small import DAY, MINIMAL, edited, minimal

Tree = Callable[..., Path]
DUE, YEAR_ON = "2027-05-31", "2027-11-30"
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
SAID = {"zh": "该再看一次", "en": "look again"}
_PIECE = re.compile(r'#sheet\(|#(?:role|pocket|phrase)-cards\(|#reference\(\)\[#"(\w+)";|"([^"]*(?:该再看一次|look again)[^"]*)"')


def silent(typst: str, overdue: set[str]) -> Iterator[str]:
    """Overdue references that a sheet or a set of cards cites without saying it."""
    cited: set[str] = set()
    told: list[str] = []
    for found in [*_PIECE.finditer(typst), None]:
        if found and found[1]:
            cited.add(found[1])
        elif found and found[2]:
            told.append(found[2])
        else:  # What a sheet has to say comes before or after its content; either way before the next begins.
            yield from (id for id in cited & overdue if not any(re.search(rf"\b{id}\b", words) for words in told))
            cited, told = set(), []


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_on_every_print_says_what_of_it_is_overdue(tree: Tree, lang: Lang) -> None:
    """Cited in the story, in a question and on a role card, a reference comes to each kind of print."""
    changes = edited(
        CASE,
        ("换表后电费多了一半。", "换表后电费多了一半[R01]。"),
        ("先说什么？", "先说什么[R01]？"),
        ("您想弄明白。", "您想弄明白[R01]。"),
    )
    changes |= edited(CASE_EN, ("was changed.", "was changed [R01]."), ("say first?", "say first [R01]?"), ("want to", "want [R01] to"))
    catalogue = load(tree(changes), YEAR_ON)
    made = {one.path.removeprefix("prints/"): source(one, catalogue) for one in prints(catalogue, lang)}
    assert [(path, id) for path, typst in made.items() for id in silent(typst, {"R01"}) if path != "book.pdf"] == []
    told = {path for path, typst in made.items() if SAID[lang] in typst or "再看一次" in typst}
    assert told == {
        "book.pdf",
        *(f"{name}.pdf" for name in ("C01-handout", "C01-key", "C01-cards")),
        *(f"short-class-{kind}.pdf" for kind in ("handout", "key", "cards", "all")),
    }


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_so_does_every_print_of_a_whole_course(project: Path, lang: Lang) -> None:
    catalogue = load(project, YEAR_ON)
    overdue = {*citations.overdue(catalogue)}
    assert len(overdue) > len(catalogue.references) / 4
    for one in prints(catalogue, lang):
        typst = source(one, catalogue)
        if one.kind == "book":
            marked = set(re.findall(r'#work\(label\("[\w-]+"\), "(\w+)", \[[^\[\]]*#hint\(\)\[[^\[\]]*(?:该再看一次|look again)', typst))
            assert marked == overdue
        else:
            assert [*silent(typst, overdue)] == [], one.path


@pytest.mark.parametrize("lang", LANGS)
def test_before_the_day_a_print_is_what_it_was(lang: Lang) -> None:
    now, before = (([source(one, course) for one in prints(course, lang)]) for course in (load(MINIMAL, DAY), minimal()))
    assert now == before


def marks(catalogue: Catalogue) -> list[str]:
    """The fingerprints of all prints."""
    return [*press.fingerprints([one for lang in LANGS for one in prints(catalogue, lang)], catalogue).values()]


def test_a_print_is_known_by_what_is_overdue_not_by_the_day(tree: Tree) -> None:
    assert marks(minimal()) == marks(load(MINIMAL, DAY)) == marks(load(MINIMAL, "2027-05-30"))
    assert marks(load(MINIMAL, DUE)) == marks(load(MINIMAL, "2040-01-01"))
    assert not {*marks(minimal())} & {*marks(load(MINIMAL, DUE))}


@pytest.mark.slow
def test_what_falls_due_is_read_on_paper_and_nothing_else_is_set_again(tree: Tree) -> None:
    root = tree(edited(CASE, ("您想弄明白。", "您想弄明白[R01]。")))
    wanted = [one for one in prints(load(root), "zh") if one.subject == "C01"]
    before, after = (press.run(root, wanted, load(root, day)) for day in (DAY, DUE))
    said = {one.kind: read(made.file) for one, made in after.items()}
    assert "R01：2026年11月核对过，该再看一次。" in said["key"].artifacts, "at the foot of the sheet, beside its title"
    assert "R01：2026年11月核对过，该再看一次。" in said["cards"].words
    assert {one.kind for one in wanted if before[one].file != after[one].file} == {"key", "cards"}
    assert {one: made.pages for one, made in before.items()} == {one: made.pages for one, made in after.items()}
