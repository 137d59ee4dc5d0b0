"""say what a change does to the course, compared with a commit: to review/report.md, .html and .json; exit 1 if anything is wrong"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from course.content.reading import load
from course.files import clock, disk
from course.prints import delivery, press
from course.review import base, compared, html, markdown, outline, sheets, verdict
from course.review.found import Checked
from course.review.model import PrintChange
from course.rules import rule_cache

_ENDINGS = ("json", "md", "html")


def options(parser: ArgumentParser) -> None:
    """What to compare with, where to write, and where the site can be looked at before and after."""
    parser.add_argument("--base", required=True, metavar="REV", help="the commit the change began at, such as origin/main")
    parser.add_argument("--out", type=Path, default=Path("review"), metavar="DIR", help="the folder to write to (review)")
    parser.add_argument("--before", default="", metavar="URL", help="address of the site as it was, to link to")
    parser.add_argument("--after", default="", metavar="URL", help="address of the site with the change")
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day to say what is due on (today)")
    parser.add_argument("--prints", action="store_true", help="set the prints and say by how many pages they change; slow")


def run(root: Path, options: Namespace) -> int:
    """Write the three reports and print how it went."""
    try:
        sites = outline.Sites(*(outline.address(named) if named else "" for named in (options.before, options.after)))
        today = options.today or date.fromisoformat(clock.today())
        then = base.at(root, options.base, today.isoformat())
    except clock.NoDay:
        raise
    except (ValueError, base.Unknown) as error:
        print(error, file=sys.stderr)
        return 1
    catalogue = load(root, today.isoformat())
    now = Checked(catalogue, rule_cache.problems(root, catalogue))
    was = Checked(then.catalogue, rule_cache.supposing(root, then.catalogue, ()))
    place, names = _places(root, options.out)
    others = [path for path in base.others(root, then.commit) if path not in names.values()]
    counted = _counted(root, was, now) if options.prints else None
    report = compared.review(was, now, then.commit, today, others, counted)
    written = {
        "json": report.model_dump_json(indent=1) + "\n",
        "md": markdown.written(report, sites),
        "html": html.page(report, sites),
    }
    disk.write(place, {names[ending]: text for ending, text in written.items()})
    print(verdict.summary(report))
    return 0 if report.sound else 1


def _places(root: Path, out: Path) -> tuple[Path, Mapping[str, str]]:
    """Where the reports go: a folder, and the path of each from there. Inside the project that is the project, on whose paths no link is followed."""
    project, folder = (Path(os.path.normpath(path)) for path in (root.absolute(), root.absolute() / out))
    if folder.is_relative_to(project):
        return root, {ending: (folder.relative_to(project) / f"report.{ending}").as_posix() for ending in _ENDINGS}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk.Unwritten(disk.reason(error)) from error
    return folder, {ending: f"report.{ending}" for ending in _ENDINGS}


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
