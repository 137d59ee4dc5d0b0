"""What a page says in the course's own voice: paragraphs, list items and rows of tables, and the sentences in them.

Stories, dialogues, role cards, quizzes, questions and the trainer's timetables are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course.content import headings
from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax.inline import without_code
from course.syntax.kinds import container
from course.syntax.nodes import Heading, Plain
from course.syntax.tree import Tree

UNTOLD = frozenset({"situation", "events", "questions"})
"""Sections that tell a story or ask."""

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_TIMED = re.compile(r"\**\d+\s*[-–—~]\s*\d+\s*(?:分|min)")
_QUOTED = re.compile(r"“[^”\n]*”|「[^」\n]*」|\"[^\"\n]*\"")
_END: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[。！？!?][”’）」)\"*]*"),
    "en": re.compile(r"(?<!\bart)(?<!\barts)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bNo)[.!?][”’)\"*]*(?=\s|$)"),
}
_ASKS = re.compile(r"[?？][”’）」)\"*]*$")


@dataclass(frozen=True)
class Passage:
    """A paragraph, a list item or a row of a table."""

    text: str
    line: int
    """1-based line of its first, within the body."""


def passages(tree: Tree, kind: Kind, lang: Lang) -> Iterator[Passage]:
    """The passages of a body in order, without the marks of list items."""
    kept: list[str] = []
    begun = 0
    for number, line, section in _told(tree, kind, lang):
        row, item = line.lstrip().startswith("|"), _ITEM.match(line)
        words = (line[item.end() :] if item else line).strip()
        silent = not words or section in UNTOLD or section == "trainer" and (row or _TIMED.match(words))
        if kept and (silent or row or item or begun + len(kept) != number):
            yield Passage("\n".join(kept), begun)
            kept = []
        if not silent:
            begun = begun if kept else number
            kept.append(without_code(words))
    if kept:
        yield Passage("\n".join(kept), begun)


def _told(tree: Tree, kind: Kind, lang: Lang) -> Iterator[tuple[int, str, str]]:
    """Number, text and section of every line of plain Markdown that is neither a heading nor on a role card."""
    heads = [heading for heading in headings.of(tree, kind, lang) if heading.level == 2]
    for leaf in tree.leaves:
        if isinstance(leaf, Plain) and not isinstance(leaf, Heading) and not container(leaf.within).story:
            section = next((head.id for head in reversed(heads) if head.line < leaf.line), "")
            yield from ((number, line, section) for number, line in leaf.numbered)


def is_row(text: str) -> bool:
    """Whether a passage is a row of a table."""
    return text.startswith("|")


def sentences(text: str, lang: Lang) -> Iterator[tuple[int, str]]:
    """Where each sentence of a passage starts, and its words; one that asks is left out. A row of a table is one sentence."""
    if is_row(text):
        yield 0, text
        return
    hidden = _QUOTED.sub(lambda quoted: " " * (len(quoted[0]) - 2) + quoted[0][-2:], text)  # Only its last stop may end ours.
    start = 0
    for end in (*(match.end() for match in _END[lang].finditer(hidden)), len(text)):
        words = text[start:end].strip()
        if words and not _ASKS.search(words):
            yield text.index(words, start), words
        start = end


def unquoted(text: str) -> str:
    """The text without what is in quotation marks."""
    return _QUOTED.sub("", text)
