"""From the search index MkDocs writes to the data our own search reads in the browser.

In: the stock ``search_index.json``, and per page what only the course knows (other names, kind of page).
Out: JSON text with this shape, which ``overrides/assets/search/engine.js`` indexes::

    lang        "zh" or "en"
    pages       [{location, title, kind, alias?, tags?, sections: [[anchor, title, text, alias...], ...]}, ...]
                the section with anchor "" holds the text before the first heading
    synonyms    [[word, word, ...], ...]  words of a group find each other
    pinyin      {name in Han characters: syllables, one per character}  Chinese only
    simplified  "電电費费..."  pairs: a traditional character, and the one this site writes instead

It is sent in two files, because names are a small part of it and often all that is needed: ``parts``.

Words are not split here: the browser splits text and query by the same code, so they cannot drift apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from typing import Any

import opencc
import pypinyin

HAN = re.compile(r"[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""A run of Han characters, as the browser's ``Script=Han`` sees it."""

HIGHLIGHT_SEPARATOR = r"\s+"
"""How Material splits the words to mark on a page it opens from a result: we hand it whole words."""

OPENING = 120
"""Characters of a page that are sent with its names, to be shown under them."""

_INLINE = frozenset({"a", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup"})


def search_data(
    stock_index: Mapping[str, Any],
    aliases: Mapping[str, Sequence[str]],
    kinds: Mapping[str, str],
    synonyms: Sequence[Sequence[str]],
    lang: str,
) -> str:
    """The data file of one language's site.

    ``stock_index`` is the parsed ``search/search_index.json``. ``kinds`` is keyed by page URL as it
    stands there, without anchor (``cases/the-queue-line/``), ``aliases`` by page URL or by that of a section
    (``glossary/#late-fee``). A page that is not in ``kinds`` counts as ``page``; a URL that is not in the index is
    ignored, since a page may be kept out of the search.
    Kinds the ranking knows: ``case principle chapter form page``; ``entries``,
    a generated list whose sections are things of their own (a glossary); ``generated``, one that only repeats others and is
    found by its title and headings, not by its text.

    Raises ``ValueError`` that names the missing or wrong part if the stock index is not what we expect.
    """
    if lang not in ("zh", "en"):
        raise ValueError(f"lang: expected 'zh' or 'en', found {lang!r}")
    groups = [_group(group, number) for number, group in enumerate(synonyms)]
    pages = _pages(_docs(stock_index))
    for url, page in pages.items():
        page["kind"] = kinds.get(url, "page")
        if page["kind"] == "generated":
            page["sections"] = [[anchor, title, ""] for anchor, title, _ in page["sections"]]
        if names := _unique(aliases.get(url, ()), without=page["title"]):
            page["alias"] = names
        for section in page["sections"]:
            if section[0]:
                section += _unique(aliases.get(f"{url}#{section[0]}", ()), without=section[1])
    data: dict[str, Any] = {"lang": lang, "pages": list(pages.values()), "synonyms": groups}
    if lang == "zh":
        data["pinyin"] = _pinyin(name for page in pages.values() for name in _names(page))
    data["simplified"] = _simplified(json.dumps(data, ensure_ascii=False))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def parts(data: str) -> dict[str, str]:
    """The files to send, by name: ``search_data.json``, that data with an opening in place of each page's text, and
    ``search_text.json``, the texts it lacks: a list a page, in order, of a text a section."""
    names = json.loads(data)
    texts = []
    for page in names["pages"]:
        texts.append([section[2] for section in page["sections"]])
        for number, section in enumerate(page["sections"]):
            section[2] = section[2][:OPENING] if number == 0 else ""
    files = {"search_data.json": names, "search_text.json": texts}
    return {name: json.dumps(content, ensure_ascii=False, separators=(",", ":")) for name, content in files.items()}


def empty_index() -> str:
    """What to write over the stock index, which Material still downloads with every page.

    It needs the separator for marking words on the page a result leads to, and nothing else.
    """
    config = {"lang": ["en"], "separator": HIGHLIGHT_SEPARATOR, "pipeline": [], "fields": {}}
    return json.dumps({"config": config, "docs": []}, separators=(",", ":"))


def _docs(stock_index: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The entries of the stock index, checked: every one has its three texts."""
    if "docs" not in stock_index:
        raise ValueError("search index: key 'docs' is missing")
    docs: Sequence[Mapping[str, Any]] = stock_index["docs"]
    for number, doc in enumerate(docs):
        for key in ("location", "title", "text"):
            if not isinstance(doc.get(key), str):
                problem = "is not text" if key in doc else "is missing"
                raise ValueError(f"search index: docs[{number}] ({doc.get('location', '?')}): key '{key}' {problem}")
    return docs


def _pages(docs: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Entries grouped by page URL. The stock index puts a page before its sections; we do not rely on it."""
    pages: dict[str, dict[str, Any]] = {}
    for doc in docs:
        url, _, anchor = doc["location"].partition("#")
        page = pages.setdefault(url, {"location": url, "title": "", "sections": []})
        title, text = plain(doc["title"]), plain(doc["text"])
        if anchor:
            page["sections"].append([anchor, title, text])
            continue
        page["title"] = title
        page["sections"].insert(0, ["", "", text])
        if tags := _unique(doc.get("tags") or ()):
            page["tags"] = tags
    for url, page in pages.items():
        if not page["title"]:
            page["title"] = page["sections"][0][1] or url
    return pages


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
    yield from page.get("tags", ())
    for _, title, _, *alias in page["sections"]:
        yield from (title, *alias)


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
    """Pairs for the traditional characters that stand for one this corpus uses."""
    used = set(corpus)
    return "".join(a + b for a, b in _traditional() if b in used)


class _Text(HTMLParser):
    """Collects the text of a little HTML; a block element is a gap between words, an inline one is not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, ())


def plain(html: str) -> str:
    """Text of an HTML fragment on one line, without permalink signs and the marks a segmenter leaves."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.parts).replace("\u200b", "").replace("¶", "").split())
