"""What may be in what an author writes, beyond words and Markdown: a few bare elements, ids of headings, links to where a reader can go.

All else is found by ``strange``, so that a rule can tell of it, and shown as typed by ``harmless``, so that nothing of it works even
where no rule was asked. Nothing in prose is taken for code and stepped over: what is code for us need not be code for whoever reads it
next. Fenced blocks are no prose; the renderer writes them as HTML itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.syntax.edges import COMPANY

ELEMENTS = ("kbd", "sub", "sup", "u")
"""Elements an author may write, without attributes, opened and closed on one line with words alone inside; and ``<br>``."""
SCHEMES = ("http", "https", "mailto", "tel")
"""How an address may begin that does not lead to a page of ours."""

_TAG = re.compile(r"<(?=[A-Za-z/!?]|\{\{)")
"""Where a browser or Python-Markdown may see the beginning of a tag, a declaration or a comment."""
_PLAIN = re.compile(
    rf"<br ?/?>|<({'|'.join(ELEMENTS)})>[^<>\n]*</\1>|<https?://[^\s<>\"'`\\]+>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>|(?<=\]\()<[\w-]+\.md(?:#[\w-]+)?>",
    re.ASCII,
)
_BRACE = re.compile(r"\{+")
_VIEW = re.compile(r"^\{\{[^{}\n]*\}\}[ \t]*$", re.MULTILINE)
_HEADING_ID = re.compile(r"^#{1,6}[ \t][^{}\n]*(\{[ ]*#(?!_)[\w-]+[ ]*\})[ \t]*$", re.MULTILINE)
"""Ids that begin with a line below are those of the theme."""
_LINK = re.compile(r"\][(:]")
"""Where the address of a link, of a picture or of the definition of one begins."""
_ADDRESS = {
    "](": re.compile(r"[\s<>]*([^/?#()\"'\[\]]{0,200})"),
    "]:": re.compile(r"[\s<>]*([^\s/?#()\"'\[\]]{0,199})"),
}
"""An address as far as its scheme may reach; one of 200 characters is none. In a link a browser joins its lines, and Python-Markdown takes
the marks of a quotation out of it."""
_SCHEME = re.compile(rf"(?:{'|'.join(SCHEMES)}):", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Python-Markdown takes some of them out, and what stood on either side becomes one word."""

_SIGN = re.compile(r"[<{\]\x00-\x08\x0b-\x1f\x7f]")
"""What a text with anything strange has: most have none."""

StrangeKind = Literal["tag", "braces", "link", "control"]
EXCERPT = 40


@dataclass(frozen=True)
class Strange:
    """Something an author may not write, and where it begins in the text."""

    kind: StrangeKind
    at: int
    shown: str
    """Its beginning, as written, on one line."""


def strange(text: str, filled: bool = False) -> Iterator[Strange]:
    """Everything in a text, read as Markdown, that is not allowed, kind by kind. In one that is ``filled`` in there may be places for words."""
    if not _SIGN.search(text):
        return
    kinds: tuple[tuple[StrangeKind, Iterator[int]], ...] = (
        ("tag", _tags(text)),
        ("braces", _braces(text, filled)),
        ("link", _links(text)),
        ("control", (match.start() for match in _CONTROL.finditer(text))),
    )
    for kind, places in kinds:
        for at in places:
            yield Strange(kind, at, _CONTROL.sub("�", text[at : at + EXCERPT].split("\n")[0]))


def harmless(text: str, filled: bool = False) -> str:
    """The text with the first sign of everything strange in it written so that it is a sign and nothing else; without controls."""
    text = _CONTROL.sub("", text)
    done, start = [], 0
    for at in sorted(found.at for found in strange(text, filled)):
        done += [text[start:at], f"&#{ord(text[at])};"]
        start = at + 1
    return "".join([*done, text[start:]])


def _tags(text: str) -> Iterator[int]:
    end = 0
    for match in _TAG.finditer(text):
        if match.start() < end:  # It closes an element that is allowed.
            continue
        if plain := _PLAIN.match(text, match.start()):
            end = plain.end()
        else:
            yield match.start()


def _braces(text: str, filled: bool) -> Iterator[int]:
    if "{" not in text:
        return
    meant = {match.start() for match in COMPANY.finditer(text)} if filled else set()
    meant |= {match.start() for match in _VIEW.finditer(text)} | {match.start(1) for match in _HEADING_ID.finditer(text)}
    for match in _BRACE.finditer(text):
        if match.start() not in meant:
            yield from range(match.start(), match.end())


def _links(text: str) -> Iterator[int]:
    for match in _LINK.finditer(text):
        address = _ADDRESS[match[0]].match(text, match.end())
        scheme = address[1] if address else ""
        filled = match[0] == "]:" and "{" in scheme  # What a company says there is not known yet.
        if (":" in scheme or "&" in scheme or len(scheme) == 200 or filled) and not _SCHEME.match(scheme):
            yield match.start()
