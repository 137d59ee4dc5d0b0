"""What is remembered of a page holds exactly as long as nothing it depends on has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course import fingerprints, memory
from course.problem import Problem
from course.reading import load
from course.rules import check
from small import ROOT, edited

Tree = Callable[..., Path]

CASE, CASE_EN, HOME = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/index.md"
TERMS, PHRASES, REFERENCES = "docs/data/terms.yml", "docs/data/phrases.yml", "docs/data/references.yml"


def test_an_unchanged_page_is_not_looked_at_again(tree: Tree) -> None:
    catalogue = load(tree())
    kept = Problem("docs/zh/index.md", 3, "E999", "记得的", "remembered")
    known = {mark: (kept,) if path == "index.md" else () for path, mark in fingerprints.of_pages(catalogue).items()}
    assert memory.check(catalogue, known) == ([kept], known)


@pytest.mark.parametrize(
    "change",
    [
        edited(CASE, ("情境", "情形")),
        edited(CASE_EN, ("title: The meter runs fast", 'title: "✎ the title"')),
        edited(HOME, ("title:", "titel:")),
        {HOME: None},
        {CASE_EN: None},
        {"docs/zh/about/new.md": "---\ntitle: 新页\nsummary: 一句话\n---\n\n打13800138000找她，见 [[C99]]。\n"},
        edited(TERMS, ("avoid:", "avoid_:")),
        {TERMS: "[]\n"},
        {PHRASES: "[]\n"},
        {REFERENCES: "[]\n"},
        {"docs/data/vocabulary.yml": "- wrong\n"},
        {"docs/data/figures/queue.svg": "<svg/>", "docs/data/figures/queue.yml": "- wrong\n"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_with_the_memory_of_before_a_change_the_same_is_found_as_without(tree: Tree, change: dict[str, str | None]) -> None:
    _, known = memory.check(load(tree()), {})
    catalogue = load(tree(change))
    found, now = memory.check(catalogue, known)
    assert found == check(catalogue)
    assert now.keys() == set(fingerprints.of_pages(catalogue).values()), "what is gone is forgotten"


def test_the_memory_is_kept_between_runs_and_a_broken_one_costs_nothing_but_time(tree: Tree) -> None:
    root = tree(edited(CASE, ("情境", "情形")))
    first = memory.problems(root, load(root))
    file = root / memory.FILE
    kept = file.read_text(encoding="utf-8")
    assert memory.problems(root, load(root)) == first == check(load(root))
    for broken in ("", "[]", '{"x": 1}', '{"x": [{"y": 1}]}', kept[:-9]):
        file.write_text(broken, encoding="utf-8")
        assert memory.problems(root, load(root)) == first
        assert file.read_text(encoding="utf-8") == kept


def test_a_place_that_cannot_be_written_to_is_checked_all_the_same(tree: Tree) -> None:
    root = tree()
    (root / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    assert memory.problems(root, load(root)) == []


def test_the_course_itself_is_the_same_with_and_without() -> None:
    catalogue = load(ROOT)
    found, known = memory.check(catalogue, {})
    assert found == check(catalogue) == memory.check(catalogue, known)[0]
