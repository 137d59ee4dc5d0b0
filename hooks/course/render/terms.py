"""Where the terms of the glossary occur in a line: the longest at each place, and none inside another word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from course.content.tables import TermRow
from course.language.lang import Lang


class Terms:
    """The terms of one language, made ready to be looked for in many texts."""

    def __init__(self, rows: Iterable[TermRow], lang: Lang) -> None:
        self._lang: Lang = lang
        self._rows = {row.term[lang].lower(): row for row in rows}
        self._pattern = _any_of(self._rows, lang)
        self._others = {row.id: _any_of(row.not_in[lang], lang) for row in self._rows.values()}

    def found(self, text: str) -> Iterator[tuple[int, int, TermRow]]:
        """Start, end and row of each term in a line, from left to right, but for those inside a word they are not meant in."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            row = self._rows.get(match[0].lower())  # None where only the pattern takes two letters for the same, such as s and ſ.
            if row and not _part_of_a_name(match[0], row.term[self._lang]) and not self._inside(text, match, row):
                yield match.start(), match.end(), row

    def _inside(self, text: str, match: re.Match[str], row: TermRow) -> bool:
        """Whether a term is part of one of the words it is not meant in."""
        words = self._others[row.id]
        return words is not None and any(word.start() <= match.start() and match.end() <= word.end() for word in words.finditer(text))


def _any_of(words: Collection[str], lang: Lang) -> re.Pattern[str] | None:
    """A pattern that finds the longest of the words at a place, in English as whole words; None where there are no words."""
    if not words:
        return None
    longest = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(longest if lang == "zh" else rf"(?<![\w-])(?:{longest})(?![\w-])", re.IGNORECASE)


def _part_of_a_name(words: str, term: str) -> bool:
    """Whether the words are written as a name, such as the Personal Information of a Protection Law, and the term is not."""
    return " " in words and words.istitle() and not term.istitle()
