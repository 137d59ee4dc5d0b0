"""A report as what is said in which order, before it is Markdown or HTML: headings, entries, and lines made of words, none of them markup.

Whatever writes an outline out has one place to make words harmless, and no way around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from course.language.lang import Lang
from course.render import markdown

Style = Literal["plain", "strong", "code", "gone", "new"]

_SIGNS: Mapping[Style, str] = {"strong": "b", "code": "code", "gone": "del", "new": "ins"}
"""Elements of HTML, which Markdown takes as well."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9._:-]*(?:/[A-Za-z0-9._~%@=+,-]+)*/?")
_PAGE = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/){0,2}[a-z0-9]+(?:-[a-z0-9]+)*\.md")


@dataclass(frozen=True)
class Run:
    """Words set in one way; with ``href``, a link."""

    words: str
    style: Style = "plain"
    href: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Entry:
    """One thing that is told, and what there is to say of it."""

    line: Line
    below: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading, what it means for whoever reads it, and what stands under it."""

    title: str
    entries: tuple[Entry, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A whole report."""

    summary: str
    """How it went, in one line."""
    then: tuple[str, ...]
    """What happens next."""
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Sites:
    """Where the site can be looked at as it was and as it is; no links where that is empty. Never read from a report: its maker may be anybody."""

    before: str = ""
    after: str = ""

    def link(self, when: Literal["before", "after"], path: str, lang: Lang) -> str:
        """The address of a page of that path; empty where there is no such site, or nothing can be at that path."""
        site = self.before if when == "before" else self.after
        return f"{site}{'en/' if lang == 'en' else ''}{markdown.address(path)}" if site and _PAGE.fullmatch(path) else ""


NOWHERE = Sites()


def address(named: str) -> str:
    """The address of a site with a slash at its end. ValueError, with what is expected in both languages, where it cannot be one."""
    if not _ADDRESS.fullmatch(named) or not urlsplit(named).hostname:
        raise ValueError(
            f"{named}：要写预览网站的完整网址，如 https://example.org/before/，里面没有空格、括号和问号 "
            "/ write the whole address of a preview, like https://example.org/before/, without spaces, brackets or question marks"
        )
    return named.rstrip("/") + "/"


def plain(words: str) -> Line:
    """A line that is words alone."""
    return (Run(words),)


def joined(runs: Sequence[Run], between: str = " · ") -> list[Run]:
    """Runs with that between each two."""
    return [part for run in runs for part in (Run(between), run)][1:]


def set_in(line: Line, words: Callable[[str], str], link: Callable[[str, str], str]) -> str:
    """A line as HTML or Markdown: ``words`` makes any words harmless, ``link`` makes a link of such words and an address."""

    def run(run: Run) -> str:
        shown = words(run.words)
        if run.href:
            return link(shown, run.href)
        return f"<{_SIGNS[run.style]}>{shown}</{_SIGNS[run.style]}>" if run.style in _SIGNS else shown

    return "".join(map(run, line))
