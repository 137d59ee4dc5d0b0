"""The kept set of mistakes: rows of ``tests/planted``, planted in copies of the real content to see what the checks say.

A row says what an editor did wrong, the code that must tell of it, and the edit. The problem must stand on the first line the
edit changed, unless ``at`` gives another: a number, or words of that line. Mistakes in different pages are planted into one copy,
because one check reads the whole course; a row whose mistake is felt in other pages has ``alone``.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, StringConstraints, TypeAdapter

from course.model import Frozen
from course.problem import Problem
from course.reading import load
from course.rules import RULES, check

ROOT = Path(__file__).parents[1]
TABLES = Path(__file__).parent / "planted"

Code = Annotated[str, StringConstraints(pattern=r"^E\d{3}$")]


class Edit(Frozen):
    """What is done to one file. First it is written or taken from another, then its words change, then it is saved or moved."""

    where: str = Field(alias="in")
    like: str = ""
    """File it becomes a copy of."""
    write: str | None = None
    """All it says from now on."""
    find: str = ""
    """Words that stand in it exactly once, replaced by ``put``."""
    put: str = ""
    add: str = ""
    """What comes after its last line."""
    times: int = 1
    """How often that comes."""
    save: Literal["", "gb18030", "utf-16", "cp1252"] = ""
    """The encoding, where it is not UTF-8."""
    to: str = ""
    """Its new name."""
    gone: bool = False


class Row(Edit):
    """One mistake."""

    slip: str
    """What the editor did: the name of the row."""
    code: Code
    file: str = ""
    """Where the problem must stand, if not in the file that was edited."""
    at: int | str = ""
    felt: tuple[str, ...] = ()
    """Other pages that tell of it."""
    also: dict[Code, str] = {}
    """Other codes this mistake rightly brings, and why; the row's own code if it is told in a second place, too."""
    alone: str = ""
    """Why nothing else may be wrong in the copy."""
    missed: str = ""
    """Why no rule tells of it yet. It counts as not caught, and fails once a rule does."""
    more: tuple[Edit, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        return (self, *self.more)

    @property
    def told_in(self) -> str:
        return self.file or self.to or self.where

    @property
    def pages(self) -> frozenset[str]:
        """What it may be felt in: each page or figure it touches, whatever the language."""
        paths = (path for edit in self.edits for path in (edit.where, edit.like, edit.to) if path)
        return frozenset(page(path) for path in (*paths, self.told_in, *self.felt))

    def explains(self, problem: Problem, line: int) -> bool:
        """Whether a problem is this mistake, or one that comes with it."""
        return self.is_told(problem, line) or problem.code in self.also

    def is_told(self, problem: Problem, line: int) -> bool:
        return (problem.code, problem.path, problem.line) == (self.code, self.told_in, line)


def page(path: str) -> str:
    """What a file is part of: both languages of a page, the drawing and the words of a figure."""
    return re.sub(r"^docs/(zh|en)/", "", path) if path.endswith(".md") else path.rsplit(".", 1)[0]


def rows() -> list[Row]:
    """Every mistake there is a rule for, in order of file."""
    known = {rule.CODE for rule in RULES}
    found = [row for file in sorted(TABLES.glob("*.yml")) for row in _table(file)]
    return [row for row in found if row.code in known or row.code < "E2"]


def _table(file: Path) -> list[Row]:
    return TypeAdapter(list[Row]).validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))


def plant(row: Row, root: Path) -> int:
    """Make the mistake in a copy of the content; the line where it must be told."""
    told = root / row.told_in
    before = told.read_text(encoding="utf-8").split("\n") if told.is_file() else []
    for edit in row.edits:
        _apply(edit, root)
    if isinstance(row.at, int):
        return row.at
    if not told.is_file():
        return 1
    after = told.read_text(encoding=row.save or "utf-8").split("\n")
    if row.at:
        lines = [number for number, line in enumerate(after, start=1) if row.at in line]
        assert len(lines) == 1, f"{row.slip}: {row.at!r} stands on {len(lines)} lines of {row.told_in}"
        return lines[0]
    pairs = enumerate(zip(after, before, strict=False), start=1)
    return next((number for number, (new, old) in pairs if new != old), min(len(before), len(after)) + 1 if before else 1)


def _apply(edit: Edit, root: Path) -> None:
    file = root / edit.where
    if edit.gone:
        file.unlink()
        return
    text = edit.write if edit.write is not None else (root / (edit.like or edit.where)).read_text(encoding="utf-8")
    if edit.find:
        assert text.count(edit.find) == 1, f"{edit.find!r} stands {text.count(edit.find)} times in {edit.where}"
        text = text.replace(edit.find, edit.put)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((text + edit.add * edit.times).encode(edit.save or "utf-8"))
    if edit.to:
        file.rename(root / edit.to)


def batches(planted: Sequence[Row]) -> list[list[Row]]:
    """The rows in as few lots as can be, so that no two of a lot touch the same page.

    What keeps a page from being read may silence a rule about another, so such mistakes are among themselves.
    """
    lots: list[tuple[set[str], list[Row]]] = []
    for row in planted:
        for pages, lot in lots:
            alike = (row.code < "E2") == (lot[0].code < "E2")
            if alike and not row.alone and not lot[0].alone and not pages & row.pages:
                pages |= row.pages
                lot.append(row)
                break
        else:
            lots.append((set(row.pages), [row]))
    return [lot for _, lot in lots]


def run(lot: Sequence[Row]) -> tuple[dict[str, int], list[Problem]]:
    """Plant these mistakes in one copy, read and check it: the line of each by its slip, and everything told."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "docs", root / "docs")
        lines = {row.slip: plant(row, root) for row in lot}
        return lines, check(load(root))


@cache
def results(alone: bool = False) -> dict[str, tuple[int, list[Problem]]]:
    """For each slip its line and what was told in its pages. With ``alone``, each in a copy of its own, which takes minutes."""
    planted = rows()
    found: dict[str, tuple[int, list[Problem]]] = {}
    for lot in [[row] for row in planted] if alone else batches(planted):
        lines, problems = run(lot)
        for row in lot:
            own = problems if len(lot) == 1 else [problem for problem in problems if page(problem.path) in row.pages]
            found[row.slip] = lines[row.slip], own
        owned = {problem for row in lot for problem in found[row.slip][1]}
        assert owned == set(problems), [str(problem) for problem in set(problems) - owned]
    return found


def caught(row: Row, alone: bool = False) -> bool:
    """Whether it is told at its file and line."""
    line, problems = results(alone)[row.slip]
    return any(row.is_told(problem, line) for problem in problems)


def unexplained(row: Row, alone: bool = False) -> Iterator[Problem]:
    """What is told of its pages beyond the mistake."""
    line, problems = results(alone)[row.slip]
    yield from (problem for problem in problems if not row.explains(problem, line))
