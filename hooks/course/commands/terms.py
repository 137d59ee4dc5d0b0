"""list where a term may be marked inside another word, for an editor to look at"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.editing import neighbours


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Print it."""
    print("\n".join(neighbours.lines(checked(root))))
    return 0
