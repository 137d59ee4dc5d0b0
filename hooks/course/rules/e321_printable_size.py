"""What is inside what, rows of a table, brackets of a paragraph: within what the site and the prints can set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.rules.bodies import Pages, problem, sides
from course.syntax.inline import without_code
from course.syntax.nodes import Numbered

CODE = "E321"
WHY = (
    "列表套了几十层、表格有上千行，网页和打印稿会卡住，或者排不出来；读的人也早就跟不上了。"
    "/ Lists dozens deep and tables of a thousand rows stall the site and the prints, or cannot be set; no reader follows them either."
)

DEPTH = 6
"""Lists and quotations in one another; elements and emphasis in one another. The prints take three times as many."""
ROWS = 300
BRACKETS = 200
"""In a paragraph: what looks for their ends takes the cube of their number."""

_LEAD = re.compile(r"[ \t]*+((?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*+)*+)")
_MARK = re.compile(r">|[-*+](?=[ \t]|$)|\d[.)]")
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*+)([^<>]*+)>")
_EMPHASIS = re.compile(r"(?<=(\S))?(\*++|_++)(?=(\S))?")
_EMPTY = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "wbr", "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"}
)
"""Elements with nothing in them."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """The first line of each run of lines that is past a limit."""
    for _, _, source in sides(catalogue, pages):
        for number, zh, en in _past(source.tree.prose):
            yield problem(source, number, CODE, zh, en)


def _past(lines: Iterable[Numbered]) -> Iterator[tuple[int, str, str]]:
    rows = brackets = elements = 0
    emphasis: list[str] = []
    deep = False
    before = 0
    for number, line in lines:
        row = line.lstrip().startswith("|")
        if not line.strip() or number != before + 1:
            rows = brackets = 0
            emphasis = []
        brackets = 0 if row else brackets
        before = number
        rows = rows + 1 if row else 0
        if rows == ROWS + 3:  # The head and the line under it are not counted.
            yield number, f"表格超过 {ROWS} 行，应分成几个表", f"the table has more than {ROWS} rows, expected several tables"
        words = without_code(line)
        brackets, had = brackets + words.count("[") + words.count("<"), brackets
        if brackets > BRACKETS >= had:
            zh, en = (
                f"一段里的 [ 和 < 超过 {BRACKETS} 个，应分成几段",
                f"more than {BRACKETS} `[` and `<` in a paragraph, expected several paragraphs",
            )
            yield number, zh, en
        elements, most = _elements(words, elements)
        levels = max(_levels(line), most, _emphasised(words, emphasis))
        if levels > DEPTH and not deep:
            zh, en = f"一层套一层到了 {levels} 层，应不超过 {DEPTH} 层", f"{levels} levels inside one another, expected at most {DEPTH}"
            yield number, zh, en
        deep = levels > DEPTH


def _levels(line: str) -> int:
    """How many lists and quotations a line is in at most: a level is four blanks of indent, or a mark."""
    lead = _LEAD.match(line)
    marks = len(_MARK.findall(lead[1])) if lead else 0
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    return indent // 4 + marks if marks else 0


def _emphasised(words: str, marks: list[str]) -> int:
    """How many marks of emphasis are open at once at most; ``marks`` are those open before the line, and then after it."""
    most = len(marks)
    for found in _EMPHASIS.finditer(words):
        before, mark, after = found[1] or "", found[2], found[3] or ""
        if mark[0] == "_" and before.isalnum() and after.isalnum():
            continue  # Within a word, such as a name of a file.
        if before and mark in marks:
            del marks[marks.index(mark) :]
        elif after and len(marks) <= DEPTH:
            marks.append(mark)
        most = max(most, len(marks))
    return most


def _elements(words: str, open_: int) -> tuple[int, int]:
    """How many elements are open after a line, where that many were before it, and at most within it."""
    most = open_
    for end, name, rest in _TAG.findall(words):
        if name.lower() in _EMPTY or rest.endswith("/"):
            continue
        open_ = max(0, open_ - 1) if end else open_ + 1
        most = max(most, open_)
    return open_, most
