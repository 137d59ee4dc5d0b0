"""The reader's way through the course: every chapter and its cases in teaching order, and at the end of each part a page that closes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """The whole way, part by part; a page that several chapters teach is there once, and a part without chapters not at all."""
    found: list[tuple[PartRow, list[Stop]]] = []
    seen: set[str] = set()
    for part in catalogue.programme.parts:
        own = {page.path: _stop(page, part, lang) for page in catalogue.pages_in(part) if page.path not in seen}
        seen |= own.keys()
        if own:
            end = Stop("", end_of(part), say("part_end", lang, part.id), say("closing", lang), CLOSING, part.id)
            found.append((part, [*own.values(), end]))
    return found


def _stop(page: Chapter | Case, part: PartRow, lang: Lang) -> Stop:
    minutes = page.front.minutes
    total = minutes if isinstance(minutes, int) else minutes.total
    return Stop(page.code, page.path, page.title(lang), say(page.kind.name, lang), total, part.id)


def pager(catalogue: Catalogue, lang: Lang, path: str) -> str:
    """What comes next on the way, what it is and how long it takes, and a small link back; nothing for a page off the way."""
    way = [stop for _, stops in by_part(catalogue, lang) for stop in stops]
    at = next((at for at, stop in enumerate(way) if stop.path == path), None)
    if at is None:
        return ""
    back, on = way[at - 1] if at else None, way[at + 1] if at + 1 < len(way) else None
    lines = [
        _link(path, on, f"{say('next', lang)} · {on.kind} · {say('minutes', lang, on.minutes)}", "next") if on else "",
        _link(path, back, say("previous", lang), "previous") if back else "",
    ]
    label = f'aria-label="{say("previous", lang)} / {say("next", lang)}"'
    return markdown.block("nav", " ".join(filter(None, lines)), "pager", attributes=label)


def _link(path: str, stop: Stop, small: str, name: str) -> str:
    return markdown.link(path, stop.path, f"<small>{small}</small> {stop.name}", f"pager__{name}", names.colour_of(stop.part))


def place(chapter: Chapter, catalogue: Catalogue, lang: Lang) -> str:
    """Which of the chapters of its part this is; nothing where the course table lacks the part."""
    part = catalogue.part_of(chapter)
    if part is None:
        return ""
    codes: Sequence[str] = [other.code for other in catalogue.chapters_in(part)]
    return say("place_in_part", lang, codes.index(chapter.code) + 1, len(codes))
