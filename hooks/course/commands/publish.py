"""note every address and code there is now, so that none can be lost unseen"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.files import disk
from course.site import addresses


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Write them into their table."""
    catalogue = checked(root)
    disk.write(root, {catalogue.tables["addresses"].path: addresses.published(catalogue)})
    return 0
