"""Finished Markdown -> content of a print, with the Markdown extensions of the site."""

from __future__ import annotations

from functools import lru_cache

import markdown
from lxml import html

from course.markdown import EXTENSIONS
from course.prints.markup import NOTHING, Markup, Setting
from course.prints.typeset import typeset


def fragment(words: str, setting: Setting) -> Markup:
    """That Markdown as it is printed; Unknown where it holds what prints cannot set."""
    if not words.strip():
        return NOTHING
    return typeset(html.fragment_fromstring(_page(words), create_parent="div"), setting)


@lru_cache(maxsize=4096)
def _page(words: str) -> str:
    """That Markdown as HTML; the same section stands in several prints, differently set."""
    return markdown.markdown(words, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
