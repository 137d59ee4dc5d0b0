"""How long a text may be. What is longer is a mistake, such as a pasted picture, and would stall every check after it."""

from __future__ import annotations

from dataclasses import dataclass

LINE = 3000
"""Letters of a line: three times the longest there is."""
PAGE_LINES = 2000
PAGE = 100_000
"""Letters of a page: six times the longest there is. Tables and drawings are bound by the size of a file alone."""


@dataclass(frozen=True)
class Excess:
    """What is too long, before it is a problem of a file."""

    line: int
    code: str
    zh: str
    en: str


def overlong(text: str, path: str) -> Excess | None:
    """The first line that is too long, or the line after which a page is; drawings are written by programs, in lines of any length."""
    if path.endswith(".svg"):
        return None
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > LINE:
            zh = f"这一行有 {len(line)} 个字，应不超过 {LINE} 个：是贴错了，就删去；是正文，就分成几段"
            en = f"this line has {len(line)} characters, expected at most {LINE}: delete what was pasted by mistake, or cut it into paragraphs"
            return Excess(number, "E013", zh, en)
    if path.endswith(".md") and (len(lines) > PAGE_LINES or len(text) > PAGE):
        zh = f"这一页有 {len(lines)} 行、{len(text)} 个字，应不超过 {PAGE_LINES} 行、{PAGE} 个字，请分成几页"
        en = f"this page has {len(lines)} lines and {len(text)} characters, expected at most {PAGE_LINES} and {PAGE}; cut it into several pages"
        return Excess(min(PAGE_LINES, len(text[:PAGE].split("\n"))), "E014", zh, en)
    return None
