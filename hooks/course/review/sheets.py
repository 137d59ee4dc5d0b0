"""The minutes and the paper a change costs: session plans that are over now, and prints that are other than they were."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from course.content.catalogue import AnyPage, Catalogue
from course.language.lang import LANGS, Lang
from course.prints import press
from course.prints.press import Made
from course.review import shortened
from course.review.model import PlanOver, PrintChange
from course.review.pages import Pair
from course.sessions.agenda import too_long, total
from course.sessions.printables import PHRASES, Print, prints

Pressed = Mapping[Print, Made]
"""Prints that were set."""


def plans(base: Catalogue, now: Catalogue) -> Iterator[PlanOver]:
    """The session plans that take longer than they did and longer than their target."""
    before = {plan.id: total(plan, base) for plan in base.plans if _whole(plan.id, base)}
    for plan in now.plans:
        if not _whole(plan.id, now):
            continue  # E201 tells of what is missing.
        taken, was = total(plan, now), before.get(plan.id)
        if taken > max(plan.target, was or 0):
            yield PlanOver(
                id=plan.id,
                title=shortened.text(plan.title),
                before=was,
                after=taken,
                target=plan.target,
                allowed=not too_long(plan, now),
            )


def _whole(id: str, course: Catalogue) -> bool:
    """Whether every chapter and case of the plan is there."""
    items = (item for plan in course.plans if plan.id == id for item in plan.items)
    return all(item.page in {"", *course.chapters, *course.cases} for item in items)


def made_of_changed(pairs: Collection[Pair], now: Catalogue) -> Iterator[PrintChange]:
    """The prints made of pages that changed, the whole book among them; how much of them changes is known only when they are set."""
    if now.course is None:
        return
    course = replace(now, plans=tuple(plan for plan in now.plans if _whole(plan.id, now)))
    for lang in LANGS:
        paths = {pair.page.path for pair in pairs if _on_paper(pair.was, lang) != _on_paper(pair.now, lang)}
        for one in prints(course, lang) if paths else ():
            if one.subject != PHRASES and not paths.isdisjoint(press.made_of(one, course)):
                yield PrintChange(subject=one.subject, kind=one.kind, lang=lang)


def _on_paper(page: AnyPage | None, lang: Lang) -> tuple[object, ...]:
    """What of a page may be on its prints in that language: its words, and its facts, which are in the Chinese file only."""
    if page is None or lang not in page.sides:
        return ()
    source, words = page.sides[lang], set(page.kind.words.model_fields)
    own = {name: value for name, value in source.data.items() if name in words}
    return source.tree.lines, own, page.front.model_dump(exclude=words)


def to_set(base: Catalogue, now: Catalogue) -> tuple[list[Print], list[Print]]:
    """The prints, as they were and as they are, that may differ by what they are made of. Expects two courses without a problem."""
    old, new = (press.fingerprints([one for lang in LANGS for one in prints(course, lang)], course) for course in (base, now))
    same = {*old.values()} & {*new.values()}
    return [one for one, mark in old.items() if mark not in same], [one for one, mark in new.items() if mark not in same]


def counted(before: Pressed, after: Pressed) -> Iterator[PrintChange]:
    """Those of the prints that do differ, each with its pages before and now; 0 where there is none."""
    old, new = ({(one.lang, one.path): made for one, made in pressed.items()} for pressed in (before, after))
    for one in {(one.lang, one.path): one for one in (*before, *after)}.values():
        was, now = (side.get((one.lang, one.path)) for side in (old, new))
        if not (was and now and was.file == now.file):
            pages = [made.pages if made else 0 for made in (was, now)]
            yield PrintChange(subject=one.subject, kind=one.kind, lang=one.lang, before=pages[0], after=pages[1])
