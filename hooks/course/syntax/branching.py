"""The ``try`` fence: a talk that branches. Numbered scenes of turns; each ends in options that lead to other scenes, or in an end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from course.syntax import dialogue
from course.syntax.dialogue import Dialogue, Turn
from course.syntax.mistake import Mistake

END = ("结局", "End")
"""Who speaks the last line of a talk: what came of it."""
FEWEST, MOST = 2, 3
"""Options of a scene."""
SCENES = 20
"""Scenes of a talk: more are not one any more, and would take a check long to follow."""
WAYS = 60
"""Ways through a talk: a page holds every one of them."""

_NUMBER = re.compile(r"(\d{1,3})[.．。]?")
_OPTION = re.compile(r"[-*]\s+(?P<turn>.*\S)\s*(?:→|->|⇒|=>)\s*(?P<to>\d{1,3})")
_ITEM = re.compile(r"[-*]\s+")


@dataclass(frozen=True)
class Option:
    """What one could say next, marked as a turn of a dialogue is, and the number of the scene it leads to."""

    turn: Turn
    to: int


@dataclass(frozen=True)
class Scene:
    """What is said and seen, and then either options or an end."""

    number: int
    line: int
    turns: tuple[Turn, ...]
    options: tuple[Option, ...]
    end: Turn | None


@dataclass(frozen=True)
class Talk:
    """All scenes by number; it begins with the first."""

    scenes: Mapping[int, Scene]

    @cached_property
    def ways(self) -> tuple[tuple[int, ...], ...]:
        """Every way through, as the numbers of its scenes. Expects a talk without circles."""
        return tuple(self._from(next(iter(self.scenes))))

    def _from(self, number: int) -> Iterator[tuple[int, ...]]:
        scene = self.scenes[number]
        if not scene.options:
            yield (number,)
        for option in scene.options:
            yield from ((number, *rest) for rest in self._from(option.to))


@dataclass(frozen=True)
class Branching(Dialogue):
    """People talking, the reader among them; its turns are all that is said in any scene: turns, options and ends."""

    @cached_property
    def _read(self) -> tuple[Talk | None, list[Mistake]]:
        return parse(self.lines[1:-1], self.line + 1)

    @property
    def talk(self) -> Talk | None:
        """The talk; None where a reader could get lost in it."""
        return self._read[0]

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        return tuple(self._read[1])

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """All that is said, scene by scene."""
        drafts = _drafts(self.lines[1:-1], self.line + 1, [])
        said = (turn for draft in drafts for turn in (*draft.turns, *(option.turn for option in draft.options)))
        return tuple(sorted(said, key=lambda turn: turn.line))

    @property
    def routes(self) -> tuple[tuple[int, int, int], ...]:
        """Of each option its line, its scene and the scene it leads to."""
        scenes = self.talk.scenes.values() if self.talk else ()
        return tuple((option.turn.line, scene.number, option.to) for scene in scenes for option in scene.options)


def parse(lines: Sequence[str], first: int = 1) -> tuple[Talk | None, list[Mistake]]:
    """The talk, and what is wrong with it; None where a reader could get lost in it."""
    mistakes: list[Mistake] = []
    scenes: dict[int, Scene] = {}
    for draft in _drafts(lines, first, mistakes):
        scene = draft.scene(mistakes)
        if scene.number != len(scenes) + 1:
            zh, en = f"场景编号应是 {len(scenes) + 1}，从 1 起按顺序写", f"expected the scene number {len(scenes) + 1}, counting from 1"
            mistakes.append(Mistake(scene.line, zh, en))
        scenes.setdefault(scene.number, scene)
    if not scenes:
        zh, en = "没有场景，应先有一行“1.”，下一行写客户的话", "there is no scene, expected a line `1.` and the customer's words below it"
        mistakes.append(Mistake(first, zh, en))
    if len(scenes) > SCENES:
        zh, en = f"一段对话有 {len(scenes)} 场，应不超过 {SCENES} 场", f"{len(scenes)} scenes, expected at most {SCENES}"
        mistakes.append(Mistake(first, zh, en))
    if not mistakes:
        mistakes += _lost(scenes)
    if not mistakes and (ways := _ways(scenes)) > WAYS:
        zh, en = f"从头到结局有 {ways} 条路，应不超过 {WAYS} 条", f"{ways} ways through, expected at most {WAYS}"
        mistakes.append(Mistake(first, zh, en))
    return (None if mistakes else Talk(scenes)), mistakes


@dataclass
class _Draft:
    """A scene while its lines are being read."""

    number: int
    line: int
    turns: list[Turn] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)

    def scene(self, mistakes: list[Mistake]) -> Scene:
        """The scene, with what is wrong with it by itself added to ``mistakes``."""
        end = self.turns[-1] if self.turns and self.turns[-1].speaker in END else None
        said = self.turns[:-1] if end else self.turns
        for turn in said:
            if turn.speaker in END:
                mistakes.append(Mistake(turn.line, "结局应是这一场的最后一行", "expected the end to be the last line of its scene"))
        if not said:
            zh, en = (
                f"第 {self.number} 场没有人说话，应先写客户的话",
                f"nobody speaks in scene {self.number}, expected the customer's words first",
            )
            mistakes.append(Mistake(self.line, zh, en))
        if end and self.options or not end and not FEWEST <= len(self.options) <= MOST:
            zh = f"第 {self.number} 场应有 {FEWEST} 到 {MOST} 个选项，或者一行“结局（✓ P03）：……”，二者只取一样"
            en = f"scene {self.number}: expected {FEWEST} to {MOST} options, or a line `End (✓ P03): …`, and not both"
            mistakes.append(Mistake(self.line, zh, en))
        for turn in (*([end] if end else []), *(option.turn for option in self.options)):
            if not turn.mark or not turn.codes:
                zh, en = "选项和结局都要标原则，如（✗ P03）", "options and ends are marked with principles, expected a mark such as (✗ P03)"
                mistakes.append(Mistake(turn.line, zh, en))
        return Scene(self.number, self.line, tuple(said), tuple(self.options), end)


def _drafts(lines: Sequence[str], first: int, mistakes: list[Mistake]) -> Iterator[_Draft]:
    """The scenes as written; lines that are none of a scene go into ``mistakes``."""
    draft: _Draft | None = None
    for at, line in enumerate(lines, start=first):
        text = line.strip()
        if number := _NUMBER.fullmatch(text):
            if draft:
                yield draft
            draft = _Draft(int(number[1]), at)
        elif text and draft is None:
            zh, en = (
                "这一行前面应有场景编号，如“1.”单独一行",
                "expected the number of a scene before this line, such as `1.` on a line of its own",
            )
            mistakes.append(Mistake(at, zh, en))
        elif text and draft:
            option = _OPTION.fullmatch(text)
            if not option and _ITEM.match(text):
                zh, en = "选项末尾应写它通向第几场，如“→ 4”", "expected where the option leads at its end, such as `→ 4`"
                mistakes.append(Mistake(at, zh, en))
                continue
            turns, wrong = dialogue.parse([option["turn"] if option else text], at)
            mistakes += wrong
            if option:
                draft.options += [Option(turn, int(option["to"])) for turn in turns]
            else:
                draft.turns += turns
    if draft:
        yield draft


def _lost(scenes: Mapping[int, Scene]) -> Iterator[Mistake]:
    """Where a reader would find no scene, come back to one, or never come to one."""
    reached = {next(iter(scenes))}
    for scene in scenes.values():
        for option in scene.options:
            reached.add(option.to)
            if option.to not in scenes:
                zh, en = f"没有第 {option.to} 场", f"there is no scene {option.to}"
                yield Mistake(option.turn.line, f"{zh}，应是已有的编号", f"{en}, expected the number of one")
            elif scene.number in _after(option.to, scenes):
                zh = f"第 {option.to} 场又会回到第 {scene.number} 场，会绕圈，应通向别的场景"
                en = f"scene {option.to} comes back to {scene.number}, so that one could go round in circles, expected another scene"
                yield Mistake(option.turn.line, zh, en)
    for number in scenes.keys() - reached:
        zh, en = f"没有选项通向第 {number} 场", f"no option leads to scene {number}"
        yield Mistake(scenes[number].line, f"{zh}，应接上或删去", f"{en}, expected one, or the scene deleted")


def _ways(scenes: Mapping[int, Scene]) -> int:
    """How many ways there are through scenes without circles."""
    counted: dict[int, int] = {}

    def count(number: int) -> int:
        if number not in counted:
            counted[number] = sum(count(option.to) for option in scenes[number].options) or 1
        return counted[number]

    return count(next(iter(scenes)))


def _after(start: int, scenes: Mapping[int, Scene]) -> set[int]:
    """Numbers of the scenes that can be reached from one, itself among them."""
    reached, ahead = {start}, [start]
    while ahead:
        scene = scenes.get(ahead.pop())
        new = {option.to for option in scene.options} - reached if scene else set()
        reached |= new
        ahead += new
    return reached
