"""Where a reader tries a talk, no option gives itself away by its length or its place, and there is something to win and to lose."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.kinds import MARK
from course.content.problem import Problem
from course.language.lang import Lang
from course.rules.bodies import Pages, problem, sides
from course.syntax.branching import Branching, Scene, Talk

CODE = "E330"
WHY = "选项一长一短，读者不用想就挑得出来。/ Options of unequal length are chosen without a thought."

EVEN = 0.6
"""The shortest option of a scene has at least this part of the letters of the longest."""
GIVEN_AWAY = 0.35
"""The good option is the longest of its scene in at most this part of the scenes, and in one of few."""
TERSE = 0.6
"""The good option is the shortest of its scene in at most this part of the scenes, and in two of few; of two options each is it half the time."""
FEWEST, MOST = 2, 5
"""Choices on a way through."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Options too unequal, good ones that are mostly the longest, mostly the shortest or always in one place, ways too short or too long."""
    for _, lang, source in sides(catalogue, pages):
        for block in source.tree.leaves:
            if (
                isinstance(block, Branching) and MARK not in block.text and (talk := block.talk)
            ):  # E309 tells of what is still to be written.
                for line, zh, en in (*_options(talk, lang), *_ways(talk, block.line + 1)):
                    yield problem(source, line, CODE, zh, en)


def _options(talk: Talk, lang: Lang) -> Iterator[tuple[int, str, str]]:
    scenes = [scene for scene in talk.scenes.values() if scene.options]
    for scene in scenes:
        sizes = [_size(option.turn.words, lang) for option in scene.options]
        if min(sizes) < EVEN * max(sizes):
            counted = "/".join(map(str, sizes))
            zh = f"第 {scene.number} 场的选项长短差太多（{counted}），最短的应有最长的六成"
            en = f"the options of scene {scene.number} differ too much in length ({counted}), expected the shortest to have 60% of the longest"
            yield scene.line, zh, en
    for name_zh, name_en, at, most in (
        ("最长", "longest", -1, max(1, int(GIVEN_AWAY * len(scenes)))),
        ("最短", "shortest", 0, max(2, int(TERSE * len(scenes)))),
    ):
        given = [str(scene.number) for scene in scenes if _stands_out(scene, at, lang)]
        if len(given) > most:
            zh = f"好的选项在第 {'、'.join(given)} 场都是{name_zh}的，{len(scenes)} 场里最多 {most} 场可以这样"
            en = f"the good option is the {name_en} in scenes {', '.join(given)}, expected that in at most {most} of {len(scenes)}"
            yield scenes[0].line, zh, en
    places = {at for scene in scenes for at, option in enumerate(scene.options) if option.turn.mark == "good"}
    if len(scenes) > 2 and len(places) == 1:
        zh = f"好的选项每一场都排在第 {min(places) + 1}，应换着排"
        en = f"the good option is number {min(places) + 1} in every scene, expected its place to vary"
        yield scenes[0].line, zh, en


def _ways(talk: Talk, line: int) -> Iterator[tuple[int, str, str]]:
    choices = [len(way) - 1 for way in talk.ways]
    if min(choices) < FEWEST or max(choices) > MOST:
        zh = f"从头到结局要选 {min(choices)} 到 {max(choices)} 次，应是 {FEWEST} 到 {MOST} 次"
        en = f"a way through takes {min(choices)} to {max(choices)} choices, expected {FEWEST} to {MOST}"
        yield line, zh, en
    for mark, name_zh, name_en in (("good", "好的结局（✓）", "a good end (✓)"), ("bad", "不好的结局（✗）", "a bad end (✗)")):
        if not any(scene.end and scene.end.mark == mark for scene in talk.scenes.values()):
            yield line, f"没有{name_zh}，应至少有一个", f"there is no {name_en.removeprefix('a ')}, expected one at least"


def _size(words: str, lang: Lang) -> int:
    """How long words are to a reader: characters of Chinese, letters of English."""
    return sum(map(str.isalnum, words)) if lang == "en" else len(words)


def _stands_out(scene: Scene, at: int, lang: Lang) -> bool:
    """Whether a good option alone is first or last by length (``at`` 0 or -1), where there is a bad one."""
    ranked = sorted(scene.options, key=lambda option: _size(option.turn.words, lang))
    sizes = [_size(option.turn.words, lang) for option in ranked]
    return ranked[at].turn.mark == "good" and sizes.count(sizes[at]) == 1 and any(option.turn.mark == "bad" for option in scene.options)
