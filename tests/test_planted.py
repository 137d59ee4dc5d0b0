"""The kept set of planted mistakes: each told with its code, at its file and line, and nothing else blamed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import planting
from course.rules import RULES
from planting import Row, rows
from small import SAMPLE

pytestmark = [pytest.mark.slow, pytest.mark.thorough]

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code} {row.slip}")
def test_it_is_told_at_its_line_in_both_languages_and_nothing_else_is_blamed(row: Row) -> None:
    told = planting.result(row)
    said = "\n".join([f"expected {row.told_in}:{told.line}: [{row.code}], told:", *map(str, told.problems)])
    assert planting.caught(row) is not bool(row.missed), said
    assert list(planting.unexplained(row)) == [], said
    assert all(problem.zh and problem.en for problem in told.problems), said


def test_every_rule_has_several_in_the_set_and_both_languages_have_their_share() -> None:
    assert len(ROWS) >= 350
    count = Counter(row.code for row in ROWS)
    assert [rule.CODE for rule in RULES if count[rule.CODE] < 3] == []
    languages = Counter(lang for row in ROWS for lang in ("zh", "en") if row.where.startswith(f"docs/{lang}/"))
    assert min(languages["zh"], languages["en"]) >= 50


def test_no_two_rows_have_one_name() -> None:
    assert len({row.slip for row in ROWS}) == len(ROWS)


def test_a_row_whose_words_are_not_there_says_so(tmp_path: Path) -> None:
    row = ROWS[0].model_copy(update={"find": "没有这句话"})
    with pytest.raises(planting.Misplaced, match="stands 0 times"):
        planting.edited(row, SAMPLE)
    with pytest.raises(planting.Misplaced, match="there is no"):
        planting.edited(row, tmp_path)
