"""The shape of a section: what of it can be counted and pointed at in any language, with line numbers; no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.content.headings import Section
from course.syntax import inline
from course.syntax.dialogue import Dialogue
from course.syntax.edges import COMPANY
from course.syntax.nodes import Container, List, Node, Table, View
from course.syntax.quiz import Quiz

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


def places(section: Section) -> list[Place]:
    """The lines of a section that are not empty, its heading among them; the edges of a container count as inside it."""
    return [
        Place(number, node.name if isinstance(node, Container) else node.within)
        for node in _nodes(section)
        for number, line in node.numbered
        if line.strip()
    ]


def last(section: Section) -> int:
    """Its last line that is not empty."""
    found = places(section)
    return found[-1].line if found else section.line


def pieces(section: Section) -> list[Piece]:
    """What can be counted in a section: its containers, each followed by the pieces in it."""
    return [piece for node in section.nodes for piece in _pieces(node)]


def marks(section: Section) -> list[Mark]:
    """The marks of a section, those of its heading among them."""
    return [mark for node in _nodes(section) for leaf in _leaves(node) for mark in _marks(leaf)]


def _nodes(section: Section) -> tuple[Node, ...]:
    return (section.heading, *section.nodes) if section.heading else section.nodes


def _pieces(node: Node) -> Iterator[Piece]:
    if isinstance(node, Piece):
        yield node
    if isinstance(node, Container):
        for inner in node.nodes:
            yield from _pieces(inner)


def _leaves(node: Node) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, Container) else (node,)


def _marks(leaf: Node) -> Iterator[Mark]:
    for number, line in leaf.read:
        if "[" in line:
            for mark in inline.marks(line):
                yield Mark(number, leaf.within, f"[[{mark.id}]]" if mark.kind == "page" else f"[{mark.id}]")
            for _ in range(inline.pictures(line)):
                yield Mark(number, leaf.within, PICTURE)
        if "{{" in line:
            yield from (Mark(number, leaf.within, f"{{{{ company: {found['own']} }}}}") for found in COMPANY.finditer(line))
