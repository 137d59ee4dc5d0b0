"""What the rules about page text share: each file of each page, with its language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from course.content import headings
from course.content.catalogue import Catalogue, Page
from course.content.front_matter import Source
from course.content.kinds import Kind, Section
from course.content.problem import Problem
from course.language.lang import Lang
from course.syntax import branching, dialogue
from course.syntax.blocks import FENCES, Block, scan
from course.syntax.dialogue import Turn
from course.syntax.outline import fence, unfenced

_CODE_SPAN = re.compile(r"`+[^`]*`+")


Pages = Collection[Page[Any, Any]]


def chosen(catalogue: Catalogue, pages: Pages | None) -> Pages:
    """The pages a rule is asked about: these, or every authored page where none are named."""
    return catalogue.pages.values() if pages is None else pages


def sides(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[tuple[Page[Any, Any], Lang, Source]]:
    """Every file of those pages, or of every authored page."""
    for page in chosen(catalogue, pages):
        for lang, source in page.sides.items():
            yield page, lang, source


def blocks(body: str, first: int = 1) -> Iterator[Block]:
    """Every block that is no container, also inside containers."""
    for block in scan(body, first)[0]:
        if block.kind == "container":
            yield from blocks(block.text, block.line)
        else:
            yield block


def turns(block: Block) -> list[Turn]:
    """What is said in a dialogue or a talk that branches; nothing in other blocks."""
    if block.name == "try":
        return branching.turns(block.lines, block.line)
    return dialogue.parse(block.lines, block.line)[0] if block.name == "dialogue" else []


def prose(body: str) -> Iterator[tuple[int, str]]:
    """1-based number and text of every line that is read as Markdown: dialogues and quizzes are, plain fences are not."""
    for block in blocks(body):
        lines = unfenced(block.text) if block.kind == "text" else enumerate(block.lines, start=1)
        for number, line in lines:
            yield block.line + number - 1, line


def code_left_out(line: str) -> str:
    """The line without what stands between backticks."""
    return _CODE_SPAN.sub("", line)


def problem(source: Source, line: int, code: str, zh: str, en: str) -> Problem:
    """A problem on a 1-based line of a file's body."""
    return Problem(source.path, source.body_line + line - 1, code, zh, en)


def torn(body: str) -> bool:
    """Whether an edge of a block in it is wrong: what comes after cannot be told then, and E204 says so."""
    found, edges = scan(body)
    return bool(edges) or any(torn(block.text) for block in found if block.kind == "container")


def missing(source: Source, kind: Kind, lang: Lang) -> list[Section]:
    """Sections the kind demands that a file does not have."""
    present = {heading.id for heading, _ in headings.parts(source.body, kind, lang) if heading}
    return [section for section in kind.sections if section.id not in present]


def foreign(body: str) -> bool:
    """Whether a fenced block in it is of no kind there is, such as a dialogue misspelt: E204 says so."""
    names = (edge.name for line in body.split("\n") if line.lstrip()[:1] in "`~" and (edge := fence(line)))
    return any(name and name not in FENCES for name in names)


def settled(source: Source, kind: Kind, lang: Lang) -> bool:
    """Whether a file has the sections its kind demands, once each and in order, and blocks that can be compared, as far as can be told."""
    order = [section.id for section in kind.sections]
    if torn(source.body) or foreign(source.body):
        return False
    return [head.id for head, _ in headings.parts(source.body, kind, lang) if head and head.id in order] == order
