"""The courses other tests start from have no problem, or theirs would not be the ones they look for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.problem import report
from course.content.reading import load
from course.rules import check
from small import sample


def test_the_minimal_course_has_no_problem(tree: Callable[..., Path]) -> None:
    problems = check(load(tree()))
    assert not problems, report(problems)


@pytest.mark.thorough
@pytest.mark.slow
def test_the_kept_sample_has_no_problem() -> None:
    problems = check(sample())
    assert not problems, report(problems)


def test_a_change_is_found_where_it_was_made(tree: Callable[..., Path]) -> None:
    problems = check(load(tree({"docs/en/index.md": "no front matter"})))
    assert [(problem.path, problem.code) for problem in problems] == [("docs/en/index.md", "E005")]
