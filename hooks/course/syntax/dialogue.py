"""The ``dialogue`` fence: one turn a line, ``speaker（✗ P05）：words``; a line in brackets is a stage direction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Literal

from course.syntax.mistake import Mistake
from course.syntax.nodes import Fenced, Numbered

_TURN = re.compile(
    r"^(?P<speaker>[^：:（()）✗✓]{1,24}?)\s*"
    r"(?:[（(]\s*(?P<mark>[✗✓])(?P<codes>[^）)]*)[）)])?\s*[：:]\s*(?P<words>\S.*)$"
)
_STAGE = re.compile(r"^[（(](.*)[）)]$")
_ALMOST = re.compile(r"^[^：:（()）]{1,24}[（(]\s*(?P<mark>[xX×✕✖✘vV√✔❌✅])\s*(?:P\d|[）)])")
"""A turn whose mark was typed, not copied."""
_LISTED = re.compile(r"(?:[-+•·–—]\s*|\*\s+|\d+[.、．)）]\s*)")
_STRANGE = re.compile(r"[，。！？；“”*_`\[\]]|[,!?;] |→")
"""What no name has: the words before the colon are a sentence, or are marked up."""
_CODE = re.compile(r"P\d{2,3}")


@dataclass(frozen=True)
class Turn:
    """Something said, or, where ``speaker`` is empty, something seen."""

    speaker: str
    mark: Literal["good", "bad", ""]
    codes: tuple[str, ...]
    """Principles held (good) or broken (bad) by these words."""
    words: str
    line: int


@dataclass(frozen=True)
class Dialogue(Fenced):
    """People talking."""

    spoken: ClassVar[bool] = True

    @cached_property
    def _parsed(self) -> tuple[list[Turn], list[Mistake]]:
        return parse(self.lines[1:-1], self.line + 1)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What is said and seen."""
        return tuple(self._parsed[0])

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        return tuple(self._parsed[1])

    @property
    def words(self) -> Iterator[Numbered]:
        return ((turn.line, turn.words) for turn in self.turns)


def parse(lines: Iterable[str], first: int = 1) -> tuple[list[Turn], list[Mistake]]:
    """The turns of a dialogue, and the lines that are none."""
    turns: list[Turn] = []
    mistakes: list[Mistake] = []
    for number, line in enumerate(lines, start=first):
        text = line.strip()
        if not text:
            continue
        if stage := _STAGE.match(text):
            turns.append(Turn("", "", (), stage[1].strip(), number))
        elif match := _TURN.match(text):
            mark: Literal["good", "bad", ""] = {"✓": "good", "✗": "bad", None: ""}[match["mark"]]  # type: ignore[assignment]
            codes = tuple(_CODE.findall(match["codes"] or ""))
            rest = re.sub(r"P\d{2,3}|[\s、,，]", "", match["codes"] or "")
            if rest:
                mistakes.append(
                    Mistake(
                        number,
                        f"标记里的“{rest}”看不懂，应是原则编号，如（✗ P05）",
                        f"cannot read `{rest}` in the mark, expected principle codes such as (✗ P05)",
                    )
                )
            if wrong := _no_name(match["speaker"].strip()):
                mistakes.append(Mistake(number, *wrong))
            turns.append(Turn(match["speaker"].strip(), mark, codes, match["words"].strip(), number))
        else:
            mistakes.append(_no_turn(text, number))
    if not turns and not mistakes:
        mistakes.append(Mistake(first, "对话是空的，应至少有一句", "the dialogue is empty, expected at least one turn"))
    return turns, mistakes


def _no_name(speaker: str) -> tuple[str, str] | None:
    """What is wrong with what stands where the name of who speaks should."""
    if listed := _LISTED.match(speaker):
        return (
            f"说话人前面的“{listed[0].strip()}”会当成名字的一部分，应删去，一句一行直接写“说话人：话”",
            f"`{listed[0].strip()}` becomes part of the name, expected `speaker: words` alone, one turn a line",
        )
    if _STRANGE.search(speaker):
        return (
            f"“{speaker}”不像说话人的名字：动作整行放在括号里，说的话写成“说话人：话”，名字里不写记号",
            f"`{speaker}` is no name of a speaker, expected a stage direction in brackets, or `speaker: words` with a plain name",
        )
    return None


def _no_turn(text: str, number: int) -> Mistake:
    """What is wrong with a line that is no turn."""
    if almost := _ALMOST.match(text):
        wanted = "✓" if almost["mark"] in "vV√✔✅" else "✗"
        return Mistake(
            number,
            f"标记写的是“{almost['mark']}”，应是 {wanted}，从这里复制，如（{wanted} P05）",
            f"the mark is `{almost['mark']}`, expected {wanted}, copied from here, as in ({wanted} P05)",
        )
    return Mistake(
        number,
        "这一行不是对话，应写成“说话人：话”或整行放在括号里",
        "not a turn, expected `speaker: words`, or the whole line in brackets",
    )
