"""Dialogues: what is said and seen, turn by turn, with marks for whoever is to see them."""

from __future__ import annotations

from collections.abc import Iterable

from course.render import markdown
from course.render.inline import Scope, expand
from course.render.wording import say
from course.syntax.dialogue import Turn

SIGNS = {"good": "✓", "bad": "✗"}


def turns(said: Iterable[Turn], scope: Scope) -> str:
    """Turns as Markdown."""
    return markdown.block("div", "\n\n".join(_turn(turn, scope) for turn in said), "dialogue")


def mark(turn: Turn, scope: Scope) -> str:
    """The mark of a turn: its sign and the principles it holds or breaks, as links."""
    meaning = say("stage_good" if turn.mark == "good" else "stage_bad", scope.lang)
    chips = " ".join(scope.link(code, "", "chip", f"chip--{turn.mark}") for code in turn.codes)
    return f'<span class="turn__sign" role="img" aria-label="{meaning}">{SIGNS[turn.mark]}</span> {chips}'


def speaker(turn: Turn, scope: Scope) -> str:
    """Who speaks, with the colon of the language."""
    return markdown.escape(turn.speaker) + ("：" if scope.lang == "zh" else ":")


def _turn(turn: Turn, scope: Scope) -> str:
    words = expand(turn.words, scope)
    if not turn.speaker:
        return f'<p class="stage" markdown="1">{words}</p>'
    parts = [markdown.inline(speaker(turn, scope), "b", "turn__speaker"), markdown.inline(words, "span", "turn__words")]
    shown = turn.mark and scope.marked_turns
    if shown:
        parts.append(markdown.inline(mark(turn, scope), "span", "turn__mark"))
    return f'<p class="turn{f" turn--{turn.mark}" if shown else ""}" markdown="1">{" ".join(parts)}</p>'
