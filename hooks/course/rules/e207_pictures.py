"""A picture is in ``docs/data/figures`` with what it shows in both languages, and on a page by its name."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.rules.bodies import Pages, problem, sides
from course.syntax.inline import pictures

CODE = "E207"
WHY = (
    "看不见图的人要靠文字；别处的图，内网和断网的人打不开。"
    "/ Who cannot see a picture needs its words; who is on a closed network never gets one from elsewhere."
)

SAID = (
    "图片这样写显示不出来，应把图（SVG）和两种语言的说明放进 docs/data/figures/，再单独写一行 {{ figure: 名字 }}",
    "a picture written like this is not shown, expected the drawing (SVG) and its words in docs/data/figures/, and here a line {{ figure: name }}",
)


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Images written as Markdown: they have words in one language at most, and come from elsewhere or not at all. E318 tells of HTML."""
    for _, _, source in sides(catalogue, pages):
        for number, line in source.tree.prose:
            if pictures(line):
                yield problem(source, number, CODE, *SAID)
