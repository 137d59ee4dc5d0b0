"""Headings have words of their own, can be linked to, the same way in both languages, and step down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from course.content import headings
from course.content.catalogue import Catalogue, Page
from course.content.kinds import Kind
from course.content.problem import Message, Problem
from course.content.source import Source
from course.language.lang import Lang
from course.rules.bodies import Pages, problem, settled, sides
from course.rules.false_headings import false_headings
from course.syntax.nodes import Heading

CODE = "E203"
TAKEN = frozenset({"intro", "title", "principles", "cases", "chapters", "phrases", "near"})
"""Ids of what ``articles`` puts around an author's sections."""
DEEPEST = 4
"""The deepest level the style sheets tell apart."""

WHY = "语言切换靠标题编号停在同一处。/ The language switch stays at the same place by the id of the heading."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Headings that cannot be linked to, out of step, empty, repeated or not written as one; ids that differ between the languages."""
    for page, lang, source in sides(catalogue, pages):
        if source.tree.torn:
            continue
        for line, zh, en in (*_headings(page.kind, lang, source), *false_headings(source.tree)):
            yield problem(source, line, CODE, zh, en)
        if lang == "en" and all(settled(other, page.kind, tongue) for tongue, other in page.sides.items()):
            yield from _differing(page, source)


def _headings(kind: Kind, lang: Lang, source: Source) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the headings of a body one after the other."""
    seen: set[str] = set()
    above: dict[int, Heading] = {}
    level = 1
    for heading in headings.of(source.tree, kind, lang):
        told: list[Message | None] = [_step(heading, level), _same(heading, above, level, source)]
        if not kind.sections or kind.free:
            told.append(_without_id(heading))
        if heading.level == 2 and heading.within:
            told.append(
                (
                    "二级标题不能写在 ::: 里面，应写在外面，或用三级标题",
                    "a second-level heading cannot stand inside a ::: block, expected it outside, or a third-level one",
                )
            )
        told.append(_taken(heading, seen, {section.id for section in kind.sections}))
        yield from ((heading.line, *said) for said in told if said)
        seen.add(heading.id)
        level = max(heading.level, 1)
        above = {depth: other for depth, other in above.items() if depth < level} | {level: heading}


def _step(heading: Heading, level: int) -> Message | None:
    """A level that is no author's, or left out, or deeper than a reader can tell apart; ``level`` is that of the heading before."""
    if heading.level == 1:
        return "正文里不写一级标题，标题在开头的 title", "expected no `#` heading in the body, the title stands in the front matter"
    if heading.level > level + 1:
        return f"标题跳级了，应是 {'#' * (level + 1)}", f"the heading skips a level, expected {'#' * (level + 1)}"
    if heading.level > DEEPEST:
        deepest = "#" * DEEPEST
        return f"标题最多到 {deepest}，再深读者分不出层次", f"the heading is too deep, expected {deepest} at most"
    return None


def _same(heading: Heading, above: Mapping[int, Heading], level: int, source: Source) -> Message | None:
    """The words of the heading before, or of the one before on the same level; E202 sees to second-level sections of a kind."""
    near = [other for other in (above.get(level), above.get(heading.level)) if other and other.title.lower() == heading.title.lower()]
    if not near or not heading.title or heading.level == near[0].level == 2 and heading.id == near[0].id:
        return None
    line = source.body_line + near[0].line - 1
    return (
        f"标题“{heading.title}”和第 {line} 行的标题一样，目录里分不清，应换个说法，或并成一节",
        f"the heading `{heading.title}` says the same as the one on line {line}, expected other words, or both made into one section",
    )


def _without_id(heading: Heading) -> Message | None:
    if heading.level == 2 and not heading.id and heading.title:
        return (
            f"标题“{heading.title}”没有编号，应在行末写 {{#english-id}}",
            f"the heading `{heading.title}` has no id, expected {{#english-id}} at its end",
        )
    return None


def _taken(heading: Heading, seen: set[str], fixed: set[str]) -> Message | None:
    """An id that is a generated part's or another heading's; a doubled section of the kind is told of by E202."""
    if heading.id in TAKEN:
        return (
            f"标题编号 #{heading.id} 留给页面自动生成的部分，请换一个",
            f"the heading id #{heading.id} belongs to a generated part of the page, expected another",
        )
    if heading.id and heading.id in seen and not (heading.level == 2 and heading.id in fixed):
        return f"标题编号 #{heading.id} 用了两次", f"the heading id #{heading.id} stands twice, expected once"
    return None


def _differing(page: Page[Any, Any], source: Source) -> Iterator[Problem]:
    """What keeps the headings of the English page from being those of the Chinese one."""
    english, chinese = (headings.of(page.sides[lang].tree, page.kind, lang) for lang in ("en", "zh"))
    ours, theirs = ([heading.id for heading in found if heading.id] for found in (english, chinese))
    if ours == theirs:
        return
    less, more = (", ".join(f"{{#{id}}}" for id in one if id not in other) for one, other in ((theirs, ours), (ours, theirs)))
    zh = "，".join(filter(None, [less and f"缺 {less}", more and f"多了 {more}"])) or "次序不同"
    en = ", ".join(filter(None, [less and f"{less} missing", more and f"{more} too many"])) or "another order"
    yield problem(
        source,
        _parting(english, chinese),
        CODE,
        f"英文页的标题编号和中文页对不上：{zh}",
        f"heading ids are not those of the Chinese page: {en}; expected the same in the same order",
    )


def _parting(english: Sequence[Heading], chinese: Sequence[Heading]) -> int:
    """Line of the first English heading whose id is too many; else of the one where that of the Chinese page belongs, or the last."""
    ours, theirs = ([heading for heading in found if heading.id] for found in (english, chinese))
    known = {heading.id for heading in theirs}
    if more := [heading.line for heading in ours if heading.id not in known]:
        return more[0]
    at = next((at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one.id != other.id), min(len(ours), len(theirs)))
    if at >= len(theirs):
        return ours[at].line
    rest = english[english.index(ours[at - 1]) + 1 :] if at else english
    return next((heading.line for heading in rest if heading.level <= theirs[at].level), english[-1].line if english else 1)
