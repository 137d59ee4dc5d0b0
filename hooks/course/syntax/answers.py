"""Questions of a case and their answers: a numbered list, and below third-level headings ``### 1. words`` with the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course.syntax.nodes import Heading, List, Node, Plain

_NUMBERED = re.compile(r"(\d{1,2})\.[ \t]+(\S.*)")


@dataclass(frozen=True)
class Entry:
    """A question or an answer. ``title`` is the question, or what the answer says in short; ``nodes`` is what comes after it."""

    number: int
    title: str
    nodes: tuple[Node, ...]
    line: int
    """1-based line within the body."""


def questions(nodes: Iterable[Node]) -> list[Entry]:
    """The entries of the numbered lists among those nodes, each with what comes after its list."""
    found: list[Entry] = []
    for node in nodes:
        if isinstance(node, List) and node.kind == "ordered":
            found += _listed(node)
        elif found:
            found[-1] = _with(found[-1], node)
    return found


def answers(nodes: Iterable[Node]) -> list[Entry]:
    """The numbered third-level headings among those nodes, each with what it holds."""
    found: list[Entry] = []
    for node in nodes:
        if number := _number(node):
            found.append(Entry(int(number[1]), number[2].rstrip(), (), node.line))
        elif found:
            found[-1] = _with(found[-1], node)
    return found


def before(nodes: Iterable[Node]) -> Node | None:
    """The first node with words that precedes all answers, if there is one."""
    for node in nodes:
        if _number(node):
            return None
        if type(node) is not Plain:
            return node
    return None


def unasked(nodes: Iterable[Node]) -> Iterator[Node]:
    """What precedes the first question."""
    for node in nodes:
        if isinstance(node, List) and node.kind == "ordered":
            return
        yield node


def _number(node: Node) -> re.Match[str] | None:
    return _NUMBERED.fullmatch(node.title) if isinstance(node, Heading) and node.level == 3 else None


def _listed(node: List) -> Iterator[Entry]:
    """The entries of a list; lines set in belong to the one above."""
    entry: Entry | None = None
    for line, text in node.numbered:
        if match := _NUMBERED.fullmatch(text.rstrip()):
            if entry:
                yield entry
            entry = Entry(int(match[1]), match[2], (), line)
        elif entry and text.strip():
            entry = Entry(entry.number, f"{entry.title} {text.strip()}", (), entry.line)
    if entry:
        yield entry


def _with(entry: Entry, node: Node) -> Entry:
    """The entry with that node at its end; empty lines before the first are nothing of it."""
    return entry if type(node) is Plain and not entry.nodes else Entry(entry.number, entry.title, (*entry.nodes, node), entry.line)
