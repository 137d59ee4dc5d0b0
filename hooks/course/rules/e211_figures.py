"""A drawing and its words belong together."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue, Figure
from course.content.problem import Problem
from course.render import drawings
from course.render.placeholders import PLACE, figure_words

CODE = "E211"
WHY = "图里缺词会印出空框。/ A label without words prints as an empty box."


_BARE = re.compile(r"<(?:text|tspan)\b[^<>]*>([^<>]*(?:[^\W\d_]|[{}｛｝])[^<>]*)")
"""Letters that stand in a drawing itself, and braces that do not pair, once the places for words are taken out."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Labels without words, words without a label, drawings that are not well-formed."""
    for figure in catalogue.figures.values():
        drawing, table = f"docs/data/figures/{figure.name}.svg", catalogue.tables[f"figures/{figure.name}"]
        told = list(_broken(figure)) or list(_bare(figure))
        yield from (Problem(drawing, line, CODE, zh, en) for line, zh, en in told)
        asked = figure_words(figure)
        missing, unused = set(asked) - set(figure.table.words), set(figure.table.words) - set(asked)
        for word in sorted(missing):
            line = figure.svg.count("\n", 0, _place(word).search(figure.svg).start()) + 1  # type: ignore[union-attr]
            zh, en = _near(word, unused)
            said = f"{{{{{word}}}}} 在 {figure.name}.yml 的 words 里没有{zh}"
            yield Problem(drawing, line, CODE, said, f"{{{{{word}}}}} has no words, expected them in {figure.name}.yml{en}")
        # A place whose braces are broken is told in the drawing, and its words are not called unused.
        for word in sorted(word for word in unused if not told):
            zh, en = _near(word, missing)
            said = f"图里没有用到 {word}{zh}"
            yield Problem(
                table.path, table.line("words", word), CODE, said, f"the drawing does not use {word}, expected only words it shows{en}"
            )


def _broken(figure: Figure) -> Iterator[tuple[int, str, str]]:
    """Where a drawing is no SVG, if it is none."""
    try:
        root = drawings.outermost(figure.svg)
    except drawings.Declared:  # E319 tells of it.
        return
    except drawings.Broken as error:
        yield error.line, f"SVG 写法有误：{error}", f"broken SVG: {error}; expected well-formed XML"
        return
    wanted = f'<svg xmlns="{drawings.NAMESPACE}">'
    if root != f"{{{drawings.NAMESPACE}}}svg":
        yield 1, f"最外层应是 {wanted}", f"the outermost element is {root}, expected {wanted}"


def _bare(figure: Figure) -> Iterator[tuple[int, str, str]]:
    """Lines with words of their own, or with a place for words that is not written as one."""
    for number, line in enumerate(figure.svg.split("\n"), start=1):
        if found := _BARE.search(PLACE.sub("", line)):
            text = found[1].strip()
            zh = f"“{text}”应写成 {{{{ 名称 }}}}，名称用英文和数字，两种语言的词写进 {figure.name}.yml"
            yield number, zh, f"`{text}`: expected {{{{ name }}}}, with the words of both languages in {figure.name}.yml"


def _place(word: str) -> re.Pattern[str]:
    return re.compile(rf"\{{\{{\s*{re.escape(word)}\s*\}}\}}")


def _near(word: str, others: set[str]) -> tuple[str, str]:
    """What a word of one file may have been meant as, of those the other file is left with."""
    close = difflib.get_close_matches(word, sorted(others), n=1)
    return (f"，是不是 {close[0]}？", f"; did you mean {close[0]}?") if close else ("", "")
