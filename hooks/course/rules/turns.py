"""A dialogue in both languages, compared turn by turn, and who speaks it under which name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course.syntax.dialogue import Dialogue, Turn

Difference = tuple[int, str, str]
"""Line within the English body, and what to say in either language."""


@dataclass(frozen=True)
class Names:
    """The name a speaker has in the other language: the one most often used on the page, the first of equals."""

    english: dict[str, str]
    chinese: dict[str, str]

    def fit(self, their: Turn, our: Turn) -> bool:
        """Whether what is known of either name does not speak against these being one speaker."""
        return self.english.get(their.speaker, our.speaker) == our.speaker and self.chinese.get(our.speaker, their.speaker) == their.speaker


def names(pairs: Iterable[tuple[Dialogue, Dialogue]]) -> Names:
    """Names learnt from dialogues of equal length; one of another length has lost its pairs."""
    said = Counter(
        (their.speaker, our.speaker)
        for theirs, ours in pairs
        if len(theirs.turns) == len(ours.turns)
        for their, our in zip(theirs.turns, ours.turns, strict=True)
        if their.speaker and our.speaker
    )
    english: dict[str, str] = {}
    chinese: dict[str, str] = {}
    for (zh, en), _ in said.most_common():
        english.setdefault(zh, en)
        chinese.setdefault(en, zh)
    return Names(english, chinese)


def differences(theirs: Dialogue, ours: Dialogue, known: Names) -> Iterator[Difference]:
    """Turns that differ; where their number does, only the first place that tells."""
    pairs = list(zip(theirs.turns, ours.turns, strict=False))
    if len(theirs.turns) != len(ours.turns):
        zh, en = len(theirs.turns), len(ours.turns)
        at = next((at for at, pair in enumerate(pairs) if not _alike(*pair) or not known.fit(*pair)), len(pairs))
        line = ours.turns[min(at, en - 1)].line
        yield line, f"中文 {zh} 句，英文 {en} 句，从这里对不上", f"{zh} turns in Chinese, {en} here; they part on this line"
        return
    for at, (their, our) in enumerate(pairs, start=1):
        if not _alike(their, our):
            zh_was, en_was, zh_is, en_is = *_shown(their), *_shown(our)
            yield our.line, f"第 {at} 句中文是{zh_was}，英文是{zh_is}", f"turn {at} is {en_was} in Chinese, {en_is} here"
        elif not known.fit(their, our):
            yield our.line, *_speaker(at, their, our, known)


def _alike(their: Turn, our: Turn) -> bool:
    """Whether two turns are of one kind and carry the same mark and the same codes."""
    return (bool(their.speaker), their.mark, sorted(their.codes)) == (bool(our.speaker), our.mark, sorted(our.codes))


def _shown(turn: Turn) -> tuple[str, str]:
    """What a turn is, in either language."""
    if not turn.speaker:
        return "括号里的动作", "a stage direction"
    if not turn.mark:
        return "没有标记的话", "speech without a mark"
    mark = " ".join(("✓" if turn.mark == "good" else "✗", *turn.codes))
    return f"标了 {mark} 的话", f"speech marked {mark}"


def _speaker(at: int, their: Turn, our: Turn, known: Names) -> tuple[str, str]:
    wanted, taken = known.english.get(their.speaker, our.speaker), known.chinese.get(our.speaker, their.speaker)
    if wanted != our.speaker:
        return (
            f"第 {at} 句说话的是“{their.speaker}”，本页英文里叫“{wanted}”，这里写的是“{our.speaker}”",
            f"turn {at} is spoken by {their.speaker}, {wanted} elsewhere on this page; found {our.speaker}",
        )
    return (
        f"第 {at} 句说话的是“{their.speaker}”，这里的“{our.speaker}”在本页已是“{taken}”，两个人要用两个名字",
        f"turn {at} is spoken by {their.speaker}, but {our.speaker} is {taken} on this page; expected a name for each",
    )
