"""What is remembered of a page holds exactly as long as nothing it depends on has changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course.content import cache_keys
from course.content.problem import Problem
from course.content.reading import load
from course.files import seals
from course.rules import check, rule_cache
from small import Tree, edited, sample

CASE, CASE_EN, HOME = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/index.md"
TERMS, PHRASES, REFERENCES = "docs/data/terms.yml", "docs/data/phrases.yml", "docs/data/references.yml"


def test_an_unchanged_page_is_not_looked_at_again(tree: Tree) -> None:
    catalogue = load(tree())
    kept = Problem("docs/zh/index.md", 3, "E999", "记得的", "remembered")
    known = {mark: (kept,) if path == "index.md" else () for path, mark in cache_keys.of_pages(catalogue).items()}
    assert rule_cache.check(catalogue, known) == ([kept], known)


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
    _, known = rule_cache.check(load(tree()), {})
    catalogue = load(tree(change))
    found, now = rule_cache.check(catalogue, known)
    assert found == check(catalogue)
    assert now.keys() == set(cache_keys.of_pages(catalogue).values()), "what is gone is forgotten"


def test_the_memory_is_kept_between_runs_and_a_broken_one_costs_nothing_but_time(tree: Tree) -> None:
    root = tree(edited(CASE, ("情境", "情形")))
    first = rule_cache.problems(root, load(root))
    file = root / rule_cache.FILE
    kept = file.read_text(encoding="utf-8")
    assert rule_cache.problems(root, load(root)) == first == check(load(root))
    for broken in ("", "[]", '{"x": 1}', '{"x": [{"y": 1}]}', kept[:-9]):
        file.write_text(broken, encoding="utf-8")
        assert rule_cache.problems(root, load(root)) == first
        assert file.read_text(encoding="utf-8") == kept


BAD = edited(CASE, ("情境", "情形"))


def kept(root: Path) -> dict[str, Any]:
    rule_cache.problems(root, load(root))
    found: dict[str, Any] = json.loads((root / rule_cache.FILE).read_text(encoding="utf-8"))
    return found


def planted(root: Path, content: object) -> None:
    (root / rule_cache.FILE).parent.mkdir(exist_ok=True)
    (root / rule_cache.FILE).write_text(json.dumps(content), encoding="utf-8")


def test_a_memory_that_came_with_the_project_does_not_make_a_bad_page_pass(tree: Tree) -> None:
    root = tree(BAD)
    marks = cache_keys.of_pages(load(root)).values()
    claims: tuple[dict[str, Any], ...] = (
        {mark: [] for mark in marks},
        {mark: {"seal": "", "found": []} for mark in marks},
        {mark: {"seal": mark[:32], "found": []} for mark in marks},
        {mark: {"seal": None, "found": []} for mark in marks},
    )
    for claim in claims:
        planted(root, claim)
        assert rule_cache.problems(root, load(root)) == check(load(root)) != []


def test_a_memory_made_on_another_machine_is_not_believed(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree(BAD)
    theirs = kept(root)
    monkeypatch.setattr(seals, "_key", lambda *_: b"another")
    assert rule_cache._recalled(root) == {}
    assert {mark: entry["found"] for mark, entry in kept(root).items()} == {mark: entry["found"] for mark, entry in theirs.items()}


@pytest.mark.parametrize("damage", ["emptied", "another page's", "other words"])
def test_an_entry_that_was_changed_is_not_believed_and_the_others_are(tree: Tree, damage: str) -> None:
    root = tree(BAD)
    entries = kept(root)
    bad, good = (next(mark for mark, entry in entries.items() if bool(entry["found"]) == wanted) for wanted in (True, False))
    if damage == "emptied":
        entries[bad]["found"] = []
    elif damage == "another page's":
        entries[bad] = entries[good]
    else:
        entries[bad]["found"][0]["zh"] = "别的"
    planted(root, entries)
    assert rule_cache._recalled(root).keys() == entries.keys() - {bad}
    assert rule_cache.problems(root, load(root)) == check(load(root))


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"[" * 100_000, b"{", b"null", b'"x"', b'{"a": 1}', b'{"a": {"seal": 1, "found": 2}}'], ids=repr
)
def test_a_damaged_memory_costs_nothing_but_time(tree: Tree, content: bytes) -> None:
    root = tree(BAD | {rule_cache.FILE: content})
    assert rule_cache.problems(root, load(root)) == check(load(root))
    assert rule_cache._recalled(root).keys() == set(cache_keys.of_pages(load(root)).values())


@pytest.mark.parametrize("link", [".cache", rule_cache.FILE])
def test_a_memory_that_is_a_link_is_neither_read_nor_written_through(tree: Tree, tmp_path: Path, link: str) -> None:
    root = tree(BAD)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "checked.json").write_text("theirs", encoding="utf-8")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(outside / ("checked.json" if link == rule_cache.FILE else ""))
    assert rule_cache.problems(root, load(root)) == check(load(root))
    assert (outside / "checked.json").read_text(encoding="utf-8") == "theirs" and len(list(outside.iterdir())) == 1


def test_a_place_that_cannot_be_written_to_is_checked_all_the_same(tree: Tree) -> None:
    root = tree()
    (root / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    assert rule_cache.problems(root, load(root)) == []


@pytest.mark.thorough
@pytest.mark.slow
def test_a_whole_course_is_the_same_with_and_without() -> None:
    catalogue = sample()
    found, known = rule_cache.check(catalogue, {})
    assert found == check(catalogue) == rule_cache.check(catalogue, known)[0]


def test_a_page_that_is_supposed_to_be_otherwise_is_looked_at_whatever_is_remembered_of_it(tree: Tree) -> None:
    root = tree({CASE_EN: None})
    catalogue = load(root)
    rule_cache.problems(root, catalogue)
    changed = load(tree(edited(CASE_EN, ("The bill grew", "The 5 bills grew"))))
    assert rule_cache.supposing(root, changed, ["cases/meter.md"]) == check(changed) != []
