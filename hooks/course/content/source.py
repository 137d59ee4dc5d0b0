"""A file as read: its data, its body, and the line of each value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from course.syntax.tree import Tree, parse

Key = tuple[str | int, ...]
"""Where a value is: names and positions, from the outermost."""


@dataclass(frozen=True)
class Source:
    """A page or a table."""

    path: str
    data: Any
    lines: Mapping[Key, int]
    body: str = ""
    """As it is written, with the comments in it."""
    body_line: int = 1
    text: str = ""
    """The whole file."""

    @cached_property
    def tree(self) -> Tree:
        """What is on which line of the body, without comments."""
        return parse(self.body)

    @cached_property
    def values(self) -> tuple[tuple[Key, str], ...]:
        """Every value of the data as text, with its place. Fingerprints of translations are left out."""
        return tuple(_values(self.data, ()))

    @property
    def shown(self) -> list[str]:
        """The lines of the whole file, without the comments of its body."""
        return [*self.text.split("\n")[: self.body_line - 1], *self.tree.lines]

    def line(self, *key: str | int) -> int:
        """Line of the value at that key, or of the nearest key above it that has one."""
        while key:
            if key in self.lines:
                return self.lines[key]
            key = key[:-1]
        return 1


def _values(data: Any, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(data, dict | list):
        for name, value in data.items() if isinstance(data, dict) else enumerate(data):
            if name != "translated":
                yield from _values(value, (*key, name if isinstance(name, int) else str(name)))
    elif data is not None:
        yield key, str(data)
