"""E308: nothing published is lost, and no code changes hands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.reading import load
from course.rules import check, e308_addresses
from course.site.pages import paths

Tree = Callable[..., Path]

TABLE = "docs/data/addresses.yml"
HERE = "  - {path: cases/meter.md, code: C01}\n"


def table(published: str = HERE, moved: str = "moved: []\n") -> dict[str, str]:
    return {TABLE: f"{moved}published:\n{published}"}


@pytest.mark.parametrize(
    ("text", "line", "zh", "en"),
    [
        (
            table("  - {path: cases/old.md, code: C07}\n"), 1,
            "cases/old.md 发布过，现在没有了，应在 moved: 下面加一行：- {from: cases/old.md, to: …}，把 … 换成代替它的页面；moved: 后面的 [] 先删掉",
            "expected a line below `moved:`: - {from: cases/old.md, to: …} with the page that takes its place for …; delete the [] behind `moved:` first",
        ),
        (
            table("  - {path: cases/old.md, code: C07}\n", "moved:\n  - {from: cases/older.md, to: index.md}\n"), 1,
            "应在 moved: 下面加一行：- {from: cases/old.md, to: …}，把 … 换成代替它的页面", "takes its place for …",
        ),
        (table("  - {path: cases/old.md, code: C01}\n"), 1, "- {from: cases/old.md, to: cases/meter.md}", "to: cases/meter.md}"),
        (table("  - {path: browse/channels/pigeon.md}\n"), 1, "browse/channels/pigeon.md 发布过", "was published and is gone"),
        (
            table("  - {path: index.md, code: C01}\n"), 3,
            "编号 C01 发布时是 index.md，不能再给 cases/meter.md", "expected cases/meter.md to have a code never used before",
        ),
        (table(moved="moved:\n  - {from: cases/old.md, to: cases/gone.md}\n"), 2, "没有 cases/gone.md", "expected `to` to be a page that exists"),
        (table(moved="moved:\n  - {from: cases/meter.md, to: index.md}\n"), 2, "cases/meter.md 还在", "expected `from` to be a page that is gone"),
    ],
)  # fmt: skip
def test_what_is_lost_is_told_with_the_line_to_add(tree: Tree, text: dict[str, str], line: int, zh: str, en: str) -> None:
    found = list(e308_addresses.check(load(tree(text))))
    assert [(problem.path, problem.line, problem.code) for problem in found if zh in problem.zh] == [(TABLE, line, "E308")]
    assert any(en in problem.en for problem in found)


def test_a_move_mends_it_and_makes_a_page_that_leads_on(tree: Tree) -> None:
    catalogue = load(tree(table("  - {path: cases/old.md, code: C01}\n", "moved:\n  - {from: cases/old.md, to: cases/meter.md}\n")))
    assert check(catalogue) == []
    assert "cases/old.md" in paths(catalogue)


@pytest.mark.parametrize(
    ("broken", "path"), [("docs/data/vocabulary.yml", "browse/channels/hotline.md"), ("docs/data/plans.yml", "plans/short-class.md")]
)
def test_a_page_of_a_row_is_not_called_lost_while_its_table_cannot_be_read(tree: Tree, broken: str, path: str) -> None:
    published = table(f"  - {{path: {path}}}\n  - {{path: cases/old.md}}\n")
    assert list(e308_addresses.check(load(tree(table(f"  - {{path: {path}}}\n"))))) == []
    (lost,) = e308_addresses.check(load(tree({**published, broken: "x: ["})))
    assert "cases/old.md" in lost.zh


def test_a_plan_taken_away_is_a_page_that_is_gone(tree: Tree) -> None:
    (lost,) = e308_addresses.check(load(tree({**table("  - {path: plans/short-class.md}\n"), "docs/data/plans.yml": "[]"})))
    assert "plans/short-class.md 发布过，现在没有了" in lost.zh


def test_an_unreadable_page_is_not_called_lost(tree: Tree) -> None:
    found = check(load(tree({**table(), "docs/zh/cases/meter.md": "---\nid: C01\n"})))
    assert "E308" not in {problem.code for problem in found}


def test_publish_keeps_what_was_there_and_adds_what_is_new(tree: Tree) -> None:
    note = "# a word of ours\nmoved:\n  - {from: cases/old.md, to: cases/meter.md}\npublished:\n  - {path: cases/old.md, code: C01}\n"
    root = tree({TABLE: note})
    assert main(["--root", str(root), "publish"]) == 0
    text = (root / TABLE).read_text(encoding="utf-8")
    assert text.startswith(note[: note.index("published:")])
    catalogue = load(root)
    assert {row.path for row in catalogue.addresses.published} == {"cases/old.md", *catalogue.pages, *paths(catalogue)}
    assert check(catalogue) == []
    main(["--root", str(root), "publish"])
    assert (root / TABLE).read_text(encoding="utf-8") == text
