"""The links of a body as the site's renderer makes them, which is what a strict build looks at, and the lines they are on."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from course.content import headings
from course.content.kinds import Kind
from course.render import markdown
from course.render.blocks import render
from course.render.inline import Scope
from course.rules.e321_printable_size import BRACKETS
from course.syntax.inline import without_marks
from course.syntax.tree import Tree

_MAYBE = re.compile(r"\]\(|\]\[|\]:|<[^<>\n]*[:@/]", re.MULTILINE)
"""What any link leaves in a body once our own marks are taken out: most pages have none."""
_HEAD = r"(?:\]\(\s*<?|\]:\s*<?|href\s*=\s*[\"']?)"


def links(tree: Tree, kind: Kind, scope: Scope) -> list[str]:
    """Targets of the links and pictures of a body, each once, in order.

    Raises KeyError where a mark in it names nothing; a rule of its own says so.
    """
    body = tree.text
    if not may_link(body) or any(map(_past, body.split("\n\n"))):
        return []
    return list(dict.fromkeys(_collected(_finished(tree, kind, scope)).targets))


def may_link(text: str) -> bool:
    """Whether a text may hold a link that is not one of our own marks: a quick look before a slow one."""
    return bool(_MAYBE.search(without_marks(text)))


def ids(tree: Tree, kind: Kind, scope: Scope) -> set[str]:
    """The ids links can lead to in a body. Raises KeyError where a mark in it names nothing."""
    return _collected(_finished(tree, kind, scope)).ids


def _finished(tree: Tree, kind: Kind, scope: Scope) -> str:
    """A body as Markdown alone. Sections lose the space they begin with, which keeps a link from being code, as where they are folded."""
    parts = headings.parts(tree, kind, scope.lang)
    heads = (markdown.heading(2, part.heading.title, part.heading.id) if part.heading else "" for part in parts)
    texts = (render(part.nodes, scope).strip() for part in parts)
    return markdown.join(*(block for pair in zip(heads, texts, strict=True) for block in pair))


def targets_in(words: str) -> list[str]:
    """Targets of the links and pictures that Markdown makes of a value in front matter or a table."""
    return _collected(words).targets if may_link(words) and not _past(words) else []


def _past(paragraph: str) -> bool:
    """Whether a paragraph has so many brackets that the renderer would take minutes: E321 tells of it in a body."""
    return paragraph.count("[") + paragraph.count("<") > BRACKETS


def lines_with(target: str, body: str) -> Iterator[int]:
    """1-based lines of a body on which a link with that target is written; the first that may hold one where that cannot be told."""
    lines = html.unescape(body).split("\n")
    written = re.compile(_HEAD + re.escape(target))
    found = [number for number, line in enumerate(lines, start=1) if written.search(line)]
    found = found or [number for number, line in enumerate(lines, start=1) if target in line]
    yield from found or [next((number for number, line in enumerate(lines, start=1) if may_link(line)), 1)]


class _Collector(Treeprocessor):
    """Notes the targets and ids of the finished tree, after attribute lists have had their say."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                self.targets.append(element.get("href" if element.tag == "a" else "src") or "")
            self.ids |= {value for name in ("id", "name") if (value := element.get(name))}


def _collected(text: str) -> _Collector:
    renderer, collector = Markdown(extensions=[*markdown.EXTENSIONS], extension_configs=markdown.EXTENSIONS), _Collector()
    renderer.treeprocessors.register(collector, "links", 0)
    renderer.convert(text)
    return collector
