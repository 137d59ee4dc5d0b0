"""What can be asked for on the command line, one command a module."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from course.commands import accept, check, editor, explain, fix, new, prints, publish, review, schedule, stage, status, terms


class Command(Protocol):
    """One command. Its module's docstring is its help."""

    __doc__: str | None

    def options(self, parser: ArgumentParser) -> None:
        """Say what may follow its name."""
        ...

    def run(self, root: Path, options: Namespace) -> int:
        """Do it for the course below that root; the exit status. Raises ``checked.Unsound``, ``clock.NoDay`` and ``disk.Unwritten``."""
        ...


COMMANDS: Mapping[str, Command] = {
    "check": check,
    "explain": explain,
    "fix": fix,
    "new": new,
    "accept": accept,
    "status": status,
    "terms": terms,
    "schedule": schedule,
    "publish": publish,
    "review": review,
    "editor": editor,
    "prints": prints,
    "stage": stage,
}
