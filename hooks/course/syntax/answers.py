"""Questions of a case and their answers: a numbered list, and below third-level headings ``### 1. words`` with the same numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.syntax.outline import unfenced

_QUESTION = re.compile(r"(\d{1,2})\.[ \t]+(\S.*)")
_ANSWER = re.compile(r"###[ \t]+(\d{1,2})\.[ \t]+(\S.*?)[ \t]*$")


@dataclass(frozen=True)
class Numbered:
    """A question or an answer with its number. ``title`` is the question, or what the answer says in short; ``text`` is what comes after it."""

    number: int
    title: str
    text: str
    line: int
    """1-based line of its number within the text it was found in."""


def questions(text: str) -> list[Numbered]:
    """The entries of the numbered list of a section, each with what is written below it until the next."""
    return _cut(text, _QUESTION)


def answers(text: str) -> list[Numbered]:
    """The numbered third-level headings of a section, each with what it holds."""
    return _cut(text, _ANSWER)


def before(text: str) -> str:
    """What a section says before its first answer."""
    found = answers(text)
    return "\n".join(text.split("\n")[: found[0].line - 1]).strip() if found else text.strip()


def _cut(text: str, pattern: re.Pattern[str]) -> list[Numbered]:
    lines = text.split("\n")
    heads = [(number, match) for number, line in unfenced(text) if (match := pattern.fullmatch(line))]
    ends = [*(number - 1 for number, _ in heads[1:]), len(lines)]
    return [
        Numbered(int(match[1]), match[2], "\n".join(lines[number:end]).strip("\n"), number)
        for (number, match), end in zip(heads, ends, strict=False)
    ]
