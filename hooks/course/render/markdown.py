"""The only place that writes Markdown syntax: links between pages, lists, tables, headings, folded blocks.

Words, such as a title or a row of a table, go through ``escape`` where they become Markdown or HTML, whatever they hold; in a template
Jinja does it. What an author wrote as Markdown goes through ``allowed.harmless``.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from course.language.lang import Lang

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "attr_list": {},
    "fenced_code": {},
    "md_in_html": {},
    "tables": {"use_align_attribute": True},
}
"""The extensions all our Markdown is read with, and how they are set: those of mkdocs.yml, but for the table of contents."""


def relative(page: str, target: str) -> str:
    """Address of a page or file from another page; both are paths relative to the language's folder."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def address(path: str) -> str:
    """Where a builder puts the page of that path: a folder of its own, below the language's."""
    return path.removesuffix("index.md").replace(".md", "/")


def route(page: str, target: str) -> str:
    """Address of a page's folder from another page's, as a browser follows it; for what a builder does not take for a link."""
    here, there = (address(path) or "." for path in (page, target))
    return posixpath.relpath(there, here) + "/"


_SIGNS = re.compile(r"[\\`*_{}\[\]|]|^(?:[#+\-:=~]|\d(?=\d*[.)]))")
"""What Markdown may read as more than a sign, in a line or cell or at its beginning."""


def escape(words: str) -> str:
    """Words, which may hold any sign, as what shows exactly them in Markdown, in HTML and in an attribute; on one line, from its beginning."""
    words = html.escape(" ".join(words.split("\n")).lstrip())
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", words)


def link(page: str, target: str, words: str, *classes: str, anchor: str = "", title: str = "") -> str:
    """A link from page to target. ``words`` is Markdown already; ``title`` is words shown on hover or focus."""
    address = relative(page, target) + (f"#{anchor}" if anchor else "")
    hint = f' "{escape(title)}"' if title else ""
    names = f"{{ {' '.join(f'.{name}' for name in classes)} }}" if classes else ""
    return f"[{words}]({address}{hint}){names}"


def heading(level: int, words: str, id: str = "", *marks: str) -> str:
    """A heading of its own block; ``marks`` are further attributes such as ``data-search-exclude``."""
    attributes = " ".join([*([f"#{id}"] if id else []), *marks])
    return f"{'#' * level} {words}" + (f" {{ {attributes} }}" if attributes else "")


def section(level: int, words: str, id: str, content: str, *marks: str) -> str:
    """Content under a heading; nothing where there is no content."""
    return join(heading(level, words, id, *marks), content) if content else ""


def bullets(items: Iterable[str]) -> str:
    """A list without order; further lines of an item are indented below it."""
    return "\n".join("- " + item.replace("\n", "\n    ") for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown cells; a bar or line break inside a cell is made harmless."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cell.replace("\n", " ") for cell in cells) + " |"

    return "\n".join([line(header), line("---" for _ in header), *(line(row) for row in rows)])


def block(tag: str, content: str, *classes: str, attributes: str = "", lead: str = "") -> str:
    """Markdown inside an HTML element; ``lead`` is HTML put before it, such as a summary."""
    names = f' class="{" ".join(classes)}"' if classes else ""
    more = f" {attributes}" if attributes else ""
    before = f"\n{lead}" if lead else ""
    return f'<{tag}{names}{more} markdown="1">{before}\n\n{content.strip()}\n\n</{tag}>'


def folded(summary: str, content: str, *classes: str, attributes: str = "") -> str:
    """Content behind one click, which works without JavaScript."""
    return block("details", content, *classes, attributes=attributes, lead=f"<summary>{escape(summary)}</summary>")


def inline(text: str, tag: str, *classes: str) -> str:
    """Markdown text in an inline HTML element."""
    names = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{tag}{names}>{text}</{tag}>"


def join(*blocks: str) -> str:
    """Blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip())


def listed(items: Sequence[str], lang: Lang) -> str:
    """Words in a row, the way each language writes it."""
    return ("、" if lang == "zh" else ", ").join(items)


def named(name: str, words: str, lang: Lang) -> str:
    """Words after what they are, with the colon each language has."""
    return f"{name}{'：' if lang == 'zh' else ': '}{words}"


def dots(items: Sequence[str]) -> str:
    """Facts in one line; a dot never starts a line."""
    return "\u00a0· ".join(items)
