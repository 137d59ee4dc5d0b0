"""The kinds of fenced block and of container there are: a new one has its line here, and says in ``render.blocks`` how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from course.syntax.branching import Branching
from course.syntax.dialogue import Dialogue
from course.syntax.nodes import Fenced
from course.syntax.quiz import Quiz

FENCES: Mapping[str, type[Fenced]] = {"dialogue": Dialogue, "quiz": Quiz, "try": Branching}
"""What is behind the backticks -> the node that reads the lines below."""


@dataclass(frozen=True)
class ContainerKind:
    """What rules and prints have to know of a kind of container."""

    story: bool = False
    """Whether somebody in a story speaks or is spoken of in it, not the course."""
    wrong: bool = False
    """Whether what it says is there to be wrong."""
    english_only: bool = False
    """Whether English pages alone have it, for readers abroad."""


CONTAINERS: Mapping[str, ContainerKind] = {
    "answer": ContainerKind(),
    "trainer": ContainerKind(),
    "note": ContainerKind(),
    "myth": ContainerKind(wrong=True),
    "compare": ContainerKind(english_only=True),
    "role": ContainerKind(story=True),
    "worksheet": ContainerKind(),
    "prop": ContainerKind(story=True),
    "paper": ContainerKind(story=True),
}
"""What is behind the colons -> its kind."""

_UNKNOWN = ContainerKind()


def container(name: str) -> ContainerKind:
    """The kind of container of that name; one that is like no other where there is none."""
    return CONTAINERS.get(name, _UNKNOWN)
