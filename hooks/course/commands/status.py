"""say what of the English is missing or behind, what changed in the Chinese since, which references wait to be cited and which pictograms to be drawn"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.content import citations
from course.render import pictograms
from course.rules import UNFINISHED
from course.translation import history, report


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Print it."""
    catalogue = checked(root, UNFINISHED)
    print("\n".join(report.report(history.remembered(root, catalogue))))
    if uncited := citations.uncited(catalogue):
        print(f"{len(uncited)} 条依据还没有哪一页引用 / references not cited yet: {' '.join(row.id for row in uncited)}")
    if missing := pictograms.missing(catalogue.choices):
        print(f"{len(missing)} 个渠道或事由还没有图标 / without a pictogram: {' '.join(missing)}")
    return 0
