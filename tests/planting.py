"""The kept set of mistakes: rows of ``tests/planted``, planted in copies of the kept sample to see what the checks say.

A row says what an editor did wrong, the code that must tell of it, and the edit. The problem must stand on the first line the
edit changed, unless ``at`` gives another: a number, or words of that line. Mistakes in different pages are planted into one copy,
because one check reads the whole course; a row whose mistake is felt in other pages has ``alone``.

The rows hang on words of the kept sample (``tests/sample``), which no editor changes, so that every one of them can be planted for ever.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, StringConstraints, TypeAdapter

from course.content.model import Frozen
from course.content.problem import Problem
from course.content.reading import load
from course.rules import RULES, rule_cache
from course.translation.report import report
from small import SAMPLE, known

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
    down: int = 0
    """How many lines below those words it is told instead."""
    felt: tuple[str, ...] = ()
    """Other pages that tell of it."""
    also: dict[Code, str] = {}
    """Other codes this mistake rightly brings, and why; the row's own code if it is told in a second place, too."""
    alone: str = ""
    """Why nothing else may be wrong in the copy."""
    missed: str = ""
    """Why no rule tells of it yet. It counts as not caught, and fails once a rule does."""
    behind: bool = False
    """No rule tells of it, for nothing is wrong but that the English is behind: ``make status`` names the passage."""
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


class Misplaced(Exception):
    """The sample does not have the words a row hangs on."""


@cache
def rows() -> tuple[Row, ...]:
    """Every mistake there is a rule for, in order of file."""
    known = {rule.CODE for rule in RULES}
    found = [row for file in sorted(TABLES.glob("*.yml")) for row in _table(file)]
    return tuple(row for row in found if row.code in known or row.code < "E2")


def _table(file: Path) -> list[Row]:
    return TypeAdapter(list[Row]).validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))


Files = dict[str, bytes | None]
"""What files become, by path; None for one that is deleted."""


def edited(row: Row, root: Path) -> tuple[Files, int]:
    """What the mistake makes of the files below a root, none of them written yet, and the line where it must be told. Raises Misplaced."""
    files: Files = {}
    for edit in row.edits:
        _apply(edit, files, root)
    return files, _line(row, files, root)


def plant(row: Row, root: Path) -> int:
    """Make the mistake in a copy of the content; the line where it must be told."""
    files, line = edited(row, root)
    for path, content in files.items():
        file = root / path
        if content is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return line


def _apply(edit: Edit, files: Files, root: Path) -> None:
    if edit.gone or edit.to:
        _read(edit.where, files, root)  # It must be there.
        files[edit.where] = None
    if edit.gone:
        return
    text = edit.write if edit.write is not None else _read(edit.like or edit.where, files if edit.like or not edit.to else {}, root)
    if edit.find:
        if text.count(edit.find) != 1:
            raise Misplaced(f"{edit.find!r} stands {text.count(edit.find)} times in {edit.where}")
        text = text.replace(edit.find, edit.put)
    files[edit.to or edit.where] = (text + edit.add * edit.times).encode(edit.save or "utf-8")


def _read(path: str, files: Files, root: Path) -> str:
    """The text of a file as it is by now."""
    content = files[path] if path in files else (root / path).read_bytes() if (root / path).is_file() else None
    if content is None:
        raise Misplaced(f"there is no {path}")
    return content.decode("utf-8")


def _line(row: Row, files: Files, root: Path) -> int:
    """Where the mistake must be told."""
    if isinstance(row.at, int):
        return row.at
    before = (root / row.told_in).read_text(encoding="utf-8").split("\n") if (root / row.told_in).is_file() else []
    content = files.get(row.told_in, "\n".join(before).encode())
    if content is None:
        return 1
    after = content.decode(row.save if row.save and row.told_in in files else "utf-8").split("\n")
    if row.at:
        lines = [number for number, line in enumerate(after, start=1) if row.at in line]
        if len(lines) != 1:
            raise Misplaced(f"{row.at!r} stands on {len(lines)} lines of {row.told_in}")
        return lines[0] + row.down
    pairs = enumerate(zip(after, before, strict=False), start=1)
    return next((number for number, (new, old) in pairs if new != old), min(len(before), len(after)) + 1 if before else 1)


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


@dataclass(frozen=True)
class Told:
    """What is told of a row's pages."""

    line: int
    """Where the row must be told."""
    problems: list[Problem]
    status: str
    """What ``make status`` prints."""


def run(lot: Sequence[Row]) -> tuple[dict[str, int], list[Problem], str]:
    """Plant these mistakes in one copy, read and check it: the line of each by its slip, everything told, and the status."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(SAMPLE / "docs", root / "docs")
        lines = {row.slip: plant(row, root) for row in lot}
        course = load(root)
        return lines, rule_cache.check(course, known(SAMPLE))[0], "\n".join(report(course))


@cache
def lots() -> dict[str, tuple[str, ...]]:
    """Slip of each row -> the slips of its lot."""
    found = [tuple(row.slip for row in lot) for lot in batches(rows())]
    return {slip: lot for lot in found for slip in lot}


Planted = Literal["together", "alone"]
"""Whether a row is planted with its lot or in a copy of its own, which takes minutes for all rows."""


def result(row: Row, planted: Planted = "together") -> Told:
    """What was told in its pages."""
    return _results((row.slip,) if planted == "alone" else lots()[row.slip])[row.slip]


@cache
def _results(slips: tuple[str, ...]) -> dict[str, Told]:
    """What was told of those rows, planted together. All of it must be of a page one of them touches."""
    lot = [row for row in rows() if row.slip in slips]
    lines, problems, status = run(lot)
    told = {row.slip: [problem for problem in problems if len(lot) == 1 or page(problem.path) in row.pages] for row in lot}
    strange = set(problems) - {problem for own in told.values() for problem in own}
    assert not strange, [str(problem) for problem in strange]
    return {slip: Told(lines[slip], own, status) for slip, own in told.items()}


def caught(row: Row, planted: Planted = "together") -> bool:
    """Whether it is told at its file and line: by the check, or where the English is behind, by the status."""
    told = result(row, planted)
    if row.behind:
        return f"  {row.told_in}:{told.line}: " in told.status
    return any(row.is_told(problem, told.line) for problem in told.problems)


def unexplained(row: Row, planted: Planted = "together") -> Iterator[Problem]:
    """What is told of its pages beyond the mistake."""
    told = result(row, planted)
    yield from (problem for problem in told.problems if not row.explains(problem, told.line))
