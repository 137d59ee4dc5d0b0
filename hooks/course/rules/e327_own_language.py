"""What stands for Chinese is Chinese, and what stands for English is English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from course.content.catalogue import Catalogue
from course.content.kinds import MARK
from course.content.problem import Problem
from course.content.source import Key, Source
from course.content.values import is_words_of_page
from course.language.lang import LANGS, Lang
from course.rules.bodies import Pages, problem, sides
from course.syntax.notation import HIDDEN

CODE = "E327"
WHY = "两栏写反、忘了翻译，读者翻开就是看不懂的那种文字。/ With columns swapped or a line left untranslated, readers find what they cannot read."

_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_PLAIN = re.compile(r"(?<![\w./@-])[a-z][a-z'’-]+(?![\w/@-]|\.\w)")
"""A word that is no name, no code and no part of an address."""
_ONE = re.compile(r"[A-Z][a-z]{2,}")
_SHARE = 0.3
"""Of the letters of an English text, how many may be Chinese: a word quoted is fine."""
_LEFT = re.compile("(?<![“《（(*㐀-鿿])[㐀-鿿]{4,}(?![”》）)*])")
"""Chinese that is more than a word named, and stands without quotes or brackets: left untranslated in an English sentence."""
_SENTENCE = 5
"""Words that make an English sentence on a Chinese page; fewer may be what a screen or a form says."""

_SAID = {
    "zh": ("这里应是中文，写的是英文", "this is English, expected Chinese here"),
    "en": ("这里应是英文，写的是中文", "this is Chinese, expected English here"),
}
_SWAPPED = ("zh 和 en 写反了，应对调", "`zh` and `en` are swapped, expected each in its own place")


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Values of front matter and tables in the other language, and lines of bodies."""
    for page, lang, source in sides(catalogue, pages):
        for key, text in source.values:
            if is_words_of_page(page.kind, key) and foreign(text, lang):
                yield Problem(source.path, source.line(*key), CODE, *_SAID[lang])
        for number, line in source.tree.words:
            words = line.text.replace(HIDDEN, " ")
            if foreign(words, lang) and (lang == "en" or len(_PLAIN.findall(words)) >= _SENTENCE):
                yield problem(source, number, CODE, *_SAID[lang])
    for source in catalogue.tables.values():
        yield from _table(source, source.data, ())


def _table(source: Source, data: Any, key: Key) -> Iterator[Problem]:
    if not isinstance(data, dict | list):
        return
    wrong: dict[str | int, Lang] = {}
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _table(source, value, (*key, name))
        lang = next((lang for lang in LANGS if str(name).split("_")[0] == lang), None) or next(
            (lang for lang in LANGS if lang in key), None
        )
        if lang and isinstance(value, str) and foreign(value, lang, names=key[-1:] == ("source",)):
            wrong[name] = lang
    if len(set(wrong.values())) > 1:
        yield Problem(source.path, source.line(*key, next(iter(wrong))), CODE, *_SWAPPED)
        return
    for name, lang in wrong.items():
        yield Problem(source.path, source.line(*key, name), CODE, *_SAID[lang])


def foreign(text: str, lang: Lang, names: bool = False) -> bool:
    """Whether a text is in the other language. ``names`` says that a capitalised word alone may be a name."""
    if MARK in text or lang == "en" and text.isascii():
        return False
    if lang == "en":
        return len(_HAN.findall(text)) > _SHARE * len(_LETTER.findall(text)) or bool(_LEFT.search(text))
    return not _HAN.search(text) and bool(_PLAIN.search(text) or not names and _ONE.fullmatch(text.strip()))
