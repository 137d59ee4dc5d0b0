"""Lines that look like a heading to an author or to the builder, but are none to the course: no id, no section of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.syntax.edges import fence
from course.syntax.tree import Tree

_HEADING = re.compile(r"#{1,6}\s+\S")
_EMPTY = re.compile(r"#+\s*(?:\{[^{}]*\}\s*)?#*$")
_SET_IN = re.compile(r" {1,3}#{2,6}\s+\S")
_FULL_WIDTH = re.compile(r"\s*(?:#+＃|＃+#|＃＃|＃\s)[#＃]*\s*\S")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
"""Under a single line of text this makes a heading of it."""
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_ITEM = re.compile(r"\s{0,3}(?:[-*+>]|\d+[.)])")


def false_headings(tree: Tree) -> Iterator[tuple[int, str, str]]:
    """1-based line of each, and what to say of it in both languages."""
    lines = tree.lines
    for number, line in tree.unfenced:
        if said := _mark(line):
            yield number, *said
        elif _UNDERLINE.match(line) and number > 1 and _alone(lines, number):
            yield (
                number,
                f"“{line.strip()}”紧跟在一行字下面，那行字会变成标题；应在中间空一行，要标题就写“## 标题”",
                f"`{line.strip()}` right under a line of text makes a heading of it, expected an empty line between, or `## ` before a heading",
            )


def _mark(line: str) -> tuple[str, str] | None:
    """What is wrong with a line that starts with a heading's sign."""
    if "#" not in line[:4] and "＃" not in line:
        return None
    if _FULL_WIDTH.match(line):
        return "标题的 # 要用半角，后面空一格：## 标题", "expected half-width # and a space before the words of a heading: ## Heading"
    if _SET_IN.match(line):
        return (
            "标题前面有空格，不会成为标题，应从行首写起",
            "a heading that is set in is shown as plain text, expected it at the start of the line",
        )
    if line.startswith("#") and _EMPTY.fullmatch(line):
        return "标题没有字，应写上标题，或删去这一行", "the heading has no words, expected some, or the line deleted"
    if line.startswith("#") and not _HEADING.match(line):
        sign = line[: len(line) - len(line.lstrip("#"))]
        return (
            f"行首的“{sign}”会变成标题，标题应写成“## 标题”，# 后面空一格；不是标题的，行首不写 #",
            f"`{sign}` at the start of a line makes a heading, expected `## Heading` with a space after #, or no # where none is meant",
        )
    return None


def _alone(lines: Sequence[str], number: int) -> bool:
    """Whether what is above that line is a single line of text: the first of its paragraph, or an item of a list or a quotation.

    Below an item three strokes are a rule all the same.
    """
    above, before = lines[number - 2], lines[number - 3] if number > 2 else ""
    starts = _ITEM.match(above) and not lines[number - 1].startswith("---")
    if _RULE.match(above):
        return not _is_text(before)
    return _is_text(above) and bool(starts or not _is_text(before))


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("#", ":::", "{{", "    ")) and not fence(line) and not _RULE.match(line)
