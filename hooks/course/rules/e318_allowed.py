"""Authors write words and Markdown: no HTML but a few bare elements, no attributes but ids of headings, no links to run something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.rules import e207_pictures
from course.rules.bodies import Pages, sides
from course.rules.e204_directives import mistakes
from course.syntax.allowed import ELEMENTS, SCHEMES, StrangeKind, strange
from course.syntax.nodes import Code
from course.syntax.tree import Tree

CODE = "E318"
WHY = (
    "网页里混进的代码，会在每个读者的电脑上运行；打印稿也排不了它。"
    "/ Code that slips into a page runs on every reader's machine; and the prints cannot set it."
)

_BARE = ", ".join(f"<{name}>" for name in ("br", *ELEMENTS))
_BEGIN = ", ".join(SCHEMES)
_SAID: dict[StrangeKind, tuple[str, str]] = {
    "tag": (
        f"“{{0}}”里的 < 会当成网页代码，能写的只有 {_BARE}，不带属性，在同一行里结束；是小于号，后面空一格",
        f"`{{0}}`: this < begins HTML, expected none but {_BARE}, bare and closed on the same line; a less-than sign has a space after it",
    ),
    "braces": (
        "“{0}”里的花括号读者看不到，花括号只用在标题末尾的 {{#编号}}、单独成行的 {{{{ 名字 }}}} 和正文里的 {{{{ company: 名称 }}}}，别处应换成（）",
        "`{0}`: expected braces only as {{#id}} at the end of a heading, as {{{{ name }}}} on a line of its own and as {{{{ company: name }}}} in text, and ( ) elsewhere",
    ),
    "link": (
        f"“{{0}}”不是能点开的地址，应是页面的 .md 路径，或以 {_BEGIN} 之一加冒号开头的地址",
        f"`{{0}}`: expected the .md path of a page, or an address that begins with {_BEGIN} and a colon",
    ),
    "control": (
        "“{0}”前面有看不见的控制字符，应删掉，重新输入这一处",
        "an invisible control character before `{0}`, expected it deleted and the place typed anew",
    ),
}


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """The first place of each kind on every line of a page, of its front matter and of a table."""
    for _, _, source in sides(catalogue, pages):
        yield from _values(source)
        found = list(_first(_read(source.tree), filled=True))
        doubled = any(shown.startswith("{{") for _, _, shown in found)
        told = {mistake.line for mistake in mistakes(source.tree, catalogue)} if doubled else set()
        for number, kind, shown in found:
            if not shown.startswith("{{") or number + 1 not in told:  # E204 has told of it.
                yield _problem(source.path, source.body_line + number, kind, shown)
    for source in catalogue.tables.values():
        yield from _values(source)


def _read(tree: Tree) -> str:
    """The body, every line in its place, without those of plain fences: they show as they were typed."""
    code = {number for leaf in tree.leaves if isinstance(leaf, Code) for number, _ in leaf.numbered}
    return "\n".join("" if number in code else line for number, line in enumerate(tree.lines, start=1))


def _values(source: Source) -> Iterator[Problem]:
    for key, text in source.values:
        for _, kind, shown in _first(text):
            yield _problem(source.path, source.line(*key), kind, shown)


def _first(text: str, filled: bool = False) -> Iterator[tuple[int, StrangeKind, str]]:
    """Line, from 0, kind and beginning of what is strange in a text."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    told = set()
    for found in strange(text, filled):
        number = bisect_right(starts, found.at) - 1
        if (number, found.kind) not in told:
            told.add((number, found.kind))
            yield number, found.kind, found.shown


def _problem(path: str, line: int, kind: StrangeKind, shown: str) -> Problem:
    picture = shown.lower().startswith("<img")
    zh, en = e207_pictures.SAID if picture else (said.format(shown) for said in _SAID[kind])
    return Problem(path, line, CODE, zh, en)
