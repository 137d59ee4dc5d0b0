"""Chinese is set as Chinese is set and English has no Chinese stops, with marks that pair and characters that are what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from course.content.catalogue import Catalogue
from course.content.problem import Message, Problem
from course.content.source import Source
from course.content.values import of_page, of_table
from course.language import half_width, look_alikes, typography
from course.language.lang import LANGS, Lang
from course.rules.bodies import Pages, sides
from course.syntax.notation import HIDDEN, Words, words

CODE = "E310"
WHY = (
    "标点用错全角半角、引号不成对、混进来的怪字符，读着别扭，搜也搜不到。"
    "/ Stops of the other language, quotes that do not pair and stray characters read badly and are not found by the search."
)

NumberedWords = tuple[int, Words]
"""A line of a file and its words; nothing in it is broken off at its end, unless the next does not begin anew."""

_AROUND, _MOST = 6, 40
_FIX: Message = ("（make fix 可以代改）", " (`make fix` can do it)")
_PAUSE: Message = ("，中间不空格；要停顿就写逗号或顿号", " without the space, or a comma where a pause is meant")


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """The first thing on each line of a page or table that is not set right."""
    for page, lang, source in sides(catalogue, pages):
        if _suspect(source, lang):
            body = [(source.body_line + number - 1, found) for number, found in source.tree.words]
            yield from _told(source, lang, _apart(of_page(page.kind, source)) + body)
    for name, source in catalogue.tables.items():
        for lang in LANGS:
            if _suspect(source, lang):
                yield from _told(source, lang, _apart(of_table(name, source, lang)))
    if overlay := catalogue.overlay.source:  # How a company sets its own words is its affair.
        for key, text in overlay.values:
            if said := _lookalike(text, "en", fix=("", "")):
                yield Problem(overlay.path, overlay.line(*key), CODE, *said)


def _suspect(source: Source, lang: Lang) -> bool:
    """Whether anything in a file's words of that language may be wrong: a quick look before a slow one."""
    return lang == "zh" or look_alikes.suspect(source.text, lang) or half_width.suspect(source.text)


def _apart(values: Iterable[tuple[int, str]]) -> list[NumberedWords]:
    """Values as lines, each a paragraph of its own."""
    return [(line, replace(words(text), begins=True)) for line, text in values]


def _told(source: Source, lang: Lang, lines: list[NumberedWords]) -> Iterator[Problem]:
    told: dict[int, Message] = {}
    if look_alikes.suspect(source.text, lang):
        for line, found in lines:
            if said := _lookalike(found.text, lang):
                told.setdefault(line, said)
    proper = typography.proper if lang == "zh" else half_width.mended
    wanted = [proper(found.text) for _, found in lines]
    for (line, found), text in zip(lines, wanted, strict=True):
        if text != found.text or found.headed(lang) != found:
            told.setdefault(line, _set(found, text, lang))
    if lang == "zh":
        for line, said in _unpaired([(line, replace(found, text=text)) for (line, found), text in zip(lines, wanted, strict=True)]):
            told.setdefault(line, said)
    for line, (zh, en) in told.items():
        yield Problem(source.path, line, CODE, zh, en)


def _lookalike(text: str, lang: Lang, fix: Message = _FIX) -> Message | None:
    """What is said of the first character of a text that is not what it looks like, and of what can mend it."""
    if text.isascii():
        return None
    if stray := look_alikes.first_folded(text):
        plain = look_alikes.folded(stray)
        name = f"U+{ord(stray):04X}"
        near = _around(text.replace(stray, plain), text.index(stray))
        if not plain:
            return (
                f"“{near}”里有看不见的字符 {name}，应删去{fix[0]}",
                f"an invisible character {name} in “{near}”, expected none{fix[1]}",
            )
        return (
            f"“{near}”里的“{plain}”是另一个样子相同的字符“{stray}”（{name}），应换成“{plain}”{fix[0]}",
            f"“{stray}” ({name}) in “{near}” only looks like “{plain}”, expected “{plain}”{fix[1]}",
        )
    if lang == "zh" and (space := look_alikes.odd_space(text)):
        name, near = f"U+{ord(space):04X}", _around(look_alikes.evenly_spaced(text), max(text.index(space) - 1, 0))
        return (
            f"“{near}”里有特殊的空格 {name}（多半是粘贴来的），应删去或换成普通的空格{fix[0]}",
            f"an odd space {name} in “{near}” (pasted?), expected a common one or none{fix[1]}",
        )
    if mixed := look_alikes.latin(text):
        return (
            f"“{mixed[0]}”里混了俄文或希腊字母，样子和英文字母一样，应重新输入“{mixed[1]}”",
            f"“{mixed[0]}” mixes Cyrillic or Greek letters with Latin ones, expected “{mixed[1]}” typed anew",
        )
    if lang == "zh" and (letters := look_alikes.traditional(text)):
        return (
            f"“{_around(text, text.index(letters[0]))}”里的“{letters[0]}”是繁体字，应是“{letters[1]}”",
            f"“{letters[0]}” is a traditional character, expected the simplified “{letters[1]}”",
        )
    return None


def _set(found: Words, wanted: str, lang: Lang) -> Message:
    """What is said of the first place of a line that is not set right."""
    new = found.headed(lang)
    was, should = difference(found.written(found.text), new.written(wanted))
    safe = typography.mended(found.text) if lang == "zh" else wanted
    by_machine = difference(found.written(found.text), new.written(safe)) == (was, should)
    zh, en = _FIX if by_machine else _PAUSE if was.replace(" ", "") == should.replace(" ", "") else ("", "")
    return f"写的是 `{was}`，应是 `{should}`{zh}", f"found `{was}`, expected `{should}`{en}"


def _unpaired(lines: list[NumberedWords]) -> Iterator[tuple[int, Message]]:
    """Marks without their other half, paragraph by paragraph, where they are."""
    if not lines:
        return
    starts = [at for at, (line, found) in enumerate(lines) if found.begins or not at or lines[at - 1][0] + 1 != line]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        paragraph = lines[start:end]
        mark = typography.unpaired("\n".join(found.text for _, found in paragraph))
        if not mark or mark == "“" and end < len(lines) and lines[end][1].text.lstrip(HIDDEN).startswith("“"):
            continue  # A long quotation opens each of its paragraphs anew.
        line, text = next((line, found.text) for line, found in paragraph if mark in found.text)
        near = _around(text, text.rindex(mark) if mark in "“（《「『" else text.index(mark))
        if mark == '"':
            yield line, (f"“{near}”这里是直引号，应是成对的“ ”", f"a straight quote near “{near}”, expected a pair of “ ”")
        else:
            yield line, (f"“{near}”这里的 {mark} 没有配对，应成对", f"{mark} near “{near}” has no other half, expected a pair")


def difference(was: str, should: str) -> tuple[str, str]:
    """The first place where two lines part, with a few characters round it, as each has it."""
    first = next((at for at, (one, other) in enumerate(zip(was, should, strict=False)) if one != other), min(len(was), len(should)))
    start = max(0, first - _AROUND)
    one, other = was[start : first + _MOST], should[start : first + _MOST]
    end, other_end = len(one), len(other)
    for _, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if a == c == 0:
            continue
        if one[a:b] == other[c:d] and b - a > 2:
            end, other_end = a + min(_AROUND, b - a), c + min(_AROUND, b - a)
            break
    return one[:end], other[:other_end]


def _around(text: str, at: int) -> str:
    """A few characters round a place, without those put aside."""
    return re.sub(f"\\s*{HIDDEN}\\s*", " ", text[max(0, at - _AROUND) : at + _AROUND + 1]).strip()
