"""E313: the words of a link say where it leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.problem import Problem
from course.content.reading import load
from course.rules import e313_link_texts
from course.rules.e313_link_texts import links, wrong
from small import edited, line_of

Tree = Callable[..., Path]

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
FORM = "../forms/call-log.md"


def told(root: Path) -> list[Problem]:
    return list(e313_link_texts.check(load(root)))


@pytest.mark.parametrize(
    "shown",
    [
        *[
            "这里",
            "点击这里",
            "点这里",
            "请点击这里",
            "点此",
            "链接",
            "详情",
            "查看详情",
            "更多",
            "了解更多",
            "点击查看",
            "此链接",
            "看这里",
        ],
        *["**这里**", "这里 →", "“这里”", "去", "点击 这里", "本页", "阅读更多", "下文"],
        *["here", "Here", "click here", "Click here!", "link", "this link", "more", "read more", "Read more…", "this page", "Learn more →"],
        *["see here", "details", "the website", "below", "tap here"],
    ],
)
def test_words_that_could_stand_on_any_link(shown: str) -> None:
    zh, en = wrong(shown) or ("", "")
    assert zh.startswith(f"链接文字“{shown}”没说指到哪里，应写出点开是什么")
    assert en.startswith(f"the words of the link, `{shown}`, do not say where it leads; expected words that say what it leads to")


@pytest.mark.parametrize(
    "shown",
    [
        *["https://a.cn/b", "www.nea.gov.cn", "example.com", "example.com/a?b=1", "call-log.md", "../forms/call-log.md", "x.pdf"],
        *["`call-log.md`", "http://a.b", "mailto:a@example.com"],
    ],
)
def test_an_address_is_no_words(shown: str) -> None:
    zh, en = wrong(shown) or ("", "")
    assert "只是一个地址或文件名" in zh and "are only an address or file name" in en


@pytest.mark.parametrize("shown", ["", " ", "→", "**", "&nbsp;", "_ _", "…"])
def test_no_words(shown: str) -> None:
    zh, en = wrong(shown) or ("", "")
    assert "链接没有文字" in zh and "the link has no words" in en


@pytest.mark.parametrize("shown", ["![](a.svg)", "![ ](a.svg)", " ![](a.svg){ .icon } "])
def test_an_image_of_no_words(shown: str) -> None:
    zh, en = wrong(shown) or ("", "")
    assert "图没有替代文字" in zh and "an image without words" in en


@pytest.mark.parametrize(
    "shown",
    [
        *[
            "课程安排",
            "表单",
            "这里的观察表",
            "这个案例",
            "链接怎么写",
            "更多案例",
            "看电表的一页",
            "原文",
            "C09",
            "12398",
            "第 3 章",
            "去营业厅怎么走",
        ],
        *[
            "session plans",
            "the observation sheet",
            "more cases on meters",
            "here is the form",
            "Readme",
            "P04 First look, then judge",
            "e.g.",
        ],
        *["![观察表](a.svg)", "![](a.svg) 观察表", "**电费单**", "link texts", "Electricity Law, art. 26", "95598.cn 的办事指南"],
    ],
)
def test_words_that_say_something(shown: str) -> None:
    assert wrong(shown) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("见[这里](a.md)和[表](b.md#c)。", ["这里", "表"]),
        ("[a **b** `c`](d.md)", ["a **b** `c`"]),
        ('[a](b.md "the title") [c](<d.md>) [e](f_(g).md){ .x }', ["a", "c", "e"]),
        ("[![](a.svg)](b.md) [](c.md)", ["![](a.svg)", ""]),
        ("[[C09|这里]] [[C09]] [[1.4|more]]", ["这里", "more"]),
        ("`[这里](a.md)` ``[[C09|这里]]`` ![这里](a.svg) \\[这里](a.md) [R01] - [ ] (x)", []),
        ("[x] 甲 [乙](c.md) [丙]", ["乙"]),
    ],
)
def test_links_of_a_line(line: str, found: list[str]) -> None:
    assert list(links(line)) == found


@pytest.mark.parametrize(
    ("path", "old", "new", "mended"),
    [
        (CASE, "先让大家读。", f"先打印，[点这里]({FORM})。", f"先打印[通话记录表]({FORM})。"),
        (CASE_EN, "Let everyone read first.", f"Print it [here]({FORM}).", f"Print the [call log]({FORM})."),
        (CASE, "我先查一下读数。", "我先查，见[[P01|详情]]。", "我先查，见[[P01|先查后判]]。"),
        (CASE_EN, "You want to understand.", "You want [[P01|more]].", "You want [[P01|a check first]]."),
    ],
)
def test_place(tree: Tree, path: str, old: str, new: str, mended: str) -> None:
    root = tree(edited(path, (old, new)))
    [problem] = told(root)
    assert (problem.path, problem.line, problem.code) == (path, line_of(root, path, new), "E313")
    assert told(tree(edited(path, (old, mended)))) == []


def test_what_is_no_link_to_a_reader(tree: Tree) -> None:
    new = "读。\n\n```\n[这里](a.md)\n```\n\n<!-- [这里](a.md)\n[点这里](a.md) -->\n\n写作 `[这里](a.md)`。"
    assert told(tree(edited(CASE, ("先让大家读。", new)))) == []


@given(st.text("[]()!|`\\ a这b.#C09\"'<>", max_size=80))
def test_anything_may_be_written(line: str) -> None:
    for shown in links(line):
        wrong(shown)


@pytest.mark.parametrize("piece", ["[", "![", "[a](b)", "![]()", "[[a|", "[![a](b)", "](", "\\[", "[a](b(", '[a](b "', "`", "[a][b](c"])
def test_long_lines_take_no_time(piece: str) -> None:
    list(links(piece * 3000))


@given(st.from_regex(r"[^\W_]{1,12}", fullmatch=True))
def test_a_link_is_found_wherever_it_stands(words: str) -> None:
    assert list(links(f"先看 [{words}](a.md)，再看 [[C09|{words}]]。")) == [words, words]
