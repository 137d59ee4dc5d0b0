"""What a page keeps from trainees, read off its source by rules of our own, not by the code that leaves it out of a print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import markdown as python_markdown
from lxml import html

from course.content.catalogue import AnyPage, Catalogue
from course.language.lang import Lang
from course.render.blocks import render
from course.render.inline import Scope
from course.syntax.tree import parse
from pdf_text import squashed

SECTIONS = {
    "参考分析": "analysis", "更好的做法": "better", "后来": "aftermath", "依据": "rules", "讲师提示": "trainer",
    "Analysis": "analysis", "A better way": "better", "What came of it": "aftermath", "Rules": "rules", "Trainer notes": "trainer",
}  # fmt: skip
"""Heading -> name of a section that is not for trainees on paper. A case's rules answer half its questions."""
BLOCKS = ("answer", "trainer", "role")
SHORT: dict[Lang, int] = {"zh": 8, "en": 18}
"""Letters below which a sentence says nothing by itself: ``0–5``, ``第 1 题``."""

_MARKED = re.compile(r"^([^：:（(]+)[（(]\s*[✓✗]\s*(P\d+)[^）)]*[）)]\s*([：:])\s*(.+)$")
_SENTENCES = re.compile(r"(?<=[。！？；])|(?<=[.!?;]) ")
_BLOCKS = ("p", "li", "td", "th", "h2", "h3", "h4", "figcaption", "blockquote")


@dataclass(frozen=True)
class Sides:
    """A page's text without spaces: what trainees may see of it, and what not. The name of a page is no secret anywhere."""

    shown: str
    secrets: dict[str, set[str]]
    """Kind of secret -> its sentences."""

    def leaks(self, text: str, shown: str) -> dict[str, set[str]]:
        """Kind of secret -> those of its sentences that are in a text and not in what may be shown there."""
        found = {kind: {one for one in told if one in text and one not in shown} for kind, told in self.secrets.items()}
        return {kind: told for kind, told in found.items() if told}


def sides(page: AnyPage, catalogue: Catalogue, lang: Lang) -> Sides:
    """Both sides of a page."""
    scope = Scope(catalogue, lang, page.path, audience="trainer")
    names = {squashed(f"{code}{other.title(lang)}") for code, other in catalogue.coded.items()}
    shown = squashed(page.title(lang) + page.summary(lang) + "".join(getattr(page.front, "objectives", ())))
    secrets: dict[str, set[str]] = {}
    for kind, words in _cut(page.body(lang).tree.text):
        if kind == "shown":
            shown += squashed("".join(passages(render(parse(words).nodes, scope))))
        elif kind == "asked":
            shown += squashed(words)
        else:
            told = [words] if kind in ("mark", "verdict") else passages(render(parse(words).nodes, scope))
            split = [squashed(one) for part in told for one in ([part] if kind == "mark" else _SENTENCES.split(part))]
            secrets.setdefault(kind, set()).update(one for one in split if len(one) >= SHORT[lang] or kind == "mark")
    return Sides(shown, {kind: {one for one in told - names if one not in shown} for kind, told in secrets.items()})


def passages(words: str) -> list[str]:
    """The text of each paragraph, list item, cell, heading and turn of finished Markdown, still with its spaces."""
    page = python_markdown.markdown(words, extensions=["attr_list", "fenced_code", "md_in_html", "tables"])
    root = html.fragment_fromstring(page, create_parent="div")
    return [text for block in root.iter(*_BLOCKS) if (text := "".join(_own(block)).strip())]


def _own(block: html.HtmlElement) -> Iterator[str]:
    """The words of a block without those of blocks inside it."""
    yield block.text or ""
    for child in block:
        if isinstance(child.tag, str) and child.tag not in (*_BLOCKS, "ul", "ol", "div", "table"):
            yield from _own(child)
        yield child.tail or ""


def _cut(body: str) -> Iterator[tuple[str, str]]:
    """Stretches of a body, each with what it is: ``shown``, ``asked`` (a line of a quiz) or a kind of secret."""
    section, block, fence = "shown", "", ""
    kept: list[str] = []
    for line in [*body.split("\n"), "## "]:
        kind = section if section != "shown" else block or "shown"
        if not fence and line.startswith(("## ", ":::")):
            yield kind, "\n".join(kept)
            kept = []
            if line.startswith("## "):
                section, block = SECTIONS.get(line[3:].strip(), "shown"), ""
            else:
                name = line.strip(": ").split(" ")[0]
                block = name if name in BLOCKS else ""
        elif fence == "quiz" and line != "```" and kind == "shown":
            secret = line.startswith("  >")
            yield "verdict" if secret else "asked", line.lstrip("> ") if secret else re.sub(r"^- \[[ x]\] ", "", line)
        elif fence == "dialogue" and kind == "shown" and (turn := _MARKED.match(line)):
            yield "mark", f"{turn[4][-16:]} {turn[2]}"
            kept.append(f"{turn[1]}{turn[3]}{turn[4]}")
        elif not (kind == "shown" and line == "```quiz"):
            kept.append(line)
        if line.startswith("```"):
            if fence == "quiz" and kind == "shown":
                kept.pop()
            fence = "" if fence else line[3:].strip() or "code"
