"""A paper of a dossier is closed for a reader, open for a trainer, and not on the handout."""

from __future__ import annotations

import pytest

from course.render import blocks
from course.render.inline import Audience, Scope
from course.syntax.papers import look_and_title
from course.syntax.tree import parse
from small import minimal

PAPER = "::: paper chat 2 月 3 日 · 群聊\n今天停不停？\n:::"


@pytest.mark.parametrize(
    ("title", "look", "rest"),
    [
        ("chat 2 月 3 日", "chat", "2 月 3 日"),
        ("2 月 3 日 单子", "record", "2 月 3 日 单子"),
        ("chat", "record", "chat"),
        ("", "record", ""),
    ],
)
def test_the_first_word_says_what_it_looks_like(title: str, look: str, rest: str) -> None:
    assert look_and_title(title) == (look, rest)


@pytest.mark.parametrize(("audience", "begins"), [("reader", "<details"), ("trainer", "<div"), ("trainee", "")])
def test_who_sees_it(audience: Audience, begins: str) -> None:
    made = blocks.render(parse(PAPER).nodes, Scope(minimal(), "zh", "cases/meter.md", audience=audience))
    assert made.startswith(begins)
    assert ("群聊" in made) == ("paper--chat" in made) == (audience != "trainee")
