"""The problems of a course, told as what came with a change and what was there before, under the heading each belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.review import shortened
from course.review.harmless import cut
from course.review.model import LONGEST_PATH, Found, Told
from course.rules import e308_addresses, e310_chinese_typography, e318_allowed, e319_drawings, e330_balanced, e331_quizzes, explained
from course.site.pages import paths

HEADINGS: Mapping[str, Told] = {
    "E010": "hostile",  # A link, a pipe or a device: it may lead to what is not the project's.
    e318_allowed.CODE: "hostile",
    e319_drawings.CODE: "hostile",
    e308_addresses.CODE: "address",
    e330_balanced.CODE: "quiz",
    e331_quizzes.CODE: "quiz",
}
_TURNS = re.compile(r"U\+(?:061C|200[EF]|202[A-E]|206[6-9])\b")
"""Characters that turn the direction of writing, so that a line reads other than it is."""


@dataclass(frozen=True)
class Checked:
    """A course and everything that is wrong with it."""

    catalogue: Catalogue
    problems: Sequence[Problem]


def problems(base: Checked, now: Checked) -> list[Found]:
    """What is wrong now, in order of heading and place: what came with this change first, then what was there before."""
    new = _new(base, now)
    told = [_told(problem, problem in new) for problem in now.problems]
    told += [_told(problem, True) for problem in _deleted(base.catalogue, now.catalogue, {problem.zh for problem in now.problems})]
    order: tuple[Told, ...] = ("hostile", "other", "address", "quiz")
    return sorted(told, key=lambda one: (not one.new, order.index(one.told)))


def _told(problem: Problem, new: bool) -> Found:
    mend = explained.mend(problem)
    return Found(
        path=cut(problem.path, LONGEST_PATH),
        line=problem.line,
        code=problem.code,
        message=shortened.both(problem.zh, problem.en),
        mend=shortened.text(mend) if mend else None,
        new=new,
        told=_heading(problem),
    )


def _heading(problem: Problem) -> Told:
    turned = problem.code == e310_chinese_typography.CODE and _TURNS.search(problem.en)
    return "hostile" if turned else HEADINGS.get(problem.code, "other")


def _new(base: Checked, now: Checked) -> set[Problem]:
    """The problems that were not there before: not the same of the same line, nor else the same anywhere in the same file."""
    before, after = list(base.problems), list(now.problems)
    old, new = _lines(base.catalogue), _lines(now.catalogue)
    for by_line in (True, False):
        known: dict[tuple[str, ...], list[Problem]] = defaultdict(list)
        for problem in before:
            known[_key(problem, old(problem) if by_line else "")].append(problem)
        after = [problem for problem in after if not _taken(known, _key(problem, new(problem) if by_line else ""))]
        before = [problem for left in known.values() for problem in left]
    return set(after)


def _key(problem: Problem, line: str) -> tuple[str, ...]:
    return problem.path, problem.code, problem.zh, line


def _taken(known: dict[tuple[str, ...], list[Problem]], key: tuple[str, ...]) -> bool:
    """Whether there is one of these left; it is taken then."""
    return bool(known[key] and known[key].pop())


def _lines(course: Catalogue) -> Callable[[Problem], str]:
    """What a problem's line says, as far as its file could be read."""
    sources = [*(side for page in course.pages.values() for side in page.sides.values()), *course.tables.values()]
    texts = {source.path: source.text.split("\n") for source in sources}

    def line(problem: Problem) -> str:
        text = texts.get(problem.path, [])
        return text[problem.line - 1].strip() if problem.line <= len(text) else ""

    return line


def _deleted(base: Catalogue, now: Catalogue, told: set[str]) -> Iterator[Problem]:
    """Published pages that are gone together with the row that says they were published, so that no rule misses them."""
    source = now.tables.get("addresses")
    if source is None:
        return
    kept = {*now.pages, *paths(now), *(row.path for row in now.addresses.published), *(row.old for row in now.addresses.moved)}
    for row in base.addresses.published:
        if row.path not in kept and not any(row.path in message for message in told):
            zh = f"{row.path} 发布过，页面没有了，published: 里它那一行也删了；那一行应放回来，再在 moved: 下面写它搬去了哪里"
            en = (
                f"{row.path} was published and is gone, and so is its row below `published:`; expected that row back, and one below `moved:` "
                "that says where it went"
            )
            yield Problem(source.path, source.line("published"), e308_addresses.CODE, zh, en)
