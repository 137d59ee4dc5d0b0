"""E310: Chinese is set as Chinese is set, and every character is what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.problem import Problem
from course.content.reading import load
from course.language.typography import mended, proper, unpaired
from course.rules import e310_chinese_typography as rule
from small import edited, line_of

Tree = Callable[..., Path]
CASE, CASE_EN, TERMS, PHRASES = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/terms.yml", "docs/data/phrases.yml"
PLACE, PLACE_EN = "先让大家读。", "Let everyone read first."


def told(root: Path) -> list[Problem]:
    return sorted(rule.check(load(root)))


def written(tree: Tree, text: str) -> list[Problem]:
    """What is told of the minimal case with that text in it."""
    return told(tree(edited(CASE, (PLACE, text))))


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            '客户说:"好的"!',
            '写的是 `客户说:"好的"!`，应是 `客户说：“好的”！`（make fix 可以代改）',
            "expected `客户说：“好的”！` (`make fix` can do it)",
        ),
        ("好，，是", "应是 `好，是`（make fix 可以代改）", "found `好，，是`, expected `好，是`"),
        ("见（hello)再说", "写的是 `（hello)再说`，应是 `（hello）再说`", "expected `（hello）再说`"),
        ("真的吗?! 是", "写的是 `真的吗?! 是`，应是 `真的吗？！是`（make fix", "expected `真的吗？！是`"),
        ("他说 :“好”", "应是 `他说：“好”`（make fix", "expected `他说：“好”`"),
        ("等等...好", "应是 `等等……好`（make fix", "expected `等等……好`"),
        ("等等。。。好", "应是 `等等……好`（make fix", "expected `等等……好`"),
        ("好--是", "应是 `好——是`（make fix", "expected `好——是`"),
        ("拨95598热线", "写的是 `拨95598`，应是 `拨 95598`（make fix", "expected `拨 95598`"),
        ("好，。是", "写的是 `好，。是`，应是 `好。是`", "expected `好。是`"),
        ("约翰.史密斯", "写的是 `约翰.史密斯`，应是 `约翰。史密斯`", "expected `约翰。史密斯`"),
        ('说"OK"就行', "应是 `说“OK”就行`", "expected `说“OK”就行`"),
        ("他说“好，走了。", "“他说“好，走了。”这里的 “ 没有配对", "“ near “他说“好，走了。” has no other half"),
        ("他说好”，走了。", "这里的 ” 没有配对", "” near"),
        ("走了（再来。", "这里的 （ 没有配对", "（ near"),
        ('他说"好，走了。', "这里是直引号，应是成对的“ ”", "a straight quote near"),
        (
            "Ａ级用户",
            "“A级用户”里的“A”是另一个样子相同的字符“Ａ”（U+FF21），应换成“A”（make fix 可以代改）",
            "“Ａ” (U+FF21) in “A级用户” only looks like “A”",
        ),
        ("⼈多", "“人多”里的“人”是另一个样子相同的字符“⼈”（U+2F08）", "only looks like “人”"),
        (
            "好\u200b的",
            "“好的”里有看不见的字符 U+200B，应删去（make fix 可以代改）",
            "an invisible character U+200B in “好的”, expected none",
        ),
        (
            "编号 С01",
            "“С01”里混了俄文或希腊字母，样子和英文字母一样，应重新输入“C01”",
            "“С01” mixes Cyrillic or Greek letters with Latin ones, expected “C01” typed anew",
        ),
        ("电費多了", "“电費多了”里的“費”是繁体字，应是“费”", "“費” is a traditional character, expected the simplified “费”"),
        ("以後再说", "里的“後”是繁体字，应是“后”", "expected the simplified “后”"),
        ("\u3000\u3000段落", "应是 `段落`（make fix", "expected `段落`"),
        (
            "走了\u00a0再来",
            "“走了再来”里有特殊的空格 U+00A0（多半是粘贴来的），应删去或换成普通的空格（make fix 可以代改）",
            "an odd space U+00A0 in “走了再来” (pasted?), expected a common one or none",
        ),
        ("走了\u2003再来", "“走了 再来”里有特殊的空格 U+2003", "an odd space U+2003"),
        ("走了\u2009再来", "里有特殊的空格 U+2009", "an odd space U+2009"),
        ("3月-5月停", "写的是 `3月-5`，应是 `3 月-5`（make fix", "expected `3 月-5`"),
        ("3 月 -5 月停", "应是 `3 月-5 月停`（make fix", "expected `3 月-5 月停`"),
        ("说“好”.共三户", "应是 `说“好”。共三户`（make fix", "expected `说“好”。共三户`"),
        ("共 3。5 元", "写的是 `共 3。5 元`，应是 `共 3.5 元`", "expected `共 3.5 元`"),
        ("约 9：30 到", "应是 `约 9:30 到`", "expected `约 9:30 到`"),
        ("有 20％的人", "应是 `有 20% 的人`（make fix", "expected `有 20% 的人`"),
        ('他说“wait."再来', "应是 `“wait.”再来`（make fix", "expected `“wait.”再来`"),
        ("::: note 好,是\n好\n:::", "应是 `note 好，是`（make fix", "expected `note 好，是`"),
        ("```dialogue\n甲(✓ P01):好,是\n```", "写的是 `甲(✓ P01`，应是 `甲（✓ P01`（make fix", "expected `甲（✓ P01` (`make fix`"),
        ("```dialogue\n客户: App 打不开\n```", "写的是 `客户: App 打不`，应是 `客户：App 打不`（make fix", "expected `客户：App"),
        (
            "自己核得 出来的数，要说。",
            "写的是 `自己核得 出来的数，要`，应是 `自己核得出来的数，要`，中间不空格；要停顿就写逗号",
            "expected `自己核得出来的数，要` without the space, or a comma",
        ),
    ],
)
def test_it_is_told(tree: Tree, text: str, zh: str, en: str) -> None:
    root = tree(edited(CASE, (PLACE, text)))
    (problem,) = told(root)
    line = line_of(root, CASE, text.split("\n")[-2] if "dialogue" in text else text.split("\n")[0])
    assert (problem.path, problem.line, problem.code) == (CASE, line, "E310")
    assert zh in problem.zh
    assert en in problem.en


def test_front_matter_is_told_at_its_line(tree: Tree) -> None:
    root = tree(edited(CASE, ("title: 表走得快", "title: 表3号,快"), ("  P01: 先查读数，", "  P01: 先查读数,")))
    assert [(problem.path, problem.line) for problem in told(root)] == [
        (CASE, line_of(root, CASE, "title:")), (CASE, line_of(root, CASE, "  P01:")),
    ]  # fmt: skip


def test_tables_are_told_at_their_line_and_only_their_chinese(tree: Tree) -> None:
    root = tree(
        edited(PHRASES, ("我先查一下读数。", "我先查3号。"), ("Let me look", "Look 3号"))
        | edited(TERMS, ("zh: [派工单]", "zh: [派工单3号]"))
    )
    assert [(problem.path, problem.line) for problem in told(root)] == [(PHRASES, line_of(root, PHRASES, "say:"))]


def test_english_is_told_of_characters_only(tree: Tree) -> None:
    text = 'The legal name: 违约金, not "滞纳金"... 電費.\n\nThe mеter Ａ.'
    root = tree(edited(CASE_EN, (PLACE_EN, text)))
    (problem,) = told(root)
    assert (problem.path, problem.line) == (CASE_EN, line_of(root, CASE_EN, "The mе"))


ENGLISH = [
    (
        "a list，and no study",
        "写的是 `a list，and no`，应是 `a list, and no`（make fix 可以代改）",
        "expected `a list, and no` (`make fix` can do it)",
    ),
    ("the meter（电表）is", "应是 ` meter (电表) is`", "expected ` meter (电表) is`"),
    ("Done。", "应是 `Done.`", "expected `Done.`"),
    ('He said “wait." Then', '写的是 `“wait." Then`，应是 `“wait.” Then`（make fix', "expected `“wait.” Then` (`make fix`"),
    ("- Why？ So", "应是 `- Why? So`", "expected `- Why? So`"),
    ("```dialogue\nMs Lu（✓ P01）：Hello。\n```", "写的是 `Ms Lu（✓ P01`，应是 `Ms Lu (✓ P01`", "expected `Ms Lu (✓ P01`"),
]


@pytest.mark.parametrize(("text", "zh", "en"), ENGLISH)
def test_chinese_stops_in_english_are_told(tree: Tree, text: str, zh: str, en: str) -> None:
    root = tree(edited(CASE_EN, (PLACE_EN, text)))
    (problem,) = told(root)
    assert (problem.path, problem.line) == (CASE_EN, line_of(root, CASE_EN, text.split("\n")[1 if "\n" in text else 0]))
    assert zh in problem.zh
    assert en in problem.en


@pytest.mark.parametrize(
    "text",
    [
        "Say “您好，请坐。” and wait.",
        "The legal name is 违约金。",
        "Law: 《供电营业规则》（2024）, article 3.",
        "Write 您好，请坐。 on the card.",
        "`a，b`, [[P01]] and [R01].",
        "```\na，b\n```",
        "```dialogue\nMs Lu (✓ P01): Hello.\n```",
    ],
)
def test_chinese_quoted_in_english_keeps_its_stops(tree: Tree, text: str) -> None:
    assert told(tree(edited(CASE_EN, (PLACE_EN, text)))) == []


def test_chinese_stops_in_the_english_of_a_table_are_told(tree: Tree) -> None:
    root = tree(edited(PHRASES, ("Let me look", "Well，let me look")))
    assert [(problem.path, problem.line) for problem in told(root)] == [(PHRASES, line_of(root, PHRASES, "Well，"))]


def test_a_line_is_told_once(tree: Tree) -> None:
    assert len(written(tree, "好,是,好,费費“")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "::: myth “服务好”\n好\n:::",
        "**表一\u3000本所**（60 份）",
        "第 3 章 “七个一”",
        "接待-理解-帮助-留住",
        "约翰·史密斯（Smith）说，“好”。",
        "时间 9:40，比例 3:2，共 1,000 户、3.5 元，见附件.pdf。",
        "`好,是` 和 [[P01]]，还有 [R01]。",
        "见[图](../index.md)和 https://example.com/a,b?x=1。",
        "<b title='好,是'>好</b>",
        "<!-- 好,是 -->",
        '屏有 5" 和 10" 两种，阻值 10 kΩ、5 μm。',
        "按 1.96×√(p(1−p)÷n) 粗算",
        "| 好 | 是 |\n| --- | :-: |\n| 甲 | 9/12 |",
        "1）先看；2）再问。",
        "- [ ] 好的",
        "他说：“第一段。\n\n“第二段。”",
        "他说：“第一行，\n第二行。”",
        "乾县的毕昇、姓镕的，干活。",
        "```dialogue\n甲（✗ P01）：好\n(停)\n```",
        "```dialogue\nAgent (✓): OK.\n```",
        "```dialogue\n9:51 叫号\n```",
        "第一部分 看细节、防投诉（3 小时）",
        "## 第一步 先听，再问 {#a}",
        "| 先听 再问 | 好，是 |\n| --- | --- |",
        "牌子上写着“缴费 咨询”，看得清。",
        "记录人：甲 日期：乙，写全。",
        "**先听** 再问，别急。",
        "```\n好,是\n```",
        "什么？！真的！！",
        "Don't（直的撇号）。",
        "&nbsp;好",
        "3 月-5 月，9:00-11:30，周一-周五，气温 -5 ℃。",
        "到半夜记的是 48.6。12 日那一回，44 ＝ 27 ＋ 17。27 底下写。",
        "一…",
    ][:-1],
)
def test_what_is_right_is_not_told(tree: Tree, text: str) -> None:
    assert written(tree, text) == []


def test_a_table_that_cannot_be_read_and_a_torn_page_are_no_obstacle(tree: Tree) -> None:
    assert told(tree({TERMS: "x: [", **edited(CASE, (PLACE, "```\n好,是"))})) == []


LETTERS = st.text(st.sampled_from("好的月元a3\u00a0\u2003％，。“”（）()\"',.:;?!…- \u3000⼈Ａ*"), max_size=30)


@given(LETTERS)
def test_what_is_proper_is_proper_already(text: str) -> None:
    assert proper(proper(text)) == proper(text)
    assert mended(mended(text)) == mended(text)


@given(LETTERS)
def test_what_is_told_can_be_shown(text: str) -> None:
    if proper(text) != text:
        was, should = rule.difference(text, proper(text))
        assert was != should


@given(st.text(st.sampled_from("好“”（）"), max_size=12))
def test_marks_pair_or_one_is_told(text: str) -> None:
    rest = text.replace("好", "")
    while any(pair in rest for pair in ("“”", "（）")):
        rest = rest.replace("“”", "").replace("（）", "")
    assert bool(unpaired(text)) == bool(rest)
