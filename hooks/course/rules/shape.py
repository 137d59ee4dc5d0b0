"""The shape of a page: what of each section can be counted and pointed at in any language, with line numbers; no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.content import headings
from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax import inline
from course.syntax.dialogue import Dialogue
from course.syntax.nodes import Container, Heading, List, Node, Table, View
from course.syntax.quiz import Quiz
from course.syntax.tree import Tree

PICTURE = "![…]"
"""The text of a mark that is a picture: its words differ between the languages."""

Piece = List | Table | Dialogue | Quiz | Container | View


@dataclass(frozen=True)
class Place:
    """Where something is: 1-based line within the body, and the name of the container it is in, or nothing."""

    line: int
    within: str


@dataclass(frozen=True)
class Mark(Place):
    """A mark inside a line, as written: ``[R13]``, ``[[P04]]`` (without words of its own), ``PICTURE`` for any picture."""

    text: str


@dataclass(frozen=True)
class Section:
    """A second-level section, or, where ``heading`` is None, what is before the first."""

    heading: Heading | None
    line: int
    places: tuple[Place, ...]
    """Its lines that are not empty, its heading among them."""
    pieces: tuple[Piece, ...]
    """Its containers, each followed by the pieces in it."""
    marks: tuple[Mark, ...]

    @property
    def id(self) -> str:
        """Id of its heading, empty where it has none; ``intro`` before the first."""
        return self.heading.id if self.heading else "intro"

    @property
    def last(self) -> int:
        """Its last line that is not empty."""
        return self.places[-1].line if self.places else self.line


def sections(tree: Tree, kind: Kind, lang: Lang) -> list[Section]:
    """The shape of every section of a body in order, the intro first, even where it is empty."""
    found = []
    for part in headings.parts(tree, kind, lang):
        nodes = (part.heading, *part.nodes) if part.heading else part.nodes
        places = (place for node in nodes for place in _places(node))
        marks = (mark for node in nodes for leaf in _leaves(node) for mark in _marks(leaf))
        found.append(
            Section(part.heading, part.line, tuple(places), tuple(piece for node in nodes for piece in _pieces(node)), tuple(marks))
        )
    return found


def _pieces(node: Node) -> Iterator[Piece]:
    if isinstance(node, Piece):
        yield node
    if isinstance(node, Container):
        for inner in node.nodes:
            yield from _pieces(inner)


def _leaves(node: Node) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, Container) else (node,)


def _places(node: Node) -> Iterator[Place]:
    """Every line that is not empty; the edges of a container count as inside it."""
    within = node.name if isinstance(node, Container) else node.within
    return (Place(number, within) for number, line in node.numbered if line.strip())


def _marks(leaf: Node) -> Iterator[Mark]:
    for number, line in leaf.read:
        if "[" in line:
            for mark in inline.marks(line):
                yield Mark(number, leaf.within, f"[[{mark.id}]]" if mark.kind == "page" else f"[{mark.id}]")
            for _ in range(inline.pictures(line)):
                yield Mark(number, leaf.within, PICTURE)
