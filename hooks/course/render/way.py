"""The reader's way through the course: every chapter and its cases in teaching order, and at the end of each part a page that closes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from course.content.catalogue import Case, Catalogue, Chapter
from course.content.tables import PartRow
from course.language.lang import Lang
from course.render import markdown, names
from course.render.wording import say

CLOSING = 8
"""Minutes for the questions at the end of a part."""


@dataclass(frozen=True)
class Stop:
    """A page on the way; the one that closes a part has no code."""

    code: str
    path: str
    title: str
    kind: str
    """What it is, in words."""
    minutes: int
    """How long it takes a reader."""
    part: int
    """Number of the part it belongs to."""

    @property
    def name(self) -> str:
        """Code and title, as Markdown."""
        return f"{self.code} {markdown.escape(self.title)}".strip()


def end_of(part: PartRow) -> str:
    """Path of the page that closes a part."""
    return f"chapters/part-{part.id}.md"


def by_part(catalogue: Catalogue, lang: Lang) -> list[tuple[PartRow, list[Stop]]]:
    """The whole way, part by part; a part without chapters is not on it."""
    return [
        (part, [_stop(part, page, lang) for _, page in stops])
        for part, stops in ((part, list(group)) for part, group in groupby(catalogue.way, key=itemgetter(0)))
    ]


def pager(catalogue: Catalogue, lang: Lang, place: str | int) -> str:
    """What comes next on the way, what it is and how long it takes, and a small link back; nothing for a page off the way.

    ``place`` is the path of a chapter or a case, or the number of a part for the page that closes it.
    """
    at = catalogue.places_on_way.get(place)
    if at is None:
        return ""
    here, *around = (_stop(*catalogue.way[to], lang) if 0 <= to < len(catalogue.way) else None for to in (at, at - 1, at + 1))
    assert here
    back, on = around
    lines = [
        _link(here, on, f"{say('next', lang)} · {on.kind} · {say('minutes', lang, on.minutes)}", "next") if on else "",
        _link(here, back, say("previous", lang), "previous") if back else "",
    ]
    label = f'aria-label="{say("previous", lang)} / {say("next", lang)}"'
    return markdown.block("nav", " ".join(filter(None, lines)), "pager", attributes=label)


def _stop(part: PartRow, page: Chapter | Case | None, lang: Lang) -> Stop:
    if page is None:
        return Stop("", end_of(part), say("part_end", lang, part.id), say("closing", lang), CLOSING, part.id)
    minutes = page.front.minutes
    total = minutes if isinstance(minutes, int) else minutes.total
    return Stop(page.code, page.path, page.title(lang), say(page.kind.name, lang), total, part.id)


def _link(here: Stop, stop: Stop, small: str, name: str) -> str:
    return markdown.link(here.path, stop.path, f"<small>{small}</small> {stop.name}", f"pager__{name}", names.colour_of(stop.part))


def place(chapter: Chapter, catalogue: Catalogue, lang: Lang) -> str:
    """Which of the chapters of its part this is; nothing where the course table lacks the part."""
    part = catalogue.part_of(chapter)
    if part is None:
        return ""
    codes: Sequence[str] = [other.code for other in catalogue.chapters_in(part)]
    return say("place_in_part", lang, codes.index(chapter.code) + 1, len(codes))
