"""E319: a drawing is shapes and words; what else a file holds is told at its line and never published."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from course.content.reading import load
from course.render import drawings
from course.render.placeholders import draw
from course.rules import e211_figures, e319_drawings
from small import edited, problems

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n{}\n</svg>'
TABLE = "alt: {zh: '图 \"一\" <b>', en: Figure}\ncaption: {zh: 图, en: Figure}\nwords: {one: {zh: '一 < 二 & 三', en: One}}\n"
HOSTILE = {
    "<script>x()</script>": "<script>",
    "<g><script>x()</script></g>": "<script>",
    '<circle onload="x()" r="1"/>': '<circle onload="x()">',
    '<rect style="fill: red"/>': '<rect style="fill: red">',
    "<style>rect {fill: red}</style>": "<style>",
    '<image href="http://a/b.png"/>': "<image>",
    '<image xlink:href="file:///etc/hostname"/>': "<image>",
    '<use href="other.svg#a"/>': "<use>",
    '<a xlink:href="javascript:x()"><text>a</text></a>': "<a>",
    '<animate attributeName="href" to="javascript:x()"/>': "<animate>",
    "<foreignObject><p>a</p></foreignObject>": "<foreignObject>",
    '<p xmlns="http://www.w3.org/1999/xhtml">a</p>': "<p>",
    '<text xmlns="">a</text>': "<text>",
    '<rect fill="url(http://a/b)"/>': '<rect fill="url(http://a/b)">',
    '<rect fill="URL(#a)"/>': '<rect fill="URL(#a)">',
    '<rect class="moved"/>': '<rect class="moved">',
    '<rect id="__config"/>': '<rect id="__config">',
    '<text xlink:x="1">a</text>': '<text x="1">',
}
Tree = Callable[..., Path]


def figure(svg: str) -> dict[str, str]:
    return {"docs/data/figures/one.svg": svg, "docs/data/figures/one.yml": TABLE}


def told(root: Path) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.en) for problem in e319_drawings.check(load(root))]


@pytest.mark.parametrize(("inside", "shown"), HOSTILE.items())
def test_it_is_told_at_its_line_and_left_out(inside: str, shown: str, tree: Tree) -> None:
    root = tree(figure(SVG.format(f"<rect/>\n{inside}")))
    (path, line, message), *_ = told(root)
    assert (path, line) == ("docs/data/figures/one.svg", 3)
    assert f"a drawing cannot have {shown}, expected only <circle>, <ellipse>" in message
    made = draw(load(root).figures["one"], "zh")
    assert not any(
        word in made for word in ("x()", "http://a", "href", "style", "red", "moved", "__config", "url", "xhtml", "javascript", "<script")
    )


@pytest.mark.parametrize(
    ("svg", "line"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>\n' + SVG.format("<text>&a;</text>"), 1),
        ('<?xml-stylesheet href="http://a/b.css"?>\n' + SVG.format(""), 1),
        (SVG.format("<?php x ?>"), 2),
    ],
)
def test_a_declaration_is_told_once_and_the_file_is_not_read(svg: str, line: int, tree: Tree) -> None:
    root = tree(figure(svg))
    assert [place for _, place, _ in told(root)] == [line]
    assert [problem for problem in e211_figures.check(load(root)) if "broken" in problem.en or "outermost" in problem.en] == []


@pytest.mark.parametrize("svg", ["<svg", SVG.format("<g>"), "<svg>&nbsp;</svg>"])
def test_what_is_no_xml_is_told_once(svg: str, tree: Tree) -> None:
    root = tree(figure(svg))
    assert told(root) == []
    assert ["broken SVG" in problem.en for problem in e211_figures.check(load(root))].count(True) == 1
    assert re.fullmatch('<svg xmlns="[^"]+" role="img" aria-label="[^"]+"></svg>', draw(load(root).figures["one"], "zh"))


@pytest.mark.parametrize(
    "svg", ["<svg", SVG.format("<g>"), SVG.format("<text>{{ none }}</text>"), SVG.format("<script/>"), "<!DOCTYPE svg>\n<svg/>"]
)
def test_a_page_that_shows_a_bad_drawing_is_checked_to_its_end(svg: str, tree: Tree) -> None:
    page = edited("docs/zh/cases/meter.md", ("换表后电费多了一半。", "换表后电费多了一半。\n\n{{ figure: one }}\n\n[甲](nowhere.md)"))
    found = {problem.code for problem in problems(tree({**figure(svg), **page}))}
    assert "E206" in found and found & {"E211", "E319"}


def test_words_are_words_and_comments_stay_with_the_editors(tree: Tree) -> None:
    text = '<!-- ><script>x()</script> -->\n\n<text class="f-label" x="1">{{ one }}</text><text><![CDATA[<b>]]></text>'
    root = tree(figure('<?xml version="1.0" encoding="GBK"?>\n' + SVG.format(text)))
    assert told(root) == []
    made = draw(load(root).figures["one"], "zh")
    assert made.startswith('<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="图 &quot;一&quot; &lt;b&gt;" viewBox="0 0 9 9">')
    assert '<text class="f-label" x="1">一 &lt; 二 &amp; 三</text><text>&lt;b&gt;</text>' in made
    assert "script" not in made and "\n\n" not in made


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "<g>", "</g>", "<rect/>", "<!--", "-->", "--!>", "&lt;", "<![CDATA[", "]]>", "'", '"', "a", "{{one}}"]),
        max_size=6,
    )
)
def test_whatever_is_drawn_holds_shapes_and_words_only(parts: list[str]) -> None:
    svg = SVG.format("".join(parts))
    made = drawings.drawn(svg, "alt", lambda text: text)
    for element in etree.fromstring(made).iter():
        assert etree.QName(element).localname in drawings.ELEMENTS
        assert {*element.attrib} - {"role", "aria-label"} <= drawings.ATTRIBUTES
