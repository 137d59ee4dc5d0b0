"""What the renderer made of Markdown: every letter a reader sees, in what it stands, and the signs left over between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

import markdown
from lxml import etree, html

from course.render.markdown import EXTENSIONS
from course.syntax.allowed import harmless

GUARD = "\u2060"
"""An invisible character: what comes after it begins no item and no heading."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_GUARDED = "\ue003"
"""Stands for a sign its author has guarded with a backslash: it is meant to be seen."""
_SIGNS = re.compile(r"\*+|__+|~~+|==+|`+|\[(?:[ xX]?|\^[^\[\]\s]{0,40})\](?!\()|\] +\((?=[^()\s]*(?:\.md|://))|\\$", re.MULTILINE)
_LISTS, _CELLS = ("ol", "ul"), ("td", "th")


@dataclass(frozen=True)
class Place:
    """In what a letter stands."""

    block: str = "p"
    """The element: ``p``, ``td``, ``pre`` and so on."""
    list: int = 0
    """Which list of the page, 0 for none."""
    ordered: bool = False
    number: int = 0
    """Which entry of that list, counted from 1, whether or not a number is shown."""
    depth: int = 0
    """In how many lists."""


@dataclass
class Rendered:
    """The letters and digits of a page in order. Positions count them."""

    letters: str = ""
    places: list[Place] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each of ``places`` begins."""
    entries: dict[tuple[int, int], int] = field(default_factory=dict)
    """List and number of an entry -> where its letters begin."""
    signs: list[tuple[int, str, str]] = field(default_factory=list)
    """Signs of Markdown that are shown: where, which, and the sign with its neighbours."""
    swallowed: list[tuple[int, str]] = field(default_factory=list)
    """Where a sign between digits or Latin letters has vanished, and the letters it stood between."""

    def place(self, at: int) -> Place:
        """In what the letter at a position stands."""
        found = bisect_right(self.starts, at) - 1
        return self.places[found] if found >= 0 else Place()


def rendered(text: str) -> Rendered:
    """What the site's renderer makes of that Markdown."""
    made = markdown.markdown(harmless(_ESCAPED.sub(_GUARDED, text)), extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
    root = html.fragment_fromstring(made, create_parent="div")
    return _Reader().read(root)


class _Reader:
    """Walks a page once, front to back."""

    def __init__(self) -> None:
        self._found = Rendered()
        self._letters: list[str] = []
        self._count = 0
        self._last = ""
        self._lists: list[list[int]] = []
        """List, kind (1 for one with numbers) and entry, from the outermost in."""
        self._blocks = ["p"]
        self._code = 0
        self._number = 0

    def read(self, root: etree._Element) -> Rendered:
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._open(element)
                self._text(element.text)
            else:
                if event == "end":
                    self._close(element)
                if element is not root:
                    self._text(element.tail)
        self._found.letters = "".join(self._letters)
        return self._found

    def _open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _LISTS:
            self._number += 1
            self._lists.append([self._number, tag == "ol", 0])
        elif tag == "li" and self._lists:
            self._lists[-1][2] += 1
            self._found.entries[self._lists[-1][0], self._lists[-1][2]] = self._count
        elif tag in ("em", "strong"):
            first = (element.text or " ")[0]
            if _joined(self._last, first):
                self._found.swallowed.append((self._count, f"{self._last}*{first}"))
        elif tag == "code":
            self._code += 1
        if tag in ("p", "pre", "li", "blockquote", *_CELLS) or tag in _LISTS:
            self._blocks.append(tag)
        self._here()

    def _close(self, element: etree._Element) -> None:
        if element.tag in _LISTS:
            self._lists.pop()
        elif element.tag == "code":
            self._code -= 1
        if element.tag in ("p", "pre", "li", "blockquote", *_CELLS) or element.tag in _LISTS:
            self._blocks.pop()
        self._here()

    def _here(self) -> None:
        list, ordered, number = self._lists[-1] if self._lists else (0, 0, 0)
        place = Place(self._blocks[-1], list, bool(ordered), number, len(self._lists))
        if self._found.places and self._found.places[-1] == place:
            return
        self._found.places.append(place)
        self._found.starts.append(self._count)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        at = 0
        if not self._code and self._blocks[-1] != "pre":
            for sign in _SIGNS.finditer(text):
                self._add(text[at : sign.start()])
                self._found.signs.append((self._count, sign[0], text[max(0, sign.start() - 1) : sign.end() + 1].strip(GUARD)))
                at = sign.start()
        self._add(text[at:])
        self._last = text[-1]

    def _add(self, text: str) -> None:
        alone = "".join(filter(str.isalnum, text))
        self._letters.append(alone)
        self._count += len(alone)


def _joined(before: str, after: str) -> bool:
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
