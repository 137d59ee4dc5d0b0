"""The course, unless something is wrong with it that keeps a command from running."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.reading import load
from course.files import clock
from course.rules import rule_cache


class Unsound(Exception):
    """The problems that have to be mended first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def checked(root: Path, passed_over: Collection[str] = ()) -> Catalogue:
    """The course below that root, today. Raises Unsound with all its problems but those of the codes passed over, and clock.NoDay."""
    catalogue = load(root, clock.today())
    if problems := [problem for problem in rule_cache.problems(root, catalogue) if problem.code not in passed_over]:
        raise Unsound(problems)
    return catalogue
