"""write the JSON Schemas and snippets editors complete from"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.editing import editor
from course.files import disk


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Write them below the root."""
    disk.write(root, editor.files(checked(root)))
    return 0
