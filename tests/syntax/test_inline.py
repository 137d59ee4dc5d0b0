"""A line cut into its tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.syntax import inline
from course.syntax.inline import Token, TokenKind, tokens

LINES = st.one_of(
    st.text("[]()`<>{}:.#|!&;《》 aCPR01工单\n", max_size=40),
    st.lists(st.sampled_from(["[[C09]]", "[[C09|话]]", "[R01]", "`a`", "[甲](b.md)", "![", "](", "<br>", "{#a}", "&nbsp;", "《", "》", "https://a.cn/b", "好", "，"]), max_size=8).map("".join),
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind", "id", "words"),
    [
        ("《供电[R01]规则》", "title", "", ""),
        ("``[R01] `", "code", "", ""),
        ("[见](a.md#b)", "link", "", "见"),
        ("[见](a.md){ .b }", "link", "", "见"),
        ("![图](a.svg)", "picture", "", ""),
        ("[[C09]]", "page", "C09", ""),
        ("[[1.2|那一章]]", "page", "1.2", "那一章"),
        ("[R13]", "reference", "R13", ""),
        ("<kbd>", "tag", "", ""),
        ("{: .a }", "attributes", "", ""),
        ("&#8203;", "entity", "", ""),
    ],
)
def test_a_token(line: str, kind: TokenKind, id: str, words: str) -> None:
    assert [*tokens(f"好{line}，是")] == [Token("words", 0, "好"), Token(kind, 1, line, id, words), Token("words", 1 + len(line), "，是")]


@pytest.mark.parametrize("line", ["好，是", "[R1]", "[[C09", "[[C 09]]", "`a", "a < b", "{a}", "《a", "[a] (b)", "&;", "R13"])
def test_no_token(line: str) -> None:
    assert [*tokens(line)] == [Token("words", 0, line)]


def test_an_address_goes_on_to_the_next_space() -> None:
    assert [(token.kind, token.text) for token in tokens("见 https://a.cn/[R01]，是 好")] == [
        ("words", "见 "),
        ("address", "https://a.cn/[R01]，是"),
        ("words", " 好"),
    ]


def test_a_link_whose_words_hold_brackets_ends_with_its_target() -> None:
    assert [(token.kind, token.text) for token in tokens("[见 [R01]](a.md)")] == [
        ("words", "[见 "),
        ("reference", "[R01]"),
        ("target", "](a.md)"),
    ]


def test_a_reference_that_is_the_words_of_a_link_is_none() -> None:
    assert [token.kind for token in tokens("[R01](a.md)")] == ["link"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("见[甲`乙`](a.md)和 [[C09|那件事]]，[R01]。", "见[甲__和 _那件事，_。"),
        ("《办法》写着 <b>好</b>&nbsp;https://a.cn 是", "《办法》写着 _好___ 是"),
        ("![图](a.svg)", "_"),
        ("好", "好"),
    ],
)
def test_what_a_line_says(line: str, said: str) -> None:
    assert inline.words(line, "_") == said


def test_titles_can_be_left_out() -> None:
    assert inline.words("《办法》[《甲》](a.md)", "_", ("title",)) == "_[__"


def test_marks_are_those_that_become_links() -> None:
    assert [(mark.kind, mark.id) for mark in inline.marks("[[P04|x]] `[R02]` [R01] [[C01]](a) 《[R03]》")] == [
        ("page", "P04"),
        ("reference", "R01"),
        ("page", "C01"),
    ]
    assert [*inline.references("[[P04]][R01][U02]")] == ["R01", "U02"]


def test_pictures_and_code() -> None:
    assert inline.pictures("![a](b) `![c](d)` ![e](") == 2
    assert inline.without_code("a`b`c") == "ac"
    assert inline.without_marks("a[[C01|b]][R01][c]") == "a[c]"


@pytest.mark.parametrize(
    ("text", "is_one"), [("[[C01]]", True), ("[[C01|a]]", True), ("[R01]", True), ("[R01] ", False), ("[[C01]", False)]
)
def test_is_mark(text: str, is_one: bool) -> None:
    assert inline.is_mark(text) is is_one


@given(LINES)
def test_tokens_are_the_whole_line_in_order(line: str) -> None:
    found = [*tokens(line)]
    assert "".join(token.text for token in found) == line
    assert [token.start for token in found] == [0, *(token.end for token in found)][: len(found)]
    assert all(token.text for token in found)
    assert not any(one.kind == other.kind == "words" for one, other in zip(found, found[1:], strict=False))


@given(LINES)
def test_a_line_says_no_more_than_it_has(line: str) -> None:
    assert inline.words(line, "") == "".join(letter for letter in inline.words(line, "\0") if letter != "\0")
    assert {*inline.words(line, "")} <= {*line}


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "`", "<a ", "{:", "《", "[[C01|", "&", "[R01"])
def test_a_line_of_one_sign_is_cut_as_well(sign: str) -> None:
    line = (sign * 5000)[:5000]
    assert "".join(token.text for token in tokens(line)) == line
