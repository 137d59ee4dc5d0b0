"""A page has the sections of its kind, in their order, with something in each."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from course.content import headings
from course.content.catalogue import Catalogue
from course.content.kinds import Kind
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import Lang
from course.rules.bodies import Pages, missing, problem, sides

CODE = "E202"
WHY = "讲师和打印稿按固定小节取内容，缺一节就缺一页。/ Trainers and prints take content by section; a missing one leaves a gap on paper."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Missing, empty, doubled, foreign or misplaced sections."""
    for page, lang, source in sides(catalogue, pages):
        if page.kind.sections and not source.tree.torn:
            yield from _check(page.kind, lang, source)


def _check(kind: Kind, lang: Lang, source: Source) -> Iterator[Problem]:
    found = [
        (part.heading, part.text) for part in headings.parts(source.tree, kind, lang) if part.heading and part.heading.title
    ]  # E203: no words
    order = {section.id: number for number, section in enumerate(kind.sections)}
    gone = {section[lang]: section for section in missing(source, kind, lang)}
    for heading, text in found:
        if heading.id not in order and not kind.free:
            close = difflib.get_close_matches(heading.title, gone, n=1, cutoff=0.5)
            if close:
                del gone[close[0]]
            names = close or [section[lang] for section in kind.sections]
            zh, en = (
                f"没有“{heading.title}”这个小节，应是：{'、'.join(names)}",
                f"there is no section `{heading.title}` here, expected: {', '.join(names)}",
            )
            yield problem(source, heading.line, CODE, zh, en)
        elif heading.id in order and heading.title != (title := kind.sections[order[heading.id]][lang]):
            zh, en = (
                f"编号 #{heading.id} 留给小节“{title}”，这里应写“## {title}”，或换一个编号",
                f"the id #{heading.id} is that of the section `{title}`, expected `## {title}` here, or another id",
            )
            yield problem(source, heading.line, CODE, zh, en)
        elif not text.strip():
            zh, en = f"小节“{heading.title}”是空的，应有内容", f"the section `{heading.title}` is empty, expected content"
            yield problem(source, heading.line, CODE, zh, en)
    known = [
        (heading, order[heading.id])
        for heading, _ in found
        if heading.id in order and heading.title == kind.sections[order[heading.id]][lang]
    ]
    for section in gone.values():
        after = next((heading for heading, number in known if number > order[section.id]), None)
        line = after.line if after else len(source.tree.text.rstrip().split("\n"))
        zh, en = (
            (f"，应在“## {after.title}”前面", f", expected before `## {after.title}`") if after else ("，应在最后", ", expected at the end")
        )
        yield problem(source, line, CODE, f"缺小节“## {section[lang]}”{zh}", f"the section `## {section[lang]}` is missing{en}")
    numbers = [number for _, number in known]
    if numbers != sorted(set(numbers)):
        wrong = next(heading for (heading, number), before in zip(known[1:], numbers, strict=False) if number <= before)
        wanted = " → ".join(section[lang] for section in kind.sections)
        zh, en = (
            f"小节“{wrong.title}”重复了，或位置不对，应是：{wanted}",
            f"the section `{wrong.title}` is doubled or out of order, expected: {wanted}",
        )
        yield problem(source, wrong.line, CODE, zh, en)
