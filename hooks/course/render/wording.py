"""The site's own words in both languages, from ``words.yml``: those we write into pages, those of templates and those of scripts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from course.language.lang import LANGS, Lang

FILE = Path(__file__).with_name("words.yml")


@cache
def _read() -> Mapping[str, Mapping[str, object]]:
    found: Mapping[str, Mapping[str, object]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Every word of that language by name, for pages and templates."""
    return _in(lang, _read()["words"])


@cache
def script_words(lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """The words scripts say in that language: by script, then by name."""
    return {script: _in(lang, named) for script, named in _read()["scripts"].items()}


def _in(lang: Lang, named: object) -> Mapping[str, str]:
    at = LANGS.index(lang)
    return {name: pair[at] for name, pair in named.items()} if isinstance(named, dict) else {}


def say(name: str, lang: Lang, *values: object) -> str:
    """The site's word of that name in that language, with values filled into its ``{}``; KeyError where there is none."""
    word = words(lang)[name]
    return word.format(*values) if values else word


def count_cases(number: int, lang: Lang) -> str:
    """So many cases, in words."""
    return say("count_case" if number == 1 else "count_cases", lang, number)


def count_chapters(number: int, lang: Lang) -> str:
    """So many chapters, in words."""
    return say("count_chapter" if number == 1 else "count_chapters", lang, number)
