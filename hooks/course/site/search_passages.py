"""What the search reads off a finished page: its sections, and of each the open text and the text that is folded away.

In: the HTML of a page's article, as the Markdown library makes it. Out: ``Passage`` after ``Passage``, in the order of the page.

What gives an answer away counts as folded, whether or not a fold hides it: the options of a quiz, beside whose question they would
be shown, and all of a branching talk. What is not prose (the line of facts under a title, signs and codes beside a line of dialogue,
verdicts of a quiz) is left out, so that it is never shown as an excerpt. What only repeats another page says so with
``data-search-exclude``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"})
_LISTS = frozenset({"ol", "ul"})
_SILENT = frozenset({"object", "script", "style"})
_NOT_PROSE = frozenset(
    {
        "asked__number",
        "headerlink",
        "meta",
        "phrase__meta",
        "print-only",
        "quiz__hint",
        "quiz__number",
        "try__intro",
        "try__verdict",
        "turn__mark",
        "verb",
        "verdict",
    }
)
"""Classes of elements that are no prose."""

_FULL = re.compile(r"(?<=[，。、：；！？）】》]) +")


@dataclass(frozen=True)
class Passage:
    """A section of a page. The part before the first heading, and that under the page's own title, has the anchor ``""``."""

    anchor: str
    title: str
    text: str
    folded: str = ""
    """What a reader sees only after opening a fold: an answer, a role card."""


@dataclass
class _Open:
    """An element that is not closed yet."""

    tag: str
    silent: bool = False
    folded: bool = False
    answer: bool = False
    """A fold whose summary only says that there is an answer."""
    quiz: bool = False
    """A self-check, or inside one."""


@dataclass
class _Draft:
    anchor: str
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Sorts the text of a page into drafts of its sections."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.drafts = [_Draft("")]
        self.open: list[_Open] = []
        self.heading = ""
        """The tag of the heading that is open, if one is."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._take(" ")
        if tag in _VOID:
            return
        given: Mapping[str, str | None] = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        anchor = given.get("id") or ""
        excluded = "data-search-exclude" in given
        if tag in _HEADINGS and anchor:
            self.drafts.append(_Draft("" if tag == "h1" else anchor, excluded))
            self.heading = tag
        inside = self.open[-1] if self.open else _Open("")
        silent = inside.silent or tag in _SILENT or bool(classes & _NOT_PROSE) or (excluded and tag not in _HEADINGS)
        if tag == "summary":  # It is visible unless its fold is inside another.
            self.open.append(_Open(tag, silent or inside.answer, any(element.folded for element in self.open[:-1])))
        else:
            quiz = inside.quiz or "quiz" in classes
            folded = inside.folded or tag == "details" or "try" in classes or (quiz and tag in _LISTS)
            self.open.append(_Open(tag, silent, folded, tag == "details" and "answer" in classes, quiz))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.heading:
            self.heading = ""
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass
        if tag not in _INLINE:
            self._take(" ")

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1].silent):
            self._take(data)

    def _take(self, text: str) -> None:
        draft = self.drafts[-1]
        if self.heading:
            draft.title.append(text)
        elif self.open and self.open[-1].folded:
            draft.folded.append(text)
        else:
            draft.text.append(text)


def passages(article: str) -> list[Passage]:
    """The sections of that HTML, without those that ask to be left out and without empty ones that have no title."""
    reader = _Reader()
    reader.feed(article)
    reader.close()
    found = [
        Passage(draft.anchor, _line(draft.title), _line(draft.text), _line(draft.folded)) for draft in reader.drafts if not draft.excluded
    ]
    return [passage for passage in found if passage.title or passage.text or passage.folded]


def _line(parts: list[str]) -> str:
    """On one line; full stops and their like of Chinese carry their own space."""
    return _FULL.sub("", " ".join("".join(parts).split()))
