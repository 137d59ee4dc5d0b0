"""A body -> its blocks: plain text, ``dialogue``, ``quiz`` and ``try`` fences, ``:::`` containers, ``{{ view }}`` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from course.syntax.outline import Fence, fence

FENCES = ("dialogue", "quiz", "try")
CONTAINERS = ("answer", "trainer", "note", "myth", "compare", "role", "worksheet", "prop")
VIEW = re.compile(r"^\{\{\s*([\w-]+)\s*(?::\s*([\w-]+)\s*)?\}\}\s*$")
_OPEN = re.compile(r"^:{3,}\s*([\w-]+)\s*(.*?)\s*$")
_ALMOST = re.compile(r"\s*(?!`{3})(['‘’\"“”·｀´`]{2,3})\s*(dialogue|quiz|try)\s*$")
"""The first line of one of our fences with characters that only look like three backticks, or with two of them."""
_CLOSE = re.compile(r"^:{3,}\s*$")


@dataclass(frozen=True)
class Block:
    """A stretch of a body."""

    kind: Literal["text", "fence", "container", "view"]
    name: str
    title: str
    lines: tuple[str, ...]
    line: int
    """1-based line, within the body, of the first of ``lines``."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def numbers(self) -> range:
        """Numbers of its lines, within the body."""
        return range(self.line, self.line + len(self.lines))


@dataclass(frozen=True)
class Mistake:
    """Something an author wrote that cannot be read, before it is known in which file."""

    line: int
    zh: str
    en: str


def scan(body: str, first: int = 1) -> tuple[list[Block], list[Mistake]]:
    """The blocks of a body in order, and what is wrong with their edges. ``first`` is the number of its first line."""
    blocks: list[Block] = []
    mistakes: list[Mistake] = []
    lines = body.split("\n")
    plain: list[str] = []
    index = 0

    def flush() -> None:
        if plain:
            blocks.append(Block("text", "", "", tuple(plain), first + index - len(plain)))
            plain.clear()

    while index < len(lines):
        line = lines[index]
        if almost := _ALMOST.match(line):
            zh, en = (
                f"{almost[1]}{almost[2]} 应写成 ```{almost[2]}，三个反引号（英文状态下数字 1 左边的键）",
                f"{almost[1]}{almost[2]}: expected ```{almost[2]}, with three backticks",
            )
            mistakes.append(Mistake(first + index, zh, en))
            line = f"```{almost[2]}"
        if edge := fence(line):
            end = _fence_end(lines, index, edge)
            if end is None:
                mark = f"{edge.mark}{edge.name}"
                zh, en = f"{mark} 没有结束，应有一行 {edge.mark}", f"{mark} is never closed, expected a line {edge.mark}"
                mistakes.append(Mistake(first + index, zh, en))
                end = index if edge.name in FENCES else len(lines)
            elif edge.name in FENCES:
                flush()
                blocks.append(Block("fence", edge.name, "", tuple(lines[index + 1 : end]), first + index + 1))
                index = end + 1
                continue
            plain += lines[index : end + 1]
            index = min(end + 1, len(lines))
        elif opening := _OPEN.match(line):
            end, closed = _container_end(lines, index)
            name = opening[1]
            if name not in CONTAINERS:
                known = "、".join(CONTAINERS)
                mistakes.append(
                    Mistake(
                        first + index,
                        f"不认识 ::: {name}，应是其中之一：{known}",
                        f"unknown block ::: {name}, expected one of: {', '.join(CONTAINERS)}",
                    )
                )
            if not closed:
                mistakes.append(
                    Mistake(first + index, f"::: {name} 没有结束，应有一行 :::", f"::: {name} is never closed, expected a line :::")
                )
            flush()
            blocks.append(Block("container", name, opening[2], tuple(lines[index + 1 : end]), first + index + 1))
            index = end + 1 if closed else end
        elif _CLOSE.match(line):
            mistakes.append(
                Mistake(first + index, "这一行 ::: 前面没有对应的开头", "this ::: closes nothing, expected a ::: with a name before it")
            )
            plain.append(line)
            index += 1
        elif view := VIEW.match(line):
            flush()
            blocks.append(Block("view", view[1], view[2] or "", (), first + index))
            index += 1
        else:
            plain.append(line)
            index += 1
    flush()
    return blocks, mistakes


def _fence_end(lines: list[str], start: int, opening: Fence) -> int | None:
    """Index of the line that closes the fence opened at ``start``; one of ours ends, unclosed, where a heading or another begins."""
    for index in range(start + 1, len(lines)):
        edge = fence(lines[index])
        if edge and edge.closes(opening):
            return index
        if opening.name in FENCES and (lines[index].startswith("## ") or edge and edge.name in FENCES):
            return None
    return None


def _container_end(lines: list[str], start: int) -> tuple[int, bool]:
    """Index of the ``:::`` that closes the container opened at ``start``, fences inside being stepped over; of what ends it, where none does."""
    index = start + 1
    while index < len(lines):
        if edge := fence(lines[index]):
            end = _fence_end(lines, index, edge)
            if end is None and edge.name not in FENCES:
                return len(lines), False
            index = end or index
        elif _CLOSE.match(lines[index]):
            return index, True
        elif _OPEN.match(lines[index]):
            return index, False
        index += 1
    return len(lines), False
