"""The shape of a page: what of each section can be counted and pointed at in any language, with line numbers; no words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from course.content import headings
from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax import branching, dialogue, quiz
from course.syntax.blocks import Block, scan
from course.syntax.marks import marks
from course.syntax.outline import Heading, unfenced

_ENTRY = re.compile(r"^ {0,3}(?:(?P<number>\d+\.)|[*+-]) +(?P<box>\[[ xX]\])?")
_OPTION = re.compile(r"^\s*[-*]\s*\[[ xX]\]")
_BOUNDARY = re.compile(r"^#{1,6}(?!#)|^ {0,3}([-*_])( *\1){2,} *$")
_RULED = re.compile(r"^ {0,3}\|? *:?-+:? *(\| *:?-+:? *)*\|? *$")
_CODE_SPAN = re.compile(r"`+[^`]*`+")
_PICTURE = re.compile(r"!\[[^\]]*\]\(")

PICTURE = "![…]"
"""The text of a mark that is a picture: its words differ between the languages."""


@dataclass(frozen=True)
class Place:
    """Where something stands: 1-based line within the body, and the name of the container it is in, or nothing."""

    line: int
    within: str


@dataclass(frozen=True)
class List(Place):
    """A list; ``entries`` counts those of its first level."""

    kind: Literal["ordered", "bulleted", "checklist"]
    entries: int


@dataclass(frozen=True)
class Table(Place):
    """A table; ``rows`` counts those under its head."""

    rows: int
    columns: int


@dataclass(frozen=True)
class Dialogue(Place):
    """A dialogue; ``sound`` says whether every line of it could be read."""

    turns: tuple[dialogue.Turn, ...]
    sound: bool


@dataclass(frozen=True)
class Talk(Dialogue):
    """A talk that branches; of each option its line, its scene and the scene it leads to."""

    routes: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Quiz(Place):
    """A question; of each option whether it is right and on which line it stands. ``sound`` as for a dialogue."""

    right: tuple[bool, ...]
    lines: tuple[int, ...]
    sound: bool


@dataclass(frozen=True)
class Container(Place):
    """The opening of a ``:::`` block; what it holds follows, with its name in ``within``."""

    name: str


@dataclass(frozen=True)
class View(Place):
    """A ``{{ name: argument }}`` line, such as a figure."""

    name: str
    argument: str


Piece = List | Table | Dialogue | Quiz | Container | View


@dataclass(frozen=True)
class Mark(Place):
    """A mark inside a line, as written: ``[R13]``, ``[[P04]]`` (without words of its own), ``PICTURE`` for any picture."""

    text: str


@dataclass(frozen=True)
class Section:
    """A second-level section, or, where ``heading`` is None, what stands before the first."""

    heading: Heading | None
    line: int
    places: tuple[Place, ...]
    """Its lines that are not empty, its heading among them."""
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]

    @property
    def id(self) -> str:
        """Id of its heading, empty where it has none; ``intro`` before the first."""
        return self.heading.id if self.heading else "intro"

    @property
    def last(self) -> int:
        """Its last line that is not empty."""
        return self.places[-1].line if self.places else self.line


def sections(body: str, kind: Kind, lang: Lang) -> list[Section]:
    """The shape of every section of a body in order, the intro first, even where it is empty."""
    found, places = list(_found(body)), _places(body)
    end = body.count("\n") + 2
    heads = [heading for heading in headings.of(body, kind, lang) if heading.level == 2]
    starts = [1, *(heading.line for heading in heads)]
    cut = []
    for heading, start, stop in zip([None, *heads], starts, [*starts[1:], end], strict=True):
        own = [thing for thing in found if start <= thing.line < stop]
        pieces = tuple(thing for thing in own if not isinstance(thing, Mark))
        own_marks = tuple(thing for thing in own if isinstance(thing, Mark))
        cut.append(Section(heading, start, tuple(place for place in places if start <= place.line < stop), pieces, own_marks))
    return cut


def _places(body: str) -> list[Place]:
    """Every line that is not empty; the edges of a container count as inside it."""
    containers = [block for block in scan(body)[0] if block.kind == "container"]
    names = {number: block.name for block in containers for number in range(block.line - 1, block.numbers.stop + 1)}
    return [Place(number, names.get(number, "")) for number, line in enumerate(body.split("\n"), start=1) if line.strip()]


def _found(body: str, first: int = 1, within: str = "") -> Iterator[Piece | Mark]:
    """Pieces in order and the marks among them, of a body or of what a container holds."""
    for block in scan(body, first)[0]:
        if block.kind == "container":
            yield Container(block.line - 1, within, block.name)
            yield from _found(block.text, block.line, block.name)
        elif block.kind == "view":
            yield View(block.line, within, block.name, block.title)
        elif block.kind == "fence":
            yield (
                _quiz(block, within) if block.name == "quiz" else _talk(block, within) if block.name == "try" else _dialogue(block, within)
            )
            yield from _marks(zip(block.numbers, block.lines, strict=True), within)
        else:
            shown = [(block.line + number - 1, line) for number, line in unfenced(block.text)]
            yield from _text(shown, within)
            yield from _marks(shown, within)


def _marks(lines: Iterable[tuple[int, str]], within: str) -> Iterator[Mark]:
    for number, line in lines:
        if "[" not in line:
            continue
        for kind, id in marks(line):
            yield Mark(number, within, f"[[{id}]]" if kind == "code" else f"[{id}]")
        for _ in _PICTURE.findall(_CODE_SPAN.sub("", line)):
            yield Mark(number, within, PICTURE)


def _dialogue(block: Block, within: str) -> Dialogue:
    turns, mistakes = dialogue.parse(block.lines, block.line)
    return Dialogue(block.line - 1, within, tuple(turns), not mistakes)


def _talk(block: Block, within: str) -> Talk:
    turns = branching.turns(block.lines, block.line)
    talk, mistakes = branching.parse(block.lines, block.line)
    scenes = talk.scenes.values() if talk else ()
    routes = tuple((option.turn.line, scene.number, option.to) for scene in scenes for option in scene.options)
    return Talk(block.line - 1, within, tuple(turns), not mistakes, routes)


def _quiz(block: Block, within: str) -> Quiz:
    question, mistakes = quiz.parse(block.lines, block.line)
    right = tuple(option.right for option in question.options) if question else ()
    lines = tuple(number for number, line in zip(block.numbers, block.lines, strict=True) if _OPTION.match(line))
    return Quiz(block.line - 1, within, right, lines, not mistakes and len(lines) == len(right))


def _text(lines: list[tuple[int, str]], within: str) -> Iterator[List | Table]:
    """Lists and tables of plain Markdown, told as our renderer tells them: either begins after an empty line."""
    current: List | None = None
    for group in _groups(lines):
        opens = bool(group) and _ENTRY.match(group[0][1])
        if current and group and not opens and group[0][1].startswith(("    ", "\t")):
            continue  # Belongs to the entry above.
        if not opens:
            if current:
                yield current
            current = None
            if table := _table(group, within):
                yield table
            continue
        for number, line in group:
            if not (entry := _ENTRY.match(line)):
                continue
            if current and bool(entry["number"]) == (current.kind == "ordered"):
                current = List(current.line, within, current.kind, current.entries + 1)
                continue
            if current:
                yield current
            current = List(number, within, "ordered" if entry["number"] else "checklist" if entry["box"] else "bulleted", 1)
    if current:
        yield current


def _groups(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Lines between empty ones; an empty group stands for what ends a list: a heading, a rule across, a fenced block."""
    group: list[tuple[int, str]] = []
    before = lines[0][0] - 1 if lines else 0
    for number, line in lines:
        boundary = bool(_BOUNDARY.match(line))
        if (not line.strip() or boundary or number != before + 1) and group:
            yield group
            group = []
        if boundary or number != before + 1:
            yield []
        if line.strip() and not boundary:
            group.append((number, line))
        before = number
    if group:
        yield group


def _table(group: list[tuple[int, str]], within: str) -> Table | None:
    if len(group) < 2 or "|" not in group[0][1] or not _RULED.match(group[1][1]):
        return None
    columns = cells(group[0][1])
    return Table(group[0][0], within, len(group) - 2, columns) if columns == cells(group[1][1]) else None


def cells(line: str) -> int:
    """How many cells a row of a table has."""
    bare = _CODE_SPAN.sub("", line).replace("\\|", "").strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1
