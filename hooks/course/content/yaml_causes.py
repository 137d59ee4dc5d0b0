"""Broken YAML -> what people most likely did, in words for somebody who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Cause:
    """A typing mistake, its line counted from zero, and how to mend it."""

    line: int
    zh: str
    en: str


Stops = Callable[[str], int | None]
"""Text -> the line from zero on which it cannot be read any further, -1 where that cannot be told; None if all of it can."""

_CAUSES = (
    (r"^\s*[A-Za-z0-9_-]+：", "冒号要用半角，后面空一格", "expected a half-width colon and a space after it"),
    (r"^ *\t", "行首不能用制表符（Tab），请用空格", "expected spaces instead of a tab"),
    (r"^\s*[\w-]+:[^\s]", "冒号后面要空一格", "expected a space after the colon"),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{[^\"'#]*[^\"'#\s]\s+#",
        "“ #”和后面的字会被当成注释丢掉，请在整句外面加一对 ' '",
        "` #` and what follows is dropped as a note, expected ' ' round the whole value",
    ),
    (
        r"^(?![A-Za-z0-9_-]+:)[^-#?:\s\[{\"'&*|>%@`][^:]*$",
        "上一行的话没写完就换了行，请接到上一行末尾",
        "a line break inside a value, expected this line joined to the one above",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?[｛【](?=.*[:：,，])",
        "括号要用半角：{ } 和 [ ]",
        "expected half-width brackets, { } and [ ]",
    ),
    (
        r"^\s*[\w-]+: +\[(?=[^,，]+[,，])[A-Za-z0-9_\s,，.\"'-]*[】］]?\s*$",
        "列表要用半角的 ] 结束，如 [a, b]",
        "the list is not closed, expected a half-width ] as in [a, b]",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{(?:.*[\"\]}]\s*，|[^\"]*，\s*[\w-]+: )",
        "两项之间的逗号要用半角",
        "expected a half-width comma between two entries",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{(?:.*, )?[\w-]+: \"[^\"]*\"[^\s,}]",
        "半角引号不成对，句子里的引号请用“ ”",
        "the quotes do not pair, expected curly ones inside the sentence",
    ),
    (
        r"^\s*(?:- |[\w-]+: +)[%@`&*!|>\[{](?:[^\]}]*|[^\]}]*[\]}]\s*[^\s\]},#].*)$",
        "这一句以特殊符号开头，请在整句外面加一对 ' '",
        "the value starts with a sign of YAML's own, expected ' ' round the whole of it",
    ),
    (
        r"^\s*(?:- [\w-]+: +|- (?![\w-]+: )|[\w-]+: +)[^\"'\[{].*?: ",
        "句子里有半角冒号，请在整句外面加一对 ' '",
        "the value holds a colon, expected ' ' round the whole of it",
    ),
    (
        r"^\s*(?:- |[\w-]+: +)\"(?:[^\"]*|[^\"]*\"\s*[^\"\s,}#].*)$",
        "半角引号不成对，句子里的引号请用“ ”",
        "the quotes do not pair, expected curly ones inside the sentence",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{[^\"\\]*(?:\"[^\"\\]*\"[^\"\\]*)*\"[^\"\\]*$",
        "半角引号不成对，每段话前后各要一个",
        "the quotes do not pair, expected one before and one after each text",
    ),
)
"""Mistakes people make, by what the line looks like: what YAML says of them helps nobody who does not know YAML."""

_NEAR = 50
"""How many lines above the place where YAML gives up its cause is looked for."""

_ENTRY = re.compile(r" *(?:- )?[\w-]+:(?: |$)| *- ")


def likely_cause(text: str, at: int, stops: Stops) -> Cause | None:
    """The usual cause, on that line or one above, without which the text can be read beyond the line where it could not before."""
    lines = text.split("\n")
    for number in range(at, max(at - _NEAR, -1), -1):
        cause = next((cause for cause in _CAUSES if re.match(cause[0], lines[number])), None)
        if cause and _is_better(_with(lines, number, ""), at, stops):
            return Cause(number, cause[1], cause[2])
    ends = [(number, stops(moved)) for number, moved in _moved(lines, at)]
    further = [number for number, end in ends if end is None] + [
        number for number, end in ends if end is not None and end > max(at, number)
    ]
    if not further:
        return None
    zh, en = "行首的空格数不对，同一组的几行要对齐", "uneven indents, expected the lines of one group to begin in the same column"
    return Cause(further[0], zh, en)


def _moved(lines: list[str], at: int) -> Iterator[tuple[int, str]]:
    """Each line near the place, the nearest first, and the text in which it begins in the column of a line beside it."""
    near = [number for number in range(max(at - 3, 0), min(at + 3, len(lines))) if _ENTRY.match(lines[number])]
    indents = sorted({len(lines[number]) - len(lines[number].lstrip(" ")) for number in near})
    for number in sorted(near, key=lambda number: abs(number - at)):
        for indent in indents:
            line = " " * indent + lines[number].lstrip(" ")
            if line != lines[number]:
                yield number, _with(lines, number, line)


def _with(lines: list[str], number: int, line: str) -> str:
    """The text with another line in that place."""
    return "\n".join([*lines[:number], line, *lines[number + 1 :]])


def _is_better(text: str, at: int, stops: Stops) -> bool:
    """Whether a text can be read beyond that line."""
    end = stops(text)
    return end is None or end > at
