"""Two states of the course -> all that is said of the change between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from course.content import citations
from course.content.catalogue import Catalogue
from course.review import addresses, found, languages, pages, sheets, shortened
from course.review.found import Checked
from course.review.harmless import cut
from course.review.model import FORMAT, LONGEST_PATH, MOST, PASSAGES, Due, PrintChange, Review
from course.review.pages import Pair


def review(
    base: Checked,
    now: Checked,
    commit: str,
    today: date,
    others: Collection[str] = (),
    counted: Collection[PrintChange] | None = None,
) -> Review:
    """The report of a change: from the course as it was at that commit to the course as it is.

    ``others`` are files that changed and are no content; ``counted`` are the prints that change where they were set.
    """
    room = shortened.Room()
    pairs = pages.pairs(base.catalogue, now.catalogue)
    changed = [pair for pair in pairs if pair.changed]
    printed = sheets.made_of_changed(changed, now.catalogue) if counted is None else counted
    return Review(
        format=FORMAT,
        base=commit,
        today=today.isoformat(),
        in_all=len(now.catalogue.pages),
        pages=room.of(pages.changes(pairs, now.catalogue), MOST["pages"]),
        files=room.of(pages.files(base.catalogue, now.catalogue), MOST["files"]),
        others=room.of([cut(path, LONGEST_PATH) for path in sorted(others, key=_weight)], MOST["others"]),
        addresses=room.of(addresses.new(base.catalogue, now.catalogue), MOST["addresses"]),
        problems=room.of(found.problems(base, now), MOST["problems"]),
        behind=room.of([*languages.behind(pairs)], MOST["behind"]),
        figures=room.of([*languages.figures(pairs)], MOST["figures"]),
        plans=room.of([*sheets.plans(base.catalogue, now.catalogue)], MOST["plans"]),
        prints=room.of([*printed], MOST["prints"]),
        counted=counted is not None,
        due=room.of([*_due(changed, now.catalogue, today)], MOST["due"]),
        left_out=room.left_out,
    )


_RUN = (".github/", ".gitlab-ci.yml", ".ci/", "hooks/", "tools/", "overrides/", "Makefile", "mkdocs", "requirements", "company.yml")
"""How the files begin that run, or that decide what runs."""


def _weight(path: str) -> tuple[bool, str]:
    """What runs comes first, so that no heap of other files hides it."""
    return not path.startswith(_RUN), path


def _due(changed: Iterable[Pair], now: Catalogue, today: date) -> Iterator[Due]:
    """References that are to be read again by today, and that changed pages lean on."""
    leaning: dict[str, list[Pair]] = {}
    for pair in changed:
        for id in sorted(citations.of(pair.now)) if pair.now else ():
            leaning.setdefault(id, []).append(pair)
    for row in citations.due(now, today.isoformat()):
        if row.id in leaning:
            names = [shortened.name(pair.page) for pair in leaning[row.id]]
            yield Due(id=row.id, title=shortened.text(row.title), due=row.due, pages=tuple(names[:PASSAGES]))
