"""Finished Markdown -> Typst source, with the Markdown extensions of the site."""

from __future__ import annotations

from functools import lru_cache

import markdown
from lxml import html

from course.prints.markup import Setting
from course.prints.typeset import typeset

_EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "tables")
"""Those of mkdocs.yml, but for the table of contents, which paper makes itself."""


def fragment(words: str, setting: Setting) -> str:
    """That Markdown as Typst; ``typeset.Unknown`` where it holds what prints cannot set."""
    if not words.strip():
        return ""
    return typeset(html.fragment_fromstring(_page(words), create_parent="div"), setting)


@lru_cache(maxsize=4096)
def _page(words: str) -> str:
    """That Markdown as HTML; the same section stands in several prints, differently set."""
    return markdown.markdown(words, extensions=list(_EXTENSIONS))
