"""Headings can be linked to, the same way in both languages, and step down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course import outline
from course.catalogue import Catalogue, Page
from course.directives.scan import scan
from course.frontmatter import Source
from course.problem import Problem
from course.rules.bodies import Pages, problem, settled, sides, torn

CODE = "E203"
TAKEN = frozenset({"intro", "title", "principles", "cases", "chapters", "phrases", "near"})
"""Ids of what ``articles`` puts around an author's sections."""

WHY = "语言切换靠标题编号停在同一处。/ The language switch stays at the same place by the id of the heading."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Headings without an id or with a taken one, a title in the body, a skipped level, ids that differ between the languages."""
    for page, lang, source in sides(catalogue, pages):
        if torn(source.body):
            continue
        seen: set[str] = set()
        folded = {number for block in scan(source.body)[0] if block.kind == "container" for number in block.numbers}
        level = 1
        for heading in outline.headings(source.body, page.kind, lang):
            if heading.level == 1:
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    "正文里不写一级标题，标题在开头的 title",
                    "expected no `#` heading in the body, the title stands in the front matter",
                )
            elif heading.level > level + 1:
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    f"标题跳级了，应是 {'#' * (level + 1)}",
                    f"the heading skips a level, expected {'#' * (level + 1)}",
                )
            if heading.level == 2 and not heading.id and (page.kind.free or not page.kind.sections):
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    f"标题“{heading.text}”没有编号，应在行末写 {{#english-id}}",
                    f"the heading `{heading.text}` has no id, expected {{#english-id}} at its end",
                )
            if heading.level == 2 and heading.line in folded:
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    "二级标题不能写在 ::: 里面，应写在外面，或用三级标题",
                    "a second-level heading cannot stand inside a ::: block, expected it outside, or a third-level one",
                )
            if heading.id in TAKEN:
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    f"标题编号 #{heading.id} 留给页面自动生成的部分，请换一个",
                    f"the heading id #{heading.id} belongs to a generated part of the page, expected another",
                )
            if heading.id and heading.id in seen:
                yield problem(
                    source,
                    heading.line,
                    CODE,
                    f"标题编号 #{heading.id} 用了两次",
                    f"the heading id #{heading.id} stands twice, expected once",
                )
            seen.add(heading.id)
            level = max(heading.level, 1)
        if lang == "en" and all(settled(other, page.kind, tongue) for tongue, other in page.sides.items()):
            yield from _differing(page, source)


def _differing(page: Page[Any, Any], source: Source) -> Iterator[Problem]:
    """What keeps the headings of the English page from being those of the Chinese one."""
    ours = [heading.id for heading in outline.headings(source.body, page.kind, "en") if heading.id]
    theirs = [heading.id for heading in outline.headings(page.sides["zh"].body, page.kind, "zh") if heading.id]
    if ours == theirs:
        return
    less, more = (", ".join(f"{{#{id}}}" for id in one if id not in other) for one, other in ((theirs, ours), (ours, theirs)))
    zh = "，".join(filter(None, [less and f"缺 {less}", more and f"多了 {more}"])) or "次序不同"
    en = ", ".join(filter(None, [less and f"{less} missing", more and f"{more} too many"])) or "another order"
    yield problem(
        source,
        1,
        CODE,
        f"英文页的标题编号和中文页对不上：{zh}",
        f"heading ids are not those of the Chinese page: {en}; expected the same in the same order",
    )
