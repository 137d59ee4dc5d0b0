"""Data -> typed, or one problem per mistake in an editor's words."""

from __future__ import annotations

from typing import Any

import pytest

from course.content import company, kinds, model, tables, validation
from course.content.front_matter import table
from course.content.source import Source

CASE = """\
id: C01
title: 标题
summary: 一句话
chapter: "1.1"
form: case
channel: hotline
roles: [agent]
customers: [home]
issues: [meter]
level: easy
minutes: {read: 1, discuss: 2, practise: 3}
principles: {P01: 理由}
sources: []
"""


def check(text: str, shape: Any = model.CaseFront, facts: frozenset[str] = frozenset()) -> Any:
    source = table(text, "a.md")
    assert isinstance(source, Source)
    return validation.check(source, shape, facts)


def test_good_data_comes_back_typed() -> None:
    case = check(CASE)
    assert (case.id, case.minutes.total, case.steps, case.breaks) == ("C01", 6, (), {})


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "zh", "en"),
    [
        ("title: 标题\n", "", 1, "E101", "“title”缺少这一项", "`title` is missing"),
        ("level:", "lvel:", 10, "E102", "不认识“lvel”，是不是想写“level”？", "unknown name `lvel`, expected a known one; did you mean `level`?"),
        ("level:", "qqqq: 1\nlevel:", 10, "E102", "不认识“qqqq”", "unknown name `qqqq`, expected a known one"),
        ("read: 1", "reed: 1", 11, "E102", "不认识“minutes › reed”", "unknown name `minutes › reed`, expected a known one"),
        ("id: C01", "id: C1", 1, "E104", "“id”写的是“C1”，应是案例编号，如 C09", "`id` is 'C1', expected a case code such as C09"),
        ("P01:", "X1:", 12, "E104", "“principles › X1”写的是“X1”，应是原则编号，如 P07", "`principles › X1` is 'X1', expected a principle code such as P07"),
        ('"1.1"', "1.1", 4, "E104", "“chapter”应是文字（像数字的要加引号）", "`chapter` expected text (put quotes round what looks like a number)"),
        ("P01:", "P01，P02:", 12, "E104", "“principles › P01，P02”写的是“P01，P02”，应是原则编号，如 P07；两项之间用半角逗号", "`principles › P01，P02` is 'P01，P02', expected a principle code such as P07; a half-width comma stands between two entries"),
        ('"1.1"', '"1"', 4, "E104", '“chapter”写的是“1”，应是加引号的章号，如 "1.2"', "`chapter` is '1', expected a chapter number in quotes such as \"1.2\""),
        ("[agent]", "[agent, 5]", 7, "E104", "“roles › 2”应是文字（像数字的要加引号）", "`roles › 2` expected text (put quotes round what looks like a number)"),
        ("[agent]", "\n- ''", 8, "E104", "“roles › 1”不能为空", "`roles › 1` expected it not to be empty"),
        ("[agent]", "[~]", 7, "E104", "“roles › 1”是空的，应有内容", "`roles › 1` is empty, expected content"),
        ("[agent]", "", 7, "E104", "“roles”是空的，应有内容", "`roles` is empty, expected content"),
        ("read: 1", "read: ", 11, "E104", "“minutes › read”是空的，应有内容", "`minutes › read` is empty, expected content"),
        ("read: 1", "read: 100001", 11, "E104", "“minutes › read”太大了，应不超过 100000", "`minutes › read` is too large, expected 100000 at most"),
        ("read: 1", f"read: 0x{'f' * 6000}", 11, "E104", "“minutes › read”太大了，应不超过 100000", "`minutes › read` is too large, expected 100000 at most"),
        ("[agent]", "[]", 7, "E104", "“roles”列表不能为空", "`roles` expected at least one entry"),
        ("[agent]", "agent", 7, "E104", "“roles”应是列表，如 [a, b]，方括号和逗号用半角", "`roles` expected a list such as [a, b], with half-width brackets and commas"),
        ("read: 1", "read: a", 11, "E104", "“minutes › read”应是整数", "`minutes › read` expected a whole number"),
        ("read: 1", "read: 1.5", 11, "E104", "“minutes › read”应是整数", "`minutes › read` expected a whole number"),
        ("read: 1", "read: []", 11, "E104", "“minutes › read”应是整数", "`minutes › read` expected a whole number"),
        ("read: 1", "read: 0", 11, "E104", "“minutes › read”应至少是 1", "`minutes › read` expected at least 1"),
        ("{read: 1, discuss: 2, practise: 3}", "10", 11, "E104", "“minutes”应是“名称: 内容”", "`minutes` expected `name: value` lines"),
        ("{P01: 理由}", "[P01]", 12, "E104", "“principles”应是“名称: 内容”", "`principles` expected `name: value` lines"),
        ("{P01: 理由}", "\n  P01：理由", 13, "E104", "“P01：”的冒号要用半角，后面空一格", "`P01：`: expected a half-width colon and a space after it"),
        ("{P01: 理由}", "\n  P01:理由", 13, "E104", "“P01:”的冒号要用半角，后面空一格", "`P01:`: expected a half-width colon and a space after it"),
        ("一句话", '"  "', 3, "E104", "“summary”不能为空", "`summary` expected it not to be empty"),
        ("一句话", "", 3, "E104", "“summary”是空的，应有内容", "`summary` is empty, expected content"),
        ("id: C01", "id: C01\n1: x", 2, "E104", "“1”名称应是文字（像数字的要加引号）", "`1` expected the name to be text (put quotes round what looks like a number)"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_editors_words(old: str, new: str, line: int, code: str, zh: str, en: str) -> None:
    assert old in CASE
    (problem,) = check(CASE.replace(old, new, 1))[-1:]
    assert (problem.line, problem.code, problem.zh, problem.en) == (line, code, zh, en)


def test_words_of_the_vocabulary_are_no_matter_of_shape() -> None:
    text = CASE.replace("[agent]", "[Agent, 柜台]").replace("channel: hotline", "channel: Hot Line").replace("level: easy", "level: Easy")
    assert (check(text).roles, check(text).channel, check(text).level) == (("Agent", "柜台"), "Hot Line", "Easy")


PHRASES = """\
- id: W26
  situation: explaining
  channels: [counter]
  principle: P04
  avoid: {zh: 话, en: words}
  say: {zh: 话, en: words}
  why: {zh: 话, en: words}
- id: W27
  situation: explaining
  channels: [counter]
  principle: P04
  avoid: {zh: 话, en: words}
  say: {zh: 话, en: words}
  why: {zh: 话, en: words}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "zh", "en"),
    [
        ("  why: {zh: 话, en: words}\n", "", 8, "E101", "“W27 › why”缺少这一项", "`W27 › why` is missing"),
        (
            "why: {zh: 话, en: words}", "why: {zh: 话, en: words, and more}", 14, "E102",
            "“and more”前面的半角逗号把句子断开了，请给整句加上半角引号",
            "the comma before `and more` cuts the sentence in two, expected quotes round the whole of it",
        ),
        ("why: {zh: 话, en: words}", "why:", 14, "E104", "“W27 › why”是空的，应有内容", "`W27 › why` is empty, expected content"),
        ("why: {zh: 话, en: words}", "why: {zh: 话}", 14, "E101", "“W27 › why › en”缺少这一项", "`W27 › why › en` is missing"),
        ("[counter]", "[counter, ~]", 10, "E104", "“W27 › channels › 2”是空的，应有内容", "`W27 › channels › 2` is empty, expected content"),
        ("- id: W27\n  situation", "- situation", 8, "E101", "“2 › id”缺少这一项", "`2 › id` is missing"),
        ("id: W27", "id: 27", 8, "E104", "“27 › id”应是文字（像数字的要加引号）", "`27 › id` expected text (put quotes round what looks like a number)"),
    ],
)  # fmt: skip
def test_a_row_of_a_table_is_named_by_its_id(old: str, new: str, line: int, code: str, zh: str, en: str) -> None:
    first, second = PHRASES.split("- id: W27")
    text = f"{first}{f'- id: W27{second}'.replace(old, new, 1)}"
    assert text != PHRASES
    (problem,) = check(text, tuple[tables.PhraseRow, ...])
    assert (problem.line, problem.code, problem.zh, problem.en) == (line, code, zh, en)


def test_a_row_that_is_none_is_named_by_its_number() -> None:
    (problem,) = check(f"{PHRASES}- words\n", tuple[tables.PhraseRow, ...])
    assert (problem.line, problem.zh, problem.en) == (15, "“3”应是“名称: 内容”", "`3` expected `name: value` lines")


def test_a_closed_choice_left_empty_is_called_empty() -> None:
    (problem,) = check("level:\nsource: {zh: a, en: b}\ndate: ''\ngrade: primary\ntext: {zh: a, en: b}\n", tables.ReferencePoint)
    assert (problem.line, problem.zh, problem.en) == (1, "“level”是空的，应有内容", "`level` is empty, expected content")


def test_every_mistake_is_told_at_once() -> None:
    found = check(CASE.replace("C01", "C1").replace("title: 标题\n", "").replace("read: 1", "read: 0"))
    assert sorted(problem.code for problem in found) == ["E101", "E104", "E104"]


def test_a_fact_in_the_english_page_says_it_is_a_fact() -> None:
    facts = frozenset({"channel"})
    (problem,) = check("title: T\nsummary: S\nprinciples: {}\nchannel: hotline\n", kinds.CASE.english, facts)
    assert (problem.line, problem.code) == (4, "E103")
    assert problem.zh == "“channel”是事实，只写在中文页里，请从英文页删去"
    assert problem.en == "`channel` is a fact and stands in the Chinese page only; expected it not to be here"


def test_a_closed_choice_lists_what_may_stand_there() -> None:
    text = "level: maybe\nsource: {zh: a, en: b}\ndate: ''\ngrade: primary\ntext: {zh: a, en: b}\n"
    (problem,) = check(text, tables.ReferencePoint)
    assert problem.zh == "“level”写的是“maybe”，应是其中之一：law, regulation, rule, local, standard, promise, study, practice or foreign"
    assert problem.en.startswith("`level` is 'maybe', expected one of: law, regulation")


@pytest.mark.parametrize("id", ["热线", "../x", "a/b", "a b", "<b>", "-a", ""])
def test_an_id_of_the_vocabulary_can_be_an_address(id: str) -> None:
    (problem,) = check(f'id: "{id}"\nzh: 热线\nen: Hotline\nzh_about: 热线。\nen_about: Hotline.\n', tables.VocabularyRow)
    assert problem.zh == f"“id”写的是“{id}”，应是小写英文、数字和连字符"
    assert problem.en == f"`id` is {id!r}, expected lower-case letters, digits and hyphens"


def test_a_table_of_the_wrong_shape_is_named_as_a_whole() -> None:
    (problem,) = check("a: b\n", tuple[tables.TermRow, ...])
    assert (problem.zh, problem.en) == (
        "整个文件应是列表，如 [a, b]，方括号和逗号用半角",
        "the whole file: expected a list such as [a, b], with half-width brackets and commas",
    )


@pytest.mark.parametrize("pattern", [p for p in validation._SHAPES])
def test_every_pattern_in_words_is_one_the_model_uses(pattern: str) -> None:
    text = str(
        [kind.front.model_json_schema() for kind in kinds.KINDS]
        + [row.model_json_schema() for row in (*kinds.TABLES.values(), *kinds.DOCUMENTS.values())]
        + [company.Own.model_json_schema()]
    )
    assert repr(pattern)[1:-1] in text
