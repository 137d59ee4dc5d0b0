"""Anybody's words -> Markdown or HTML in which they are words and nothing else: the one place that makes them so.

A report is posted under the project's name where people are called by ``@name`` and things by ``#1``, and what it quotes may come from
anybody. So every sign that may mean something in Markdown or HTML is written as its number; and because GitHub and GitLab look for names,
numbers and addresses in the finished text, where a number is a sign again, a space without width parts what they look for. Characters nobody
sees, or that turn the direction of writing, are shown by their number.
"""

from __future__ import annotations

import html
import re
import unicodedata

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
"""All signs of ASCII."""
_LEFT = frozenset(",;/?%'")
"""Those of them that mean nothing, wherever they stand."""
_CALLS = re.compile(
    r"[@#!$%&~^]"  # people, issues, merge requests, snippets, milestones, epics, labels, alerts
    r"|:(?![\d\s])"  # addresses, :emoji:; not the minutes of a time or the line of a file
    r"|(?<![A-Za-z0-9])(?:www(?=\.|$)|GH-)",
    re.IGNORECASE,
)
_COMMIT = re.compile(r"(?<![A-Za-z0-9])[0-9a-f]{7,64}(?![A-Za-z0-9])", re.IGNORECASE)
_SHORTEST = re.compile(r".{6}(?=.)")
"""Of seven signs of a commit's number a link is made."""
_SPACE = re.compile(r"\s+")
_APART = "\u200b"
_IN_A_ROW = 2
"""More marks on one letter than that reach over the lines around it."""


def words(text: str) -> str:
    """The words on one line, with what cannot be seen shown by its number: ``⟨U+202E⟩``."""
    shown: list[str] = []
    marks = 0
    for sign in _SPACE.sub(" ", text):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if kind[0] == "C" or kind in ("Zl", "Zp"):
            shown.append(f"⟨U+{ord(sign):04X}⟩")
        elif marks <= _IN_A_ROW:
            shown.append(sign)
    return "".join(shown)


def in_markdown(text: str) -> str:
    """Markdown that shows the words of a text and does nothing: nobody is called, nothing is linked, marked, numbered or run.

    So it stays whatever stands before and behind it, and inside an HTML element.
    """
    parted = _COMMIT.sub(lambda found: _SHORTEST.sub(rf"\g<0>{_APART}", found[0]), words(text))
    parted = _CALLS.sub(lambda found: found[0] + _APART, parted)
    return _SIGNS.sub(lambda sign: sign[0] if sign[0] in _LEFT else f"&#{ord(sign[0])};", parted).replace(_APART, "&#8203;")


def in_html(text: str) -> str:
    """HTML, also for an attribute, that shows the words of a text."""
    return html.escape(words(text))


def cut(text: str, most: int) -> str:
    """The beginning of a text on one line, with ``…`` where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
