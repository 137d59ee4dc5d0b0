"""A report is made of any two states of the course, however broken."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import planting
from course.content.reading import load
from course.review import compared, html, markdown
from course.review.found import Checked
from course.review.model import Review
from course.rules import rule_cache
from small import MINIMAL, SAMPLE, Tree, known

DAY = date(2026, 12, 1)
TABLES = sorted(file.name for file in (MINIMAL / "docs/data").glob("*.yml"))


@cache
def checked(root: Path) -> Checked:
    """A kept course as it is."""
    course = load(root)
    return Checked(course, rule_cache.check(course, known(root))[0])


def reviewed(base: Checked, now: Checked) -> Review:
    """The report, which can be read again and written out."""
    report = compared.review(base, now, "0" * 40, DAY)
    assert Review.model_validate_json(report.model_dump_json()) == report
    assert len(markdown.written(report)) <= markdown.MOST and html.page(report).startswith("<!doctype html>")
    return report


def broken(root: Path) -> Checked:
    """The smallest course with a change."""
    course = load(root)
    return Checked(course, rule_cache.check(course, known(MINIMAL))[0])


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"\xff"], ids=["gone", "empty", "torn", "other", "no text"])
@pytest.mark.parametrize("table", TABLES)
def test_whatever_table_cannot_be_read(tree: Tree, table: str, content: bytes | None) -> None:
    now = broken(tree({f"docs/data/{table}": content}))
    for base, other in ((checked(MINIMAL), now), (now, checked(MINIMAL))):
        report = reviewed(base, other)
        assert not report.pages, "no page of it has changed"


def test_whatever_page_is_gone_or_cannot_be_read(tree: Tree) -> None:
    for file in sorted(MINIMAL.rglob("*.md")):
        path = file.relative_to(MINIMAL).as_posix()
        for content in (None, "", "---\n", "---\nid: [\n---\n"):
            now = broken(tree({path: content}))
            assert not reviewed(checked(MINIMAL), now).sound or path.startswith("docs/en") and content is None
            reviewed(now, checked(MINIMAL))


def test_a_course_that_is_all_gone(tree: Tree) -> None:
    root = tree()
    shutil.rmtree(root / "docs")
    nothing = broken(root)
    assert {page.what for page in reviewed(nothing, checked(MINIMAL)).pages} == {"new"}
    assert {page.what for page in reviewed(checked(MINIMAL), nothing).pages} == {"unread"}


LOTS = sorted(planting.batches(planting.rows()), key=len, reverse=True)[:10]
"""Those with most mistakes: nearly all that can be made together."""


@pytest.mark.thorough
@pytest.mark.parametrize("lot", LOTS, ids=lambda lot: lot[0].slip[:40])
def test_whatever_an_editor_gets_wrong(tmp_path: Path, lot: list[planting.Row]) -> None:
    shutil.copytree(SAMPLE / "docs", tmp_path / "docs")
    for row in lot:
        planting.plant(row, tmp_path)
    course = load(tmp_path)
    now = Checked(course, rule_cache.check(course, known(SAMPLE))[0])
    report = reviewed(checked(SAMPLE), now)
    assert len(report.problems) >= len(set(now.problems))
    assert all(problem.new for problem in report.problems)
