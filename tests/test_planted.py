"""The kept set of planted mistakes: each told with its code, at its file and line, and nothing else blamed."""

from __future__ import annotations

from collections import Counter

import pytest

import planting
from course.reading import load
from course.rules import RULES, check
from planting import ROOT, Row, rows

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.code} {row.slip}" for row in ROWS])
def test_it_is_told_at_its_line_and_nothing_else_is_blamed(row: Row) -> None:
    line, problems = planting.results()[row.slip]
    said = "\n".join([f"expected {row.told_in}:{line}: [{row.code}], told:", *map(str, problems)])
    assert planting.caught(row) is not bool(row.missed), said
    assert list(planting.unexplained(row)) == [], said


def test_the_real_content_gives_no_false_alarm() -> None:
    assert check(load(ROOT)) == []


def test_every_message_is_in_both_languages() -> None:
    for _, problems in planting.results().values():
        assert all(problem.zh and problem.en for problem in problems)


def test_the_set_is_large_enough_and_every_rule_has_several_in_it() -> None:
    assert len(ROWS) >= 150
    assert len({row.slip for row in ROWS}) == len(ROWS)
    count = Counter(row.code for row in ROWS)
    assert [rule.CODE for rule in RULES if count[rule.CODE] < 3] == []
    languages = Counter(lang for row in ROWS for lang in ("zh", "en") if row.where.startswith(f"docs/{lang}/"))
    assert min(languages["zh"], languages["en"]) >= 50
