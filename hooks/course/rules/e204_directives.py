"""Blocks, dialogues, quizzes and ``{{ }}`` lines can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content import company
from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.render.placeholders import VIEWS
from course.rules.bodies import Pages, problem, sides
from course.syntax.edges import COMPANY
from course.syntax.inline import tokens, without_code
from course.syntax.kinds import FENCES
from course.syntax.mistake import Mistake
from course.syntax.nodes import Code, Fenced, Heading, Node, Numbered, Plain, View
from course.syntax.tree import Tree

CODE = "E204"
WHY = "看不懂的写法会变成页面上的乱码，或者整段消失。/ What cannot be read turns into stray text on the page, or vanishes."

_STRAY = re.compile(r"\{\{|^\s*:{3,}\s*\S|^\s+:{3,}")
_SET_IN = re.compile(r"\s+(`{3,}|~{3,})[^`]*$")
_WIDE = re.compile(r"[｛{]｛|｝[｝}]|^\s*(?=[:：]{2,}\s*(?:[a-z]|$)):*：")
"""Braces and colons as a Chinese keyboard types them."""


_NOT_HERE = (
    "{{ company: … }} 在这里填不进去，应写在正文的句子里，不写在标题、链接的文字和《》里",
    "nothing is filled in here: expected {{ company: … }} in a sentence of the text, not in a title, the words of a link or 《》",
)


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Every mistake of syntax in every body."""
    for _, _, source in sides(catalogue, pages):
        for mistake in mistakes(source.tree, catalogue):
            yield problem(source, mistake.line, CODE, mistake.zh, mistake.en)


def mistakes(tree: Tree, catalogue: Catalogue) -> Iterator[Mistake]:
    """Mistakes of a body."""
    yield from tree.edges
    yield from (Mistake(block.line, *_NOT_HERE) for block in tree.containers if COMPANY.search(block.title))
    for leaf in tree.leaves:
        yield from _own(leaf, catalogue)
        match leaf:
            case Fenced():
                yield from leaf.mistakes
            case View():
                yield from _view(leaf, catalogue)
            case Code():
                yield from _code(leaf)
            case Plain():
                yield from _stray(leaf.numbered)


def _view(block: View, catalogue: Catalogue) -> Iterator[Mistake]:
    if block.name not in VIEWS:
        yield Mistake(
            block.line,
            f"不认识 {{{{ {block.name} }}}}，应是其中之一：{'、'.join(VIEWS)}",
            f"unknown {{{{ {block.name} }}}}, expected one of: {', '.join(VIEWS)}",
        )
    elif block.name == "company" and "company" in catalogue.tables:
        if wrong := company.unknown(block.argument or "", catalogue.company):
            yield Mistake(block.line, *wrong)
    elif block.name == "figure" and block.argument not in {*catalogue.figures, *_unreadable(catalogue)}:
        yield Mistake(
            block.line,
            f"没有图 {block.argument}，应有 docs/data/figures/{block.argument}.svg 和 .yml",
            f"there is no figure {block.argument}, expected docs/data/figures/{block.argument}.svg and .yml",
        )


def _own(leaf: Node, catalogue: Catalogue) -> Iterator[Mistake]:
    """Places for a company's own words that are of no name there is, or where nothing is filled in."""
    if isinstance(leaf, Code | View) or "company" not in catalogue.tables:
        return
    for number, line in leaf.numbered:
        places = {found.start() for found in COMPANY.finditer(line)}
        for token in tokens(line) if places else ():
            inside = token.kind not in ("own", "code") and not places.isdisjoint(range(token.start, token.end))
            if inside or token.kind == "own" and isinstance(leaf, Heading):
                yield Mistake(number, *_NOT_HERE)
            elif token.kind == "own" and (wrong := company.unknown(token.id, catalogue.company)):
                yield Mistake(number, *wrong)


def _unreadable(catalogue: Catalogue) -> set[str]:
    """Figures that exist but were refused while reading: reported there, not again wherever they are shown."""
    return {problem.path.split("/")[-1].rsplit(".", 1)[0] for problem in catalogue.problems if "/figures/" in problem.path}


def _code(block: Code) -> Iterator[Mistake]:
    """Fences with a name of none of ours, and those that are set in a little."""
    if block.name and block.name not in FENCES:
        known = ", ".join(FENCES)
        yield Mistake(
            block.line,
            f"不认识 {block.mark}{block.name}，应是其中之一：{known}",
            f"unknown fence {block.mark}{block.name}, expected one of: {known}",
        )
    else:
        yield from _set_in(block.line, block.lines[0])


def _set_in(number: int, line: str) -> Iterator[Mistake]:
    """A fence that is set in and so would show as a run of text."""
    if found := _SET_IN.match(line):
        yield Mistake(
            number,
            f"{found[1]} 前面有空格，不会显示成原样的文字，应从行首写起，上下的 {found[1]} 都一样",
            f"{found[1]} is set in and would not show its text as typed, expected both lines of {found[1]} at the start of the line",
        )


def _stray(lines: Iterator[Numbered]) -> Iterator[Mistake]:
    """Edges of blocks that are none: of fences, and braces and colons elsewhere than at the start of a line."""
    for number, line in lines:
        yield from _set_in(number, line)
        words = COMPANY.sub("", without_code(line))
        if _WIDE.search(words):
            zh, en = "{{ }} 和 ::: 要用半角（英文状态下输入）", "expected half-width {{ }} and :::, typed in English mode"
            yield Mistake(number, zh, en)
        elif _STRAY.search(words):
            zh, en = "{{ }} 和 ::: 应从行首写起，单独成行", "expected {{ }} and ::: at the start of a line of their own"
            yield Mistake(number, zh, en)
