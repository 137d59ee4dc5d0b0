"""The headings and sections of a body, as its kind of page names them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import dropwhile

from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax.nodes import Heading, Node, Plain
from course.syntax.tree import Tree


@dataclass(frozen=True)
class Section:
    """A second-level section, or, where ``heading`` is None, what is before the first."""

    heading: Heading | None
    line: int
    """1-based line within the body of its heading; 1 before the first."""
    lines: tuple[str, ...]
    """The lines under its heading."""
    nodes: tuple[Node, ...]
    """What is on them, without empty lines around it."""

    @property
    def id(self) -> str:
        """Id of its heading, empty where it has none; ``intro`` before the first."""
        return self.heading.id if self.heading else "intro"

    @property
    def text(self) -> str:
        """Its lines, without empty ones around them."""
        return "\n".join(self.lines).strip("\n")


def of(tree: Tree, kind: Kind, lang: Lang) -> list[Heading]:
    """All headings in order; one of the second level whose words the kind fixes gets its id from there, unless its author gives one."""
    fixed = {section[lang]: section.id for section in kind.sections}
    return [
        replace(heading, id=fixed[heading.title]) if heading.level == 2 and not heading.id and heading.title in fixed else heading
        for heading in tree.headings
    ]


def parts(tree: Tree, kind: Kind, lang: Lang) -> list[Section]:
    """The body cut at its second-level headings."""
    heads = [heading for heading in of(tree, kind, lang) if heading.level == 2 and not heading.within]
    starts = [0, *(heading.line for heading in heads)]
    ends = [*(heading.line - 1 for heading in heads), len(tree.lines)]
    found = []
    for heading, start, end in zip([None, *heads], starts, ends, strict=True):
        nodes = tuple(node for node in tree.nodes if start < node.line <= end)
        found.append(Section(heading, max(start, 1), tree.lines[start:end], _trimmed(nodes)))
    return found


def sections(tree: Tree, kind: Kind, lang: Lang) -> dict[str, str]:
    """Text of each second-level section by id (``intro`` for what is before the first); empty ones are left out."""
    return {section.id: section.text for section in parts(tree, kind, lang) if section.text.strip()}


def _trimmed(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Nodes without the empty ones they begin and end with."""
    rest = tuple(dropwhile(_is_empty, nodes))
    return tuple(reversed(tuple(dropwhile(_is_empty, reversed(rest)))))


def _is_empty(node: Node) -> bool:
    return type(node) is Plain
