"""Lines mean to the renderer what they look like: items are items with their numbers, rows are rows, and every word is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.content.values import of_page, of_table
from course.language.lang import LANGS
from course.rules import misread
from course.rules.bodies import Pages, sides
from course.rules.looks import Line, inline, lines

CODE = "E323"
WHY = (
    "写的人看到的是列表、表格、一句完整的话，读的人看到的要一样。"
    "/ What its author sees as a list, a table or a whole sentence is what the reader must see."
)

_REASONS = ("principles", "breaks")
"""Values of front matter that are read as Markdown."""
_SIGNS = re.compile(r"\*\*[^*]|\[\[[\w.]+(?:\||\]\])|(?<!\[)\[[RMU]\d{2,3}\](?!\])|`|\]\(")


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """What of pages is rendered otherwise than it looks, and signs in values that are shown as they are typed."""
    for page, _, source in sides(catalogue, pages):
        if not source.tree.torn:
            for line, zh, en in misread.told([*_body(source), *_reasons(source)]):
                yield Problem(source.path, line, CODE, zh, en)
        yield from _values(source, ((line, text) for line, text in of_page(page.kind, source) if line not in _lines_of_reasons(source)))
    for name, source in catalogue.tables.items():
        for lang in LANGS:
            yield from _values(source, of_table(name, source, lang))
            yield from _cut_short(source, of_table(name, source, lang))


def _body(source: Source) -> Iterator[Line]:
    """The lines of a body, numbered as in its file."""
    for line in lines(source.tree):
        yield Line(line.number and line.number + source.body_line - 1, line.text, line.look, line.mark, line.indent, line.letters)


def _reasons(source: Source) -> Iterator[Line]:
    for name in _REASONS:
        reasons = source.data.get(name)
        for code, text in reasons.items() if isinstance(reasons, dict) else ():
            if isinstance(text, str):
                yield from inline(" ".join(text.split()), source.line(name, str(code)))


def _lines_of_reasons(source: Source) -> set[int]:
    return {source.line(name, str(code)) for name in _REASONS for code in source.data.get(name) or ()}


def _values(source: Source, values: Iterator[tuple[int, str]]) -> Iterator[Problem]:
    for line, text in values:
        if found := _SIGNS.search(text):
            zh = f"“{found[0]}”在这里会原样显示：标题、简介和表格里的字不认 Markdown 写法，请删去，只写字"
            en = f"`{found[0]}` is shown as typed here: titles, summaries and tables are no Markdown, expected words alone"
            yield Problem(source.path, line, CODE, zh, en)


def _cut_short(source: Source, values: Iterator[tuple[int, str]]) -> Iterator[Problem]:
    """Values of a table that end where a ``#`` begins a note: the rest of what was typed is not there. Of pages E008 tells."""
    lines = source.text.split("\n")
    for line, text in values:
        if "#" in lines[line - 1] and re.search(rf": +{re.escape(text)}[ \t]+#", lines[line - 1]):
            zh = "“ #”和后面的字会被当成注释丢掉：是内容，请在整句外面加一对 ' '；是备注，请另起一行，以 # 开头"
            en = "` #` and what follows would be dropped as a note, expected ' ' round the whole value, or, for a note, a line of its own"
            yield Problem(source.path, line, CODE, zh, en)
