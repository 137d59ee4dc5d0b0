"""A page has the sections of its kind, in their order, with something in each."""

from __future__ import annotations

from collections.abc import Iterator

from course import outline
from course.catalogue import Catalogue
from course.problem import Problem
from course.rules.bodies import problem, sides

CODE = "E202"
WHY = "讲师和打印稿按固定小节取内容，缺一节就缺一页。/ Trainers and prints take content by section; a missing one leaves a gap on paper."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Missing, empty, doubled, foreign or misplaced sections."""
    for page, lang, source in sides(catalogue):
        wanted = [section for section in page.kind.sections]
        if not wanted:
            continue
        found = [(heading, text) for heading, text in outline.parts(source.body, page.kind, lang) if heading]
        order = [section.id for section in wanted]
        present = [heading.id for heading, _ in found if heading.id in order]
        for section in wanted:
            if section.id not in present:
                yield problem(
                    source,
                    1,
                    CODE,
                    f"缺小节“## {section[lang]}”",
                    f"the section `## {section[lang]}` is missing, expected {', '.join(s[lang] for s in wanted)}",
                )
        if present != [id for id in order if id in present]:
            names = " → ".join(section[lang] for section in wanted)
            yield problem(source, 1, CODE, f"小节顺序不对，应是：{names}", f"sections are out of order or doubled, expected: {names}")
        for heading, text in found:
            if heading.id not in order and not page.kind.free:
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    f"这一类页面没有“{heading.text}”小节，应是：{'、'.join(s[lang] for s in wanted)}",
                    f"this kind of page has no section `{heading.text}`, expected one of: {', '.join(s[lang] for s in wanted)}",
                )
            elif not text.strip():
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    f"小节“{heading.text}”是空的，应有内容",
                    f"the section `{heading.text}` is empty, expected content",
                )
