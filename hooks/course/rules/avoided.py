"""What the rules about agreed words share: where a wording that the term base says to avoid is in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content.catalogue import Catalogue
from course.content.tables import TermRow
from course.language.lang import LANGS, Lang
from course.syntax import inline

_QUOTED = re.compile(r"“[^“”]*”|‘.*?’(?!\w)|「[^「」]*」|『[^『』]*』|\"[^\"]*\"")
_SET_APART = {
    "zh": re.compile(r"(?:(?<!是)不是|不叫|不能叫|不要叫|别叫|不等于|并非|而非)$"),
    "en": re.compile(r"\b(?:not|nor|neither|never)(?: called)?(?: an?| the)?\s$", re.IGNORECASE),
}
"""What is before a wording that is named only to say what something is not: 不是罚金, not a late fee."""


class Wordings:
    """The wordings to avoid in one language, made ready to be looked for in many texts."""

    def __init__(self, catalogue: Catalogue, lang: Lang) -> None:
        self.lang: Lang = lang
        self._rows = {_key(word): (word, row) for row in catalogue.terms for word in row.avoid[lang]}
        self._avoid = [word for row in catalogue.terms for word in row.avoid[lang]]
        self._known = [word for row in catalogue.terms for word in (row.term[lang], *row.aliases[lang], *row.not_in[lang])]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Finds wordings to avoid and, so that these are stepped over as a whole, the known terms that hold one."""
        holding = [term for term in self._known if any(key in _key(term) and key != _key(term) for key in self._rows)]
        gap = r"\s*" if self.lang == "zh" else r"\s+"
        longest = sorted({*self._avoid, *holding}, key=len, reverse=True)
        words = "|".join(gap.join(map(re.escape, _plain(word).split())) for word in longest)
        return re.compile(words if self.lang == "zh" else rf"(?<!\w)({words})(?:e?s)?(?!\w)")

    def mentions(self, text: str) -> bool:
        """Whether any is in a text, quoted or not: a quick look before a slow one."""
        return bool(self._rows) and self._pattern.search(_plain(text)) is not None

    def found(self, text: str) -> Iterator[tuple[str, TermRow]]:
        """Each wording to avoid that a line says in its own voice, as the term base writes it, with its row."""
        if not self.mentions(text):
            return
        ours = _plain(_QUOTED.sub(" \0 ", inline.words(text, " \0 ", ("title",))))
        for match in self._pattern.finditer(ours):
            entry = self._rows.get(_key(match[match.lastindex or 0]))  # None for a longer term that is all right.
            if entry and not _SET_APART[self.lang].search(ours[: match.start()]):
                yield entry


def by_language(catalogue: Catalogue) -> dict[Lang, Wordings]:
    """The wordings to avoid in either language."""
    return {lang: Wordings(catalogue, lang) for lang in LANGS}


def said(word: str, row: TermRow, lang: Lang) -> tuple[str, str]:
    """What to tell an editor who used a wording to avoid, in both languages."""
    term = row.term[lang]
    return (
        f"“{word}”是要避免的说法，应写“{term}”；引别人的话请加引号“ ”",
        f"`{word}` is a wording to avoid, expected `{term}`; where somebody is quoted, put it in “ ”",
    )


def _plain(text: str) -> str:
    """Text in which to look: capitals, hyphens and the form of the apostrophe do not count."""
    return text.replace("’", "'").replace("-", " ").lower()


def _key(text: str) -> str:
    """Text by which a wording is known, however it is spaced."""
    return "".join(_plain(text).split())
