"""A drawing and its words belong together."""

from __future__ import annotations

from collections.abc import Iterator

from course import drawings
from course.catalogue import Catalogue
from course.directives.views import figure_words
from course.problem import Problem

CODE = "E211"
WHY = "图里缺词会印出空框。/ A label without words prints as an empty box."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Labels without words, words without a label, drawings that are not well-formed."""
    for figure in catalogue.figures.values():
        drawing, table = f"docs/data/figures/{figure.name}.svg", catalogue.tables[f"figures/{figure.name}"]
        try:
            root = drawings.outermost(figure.svg)
        except drawings.Declared:  # E319 tells of it.
            pass
        except drawings.Broken as error:
            yield Problem(drawing, error.line, CODE, f"SVG 写法有误：{error}", f"broken SVG: {error}; expected well-formed XML")
        else:
            if root != f"{{{drawings.NAMESPACE}}}svg":
                yield Problem(
                    drawing,
                    1,
                    CODE,
                    f'最外层应是 <svg xmlns="{drawings.NAMESPACE}">',
                    f'the outermost element is {root}, expected <svg xmlns="{drawings.NAMESPACE}">',
                )
        asked = figure_words(figure)
        for word in sorted(set(asked) - set(figure.table.words)):
            line = next(number for number, text in enumerate(figure.svg.split("\n"), start=1) if word in text)
            yield Problem(
                drawing,
                line,
                CODE,
                f"{{{{{word}}}}} 在 {figure.name}.yml 的 words 里没有",
                f"{{{{{word}}}}} has no words, expected them in {figure.name}.yml",
            )
        for word in sorted(set(figure.table.words) - set(asked)):
            yield Problem(
                table.path,
                table.line("words", word),
                CODE,
                f"图里没有用到 {word}",
                f"the drawing does not use {word}, expected only words it shows",
            )
