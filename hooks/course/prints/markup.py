"""Typst source: words, functions called, places led to; and how a stretch of a page is to be set."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Link = Callable[[str, str, str], str]
"""Path of the page a link leads to, the place on it, and the words as Typst -> the words as they are printed."""


class Unknown(ValueError):
    """An element the prints have no way to set."""


def plain(_path: str, _anchor: str, words: str) -> str:
    """A link on paper that leads nowhere: its words."""
    return words


@dataclass(frozen=True)
class Setting:
    """How a stretch of HTML is to be set."""

    path: str
    """Of the page it stands on: links are relative to it."""
    chinese: bool = True
    depth: int = 0
    """How many levels its headings go down."""
    link: Link = plain


def text(words: str) -> str:
    """Words as Typst markup that sets exactly them."""
    return '#"' + words.replace("\\", "\\\\").replace('"', '\\"') + '";'


def string(words: str) -> str:
    """Words as a Typst string."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def call(name: str, content: str, **options: str) -> str:
    """A Typst function called on content; the options are Typst expressions."""
    given = ", ".join(f"{key.replace('_', '-')}: {value}" for key, value in options.items())
    return f"#{name}({given})[{content}]" if given else f"#{name}[{content}]"


def anchor(path: str) -> str:
    """The label of a page in a Typst document."""
    return re.sub(r"[^A-Za-z0-9]+", "-", path.removesuffix(".md"))
