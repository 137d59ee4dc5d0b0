"""print every session plan against its target, exit 1 if one cannot be carried out"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.content.problem import report
from course.rules import e210_plans
from course.sessions import schedule


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Print the plans, and what is wrong with them after it."""
    catalogue = checked(root, (e210_plans.CODE,))
    print("\n".join(schedule.lines(catalogue)))
    if told := sorted({*e210_plans.check(catalogue)}):
        print(report(told), file=sys.stderr)
    return 1 if told else 0
