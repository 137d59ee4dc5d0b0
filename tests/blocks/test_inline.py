"""Marks inside a line: references, codes, and the first use of each term in a section."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.reading import load
from course.language.lang import Lang
from course.render.blocks import render
from course.render.inline import Scope, expand, expand_block
from course.syntax.allowed import harmless
from course.syntax.inline import marks
from course.syntax.tree import parse
from small import original, scope

Tree = Callable[..., Path]

TERM = "- id: {0}\n  term: {{zh: {1}, en: {2}}}\n  definition: {{zh: {1}的意思。, en: Meaning.}}\n"
TERMS = "".join(
    TERM.format(*row) for row in [("bill", "电费", "bill"), ("bill-date", "电费账期", "bill date"), ("service", "服务", "service")]
)


@pytest.fixture
def place(tree: Tree) -> Callable[[Lang], Scope]:
    catalogue = load(tree({"docs/data/terms.yml": TERMS}))
    return lambda lang: Scope(catalogue, lang, "cases/meter.md")


def marked(text: str, where: Scope) -> list[str]:
    """The words that were made terms, with the term's id."""
    return [f"{words}={id}" for words, id in re.findall(r"\[([^\]]*)\]\(\.\./glossary\.md#([\w-]+) ", expand_block(text, where))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("见[R01]。", '见[R01](../references.md#r01 "答复时限"){ .ref }。'),
        ("见[[C01]]。", '见[C01 表走得快](meter.md "客户说新表走得快。"){ .code-link }。'),
        ("[[P01|先查]]", '[先查](../principles/check-first.md "查清楚了再下结论。"){ .code-link }'),
        ("[[1.1]]", '[1.1 什么是服务](../chapters/service.md "服务是把事办完。"){ .code-link }'),
        ("没有记号", "没有记号"),
    ],
)
def test_a_mark_becomes_a_link(text: str, wanted: str) -> None:
    assert expand(text, scope()) == wanted


@pytest.mark.parametrize("text", ["`[R01]`", "``[[C01]]``", "[R01](a.md)", "![[R01] x](a.svg)", "https://a.b/[R01]", "[X01]", "[R1]"])
def test_what_is_no_mark_stays(text: str) -> None:
    assert expand(text, scope()) == text or text == "![[R01] x](a.svg)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("电费账期和电费", ["电费账期=bill-date", "电费=bill"]),
        ("电费，还是电费", ["电费=bill"]),
        ("电费\n\n又是电费", ["电费=bill"]),
        ("电费\n\n## 下一节 {#next}\n\n电费", ["电费=bill", "电费=bill"]),
        ("电费\n\n### 小标题\n\n电费", ["电费=bill"]),
        ("## 电费 {#bill}\n\n服务", ["服务=service"]),
        ("[电费](a.md)和`电费`和<b title='电费'>", []),
        ("| 电费 |\n    电费\n<p>电费</p>", []),
        ("- 电费", ["电费=bill"]),
        ("**电费**", ["电费=bill"]),
    ],
)
def test_terms_in_chinese(place: Callable[[Lang], Scope], text: str, wanted: list[str]) -> None:
    assert marked(text, place("zh")) == wanted


def test_code_has_no_terms(place: Callable[[Lang], Scope]) -> None:
    made = render(parse("```\n电费\n```\n服务").nodes, place("zh"))
    assert "<pre><code>电费\n</code></pre>" in made and "glossary.md#service" in made


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A Bill, a BILL", ["Bill=bill"]),
        ("the bill date of a bill", ["bill date=bill-date", "bill=bill"]),
        ("bills and billing", []),
        ("pre-bill, bill-free, ebill", []),
        ("“bill”, (service).", ["bill=bill", "service=service"]),
        ("the ſervice", []),
        ("https://a.b/bill and {.bill}", []),
    ],
)
def test_terms_in_english_are_whole_words_in_any_case(place: Callable[[Lang], Scope], text: str, wanted: list[str]) -> None:
    assert marked(text, place("en")) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("zh", "施工单位开的工单", "施工单位开的[工单]"),
        ("zh", "工单位置和施工，单位", "[工单]位置和施工，单位"),
        ("en", "a Work order form, a work order", "a Work order form, a [work order]"),
        ("en", "the work order forms", "the [work order] forms"),
    ],
)
def test_a_term_is_not_marked_inside_a_word_it_is_not_meant_in(tree: Tree, lang: Lang, text: str, wanted: str) -> None:
    names = "  not_in: {zh: [施工单位], en: [Work order form]}\n"
    catalogue = load(tree({"docs/data/terms.yml": original("docs/data/terms.yml") + names}))
    assert catalogue.problems == ()
    shown = re.sub(
        r"\[([^\]]*)\]\(\S+#work-order [^)]*\)\{ \.term \}", r"[\1]", expand_block(text, Scope(catalogue, lang, "cases/meter.md"))
    )
    assert shown == wanted


def test_a_term_carries_its_meaning() -> None:
    assert expand_block("开一张工单。", scope()) == '开一张[工单](../glossary.md#work-order "记下一件事和办理经过的单子。"){ .term }。'


def test_without_terms_text_stays(tree: Tree) -> None:
    assert expand_block("工单", Scope(load(tree({"docs/data/terms.yml": "[]"})), "zh", "index.md")) == "工单"


MARKS = st.text(alphabet="[]()`<>{}:.#|! aCPR01工单\n", max_size=60)


@given(MARKS)
def test_what_expand_would_look_up_is_what_marks_names(text: str) -> None:
    known = {"page": {"C01", "P01", "1.1", "F01"}, "reference": {"R01"}}
    if all(mark.id in known[mark.kind] for mark in marks(text)):
        expand(text, scope())
        expand_block(text, scope())
    else:
        with pytest.raises(KeyError):
            expand(text, scope())


@given(st.text())
def test_text_without_brackets_stays(text: str) -> None:
    plain = text.replace("[", "")
    assert expand(plain, scope()) == harmless(plain)
