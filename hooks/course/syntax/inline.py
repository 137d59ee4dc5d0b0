"""What is inside a line of Markdown: the one place that says what code, a link, a reference look like.

In: a line. Out: its tokens in order, which together are the whole line. Rendering, marks and rules step through these; what only
looks at a line for one of them takes it from here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.syntax.allowed import harmless
from course.syntax.edges import COMPANY

CODE = r"`+[^`]*`+"
PAGE = r"\[\[(?P<code>[\w.]+)(?:\|(?P<words>[^\]]+))?\]\]"
REFERENCE = r"\[(?P<id>[RMU]\d{2,3})\](?!\()"
TARGET = r"\]\([^)]*\)"
TAG = r"</?[A-Za-z][^<>]*>"
ATTRIBUTES = r"\{[:#.][^}]*\}"
ENTITY = r"&#?[A-Za-z0-9]{1,31};"
ADDRESS = r"https?://[^\s<>]+"

TokenKind = Literal[
    "words", "title", "code", "link", "picture", "page", "reference", "target", "tag", "attributes", "address", "entity", "own"
]
"""``title`` is one of a document, in 《》; ``own`` a place for a company's own words; ``page`` a ``[[C09]]``; ``target`` the end of a link whose words hold brackets."""

_TOKEN = re.compile(
    rf"(?P<title>《[^《》]*》)|(?P<code_span>{CODE})|(?P<picture>!\[[^\[\]]*{TARGET}(?:\{{[^}}]*\}})?)"
    rf"|(?P<link>\[(?P<shown>[^\[\]]*){TARGET}(?:\{{[^}}]*\}})?)|(?P<tag>{TAG})|(?P<attributes>{ATTRIBUTES})|(?P<address>{ADDRESS})"
    rf"|(?P<page>{PAGE})|(?P<reference>{REFERENCE})|(?P<target>{TARGET})|(?P<entity>{ENTITY})|(?P<company>{COMPANY.pattern})"
)
_SIGN = re.compile(r"[《`\[<{&]|\]\(|://")
"""What a line with any token has: most have none."""
_CODE = re.compile(CODE)
_PICTURE = re.compile(r"!\[[^\]]*\]\(")
_IS_PAGE, _IS_REFERENCE = re.compile(PAGE), re.compile(REFERENCE)


@dataclass(frozen=True)
class Token:
    """A stretch of a line."""

    kind: TokenKind
    start: int
    text: str
    """As written."""
    id: str = ""
    """The code of a page, the id of a reference, the name of a company's own words."""
    words: str = ""
    """What is shown of a link, or of a page that is called by other words than its title."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens(line: str) -> Iterator[Token]:
    """The line cut into its tokens; ``words`` are what is none of the others."""
    at = 0
    for found in _TOKEN.finditer(line) if _SIGN.search(line) else ():
        if at < found.start():
            yield Token("words", at, line[at : found.start()])
        yield _token(found)
        at = found.end()
    if at < len(line):
        yield Token("words", at, line[at:])


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup
    if kind == "page":
        return Token("page", found.start(), found[0], found["code"], found["words"] or "")
    if kind == "reference":
        return Token("reference", found.start(), found[0], found["id"])
    if kind == "company":
        return Token("own", found.start(), found[0], found["own"])
    if kind == "link":
        return Token("link", found.start(), found[0], words=found["shown"])
    return Token("code" if kind == "code_span" else kind, found.start(), found[0])  # type: ignore[arg-type]


def marks(line: str) -> Iterator[Token]:
    """The codes of pages and the references in a line that become links."""
    if "[" in line:
        yield from (token for token in tokens(harmless(line)) if token.kind in ("page", "reference"))


def references(text: str) -> Iterator[str]:
    """The ids of the references in a text that become links."""
    return (mark.id for mark in marks(text) if mark.kind == "reference")


def words(line: str, gap: str = " ", without: tuple[TokenKind, ...] = ()) -> str:
    """What a line says: of links and pages the words, and neither code, references, targets, tags, addresses nor the kinds of ``without``.

    A gap stands for each of what is left out.
    """
    if not _SIGN.search(line):
        return line
    return "".join(_said(token, gap, without) for token in tokens(line))


def _said(token: Token, gap: str, without: tuple[TokenKind, ...]) -> str:
    if token.kind in without:
        return gap
    if token.kind == "link":
        return f"[{words(token.words, gap, without)}{gap}"
    if token.kind == "page":
        return f"{gap}{token.words}"
    return token.text if token.kind in ("words", "title") else gap


def stretches(line: str) -> Iterator[tuple[int, str]]:
    """Where each stretch of a line starts that no mark, link, code or HTML is part of, and what it says."""
    return ((token.start, token.text) for token in tokens(line) if token.kind == "words")


def without_code(line: str) -> str:
    """The line without what is between backticks."""
    return _CODE.sub("", line) if "`" in line else line


def pictures(line: str) -> int:
    """How many pictures a line shows."""
    return len(_PICTURE.findall(without_code(line))) if "![" in line else 0


def without_marks(text: str) -> str:
    """A text without its codes of pages and its references."""
    return _IS_REFERENCE.sub("", _IS_PAGE.sub("", text))


def is_mark(text: str) -> bool:
    """Whether a text is the code of a page or a reference as it should be written, if perhaps of nothing."""
    return bool(_IS_PAGE.fullmatch(text) or _IS_REFERENCE.fullmatch(text))
