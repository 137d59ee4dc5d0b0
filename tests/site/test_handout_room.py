"""The handout room: every case and form can be picked, and each says where its two views are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.render import markdown
from course.site import edition, trainer_view
from course.site.pages import prints
from small import edited, minimal, sample


def body(catalogue: Catalogue, lang: Lang) -> str:
    (page,) = prints.pages(catalogue, lang)
    return page.body


@pytest.mark.parametrize("catalogue", [sample(), minimal()], ids=["sample", "minimal"])
@pytest.mark.parametrize("lang", LANGS)
def test_each_case_and_form_can_be_picked_once(catalogue: Catalogue, lang: Lang) -> None:
    found = re.findall(
        r'<li data-code="(\w+)"(?: data-trainer="([^"]+)")? markdown="span">\[\1 [^\n]*\]\(([^)\s]+)\)</li>', body(catalogue, lang)
    )
    assert sorted(code for code, _, _ in found) == sorted([*catalogue.cases, *catalogue.forms])
    for code, opened, reader in found:
        page = catalogue.coded[code]
        assert reader == page.path
        wanted = markdown.address(trainer_view.path(page)) if trainer_view.has(page) else ""
        assert (posixpath.normpath(posixpath.join("prints/", opened)) + "/" if opened else "") == wanted


@pytest.mark.parametrize(("lang", "words"), [("zh", "学员：不带答案和讲师提示"), ("en", "Trainees: no answers, no trainer notes")])
def test_without_answers_is_what_one_gets_without_choosing(lang: Lang, words: str) -> None:
    assert re.search(rf'value="out" checked> <span>{words}</span>', body(minimal(), lang))
    assert body(minimal(), lang).count(" checked") == 1


def test_a_chapter_without_cases_and_a_course_without_forms_are_left_out(tree: Callable[..., Path]) -> None:
    other = edited("docs/zh/chapters/service.md", ('"1.1"', '"1.2"'), ("cases: [C01]", "cases: []"))
    changes = {
        "docs/zh/chapters/second.md": other["docs/zh/chapters/service.md"],
        "docs/zh/forms/call-log.md": None,
        "docs/en/forms/call-log.md": None,
    }
    made = body(load(tree(changes)), "zh")
    assert "#chapter-1-1" in made
    assert "#chapter-1-2" not in made
    assert "#forms" not in made


@pytest.mark.parametrize("lang", get_args(Lang))
def test_its_script_is_fetched_by_no_other_page(lang: Lang) -> None:
    asking = {document.path for document in edition.documents(minimal(), lang) if "assets/js/pick.js" in document.text}
    assert asking == {"prints.md"}
