"""A body -> its tree: what is on which line, told once for everybody who wants to know.

Comments are taken out first, wherever they are: what one reader takes for code or a comment another may not. Then fences,
containers and ``{{ }}`` lines part the body, and what is left between them is plain Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from course.syntax import notation
from course.syntax.edges import CLOSES, OPENS, VIEW, Fence, fence
from course.syntax.kinds import CONTAINERS, FENCES
from course.syntax.mistake import Mistake
from course.syntax.nodes import Code, Container, Fenced, Heading, Node, Numbered, View
from course.syntax.notation import Words
from course.syntax.plain import plain_nodes

_ALMOST = re.compile(rf"\s*(?!`{{3}})(['‘’\"“”·｀´`]{{2,3}})\s*({'|'.join(FENCES)})\s*$")
"""The first line of a block of ours with characters that only look like three backticks, or with two of them."""


@dataclass(frozen=True)
class Tree:
    """A body read once. Every line is in one node; those of a container are in its nodes as well, but for its edges."""

    nodes: tuple[Node, ...]
    edges: tuple[Mistake, ...]
    """What is wrong with where blocks begin and end."""
    commented: frozenset[int]
    """Numbers of the lines that hold a comment, or a part of one."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines as they are read, without comments."""
        return tuple(line for node in self.nodes for line in node.lines)

    @property
    def text(self) -> str:
        """The body without comments."""
        return "\n".join(self.lines)

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """Every node that is no container, also those inside containers, in order."""
        return tuple(leaf for node in self.nodes for leaf in (node.nodes if isinstance(node, Container) else (node,)))

    @cached_property
    def containers(self) -> tuple[Container, ...]:
        """Every container, in order."""
        return tuple(node for node in self.nodes if isinstance(node, Container))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading, in order."""
        return tuple(leaf for leaf in self.leaves if isinstance(leaf, Heading))

    @cached_property
    def prose(self) -> tuple[Numbered, ...]:
        """Every line that is read as Markdown: those of dialogues and quizzes are, code and the edges of blocks are not."""
        return tuple(line for leaf in self.leaves for line in leaf.read)

    @cached_property
    def unfenced(self) -> tuple[Numbered, ...]:
        """Every line that does not be in a fenced block and is no edge of one, edges of containers among them."""
        fenced = {number for leaf in self.leaves if isinstance(leaf, Fenced | Code) for number, _ in leaf.numbered}
        return tuple((number, line) for number, line in enumerate(self.lines, start=1) if number not in fenced)

    @cached_property
    def words(self) -> tuple[tuple[int, Words], ...]:
        """Number and words of every line that holds any: of prose, of dialogues and quizzes, of the openings of containers."""
        openings = ((block.line, block.lines[0], False) for block in self.containers)
        read = ((number, line, isinstance(leaf, Fenced) and leaf.spoken) for leaf in self.leaves for number, line in leaf.read)
        return tuple((number, notation.words(line, spoken)) for number, line, spoken in sorted((*openings, *read)) if line)

    @property
    def torn(self) -> bool:
        """Whether an edge of a block is wrong: what comes after cannot be told then, and E204 says so."""
        return bool(self.edges)


def parse(body: str) -> Tree:
    """The tree of any text."""
    lines, commented = _uncommented(body)
    edges: list[Mistake] = []
    return Tree(tuple(_parsed(lines, 0, len(lines), "", edges)), tuple(edges), frozenset(commented))


def _uncommented(body: str) -> tuple[list[str], set[int]]:
    """The lines of a body without its HTML comments, and the numbers of those they stood on; one that is not closed is none.

    What blanks a comment leaves at the end of a line go with it, because two of them would break the line.
    """
    kept, at = [], 0
    commented: set[int] = set()
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start + 4)) >= 0:
        height, first = body.count("\n", start, end), body.count("\n", 0, start) + 1
        kept += [body[at:start], "\n" * height]
        commented |= {*range(first, first + height + 1)}
        at = end + 3
    lines = "".join([*kept, body[at:]]).split("\n")
    return [line.rstrip() if number in commented else line for number, line in enumerate(lines, start=1)], commented


def _parsed(lines: Sequence[str], start: int, stop: int, within: str, edges: list[Mistake]) -> Iterator[Node]:
    """The nodes of those lines; what is wrong with their edges is added to the list."""
    begun = at = start
    while at < stop:
        node = _block(lines, at, stop, within, edges)
        if node:
            yield from plain_nodes(lines[begun:at], begun + 1, within)
            yield node
            begun = at = node.last
        else:
            at += 1
    yield from plain_nodes(lines[begun:stop], begun + 1, within)


def _block(lines: Sequence[str], at: int, stop: int, within: str, edges: list[Mistake]) -> Node | None:
    """The fenced block, container or view that begins on a line, if any does."""
    line = lines[at]
    if almost := _ALMOST.match(line):
        zh, en = (
            f"{almost[1]}{almost[2]} 应写成 ```{almost[2]}，三个反引号（英文状态下数字 1 左边的键）",
            f"{almost[1]}{almost[2]}: expected ```{almost[2]}, with three backticks",
        )
        edges.append(Mistake(at + 1, zh, en))
        line = f"```{almost[2]}"
    if edge := fence(line):
        return _fenced(lines, at, stop, edge, within, edges)
    if opening := OPENS.match(line):
        return _container(lines, at, stop, opening[1], opening[2], edges)
    if view := VIEW.match(line):
        return View(at + 1, (line,), within, view[1], view[2] or "")
    if CLOSES.match(line):
        edges.append(Mistake(at + 1, "这一行 ::: 前面没有对应的开头", "this ::: closes nothing, expected a ::: with a name before it"))
    return None


def _fenced(lines: Sequence[str], at: int, stop: int, edge: Fence, within: str, edges: list[Mistake]) -> Node:
    end, closed = _fence_end(lines, at, stop, edge)
    held = tuple(lines[at : end + closed])
    if not closed:
        mark = f"{edge.mark}{edge.name}"
        edges.append(Mistake(at + 1, f"{mark} 没有结束，应有一行 {edge.mark}", f"{mark} is never closed, expected a line {edge.mark}"))
    if closed and edge.name in FENCES:
        return FENCES[edge.name](at + 1, held, within)
    return Code(at + 1, held, within, edge.mark, edge.name, closed)


def _container(lines: Sequence[str], at: int, stop: int, name: str, title: str, edges: list[Mistake]) -> Node:
    end, closed = _container_end(lines, at, stop)
    if name not in CONTAINERS:
        zh, en = (
            f"不认识 ::: {name}，应是其中之一：{'、'.join(CONTAINERS)}",
            f"unknown block ::: {name}, expected one of: {', '.join(CONTAINERS)}",
        )
        edges.append(Mistake(at + 1, zh, en))
    if not closed:
        edges.append(Mistake(at + 1, f"::: {name} 没有结束，应有一行 :::", f"::: {name} is never closed, expected a line :::"))
    inside = tuple(_parsed(lines, at + 1, end, name, edges))
    return Container(at + 1, tuple(lines[at : end + closed]), "", name, title, closed, inside)


def _fence_end(lines: Sequence[str], start: int, stop: int, opening: Fence) -> tuple[int, bool]:
    """Index of the line that closes the fence opened at ``start``; of what ends it where none does: of ours, a heading or another."""
    for at in range(start + 1, stop):
        edge = fence(lines[at])
        if edge and edge.closes(opening):
            return at, True
        if opening.name in FENCES and (lines[at].startswith("## ") or edge and edge.name in FENCES):
            return at, False
    return stop, False


def _container_end(lines: Sequence[str], start: int, stop: int) -> tuple[int, bool]:
    """Index of the ``:::`` that closes the container opened at ``start``, fences inside being stepped over; of what ends it, where none does."""
    at = start + 1
    while at < stop:
        if edge := fence(lines[at]):
            end, closed = _fence_end(lines, at, stop, edge)
            if not closed and edge.name not in FENCES:
                return stop, False
            at = end if closed else at
        elif CLOSES.match(lines[at]):
            return at, True
        elif OPENS.match(lines[at]):
            return at, False
        at += 1
    return stop, False
