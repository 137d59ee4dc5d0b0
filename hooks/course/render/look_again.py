"""References that are to be read again by now: how a row, a page and a print say so, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.content.tables import ReferenceRow
from course.language.lang import Lang
from course.render import markdown
from course.render.wording import say


def of(row: ReferenceRow, lang: Lang) -> str:
    """When its sources were last read, and that they are to be again."""
    year, month, _ = row.checked.split("-")
    return say("look_again", lang, year, month if lang == "en" else int(month))


def note(rows: Iterable[ReferenceRow], lang: Lang, named: Callable[[ReferenceRow], str] = lambda row: row.id) -> str:
    """The same of several, a sentence for each month in which some were last read; nothing where there are none."""
    read: dict[str, list[str]] = {}
    for row in rows:
        read.setdefault(of(row, lang), []).append(named(row))
    stop, gap = ("。", "") if lang == "zh" else (".", " ")
    return gap.join(f"{markdown.named(markdown.listed(names, lang), words, lang)}{stop}" for words, names in read.items())
