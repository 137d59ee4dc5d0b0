"""The trainer's view: every chapter and case a second time, below ``trainer/``, with what trainees are not to see open.

The folder is laid out like the site around it. A link between two of its pages is therefore written as it is on the pages for
readers, and stays inside; a link to anything else only has one step further to go.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from course.content.catalogue import AnyPage, Catalogue
from course.render import markdown
from course.syntax.tree import parse

FOLDER = "trainer/"
PATH = f"{FOLDER}index.md"
STYLE = "assets/css/trainer.css"
"""The looks of what only trainers open, so that nobody else fetches them."""

_LINK = re.compile(r"""(\]\(\s*<?|\bhref=")(?![a-z]+:|//|#)([^)\s>"]+)""")


def has(page: AnyPage) -> bool:
    """Whether the page holds what a trainer sees and a trainee does not."""
    return page.kind.name in ("chapter", "case")


def path(page: AnyPage) -> str:
    """Path of its trainer's view."""
    return FOLDER + page.path


def inside(text: str, page: AnyPage, catalogue: Catalogue) -> str:
    """Finished Markdown of that page with its links made to lead on from the trainer's folder."""

    def longer(match: re.Match[str]) -> str:
        address = match[2].partition("#")[0]
        target = catalogue.pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), address)))
        if target and has(target):
            return match[0]
        away = match[2] if match[2].startswith("../") else f"../{posixpath.dirname(page.path)}/{match[2]}"
        return f"{match[1]}../{away}"

    lines = text.split("\n")
    for number, line in parse(text).unfenced:
        lines[number - 1] = _LINK.sub(longer, line)
    return "\n".join(lines)


def facts(page: AnyPage, opened: bool) -> dict[str, Any]:
    """Front matter that ties the two views of a page together, and keeps the trainer's out of every search."""
    if not has(page):
        return {}
    if opened:
        return {"reader": markdown.address(page.path), "robots": "noindex", "search": {"exclude": True}}
    return {"trainer": markdown.address(path(page))}
