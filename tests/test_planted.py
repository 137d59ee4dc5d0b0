"""The kept set of planted mistakes: each told with its code, at its file and line, and nothing else blamed."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

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


def test_enough_of_the_set_can_still_be_planted_and_every_rule_has_several_in_it() -> None:
    said = "\n".join(f"{slip}: {why}" for slip, why in planting.stale().items())
    assert len(ROWS) >= max(150, 0.9 * len(planting.every_row())), said
    count = Counter(row.code for row in ROWS)
    assert [rule.CODE for rule in RULES if count[rule.CODE] < 3] == [], said
    languages = Counter(lang for row in ROWS for lang in ("zh", "en") if row.where.startswith(f"docs/{lang}/"))
    assert min(languages["zh"], languages["en"]) >= 50, said


def test_no_two_rows_have_one_name() -> None:
    every = planting.every_row()
    assert len({row.slip for row in every}) == len(every)


def test_a_row_whose_words_an_editor_changed_is_left_out(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    first, second = (row for row in ROWS if row.slip in ("yuan mistyped", "a year mistyped"))
    file = tmp_path / first.where
    file.write_text(file.read_text(encoding="utf-8").replace(first.find, ""), encoding="utf-8")
    (tmp_path / second.where).unlink()
    gone = planting.stale(tmp_path)
    assert "stands 0 times" in gone[first.slip]
    assert "there is no" in gone[second.slip]
    assert len(gone) < 0.1 * len(ROWS)
