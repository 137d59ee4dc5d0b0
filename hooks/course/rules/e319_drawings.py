"""A drawing is shapes and words: nothing in it runs, comes from elsewhere or looks other than the style sheets say."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.render import drawings

CODE = "E319"
WHY = (
    "图里藏的脚本和外来的图，会跟着页面到每个读者那里。"
    "/ A script or a picture from elsewhere inside a drawing goes with the page to every reader."
)

_SHAPES = ", ".join(f"<{name}>" for name in sorted(drawings.ELEMENTS))


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Elements, attributes and values of drawings that are not on the list; E211 tells of one that is no XML."""
    for figure in catalogue.figures.values():
        try:
            found = list(dict.fromkeys(drawings.strange(figure.svg)))
        except drawings.Broken:
            continue
        for line, shown in found:
            yield Problem(
                f"docs/data/figures/{figure.name}.svg",
                line,
                CODE,
                f"图里不能有 {shown}，应只有 {_SHAPES}，样子用 class 里的 f-… 来定，照旁边的图写",
                f"a drawing cannot have {shown}, expected only {_SHAPES}, with the looks from classes f-…, as the drawings beside it",
            )
