"""Is the English there, complete, and as new as its Chinese source? Passage by passage, by content and never by date.

A passage is a section, by its id, or a field of the front matter that is words, such as ``front.title``.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any, Literal

from course.content import front_matter, headings
from course.content.catalogue import AnyPage
from course.content.kinds import MARK, Kind
from course.content.source import Source
from course.language.lang import LANGS, Lang
from course.language.look_alikes import folded

State = Literal["missing", "unstamped", "behind", "complete"]

FRONT = "front."
"""How the name of a field begins among the passages; no id of a section has a dot."""

_TARGET = re.compile(r"\]\([^)]*\)|\{[:#.][^}]*\}")
_NOISE = re.compile(r"[^\w✓✗]+|_+")


def normalised(text: str) -> str:
    """Text with what does not change its meaning taken out: spaces, punctuation (but ✓ and ✗), link targets, attributes.

    Nor does it count whether a letter was typed full-width or came as a double from a PDF.
    """
    return _NOISE.sub("", _TARGET.sub("]", folded(text))).lower()


def stamp(text: str) -> str:
    """A short fingerprint of a passage's normalised text."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()[:10]


def passages(source: Source, kind: Kind, lang: Lang = "zh") -> dict[str, str]:
    """Every passage of a page that has words: name -> text, in the order of the page; the same names in both languages."""
    fields = {FRONT + name: words(source.data.get(name)) for name in kind.words.model_fields}
    return {name: text for name, text in fields.items() if text} | headings.sections(source.tree, kind, lang)


def words(value: Any) -> str:
    """The value of a field as words, one entry a line."""
    if isinstance(value, dict):
        return "\n".join(f"{key}：{text}" for key, text in value.items())
    if isinstance(value, list):
        return "\n".join(str(text) for text in value)
    return "" if value is None else str(value)


def stamps(page: AnyPage) -> dict[str, str]:
    """Passage -> fingerprint of the Chinese page as it is now."""
    return {name: stamp(text) for name, text in passages(page.sides["zh"], page.kind).items()}


def unwritten(page: AnyPage) -> frozenset[str]:
    """Passages that are a hint of a new page in either language: there is nothing to compare yet."""
    found: set[str] = set()
    for lang in (lang for lang in LANGS if lang in page.sides and MARK in page.sides[lang].text):
        found |= {name for name, text in passages(page.sides[lang], page.kind, lang).items() if MARK in text}
    return frozenset(found)


def behind(page: AnyPage) -> frozenset[str]:
    """Passages whose Chinese has changed, come or gone since the English was confirmed, and those still to be written."""
    waiting = unwritten(page)
    confirmed: dict[str, str] = getattr(page.words.get("en"), "translated", {})
    if not confirmed:
        return waiting
    now = stamps(page)
    return waiting | frozenset(id for id in now.keys() | confirmed.keys() if confirmed.get(id) != now.get(id))


def state(page: AnyPage) -> State:
    """How far the translation of a page has got."""
    if "en" not in page.sides:
        return "missing"
    if not page.words["en"].translated:
        return "unstamped"
    return "behind" if behind(page) else "complete"


def accepted(english: str, current: dict[str, str]) -> str:
    """The text of an English page with the fingerprints of the Chinese passages it now matches, in place of older ones."""
    lines = english.split("\n")
    end = front_matter.closing_line(lines)
    if end is None:
        return english
    front: list[str] = []
    older = False
    for line in lines[1:end]:
        older = line.startswith("translated:") or (older and not line[:1].strip())
        if not older:
            front.append(line)
    stamped = [f'  "{id}": "{value}"' for id, value in current.items()]
    return "\n".join([lines[0], *front, "translated:" if stamped else "translated: {}", *stamped, *lines[end:]])
