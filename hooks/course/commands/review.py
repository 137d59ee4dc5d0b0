"""say what a change does to the course, compared with a commit: to review/report.md, .html and .json; exit 1 if anything is wrong"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from datetime import date
from pathlib import Path

from course.content.reading import load
from course.files import disk
from course.prints import delivery, press
from course.review import base, compared, html, markdown, outline, sheets, verdict
from course.review.found import Checked
from course.review.model import PrintChange
from course.rules import rule_cache


def options(parser: ArgumentParser) -> None:
    """What to compare with, where to write, and where the site can be looked at before and after."""
    parser.add_argument("--base", required=True, metavar="REV", help="the commit the change began at, such as origin/main")
    parser.add_argument("--out", type=Path, default=Path("review"), metavar="DIR", help="the folder to write to (review)")
    parser.add_argument("--before", default="", metavar="URL", help="address of the site as it was, to link to")
    parser.add_argument("--after", default="", metavar="URL", help="address of the site with the change")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), metavar="YYYY-MM-DD", help="the day to say what is due on"
    )
    parser.add_argument("--prints", action="store_true", help="set the prints and say by how many pages they change; slow")


def run(root: Path, options: Namespace) -> int:
    """Write the three reports and print how it went."""
    try:
        sites = outline.Sites(*(outline.address(named) if named else "" for named in (options.before, options.after)))
        then = base.at(root, options.base)
    except (ValueError, base.Unknown) as error:
        print(error, file=sys.stderr)
        return 1
    catalogue = load(root)
    now = Checked(catalogue, rule_cache.problems(root, catalogue))
    was = Checked(then.catalogue, rule_cache.supposing(root, then.catalogue, ()))
    folder = root / options.out
    own = f"{folder.resolve().relative_to(root.resolve()).as_posix()}/" if folder.resolve().is_relative_to(root.resolve()) else "/"
    others = [path for path in base.others(root, then.commit) if not path.startswith(own)]
    counted = _counted(root, was, now) if options.prints else None
    report = compared.review(was, now, then.commit, options.today, others, counted)
    written = {
        "report.json": report.model_dump_json(indent=1) + "\n",
        "report.md": markdown.written(report, sites),
        "report.html": html.page(report, sites),
    }
    folder.mkdir(parents=True, exist_ok=True)
    disk.write(folder, written)
    print(verdict.summary(report))
    return 0 if report.sound else 1


def _counted(root: Path, was: Checked, now: Checked) -> Collection[PrintChange] | None:
    """The prints that change with their pages; None, with the reason said, where they cannot be set."""
    if was.problems or now.problems:
        print("有问题没改好，打印稿先不排 / nothing is set while there are problems to mend", file=sys.stderr)
        return None
    old, new = sheets.to_set(was.catalogue, now.catalogue)
    try:
        before = press.run(root, old, was.catalogue, delivery.progress())
        return [*sheets.counted(before, press.run(root, new, now.catalogue, delivery.progress()))]
    except (press.Unavailable, press.NotPrinted) as error:
        print(error, file=sys.stderr)
        return None
