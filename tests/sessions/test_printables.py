"""What there is to print, and how a page says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.content.catalogue import Catalogue, Printed
from course.language.lang import LANGS, Lang
from course.render.inline import Scope
from course.sessions import printables
from course.sessions.printables import Print, prints
from course.site import print_links
from small import minimal


def offering(lang: Lang = "zh", pages: int = 2, size: int = 84_000) -> Catalogue:
    """The minimal course with every print there."""
    course = minimal()
    return replace(course, printed={(lang, one.path): Printed(pages, size) for one in prints(course, lang)})


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_and_plan_has_its_prints(lang: Lang) -> None:
    course = minimal()
    found = [one.path for one in prints(course, lang)]
    assert found[:2] == ["prints/book.pdf", "prints/phrases-cards.pdf"]
    for plan in course.plans:
        assert {f"prints/{plan.id}-{kind}.pdf" for kind in ("handout", "key", "sheet", "cards", "all")} <= set(found)
    for code in (*course.chapters, *course.cases):
        assert {f"prints/{code}-{kind}.pdf" for kind in ("handout", "key", "sheet", "cards")} <= set(found)
    for code in course.forms:
        assert f"prints/{code}-form.pdf" in found
    assert len(found) == len(set(found))


def test_what_is_not_translated_is_not_offered_in_english() -> None:
    course = minimal()
    case = course.cases["C01"]
    chinese = replace(course, cases={"C01": replace(case, sides={"zh": case.sides["zh"]})})
    assert not [one for one in prints(chinese, "en") if one.subject == "C01"]
    assert [one for one in prints(chinese, "zh") if one.subject == "C01"]


@pytest.mark.parametrize(
    ("file", "lang", "words"),
    [
        (Printed(), "zh", "PDF"),
        (Printed(1, 400), "zh", "1 页，1 KB"),
        (Printed(1, 63_400), "en", "1 page, 63 KB"),
        (Printed(2, 999_400), "en", "2 pages, 999 KB"),
        (Printed(233, 4_595_940), "zh", "233 页，4.6 MB"),
    ],
)
def test_an_amount_says_pages_and_size(file: Printed, lang: Lang, words: str) -> None:
    assert printables.amount(file, lang) == words


def test_a_page_links_to_its_own_files_and_no_others() -> None:
    course = offering()
    shown = printables.links("C01", Scope(course, "zh", course.cases["C01"].path))
    assert shown.count("<a ") == 4
    assert '<a href="../../prints/C01-handout.pdf" type="application/pdf"' in shown
    assert "学员讲义 <small>2 页，84 KB</small>" in shown


def test_without_files_a_page_leads_to_where_it_is_said_how_to_get_them() -> None:
    course = minimal()
    shown = printables.links("C01", Scope(course, "en", course.cases["C01"].path))
    assert ".pdf" not in shown
    assert 'href="../../prints/"' in shown


def test_the_room_lists_everything_once() -> None:
    course = offering("en")
    shown = print_links.lists(Scope(course, "en", printables.ROOM))
    for one in prints(course, "en"):
        assert shown.count(f'href="{one.path.removeprefix("prints/")}"') == 1, one.path


def test_a_group_without_files_has_no_heading() -> None:
    course = offering()
    only = {place: file for place, file in course.printed.items() if "C01" in place[1]}
    shown = print_links.lists(Scope(replace(course, printed=only), "zh", printables.ROOM))
    assert "C01-handout.pdf" in shown
    assert "表单" not in shown


def test_a_room_without_files_says_how_to_get_them() -> None:
    assert "make prints" in print_links.lists(Scope(minimal(), "zh", printables.ROOM))


def test_the_name_of_a_file_is_what_it_is() -> None:
    assert Print("book", "book", "en", "", ()).path == "prints/book.pdf"
    assert Print("key", "C09", "en", "", ("C09",)).name == "Answer key"
