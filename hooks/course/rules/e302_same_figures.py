"""Both languages name the same figures: numbers, percentages, dates, times, lengths of time, money, phone numbers.

What is said with a figure must be found in the same section, the same field of the front matter or the same row of a
table of the other language, in whatever form: 三天 / three days, 1.5 小时 / 90 minutes, 0.1% / 千分之一. Idioms and small numbers in words
are only looked at as counterparts, so that 一下 and "at once" trouble nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from course.content import headings
from course.content.catalogue import Catalogue, Page
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import LANGS, Lang
from course.language.quantities import Quantity, read
from course.rules.bodies import Pages, chosen, settled
from course.rules.rows import pairs
from course.syntax import inline
from course.syntax.kinds import container
from course.syntax.nodes import Container, Node, Numbered
from course.translation.outdated import FRONT, behind

CODE = "E302"
WHY = (
    "一个数字、日期或电话两边不一样，读者就会照错的去办。 / "
    "Where a number, a date or a phone number differs between the languages, readers act on the wrong one."
)

_LEFT_OUT = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}-?\d{2,3}(?![\d%])|^[\s>]*\d+[.)]\s")
"""What of the words of a line is no text to be read: codes, the number a list item starts with."""


@dataclass(frozen=True)
class Figure:
    """A quantity and the line of the file it is on."""

    quantity: Quantity
    line: int


Text = list[tuple[int, str]]
"""Lines of a file with their numbers; as many in both languages where these run side by side."""


Figures = list[list[Figure]]
"""The figures of each line."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Every figure that one language has and the other lacks."""
    for page in chosen(catalogue, pages):
        if "en" in page.sides:
            for zh, en in (*_words(page), *_sections(page)):
                yield from _compared(page.sides, zh, en)
    for pair in pairs(catalogue):
        zh, en = ([(pair.lines[lang], pair.words[lang])] for lang in LANGS)
        yield from _compared({lang: pair.source for lang in LANGS}, zh, en)


def _words(page: Page[Any, Any]) -> Iterator[tuple[Text, Text]]:
    """Each field of words that is in both languages, but for those known to be behind; of a list or mapping, each entry."""
    chinese, english = (page.sides[lang] for lang in ("zh", "en"))
    late = behind(page)
    for name in (name for name in page.kind.words.model_fields if FRONT + name not in late):
        one, other = chinese.data.get(name), english.data.get(name)
        for key in _keys(one):
            if key in _keys(other):
                yield _field(chinese, name, key), _field(english, name, key)


def _keys(value: Any) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [(key,) for key in value]
    if isinstance(value, list):
        return [(index,) for index in range(len(value))]
    return [()]


def _field(source: Source, name: str, key: tuple[str | int, ...]) -> Text:
    value = source.data.get(name)
    return [(source.line(name, *key), str(value[key[0]] if key else value))]


def _sections(page: Page[Any, Any]) -> Iterator[tuple[Text, Text]]:
    """The text of each section that both languages have, but for those whose English is known to be behind."""
    if all(settled(source, page.kind, lang) for lang, source in page.sides.items()):
        chinese, english = (by_section(page, lang) for lang in ("zh", "en"))
        compared = english.keys() - behind(page)
        yield from ((text, english[id]) for id, text in chinese.items() if id in compared)


def by_section(page: Page[Any, Any], lang: Lang) -> dict[str, Text]:
    """Numbered lines with words in each second-level section, by its id; the heading is one of them."""
    source = page.sides[lang]
    starts = {head.line: head.id for head in headings.of(source.tree, page.kind, lang) if head.level == 2}
    found: dict[str, Text] = {}
    id = "intro"
    for number, line in _lines(source.tree.nodes):
        id = starts.get(number, id)
        if line.strip():
            found.setdefault(id, []).append((source.body_line + number - 1, line))
    return found


def _lines(nodes: Iterable[Node]) -> Iterator[Numbered]:
    """Every line that is read; what compares with another country is in one language only."""
    for node in nodes:
        if not isinstance(node, Container):
            yield from node.read
        elif not container(node.name).english_only:
            yield node.line, node.title
            yield from _lines(node.nodes)


def quantities(line: str, lang: Lang) -> tuple[Quantity, ...]:
    """The quantities in a line of a page, in order; codes and the number a list item starts with are none."""
    return read(_LEFT_OUT.sub(" ", inline.words(line)), lang)


def _figures(text: Text, lang: Lang) -> Figures:
    """The figures of each line."""
    return [[Figure(quantity, number) for quantity in quantities(line, lang)] for number, line in text]


def _compared(sides: Mapping[Lang, Source], zh: Text, en: Text) -> Iterator[Problem]:
    """Figures of either text that the other lacks."""
    chinese, english = _figures(zh, "zh"), _figures(en, "en")
    if any(figure.quantity.sure for line in (*chinese, *english) for figure in line):
        both = tuple(_Index(figure.quantity for line in side for figure in line) for side in (chinese, english))
        yield from _missing(sides, "zh", chinese, english, *both)
        yield from _missing(sides, "en", english, chinese, *reversed(both))


def _missing(
    sides: Mapping[Lang, Source], lang: Lang, ours: Figures, theirs: Figures, all_ours: _Index, all_theirs: _Index
) -> Iterator[Problem]:
    """Figures of ours that theirs lack: altogether, or fewer of them and none on the line of the same place."""
    said: set[str] = set()
    for place, line in enumerate(ours):
        beside = theirs[place] if len(ours) == len(theirs) else None
        for quantity, number in ((figure.quantity, figure.line) for figure in line):
            if not quantity.sure or quantity.text in said:
                continue
            found = all_theirs.answers(quantity)
            alone = beside is not None and not any(quantity.answers(other.quantity) for other in beside)
            if not found or alone and found < all_ours.answers(quantity):
                said.add(quantity.text)
                yield _problem(sides[lang], Figure(quantity, number), lang, sides["en" if lang == "zh" else "zh"])


class _Index:
    """Quantities by what they may be compared by, so that thousands of them are not compared with each other one by one."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        alike: dict[tuple[object, ...], list[Quantity]] = defaultdict(list)
        for quantity in quantities:
            alike[quantity.kind, quantity.values, quantity.bare, quantity.date, quantity.sure].append(quantity)
        self._alike = [(same[0], len(same)) for same in alike.values()]
        self._found: dict[tuple[str, object], list[int]] = defaultdict(list)
        for number, (quantity, _) in enumerate(self._alike):
            for key in _keys_of(quantity):
                self._found[key].append(number)

    def answers(self, wanted: Quantity) -> int:
        """How many of them may say what that one says."""
        near = {number for key in _keys_of(wanted) for number in self._found.get(key, ())}
        return sum(count for other, count in (self._alike[number] for number in near) if wanted.answers(other))


def _keys_of(quantity: Quantity) -> Iterator[tuple[str, object]]:
    """Two quantities that share none of these are different."""
    yield from (("bare", number) for number in quantity.bare)
    yield from (("value", number) for number in quantity.values)
    yield from ((f"date {place}", part) for place, part in enumerate(quantity.date) if part)


def _problem(source: Source, figure: Figure, lang: Lang, other: Source) -> Problem:
    text = figure.quantity.text
    zh_name, zh_other = ("中文", "英文") if lang == "zh" else ("英文", "中文")
    en_name, en_other = ("Chinese", "English") if lang == "zh" else ("English", "Chinese")
    zh_place, en_place = (f"页 {other.path} 的同一处", f" page {other.path}") if other is not source else ("的同一条", "")
    zh = f"{zh_name}写了“{text}”，{zh_other}{zh_place}没有；应两边一致"
    en = f"the {en_name} says `{text}`, the {en_other}{en_place} does not in the same place; expected the same in both"
    return Problem(source.path, figure.line, CODE, zh, en)
