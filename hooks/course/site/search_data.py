"""From the sections of finished pages to the data our search reads in the browser.

In: what ``passages`` reads off each page, and what only the course knows of it (other names, code, kind of page).
Out: JSON text with this shape, which ``overrides/assets/search/engine.js`` indexes::

    lang        "zh" or "en"
    kinds       {kind: what a result of that kind is called}
    pages       [{location, title, kind, code?, alias?, asked?, feeds?, sections: [[anchor, title, text, folded, code, alias...], ...]}, ...]
                the section with anchor "" holds the text before the first heading; what is folded away is found, but never shown
                asked: how people ask aloud for the page, never shown
                feeds: {anchor of a section: location of another page that is found by its words, too}
    synonyms    [[word, word, ...], ...]  words of a group find each other
    pinyin      {name in Han characters: syllables, one per character}  Chinese only
    simplified  "電电費费..."  pairs: a traditional character, and the one this site writes instead

It is sent in two files, because names are a small part of it and often all that is needed: ``split``.

Words are not split here: the browser splits text and query by the same code, so they cannot drift apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import opencc
import pypinyin

from course.site.search_passages import Passage

HAN = re.compile(r"[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""A run of Han characters, as the browser's ``Script=Han`` sees it."""

OPENING = 120
"""Characters of a page that are sent with its names, to be shown under them."""

ENTRIES = frozenset({"term", "reference", "phrase"})
"""Kinds of list whose sections are things of their own: a result is an entry, not the list."""

KINDS = ("case", "chapter", "principle", "form", "plan", "page", "list", *sorted(ENTRIES))
"""Every kind the ranking knows. ``list`` only repeats other pages and is found by its title and headings, not by its text."""


@dataclass(frozen=True)
class Facts:
    """What the course knows beyond the text. Keyed by the address of a page (``cases/the-queue-line/``), or of one of its
    sections (``glossary/#late-fee``); an address that is not among the pages is ignored, since a page may be kept out of the search."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    """Of pages only; ``page`` for those that are not in it."""
    codes: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of pages only: how people ask aloud for one."""
    feeds: Mapping[str, str] = field(default_factory=dict)
    """Of a section: the page that is found by its words, too."""


def search_data(
    pages: Mapping[str, Sequence[Passage]], facts: Facts, labels: Mapping[str, str], synonyms: Sequence[Sequence[str]], lang: str
) -> str:
    """The data file of one language's site; ``labels`` names every kind.

    Raises ``ValueError`` that names what is wrong: a language, a kind without a label or a group of synonyms we do not expect.
    """
    if lang not in ("zh", "en"):
        raise ValueError(f"lang: expected 'zh' or 'en', found {lang!r}")
    if unknown := sorted(set(facts.kinds.values()) - set(KINDS)):
        raise ValueError(f"kinds: expected one of {', '.join(KINDS)}, found {unknown[0]!r}")
    if unnamed := [kind for kind in KINDS if not labels.get(kind)]:
        raise ValueError(f"labels: {unnamed[0]!r} is missing")
    groups = [_group(group, number) for number, group in enumerate(synonyms)]
    found = [_page(url, passages, facts) for url, passages in pages.items() if passages]
    data: dict[str, Any] = {"lang": lang, "kinds": {kind: labels[kind] for kind in KINDS}, "pages": found, "synonyms": groups}
    if lang == "zh":
        data["pinyin"] = _pinyin(name for page in found for name in _names(page))
    data["simplified"] = _simplified(json.dumps(data, ensure_ascii=False))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def split(data: str) -> dict[str, str]:
    """The files to send, by name: ``search_data.json``, that data with an opening in place of each page's text, and
    ``search_text.json``, what it lacks: a list a page of a list a section, in order: open text, folded text and, of a phrase, its
    name, which is long and nobody asks for; and after the sections, where there is any, how people ask for the page. Empty strings
    at the end of a list are left out."""
    names = json.loads(data)
    texts = []
    for page in names["pages"]:
        own = [section[1:2] if page["kind"] == "phrase" else [] for section in page["sections"]]
        asked = page.pop("asked", [])
        sections = [_short([*section[2:4], *name]) for section, name in zip(page["sections"], own, strict=True)]
        texts.append([*sections, asked] if asked else sections)
        for number, (section, name) in enumerate(zip(page["sections"], own, strict=True)):
            anchor, title, text, _, *more = section
            page["sections"][number] = _short([anchor, "" if name else title, text[:OPENING] if number == 0 else "", "", *more])
    files = {"search_data.json": names, "search_text.json": texts}
    return {name: json.dumps(content, ensure_ascii=False, separators=(",", ":")) for name, content in files.items()}


def _short(values: list[str]) -> list[str]:
    """Without the empty strings at its end."""
    while values and not values[-1]:
        values = values[:-1]
    return values


def _page(url: str, passages: Sequence[Passage], facts: Facts) -> dict[str, Any]:
    """A page as the browser gets it."""
    kind, code = facts.kinds.get(url, "page"), facts.codes.get(url, "")
    leads = [passage for passage in passages if not passage.anchor]
    title = next((passage.title for passage in (*leads, *passages) if passage.title), url)
    lead = Passage("", "", " ".join(p.text for p in leads).strip(), " ".join(p.folded for p in leads).strip())
    page: dict[str, Any] = {"location": url, "title": title, "kind": kind}
    if code:
        page["code"] = code
    if names := _unique(facts.aliases.get(url, ()), without=title):
        page["alias"] = names
    if asked := _unique(facts.asked.get(url, ())):
        page["asked"] = asked
    page["sections"] = [_section(url, passage, facts, empty=kind == "list") for passage in (lead, *(p for p in passages if p.anchor))]
    if feeds := {p.anchor: target for p in passages if (target := facts.feeds.get(f"{url}#{p.anchor}"))}:
        page["feeds"] = feeds
    return page


def _section(url: str, passage: Passage, facts: Facts, empty: bool) -> list[str]:
    address = f"{url}#{passage.anchor}" if passage.anchor else ""
    code = facts.codes.get(address, "")
    title = passage.title.removeprefix(code).strip()
    text, folded = ("", "") if empty else (passage.text, passage.folded)
    return [passage.anchor, title, text, folded, code, *_unique(facts.aliases.get(address, ()), without=title)]


def _group(group: Sequence[str], number: int) -> list[str]:
    """One checked group of synonyms."""
    if isinstance(group, str) or len(words := _unique(group)) < 2:
        raise ValueError(f"synonyms[{number}]: expected a list of two or more different words, found {group!r}")
    return words


def _unique(words: Iterable[str], without: str = "") -> list[str]:
    """Words trimmed, without empty ones and repeats, in their order."""
    return [word for word in dict.fromkeys(str(word).strip() for word in words) if word and word != without]


def _names(page: Mapping[str, Any]) -> Iterable[str]:
    """What a reader may spell in pinyin: the names of a page and its parts, not its running text."""
    yield page["title"]
    yield from page.get("alias", ())
    if page["kind"] != "phrase":
        for _, title, _, _, _, *alias in page["sections"]:
            yield from (title, *(alias if page["kind"] != "reference" else ()))


def _pinyin(names: Iterable[str]) -> dict[str, str]:
    """Han characters of each name with their readings; initials follow from the syllables."""
    found: dict[str, str] = {}
    for name in names:
        runs = HAN.findall(name)
        if han := "".join(runs):
            syllables = [syllable for run in runs for syllable in _reading(run)]
            if len(syllables) == len(han):
                found.setdefault(han, " ".join(syllables))
    return found


def _reading(run: str) -> list[str]:
    """One syllable per character, read in context, and ü written v as on a keyboard; fewer if one is unknown."""
    return pypinyin.lazy_pinyin(run)


@cache
def _traditional() -> tuple[tuple[str, str], ...]:
    """Every single character OpenCC writes differently in simplified script."""
    chars = [chr(code) for start, end in ((0x3400, 0x4DC0), (0x4E00, 0xA000)) for code in range(start, end)]
    simple = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return tuple((a, b) for a, b in zip(chars, simple, strict=True) if a != b and len(b) == 1)


def _simplified(corpus: str) -> str:
    """Pairs for the traditional characters whose simplified form this corpus uses."""
    used = set(corpus)
    return "".join(a + b for a, b in _traditional() if b in used)
