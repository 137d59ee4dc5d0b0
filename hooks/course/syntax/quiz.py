"""The ``quiz`` fence: a question, then ``- [x]`` or ``- [ ]`` options, each with ``> `` feedback."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import takewhile

from course.syntax.joined import together
from course.syntax.mistake import Mistake
from course.syntax.nodes import Fenced, Numbered

_OPTION = re.compile(r"^[-*]\s*\[( |x|X)\]\s*(.+)$")
_ANSWER = re.compile(r"\s*[-*]\s*\[[ xX]\]")
_MARK = re.compile(rf"{_ANSWER.pattern}\s*|\s*>\s?(?:{_ANSWER.pattern}\s*)?")
"""What is before the words of an answer or of its feedback."""
_FEEDBACK = re.compile(r"^\s*>\s?(.*)$")


@dataclass(frozen=True)
class Option:
    """An answer to choose, and why it is right or wrong."""

    right: bool
    words: str
    feedback: str
    line: int
    """Where it is."""


@dataclass(frozen=True)
class Question:
    """What is asked, and the answers to choose from."""

    words: str
    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.right for option in self.options) > 1


@dataclass(frozen=True)
class Quiz(Fenced):
    """A question with answers to choose from."""

    @cached_property
    def _parsed(self) -> tuple[Question | None, list[Mistake]]:
        return parse(self.lines[1:-1], self.line + 1)

    @property
    def question(self) -> Question | None:
        """What is asked; None where that cannot be read."""
        return self._parsed[0]

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers to choose from."""
        return self.question.options if self.question else ()

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        return tuple(self._parsed[1])

    @property
    def words(self) -> Iterator[Numbered]:
        return ((number, _MARK.sub("", line)) for number, line in self.read)

    @property
    def asked(self) -> Iterator[Numbered]:
        """The lines above the first answer."""
        return takewhile(lambda line: not _ANSWER.match(line[1]), self.read)


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
    return Question(reduce(together, words), tuple(Option(mark == "x", text, why, int(at)) for mark, text, why, at in options)), mistakes
