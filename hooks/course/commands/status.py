"""say what of the English is missing or behind, what changed in the Chinese since, which references wait to be cited or are soon to be read again, and which pictograms to be drawn"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from course.commands.checked import checked
from course.content import citations, company
from course.render import pictograms
from course.rules import UNFINISHED
from course.translation import history, report

AHEAD = 90
"""Days before a reference falls due when it is first told."""
MOST = 4
"""Places named where a reference is used."""


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Print it."""
    catalogue = checked(root, UNFINISHED)
    print("\n".join(report.report(history.remembered(root, catalogue))))
    if uncited := citations.uncited(catalogue):
        print(f"{len(uncited)} 条依据还没有哪一页引用 / references not cited yet: {' '.join(row.id for row in uncited)}")
    citing, places = citations.pages_citing(catalogue), citations.places(catalogue)
    for row in citations.due(catalogue, (date.fromisoformat(catalogue.today) + timedelta(days=AHEAD)).isoformat()):
        when = "到期了，该再看一次 / fell due, look again" if row.due <= catalogue.today else "以前要再查一遍 / to be read again by then"
        pages = " ".join(["", "·", *(page.code or page.path for page in citing[row.id])]) if row.id in citing else ""
        print(f"{row.id} {row.due} {when}: {row.title.zh} / {row.title.en}{pages}")
        print(_few(places.get(row.id, [])), end="")
    if catalogue.overlay.source and (waiting := company.to_confirm(catalogue.own, catalogue.company)):
        names = " ".join(row.id for row in waiting)
        print(f"{len(waiting)} 项待本单位确认，写进 {company.FILE} / to be confirmed by your company in {company.FILE}: {names}")
    if missing := pictograms.missing(catalogue.choices):
        print(f"{len(missing)} 个渠道或事由还没有图标 / without a pictogram: {' '.join(missing)}")
    return 0


def _few(places: Sequence[str]) -> str:
    """A line with the first place in each page or table, in the Chinese one where both have it, of so many; and how many places there are."""
    first: dict[str, str] = {}
    for place in places:
        first.setdefault(place.rpartition(":")[0].replace("/en/", "/zh/"), place)
    shown = [*first.values()][:MOST]
    more = f" … 共 {len(places)} 处 / {len(places)} in all" if len(shown) < len(places) else ""
    return f"    {' '.join(shown)}{more}\n" if shown else ""
