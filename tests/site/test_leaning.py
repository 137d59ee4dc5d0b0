"""Facts that fall due: a year on, no page goes on citing a reference that nobody has read again without saying so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import markdown
import pytest
from lxml import html

from course.__main__ import main
from course.content import citations
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.files import clock
from course.language.lang import LANGS, Lang
from course.render import look_again
from course.render.markdown import EXTENSIONS
from course.rules import check, rule_cache
from course.site import edition
from small import DAY, MINIMAL, edited, epoch, line_of, minimal, original

Tree = Callable[..., Path]
ROWS, CASE, CASE_EN = "docs/data/references.yml", "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
DUE = "2027-05-31"
SAID = {"zh": "2026 年 11 月核对过，该再看一次", "en": "checked 2026-11, look again"}
YEAR_ON = date.fromisoformat(DAY).replace(year=2027).isoformat()
OWN = {"references.md", "glossary.md", "about/translation.md"}
"""Pages that list references and mark each where it stands."""


def pages(catalogue: Catalogue, lang: Lang) -> dict[str, html.HtmlElement]:
    """Every page of a language's site, finished, by path."""
    return {
        document.path: html.document_fromstring(
            markdown.markdown(document.text.split("---\n", 2)[2], extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
        )
        for document in edition.documents(catalogue, lang)
        if document.path.endswith(".md")
    }


def marks(shown: html.HtmlElement) -> list[str]:
    """What the marks of a page say."""
    return [" ".join(mark.text_content().split()) for mark in shown.iterfind(".//p[@class='look-again']")]


def silent(catalogue: Catalogue, lang: Lang) -> Iterator[tuple[str, str]]:
    """Pages and the overdue references they cite, or list, without saying that these are."""
    overdue, made = citations.overdue(catalogue), pages(catalogue, lang)
    leaning = {(path, link.text_content()) for path, shown in made.items() for link in shown.iterfind(".//a[@class='ref']")}
    for path, authored in catalogue.pages.items():
        views = [path, f"trainer/{path}"] if f"trainer/{path}" in made else [path]
        leaning |= {(view, id) for view in views for id in citations.of(authored) if f"[{id}]" in authored.body(lang).text}
    for path, id in sorted(leaning):
        if id in overdue and path not in OWN and not any(re.search(rf"\b{id}\b", mark) for mark in marks(made[path])):
            yield path, id
    listed = " ".join(made["about/translation.md"].text_content().split())
    for id, row in overdue.items():
        [entry] = made["references.md"].xpath(f"//h3[@id='{id.lower()}']/following-sibling::p[@class='look-again'][1]")
        if entry.text_content().strip() != look_again.of(row, lang) or f"{id} {row.title[lang]} · {look_again.of(row, lang)}" not in listed:
            yield ROWS, id
    for term in catalogue.terms:
        place = f"//h3[@id='{term.id}']/following-sibling::p[@class='look-again'][1]"
        yield from (
            ("glossary.md", id) for id in term.references if id in overdue and id not in made["glossary.md"].xpath(f"string({place})")
        )


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_on_every_page_says_what_of_it_is_overdue(lang: Lang) -> None:
    catalogue = load(MINIMAL, YEAR_ON)
    assert [*citations.overdue(catalogue)] == ["R01"]
    assert [*silent(catalogue, lang)] == []
    found = pages(catalogue, lang)
    stop = f"{'：' if lang == 'zh' else ': '}{SAID[lang]}{'。' if lang == 'zh' else '.'}"
    assert marks(found["cases/meter.md"]) == marks(found["trainer/cases/meter.md"]) == marks(found["glossary.md"]) == [f"R01{stop}"]
    assert marks(found["references.md"]) == [SAID[lang]]
    assert [path for path, shown in found.items() if marks(shown)] == [
        "cases/meter.md",
        "trainer/cases/meter.md",
        "glossary.md",
        "references.md",
    ]
    assert "该再看一次的依据 · 1" in found["about/translation.md"].text_content() or lang == "en"


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", [YEAR_ON, "2031-01-01"])
def test_so_does_every_page_of_a_whole_course(project: Path, lang: Lang, day: str) -> None:
    catalogue = load(project, day)
    assert len(citations.overdue(catalogue)) > len(catalogue.references) / 4, "there is something to be found"
    assert [*silent(catalogue, lang)] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("today", ["", DAY, "2027-05-30"])
def test_nothing_is_said_before_the_day(lang: Lang, today: str) -> None:
    before = [document.text for document in edition.documents(minimal(), lang)]
    assert [document.text for document in edition.documents(load(MINIMAL, today), lang)] == before
    assert not any("look-again" in text for text in before)


def test_a_site_is_the_same_on_every_day_on_which_the_same_is_overdue() -> None:
    first, later = ([*edition.documents(load(MINIMAL, day), "zh")] for day in (DUE, "2035-01-01"))
    assert first == later


def test_a_reason_is_leant_on_wherever_it_is_shown(tree: Tree) -> None:
    """On the page of its case and of its principle, and in the hint of the matrix, where no link can be."""
    catalogue = load(tree(edited(CASE, ("当天给第一次答复[R01]。", "当天给第一次答复。"), ("先查读数，再说", "先查读数[R01]，再说"))), DUE)
    found = [path for path, shown in pages(catalogue, "zh").items() if marks(shown) and path not in OWN]
    assert found == ["cases/meter.md", "trainer/cases/meter.md", "principles/check-first.md", "principles/matrix.md"]


def test_a_page_that_is_not_translated_says_it_in_the_language_of_the_site(tree: Tree) -> None:
    catalogue = load(tree({CASE_EN: None}), DUE)
    [mark] = marks(pages(catalogue, "en")["cases/meter.md"])
    assert mark == f"R01: {SAID['en']}."


def test_references_read_in_the_same_month_share_a_sentence() -> None:
    row = minimal().references["R01"]
    earlier = row.model_copy(update={"id": "R02", "checked": "2025-05-01"})
    third = row.model_copy(update={"id": "R03"})
    rows = [row, earlier, third]
    assert look_again.note(rows, "zh") == "R01、R03：2026 年 11 月核对过，该再看一次。R02：2025 年 5 月核对过，该再看一次。"
    assert look_again.note(rows, "en") == "R01, R03: checked 2026-11, look again. R02: checked 2025-05, look again."
    assert look_again.note([], "zh") == ""


def test_the_title_of_a_reference_cannot_get_out_of_the_mark(tree: Tree) -> None:
    hostile = """'")](javascript:x()) <script>x()</script> {: onclick=x() }'"""
    [mark] = pages(load(tree(edited(ROWS, ("zh: 答复时限", f"zh: {hostile}"))), DUE), "zh")["cases/meter.md"].iterfind(
        ".//p[@class='look-again']"
    )
    assert [(link.get("href"), set(link.keys())) for link in mark.iter("a")] == [("../references.md#r01", {"href", "title"})]
    assert [child.tag for child in mark.iter()] == ["p", "a"]


def test_the_check_warns_and_passes(tree: Tree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({ROWS: original(ROWS) + original(ROWS).replace("R01", "R02")})
    monkeypatch.setenv(clock.VARIABLE, epoch("2027-05-30"))
    assert main(["--root", str(root), "check"]) == 0
    assert "E333" not in capsys.readouterr().out
    monkeypatch.setenv(clock.VARIABLE, epoch(DUE))
    assert main(["--root", str(root), "check"]) == 0
    said = capsys.readouterr()
    one, other = line_of(root, ROWS, "due:"), line_of(root, ROWS, "due:") + 10
    assert said.err == ""
    assert said.out.splitlines()[-3:] == [
        "  提醒：2 条依据该再看一次 / warning: references to look at again: 2",
        f"    {ROWS}:{one}: [E333] R01 {SAID['zh']}（{DUE} 到期），用在 C01 / R01 {SAID['en']} (due {DUE}); used on C01",
        f"    {ROWS}:{other}: [E333] R02 {SAID['zh']}（{DUE} 到期） / R02 {SAID['en']} (due {DUE})",
    ]


def test_no_rule_knows_the_day_and_so_no_memory_of_one_is_ever_old(tree: Tree) -> None:
    root = tree(edited(CASE, ("情境", "情形")))
    found, known = rule_cache.check(load(root, DAY), {})
    assert rule_cache.check(load(root, "2040-01-01"), known) == (found, known)
    assert found == check(load(root, "2040-01-01")) != []
