"""E333: a reference says when it was checked and when it is to be checked again, and the two are days one can keep."""

from __future__ import annotations

import pytest

from small import Tree, edited, line_of, problems

REFERENCES = "docs/data/references.yml"
CHECKED, DUE = 'checked: "2026-11-29"', 'due: "2027-05-31"'
PROMISE = ("level: practice", "level: promise")


@pytest.mark.parametrize(
    ("edits", "name", "zh", "en"),
    [
        ([(DUE, 'due: "2027-02-30"')], "due:", "日历上没有 2027-02-30 这一天", "there is no day 2027-02-30"),
        ([(CHECKED, 'checked: "2026-11-31"')], "checked:", "日历上没有 2026-11-31 这一天", "there is no day 2026-11-31"),
        ([(DUE, 'due: "2026-11-29"')], "due:", "应晚于查过的那天（2026-11-29）", "expected a day after the one it was checked on"),
        ([(DUE, 'due: "2029-12-31"')], "due:", "太远，最多 3 年", "expected 3 year(s) at most"),
        ([(DUE, 'due: "9999-12-31"')], "due:", "太远，最多 3 年", "expected 3 year(s) at most"),
        ([PROMISE, (DUE, 'due: "2028-05-31"')], "due:", "太远，最多 1 年", "expected 1 year(s) at most"),
    ],
)
def test_a_day_nobody_can_keep_is_told(tree: Tree, edits: list[tuple[str, str]], name: str, zh: str, en: str) -> None:
    root = tree(edited(REFERENCES, *edits))
    [told] = problems(root)
    assert (told.path, told.line, told.code) == (REFERENCES, line_of(root, REFERENCES, name), "E333")
    assert zh in told.zh
    assert en in told.en


@pytest.mark.parametrize("edits", [[(DUE, 'due: "2029-11-29"')], [PROMISE], [(DUE, 'due: "2026-11-30"')]])
def test_days_within_the_limits_are_right(tree: Tree, edits: list[tuple[str, str]]) -> None:
    assert problems(tree(edited(REFERENCES, *edits))) == []


@pytest.mark.parametrize("written", ['due: "soon"', "due: 2027", 'due: "2027-5-31"', 'due: ""'])
def test_what_is_no_day_is_told_by_its_shape(tree: Tree, written: str) -> None:
    root = tree(edited(REFERENCES, (DUE, written)))
    assert {(told.path, told.line, told.code[:2]) for told in problems(root)} == {(REFERENCES, 4, "E1")}
