"""Blocks, dialogues, quizzes and ``{{ }}`` lines can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.render.views import VIEWS
from course.rules.bodies import Pages, code_left_out, problem, sides
from course.syntax import branching, dialogue, quiz
from course.syntax.blocks import FENCES, Block, Mistake, scan
from course.syntax.outline import Fence, fence, unfenced

CODE = "E204"
WHY = "看不懂的写法会变成页面上的乱码，或者整段消失。/ What cannot be read turns into stray text on the page, or vanishes."

PARSERS: Mapping[str, Callable[[Sequence[str], int], tuple[object, list[Mistake]]]] = {
    "dialogue": dialogue.parse,
    "quiz": quiz.parse,
    "try": branching.parse,
}

_STRAY = re.compile(r"\{\{|^\s*:{3,}\s*\S|^\s+:{3,}")
_SET_IN = re.compile(r"\s+(`{3,}|~{3,})[^`]*$")
_WIDE = re.compile(r"[｛{]｛|｝[｝}]|^\s*(?=[:：]{2,}\s*(?:[a-z]|$)):*：")
"""Braces and colons as a Chinese keyboard types them."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Every mistake of syntax in every body."""
    for _, _, source in sides(catalogue, pages):
        for mistake in mistakes(source.body, catalogue):
            yield problem(source, mistake.line, CODE, mistake.zh, mistake.en)


def mistakes(body: str, catalogue: Catalogue, first: int = 1) -> Iterator[Mistake]:
    """Mistakes of a body, or of what a container holds."""
    blocks, edges = scan(body, first)
    yield from edges
    for block in blocks:
        if block.kind == "fence":
            yield from PARSERS[block.name](block.lines, block.line)[1]
        elif block.kind == "container":
            yield from mistakes(block.text, catalogue, block.line)
        elif block.kind == "view":
            yield from _view(block, catalogue)
        else:
            yield from _fences(block)
            yield from _stray(block)


def _view(block: Block, catalogue: Catalogue) -> Iterator[Mistake]:
    if block.name not in VIEWS:
        yield Mistake(
            block.line,
            f"不认识 {{{{ {block.name} }}}}，应是其中之一：{'、'.join(VIEWS)}",
            f"unknown {{{{ {block.name} }}}}, expected one of: {', '.join(VIEWS)}",
        )
    elif block.name == "figure" and block.title not in {*catalogue.figures, *_unreadable(catalogue)}:
        yield Mistake(
            block.line,
            f"没有图 {block.title}，应有 docs/data/figures/{block.title}.svg 和 .yml",
            f"there is no figure {block.title}, expected docs/data/figures/{block.title}.svg and .yml",
        )


def _unreadable(catalogue: Catalogue) -> set[str]:
    """Figures that exist but were refused while reading: reported there, not again wherever they are shown."""
    return {problem.path.split("/")[-1].rsplit(".", 1)[0] for problem in catalogue.problems if "/figures/" in problem.path}


def _fences(block: Block) -> Iterator[Mistake]:
    """Plain fences with a name, and those that are set in and so would show as a run of text."""
    opening: Fence | None = None
    for number, line in enumerate(block.lines, start=block.line):
        edge = fence(line)
        if opening:
            opening = None if edge and edge.closes(opening) else opening
            continue
        opening = edge
        if edge and edge.name and edge.name not in FENCES:
            known = ", ".join(FENCES)
            yield Mistake(
                number,
                f"不认识 {edge.mark}{edge.name}，应是其中之一：{known}",
                f"unknown fence {edge.mark}{edge.name}, expected one of: {known}",
            )
        elif found := _SET_IN.match(line):
            yield Mistake(
                number,
                f"{found[1]} 前面有空格，不会显示成原样的文字，应从行首写起，上下的 {found[1]} 都一样",
                f"{found[1]} is set in and would not show its text as typed, expected both lines of {found[1]} at the start of the line",
            )


def _stray(block: Block) -> Iterator[Mistake]:
    for number, line in unfenced(block.text):
        words = code_left_out(line)
        if _WIDE.search(words):
            zh, en = "{{ }} 和 ::: 要用半角（英文状态下输入）", "expected half-width {{ }} and :::, typed in English mode"
            yield Mistake(block.line + number - 1, zh, en)
        elif _STRAY.search(words):
            yield Mistake(
                block.line + number - 1,
                "{{ }} 和 ::: 应从行首写起，单独成行",
                "expected {{ }} and ::: at the start of a line of their own",
            )
