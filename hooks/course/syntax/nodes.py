"""What a body is made of: nodes, each with its lines. Together they hold every line of a body once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from course.syntax.mistake import Mistake

ListKind = Literal["ordered", "bulleted", "checklist"]
Numbered = tuple[int, str]
"""1-based number and text of a line of a body."""


@dataclass(frozen=True)
class Node:
    """A stretch of a body."""

    line: int
    """1-based line within the body of the first of ``lines``."""
    lines: tuple[str, ...] = field(repr=False)
    """As they are read, edges among them: comments are taken out."""
    within: str
    """Name of the container it is in, or nothing."""

    @property
    def last(self) -> int:
        """Its last line."""
        return self.line + len(self.lines) - 1

    @property
    def text(self) -> str:
        """All its lines."""
        return "\n".join(self.lines)

    @property
    def numbered(self) -> Iterator[Numbered]:
        """All its lines with their numbers."""
        return enumerate(self.lines, start=self.line)

    @property
    def read(self) -> Iterator[Numbered]:
        """The lines that are read as Markdown, with their numbers; edges are not."""
        return self.numbered


@dataclass(frozen=True)
class Plain(Node):
    """What is Markdown alone; by itself empty lines, and what is left of lines that hold a comment and nothing else."""


@dataclass(frozen=True)
class Heading(Plain):
    """A heading. ``id`` is empty where its author gives none."""

    level: int
    title: str
    """Its words, without the id."""
    id: str


@dataclass(frozen=True)
class Prose(Plain):
    """A paragraph, a quotation, a rule across."""


@dataclass(frozen=True)
class List(Plain):
    """A list with all that belongs to its entries; ``entries`` counts those of its first level."""

    kind: ListKind
    entries: int


@dataclass(frozen=True)
class Table(Plain):
    """A table; ``rows`` counts those under its head."""

    rows: int
    columns: int


@dataclass(frozen=True)
class Code(Node):
    """A fenced block that shows what was typed; or one that cannot be read as what its name says."""

    mark: str
    """What it is fenced with."""
    name: str
    """What is behind that."""
    closed: bool

    @property
    def inside(self) -> tuple[str, ...]:
        """Its lines without its edges."""
        return self.lines[1:-1] if self.closed else self.lines[1:]

    @property
    def read(self) -> Iterator[Numbered]:
        """Nothing of it is Markdown."""
        return iter(())


@dataclass(frozen=True)
class Fenced(Node):
    """A fenced block of a kind of ours: the base of those in ``kinds.FENCES``."""

    spoken: ClassVar[bool] = False
    """Whether its lines begin with who speaks."""

    @property
    def read(self) -> Iterator[Numbered]:
        """The lines between its edges."""
        return enumerate(self.lines[1:-1], start=self.line + 1)

    @property
    def words(self) -> Iterator[Numbered]:
        """What a reader is shown of its lines, without their marks."""
        raise NotImplementedError

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What of it cannot be read."""
        raise NotImplementedError

    @property
    def sound(self) -> bool:
        """Whether all of it can be read."""
        return not self.mistakes


@dataclass(frozen=True)
class View(Node):
    """A ``{{ name: argument }}`` line, such as a figure."""

    name: str
    argument: str

    @property
    def read(self) -> Iterator[Numbered]:
        """Nothing of it is Markdown."""
        return iter(())


@dataclass(frozen=True)
class Container(Node):
    """A ``:::`` block."""

    name: str
    title: str
    closed: bool
    nodes: tuple[Node, ...]

    @property
    def inside(self) -> str:
        """Its text without its edges."""
        return "\n".join(self.lines[1:-1] if self.closed else self.lines[1:])
