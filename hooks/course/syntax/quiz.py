"""The ``quiz`` fence: a question, then ``- [x]`` or ``- [ ]`` options, each with ``> `` feedback."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from course.syntax.blocks import Mistake
from course.syntax.joined import together

_OPTION = re.compile(r"^[-*]\s*\[( |x|X)\]\s*(.+)$")
_FEEDBACK = re.compile(r"^\s*>\s?(.*)$")


@dataclass(frozen=True)
class Option:
    """An answer to choose, and why it is right or wrong."""

    right: bool
    words: str
    feedback: str


@dataclass(frozen=True)
class Question:
    """What is asked, and the answers to choose from."""

    words: str
    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.right for option in self.options) > 1


def parse(lines: Sequence[str], first: int = 1) -> tuple[Question | None, list[Mistake]]:
    """The question, and what is wrong with it; None where nothing can be made of it."""
    mistakes: list[Mistake] = []
    words: list[str] = []
    options: list[list[str]] = []
    for number, line in enumerate(lines, start=first):
        if option := _OPTION.match(line.strip()):
            options.append([option[1].strip().lower(), option[2].strip(), "", str(number)])
        elif (feedback := _FEEDBACK.match(line)) and options:
            options[-1][2] = together(options[-1][2], feedback[1].rstrip())
        elif line.strip() and options:
            mistakes.append(
                Mistake(number, "看不懂这一行，选项写 - [ ]，反馈写 >", "cannot read this line, expected an option `- [ ]` or feedback `>`")
            )
        elif line.strip():
            words.append(line.strip())
    for _, _, why, at in options:
        if not why:
            mistakes.append(
                Mistake(int(at), "这个选项没有反馈，应在下一行写 > 为什么", "this option has no feedback, expected a line `> why` below it")
            )
    if not words:
        mistakes.append(Mistake(first, "没有题目，应先写一句问话", "there is no question, expected one before the options"))
    if len(options) < 2:
        mistakes.append(Mistake(first, f"只有 {len(options)} 个选项，应至少两个", f"{len(options)} option(s), expected at least two"))
    elif not any(mark == "x" for mark, *_ in options):
        mistakes.append(Mistake(first, "没有正确选项，应至少有一个 - [x]", "no right option, expected at least one `- [x]`"))
    if not words or not options:
        return None, mistakes
    return Question(reduce(together, words), tuple(Option(mark == "x", text, why) for mark, text, why, _ in options)), mistakes
