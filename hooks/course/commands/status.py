"""say what of the English is missing or behind, what changed in the Chinese since, which references wait to be cited or are soon to be read again, and which pictograms to be drawn"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date, timedelta
from pathlib import Path

from course.commands.checked import checked
from course.content import citations
from course.render import pictograms
from course.rules import UNFINISHED
from course.translation import history, report

AHEAD = 90
"""Days before a reference falls due when it is first told."""


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Print it."""
    catalogue = checked(root, UNFINISHED)
    citing = citations.pages_citing(catalogue)
    print("\n".join(report.report(history.remembered(root, catalogue))))
    if uncited := citations.uncited(catalogue):
        print(f"{len(uncited)} 条依据还没有哪一页引用 / references not cited yet: {' '.join(row.id for row in uncited)}")
    for row in citations.due(catalogue, (date.today() + timedelta(days=AHEAD)).isoformat()):
        places = " ".join(page.code or page.path for page in citing.get(row.id, []))
        print(f"{row.id} {row.due} 以前要再查一遍 / to be read again by then: {row.title.zh} / {row.title.en} · {places}")
    if missing := pictograms.missing(catalogue.choices):
        print(f"{len(missing)} 个渠道或事由还没有图标 / without a pictogram: {' '.join(missing)}")
    return 0
