"""write what there is to print of those pages or plans, or of everything, to prints/"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.commands.checked import checked
from course.content.catalogue import Printed
from course.files import disk
from course.prints import delivery, press
from course.sessions.printables import amount


def options(parser: ArgumentParser) -> None:
    """The pages or plans, by code or id."""
    parser.add_argument("subjects", nargs="*", metavar="PAGE")


def run(root: Path, options: Namespace) -> int:
    """Write what was asked for to ``prints/zh`` and ``prints/en`` and name it."""
    catalogue = checked(root)
    wanted = list(delivery.chosen(catalogue, options.subjects))
    if unknown := {subject.lower() for subject in options.subjects} - {one.subject.lower() for one in wanted}:
        print(f"没有这些可打印 / nothing to print of that name: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    try:
        made = press.run(root, wanted, catalogue, delivery.progress())
    except (press.Unavailable, press.NotPrinted) as error:
        print(error, file=sys.stderr)
        return 1
    for one in wanted:
        path = f"prints/{one.lang}/{Path(one.path).name}"
        disk.write(root, {path: made[one].file.read_bytes()})
        print(f"{path}  {amount(Printed(made[one].pages, made[one].size), one.lang)}")
    return 0
