"""The courses tests are made on, and short ways to change the smallest and to see what the checks say of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from course.content.catalogue import AnyPage, Catalogue, Page
from course.content.kinds import KINDS, Kind
from course.content.problem import Problem
from course.content.reading import load
from course.content.source import Source
from course.language.lang import Lang
from course.render.inline import Scope
from course.rules import rule_cache

ROOT = Path(__file__).parents[1]
MINIMAL = ROOT / "tests" / "minimal"
"""The smallest course without a problem: one page of each kind in both languages, one row in each table."""
SAMPLE = ROOT / "tests" / "sample"
"""The first part of the real course as it once was, kept for tests that need pages of full length. Its editors never touch it."""
DAY = "2026-11-30"
"""The day it is in every test that names no other."""

CHANGE = tuple[str, str]
Tree = Callable[..., Path]
"""What the fixture ``tree`` gives."""
Once = Callable[[str, Callable[[Path], object]], Path]
"""What the fixture ``once`` gives."""


def epoch(day: str) -> str:
    """A day as the environment names it."""
    return str(int(datetime.fromisoformat(f"{day}T12:00+00:00").timestamp()))


def original(path: str) -> str:
    """A file of the minimal course."""
    return (MINIMAL / path).read_text(encoding="utf-8")


def edited(path: str, *changes: CHANGE) -> dict[str, str]:
    """That file with each ``old`` replaced by its ``new``, as a change for the ``tree`` fixture."""
    text = original(path)
    for old, new in changes:
        assert old in text, f"{path} does not hold {old!r}"
        text = text.replace(old, new, 1)
    return {path: text}


def line_of(root: Path, path: str, words: str) -> int:
    """1-based number of the first line of a file that holds those words."""
    lines = (root / path).read_text(encoding="utf-8-sig").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def problems(root: Path) -> list[Problem]:
    """Everything that is wrong with the course under that root. As on an editor's machine, only what is not of the minimal course is looked at."""
    return rule_cache.check(load(root), known(MINIMAL))[0]


@cache
def known(root: Path) -> rule_cache.Known:
    """What an editor's machine remembers of the course under that root, so that a check looks only at what was changed since."""
    return rule_cache.check(load(root), {})[1]


def kind(name: str) -> Kind:
    """The kind of page of that name."""
    return next(kind for kind in KINDS if kind.name == name)


def page(zh: str, en: str | None = None, name: str = "page", translated: dict[str, str] | None = None) -> AnyPage:
    """A page of that kind made of bodies alone."""
    found = kind(name)
    sides: dict[Lang, Source] = {"zh": Source("docs/zh/x.md", {}, {}, zh, 5)}
    words: dict[Lang, Any] = {"zh": found.front.model_construct(title="标题", summary="一句话")}
    if en is not None:
        sides["en"] = Source("docs/en/x.md", {}, {}, en, 5)
        words["en"] = found.english.model_construct(title="Title", summary="A sentence", translated=translated or {})
    return Page(found, "x.md", words["zh"], words, sides)


def taught(course: Catalogue) -> list[AnyPage]:
    """Its chapters and cases."""
    return [*course.chapters.values(), *course.cases.values()]


def scope(lang: Lang = "zh", path: str = "cases/meter.md") -> Scope:
    """A place in the minimal course to finish text in."""
    return Scope(minimal(), lang, path)


def minimal() -> Catalogue:
    """The minimal course, read."""
    return load(MINIMAL)


@cache
def sample() -> Catalogue:
    """The kept sample, read once."""
    return load(SAMPLE)
