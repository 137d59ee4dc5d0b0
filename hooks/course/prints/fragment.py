"""Finished Markdown -> content of a print, with the Markdown extensions of the site."""

from __future__ import annotations

from functools import lru_cache

import markdown
from lxml import html

from course.prints.html_to_typst import typeset
from course.prints.markup import NOTHING, Markup, Setting, Unknown
from course.render.markdown import EXTENSIONS

DEEPEST = 40
"""How deep elements may be nested so that Typst can set them. E321 reports an author's long before, at their line."""


def fragment(words: str, setting: Setting) -> Markup:
    """That Markdown as it is printed; Unknown where it holds what prints cannot set."""
    if not words.strip():
        return NOTHING
    root = html.fragment_fromstring(_page(words), create_parent="div")
    if root.xpath(f"boolean(.//*[count(ancestor::*) > {DEEPEST}])"):
        raise Unknown(f"elements more than {DEEPEST} deep in one another")
    return typeset(root, setting)


@lru_cache(maxsize=4096)
def _page(words: str) -> str:
    """That Markdown as HTML; the same section is part of several prints, set differently."""
    return markdown.markdown(words, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
