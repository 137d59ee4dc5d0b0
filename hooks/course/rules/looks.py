"""What the lines of a body look like to whoever wrote them: items with their numbers, rows of tables, prose; and their letters.

How Markdown reads them is what ``rendered`` finds out. Because its point is to doubt that a line is read as it looks, it has patterns of
its own for the looks of lines and asks the tree for nothing but where blocks begin and end.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.rules.rendered import GUARD
from course.syntax.inline import without_marks
from course.syntax.nodes import Code, Fenced, Node, Plain
from course.syntax.tree import Tree

_SIGN = re.compile(r"[*_`\[\]{}<>\\~=&]")

Look = Literal["item", "like an item", "row", "prose", "heading", "as typed", "nothing"]

_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}\.)(?:[ \t]+(.*)|$)")
_HAN = "\u3400-\u9fff"
_LIKE = re.compile(
    rf"([ \t]*)([•●○◦▪■◆◇·・‣➤►–—](?!—)[ \t]*|[-+](?=[{_HAN}“《（\[*])|\d{{1,3}}(?:[、)）．](?![ \t]*\d)[ \t]*|\.(?=[{_HAN}“《（\[*]))|[（(]\d{{1,3}}[)）][ \t]*|[①-⑳][ \t]*)(\S.*)"
)
_ROW = re.compile(r"[ \t]*[|｜]|.*\S\t+\S")
_RULE = re.compile(r"[ \t]*(?:([-*_])[ \t]*)(?:\1[ \t]*){2,}$|[\s|:-]+$")
_HEADING = re.compile(r"#{1,6}(.*?)#*[ \t]*$")
_UNSHOWN = re.compile(
    r"(`+)(?P<code>.+?)(?<!`)\1(?!`)|!\[[^\[\]]*\]\([^()]*\)|\]\((?:[^()]|\([^()]*\))*\)|\{\s*[:#.][^{}]*\}|</?[A-Za-z][^<>]*>|\\(?=[^\w\s])"
)
"""Code, which is shown as typed, and what is never shown: targets of links, attributes, tags, the sign that guards another."""


@dataclass(frozen=True)
class Line:
    """A line of a body as it looks."""

    number: int
    """1-based, within the body; 0 for one that is between blocks."""
    text: str
    look: Look
    mark: str = ""
    """Of an item: what is before its words, such as ``-``, ``3.`` or ``（3）``."""
    indent: int = 0
    """Columns its mark or its words are set in."""
    letters: str = ""
    """The letters and digits a reader should see."""

    @property
    def counted(self) -> int | None:
        """The number of an item that has one."""
        digits = re.sub(r"\D", "", self.mark)
        return int(digits) if digits else None


_APART = (Line(0, "", "nothing"), Line(0, "***", "nothing"), Line(0, "", "nothing"))
"""A rule across, which ends whatever is before it."""


def lines(tree: Tree) -> Iterator[Line]:
    """Every line of a body in order; blocks are parted, and marks of dialogues and quizzes left out."""
    before: Node | None = None
    for node in tree.leaves:
        if before and not (isinstance(before, Plain | Code) and isinstance(node, Plain | Code) and node.line == before.last + 1):
            yield from _APART
        yield from _shown(node)
        before = node
    yield from _APART


def _shown(node: Node) -> Iterator[Line]:
    if isinstance(node, Fenced):
        for number, words in node.words:
            yield from inline(words, number)
    elif isinstance(node, Code):
        for number, text in node.numbered:
            edge = number == node.line or number == node.last
            yield Line(number, text, "as typed", letters="" if edge else _alone(text))
    elif isinstance(node, Plain):
        yield from (seen(text, number) for number, text in node.numbered)


def inline(words: str, number: int) -> Iterator[Line]:
    """Words that are read as the inside of a paragraph, whatever they begin with; none where no sign of Markdown is among them."""
    if _SIGN.search(without_marks(words)):
        yield Line(number, f"{GUARD}{words}", "prose", letters=letters(words))
        yield Line(0, "", "nothing")


def seen(text: str, number: int) -> Line:
    """A line of plain Markdown as it looks."""
    quote = _QUOTE.match(text)
    bare = text[quote.end() :] if quote else text
    indent = len(bare.expandtabs(4)) - len(bare.expandtabs(4).lstrip(" "))
    if not bare.strip() or _RULE.match(bare):
        return Line(number, text, "nothing")
    if item := _ITEM.match(bare):
        return Line(number, text, "item", item[2], indent, letters(item[3] or ""))
    if _ROW.match(bare):
        return Line(number, text, "row", "", indent, letters(bare))
    if bare.startswith("#"):
        return Line(number, text, "heading", letters=letters(_HEADING.sub(r"\1", bare)))
    if bare.lstrip().startswith("<"):
        return Line(number, text, "as typed", letters=letters(bare))
    if (like := _LIKE.match(bare)) and not _goes_on(like[2], like[3]):
        return Line(number, text, "like an item", like[2].strip(), indent, letters(bare))
    return Line(number, text, "prose", "", indent, letters(bare))


def _goes_on(mark: str, words: str) -> bool:
    """Whether the words count on in the same line, as a sentence that lists things does."""
    digits = re.sub(r"\D", "", mark)
    return bool(digits) and mark.strip().replace(digits, str(int(digits) + 1)) in words


def letters(text: str) -> str:
    """The letters and digits of a line of Markdown a reader should see."""
    return _alone(html.unescape(_UNSHOWN.sub(lambda found: found["code"] or "", text)))


def _alone(text: str) -> str:
    return "".join(filter(str.isalnum, text))
