"""Section by section, the English page has the shape of the Chinese one: lists, tables, dialogues, quizzes, blocks, marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.content import headings
from course.content.catalogue import Catalogue, Page
from course.content.headings import Section
from course.content.problem import Problem
from course.language.lang import LANGS, Lang
from course.rules import misread, pieces, shape, turns
from course.rules.bodies import Pages, chosen, problem, settled
from course.rules.shape import PICTURE
from course.rules.turns import Difference
from course.translation.outdated import behind

CODE = "E301"
WHY = "两种语言少一项、错一个标记，两边学的就不是同一门课。/ An entry or a mark that only one language has makes two courses of one."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Differences in every section of every page there is in both languages.

    Not told: what E202, E203 and E204 keep from being compared, and sections whose Chinese has changed since the English
    was confirmed or that are still to be written. Those wait for their translator, and the page or E309 says so.
    """
    for page in chosen(catalogue, pages):
        if "en" in page.sides and all(settled(source, page.kind, lang) for lang, source in page.sides.items()):
            yield from _page(page)


def _page(page: Page[Any, Any]) -> Iterator[Problem]:
    zh, en = (headings.parts(page.sides[lang].tree, page.kind, lang) for lang in LANGS)
    if [section.id for section in zh] != [section.id for section in en]:
        return
    late = behind(page)
    pairs = [(theirs, ours) for theirs, ours in zip(zh, en, strict=True) if theirs.id not in late]
    names = turns.names(pair for theirs, ours in pairs for pair in pieces.dialogues(theirs, ours))
    above = page.sides["zh"].body_line - 1
    crooked: dict[Lang, list[int]] | None = None
    for theirs, ours in pairs:
        found = [*pieces.differences(theirs, ours, names, above), *_marks(theirs, ours, above)]
        if found and crooked is None:
            crooked = {lang: [line for line, *_ in misread.of_body(page.sides[lang].tree)] for lang in LANGS}
        if crooked and (_holds(theirs, crooked["zh"]) or _holds(ours, crooked["en"])):
            continue
        zh_name = f"“{theirs.heading.title}”" if theirs.heading else "开头"
        en_name = f"`{ours.heading.title}`" if ours.heading else "the opening"
        for line, zh_says, en_says in found:
            yield problem(page.sides["en"], line, CODE, f"{zh_name}：{zh_says}", f"{en_name}: {en_says}")


def _holds(section: Section, lines: list[int]) -> bool:
    """Whether any of those lines is in a section: E323 says what it looks like and is not, and a mistake is told once."""
    end = shape.last(section)
    return any(section.line <= line <= end for line in lines)


def _marks(theirs: Section, ours: Section, above: int) -> Iterator[Difference]:
    """Marks one language has more often than the other."""
    zh, en = (_lines(section) for section in (theirs, ours))
    twins = pieces.twins(theirs, ours)
    for text in sorted(zh.keys() | en.keys()):
        wanted, found = zh.get(text, []), en.get(text, [])
        if len(wanted) == len(found):
            continue
        zh_name, en_name = ("图片", "pictures") if text == PICTURE else (text, text)
        zh_says = f"{zh_name}，中文 {len(wanted)} 处，英文 {len(found)} 处"
        en_says = f"{en_name}: {len(wanted)} in Chinese, {len(found)} here"
        expected = [twins[line] for line in wanted] if twins else found[: len(wanted)]
        if len(wanted) < len(found):
            yield next((line for line in found if line not in expected), found[len(wanted)]), zh_says, en_says
            continue
        places = [str(line + above) for line in wanted]
        yield (
            next((line for line in expected if line not in found), expected[0] if twins else ours.line),
            f"{zh_says}；中文在第 {'、'.join(places)} 行",
            f"{en_says}; on line {', '.join(places)} of the Chinese page",
        )


def _lines(section: Section) -> dict[str, list[int]]:
    """Each mark and the line of each of its uses."""
    lines: dict[str, list[int]] = {}
    for mark in shape.marks(section):
        if not pieces.english_only(mark.within):
            lines.setdefault(mark.text, []).append(mark.line)
    return lines
