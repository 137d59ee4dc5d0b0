"""E306: a number of legal force carries a reference, and a promise is not called law."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.problem import Problem
from course.content.reading import load
from course.language.lang import Lang
from course.rules import e306_legal_figures
from course.rules.e306_legal_figures import figure
from course.rules.passages import passages, sentences
from course.syntax.tree import parse
from small import MINIMAL, edited, kind, line_of

Tree = Callable[..., Path]

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
RULES, RULES_EN = "当天给第一次答复[R01]。", "A first reply the same day [R01]."
REFERENCES = "docs/data/references.yml"
ROW = """
- id: {}
  title: {{zh: 时限, en: Time limits}}
  checked: "2026-11-29"
  due: "2027-05-31"
  points:
    - level: {}
      source: {{zh: 某文件, en: A text}}
      date: "2023"
      grade: secondary
      text: {{zh: 一句话。, en: A sentence.}}
"""
LEVELS = {REFERENCES: (MINIMAL / REFERENCES).read_text(encoding="utf-8") + ROW.format("R09", "promise") + ROW.format("R04", "regulation")}


def told(root: Path) -> list[Problem]:
    return list(e306_legal_figures.check(load(root)))


def with_rules(tree: Tree, text: str) -> Path:
    """The minimal course with that text where a case gives its rules, in the language of the text."""
    chinese = any("一" <= letter <= "龥" for letter in text)
    return tree({**LEVELS, **(edited(CASE, (RULES, text)) if chinese else edited(CASE_EN, (RULES_EN, text)))})


@pytest.mark.parametrize(
    ("text", "number", "word"),
    [
        ("条例规定，逾期超过三十天才能停电。", "三十天", "条例"),
        ("供电企业应当提前 7 天通知。", "7 天", "应当"),
        ("《供电营业规则》写的是 24 小时内复电。", "24 小时", "《供电营业规则》"),
        ("公司承诺五个工作日出结果。", "五个工作日", "承诺"),
        ("不得超过电费的 5 倍。", "5 倍", "不得"),
        ("法律定的违约金是每天千分之三。", "千分之三", "法律"),
        ("规章：违约金不超过 30%。", "30%", "规章"),
        ("- 先说清。\n- 必须在 45 分钟内到场。", "45 分钟", "必须"),
        ("公司承诺 45 分钟到场，不是法律。", "45 分钟", "承诺"),
        ("| 事 | 时限 |\n| --- | --- |\n| 停电 | 规定提前 7 天 |", "7 天", "规定"),
        ("《民法典》是法律。\n公司承诺 7 天\n内通知。", "7 天", "承诺"),
        ("条例写着：“逾期三十天，可以停电。”", "三十天", "条例"),
        ("没有按规定在 7 天内答复。", "7 天", "规定"),
        ("必须 24 小时内联系。先说清，再动手 [R04]，别急。", "24 小时", "必须"),
        ("::: note\n应当提前 7 天通知。\n:::", "7 天", "应当"),
        ("By law notice is given seven days ahead.", "seven days", "law"),
        ("The supplier must answer within 10 working days.", "10 working days", "must"),
        ("State Grid promises a result in five working days.", "five working days", "promises"),
        ("The fine shall not exceed five times the bill.", "five times", "shall"),
        ("The regulations allow 0.3% a day.", "0.3%", "regulations"),
        ("The ministry rules say 500 yuan.", "500 yuan", "rules"),
        ("A company promise, not law: 45 minutes.", "45 minutes", "promise"),
        ("A promise of arrival must be kept within\n45 minutes.", "45 minutes", "promise"),
        ("The rule of art. 79 says seven days. Mr. Li knew [R04] it.", "seven days", "rule"),
    ],
)
def test_without_reference(tree: Tree, text: str, number: str, word: str) -> None:
    root = with_rules(tree, text)
    [problem] = told(root)
    path = CASE_EN if text.isascii() else CASE
    assert (problem.path, problem.line, problem.code) == (path, line_of(root, path, number), "E306")
    assert f"“{number}”和“{word}”写在一句里，却没有依据编号，应在句末加上，如 [R04]" in problem.zh
    assert f"`{number}` stands beside `{word}` without a reference, expected a mark such as [R04]" in problem.en


@pytest.mark.parametrize(
    ("text", "ids", "word"),
    [
        ("法律规定 45 分钟到场 [R09]。", "[R09]", "法律规定"),
        ("国家电网依法要在 45 分钟内到场，这是承诺 [R09]。", "[R09]", "依法"),
        ("到场有法定时限 [R09]。", "[R09]", "法定"),
        ("45 分钟到场，这是法律。别的都好说 [R09]。", "[R09]", "是法律"),
        ("The law requires arrival in 45 minutes [R09].", "[R09]", "law requires"),
        ("By law they arrive in 45 minutes. That is what State Grid says [R09].", "[R09]", "By law"),
        ("They are legally bound to come [R09].", "[R09]", "legally"),
    ],
)
def test_promise_called_law(tree: Tree, text: str, ids: str, word: str) -> None:
    root = with_rules(tree, text)
    [problem] = told(root)
    assert problem.line == line_of(root, problem.path, word)
    assert f"{ids} 只是公司承诺，这一句却写了“{word}”，应写成“公司承诺，不是法律”" in problem.zh
    assert f"{ids} is only a company's promise, but the sentence says `{word}`; expected `a company promise, not law`" in problem.en


@pytest.mark.parametrize(
    "text",
    [
        "条例规定，逾期超过三十天才能停电 [R04]。",
        "应当提前 7 天通知。办法是先打电话，再贴告示 [R04]。",
        "公司承诺 45 分钟到场，是公司承诺，不是法律 [R09]。",
        "时限是承诺：五个工作日。这是公司的话 [R09]，先查现行版本。方晴说的是五点。",
        "| 停电 | 规定提前 7 天 | [R04] |",
        "扣二百元、提前半小时补发，是故事里公司内部的做法，不是法律，用前请核对本单位的规定。",
        "等了 20 分钟，请查当地现行的规定。",
        "从约定的时间起等 10 分钟，这是课程的规定。",
        "她说：“我们承诺 5 个工作日。”",
        "《个人信息保护法》（2021 年 11 月 1 日起施行）是法律，2018-12-29 修正。",
        "先等十分钟，换个做法，再想办法，算法不变。",
        "条例规定要先通知。等了 20 分钟，他走了。",
        "应当几天内答复，规定的是 7 天吗？",
        "::: role 客户\n你知道规定是 7 天。\n:::",
        "```quiz\n规定是几天？\n- [x] 规定 7 天。\n  > 应当 7 天。\n- [ ] 规定 3 天。\n  > 不是。\n```",
        "```dialogue\n客户：规定 7 天！\n坐席：应当 7 天。\n```",
        "到场平均 45 分钟，没有法定上限 [R09]。",
        "法律规定要先通知 [R04]。",
        "法律规定要先通知，公司另有承诺 [R04][R09]。",
        "Notice is given seven days ahead by law [R04].",
        "The promise is 5 working days. That is a company promise; look it up [R09]. She rang at twenty to.",
        "The 200-yuan fine and the half-hour rule are in-house practice, not law.",
        "It took 20 minutes; check the local law and your company's rules.",
        "Rule three columns, 10 minutes each.",
        "As a rule of thumb, wait 10 minutes; must-haves come first.",
        "Wait 10 minutes; this is a course rule.",
        "My mother-in-law waited two days.",
        "“We promise 5 working days,” he said.",
        "He must ring three times.",
        "The law asks for notice. She waited 20 minutes.",
        "Must it be answered within 7 days?",
        "A promise of 45 minutes, not legally binding, no legal maximum, isn’t law [R09].",
    ],
)
def test_passes(tree: Tree, text: str) -> None:
    assert told(with_rules(tree, text)) == []


TERMS, TERM, TERM_EN = (
    "docs/data/terms.yml",
    "记下一件事和办理经过的单子。",
    "The sheet that records one matter and what was done about it.",
)


@pytest.mark.parametrize(
    ("old", "new", "references", "zh", "en"),
    [
        (
            TERM,
            "条例规定 7 天内办结的单子。",
            "[]",
            "“7 天”和“条例”写在一句里，work-order 却没有依据",
            "`7 天` stands beside `条例`, but work-order has no",
        ),
        (
            TERM_EN,
            "A sheet that must be closed within 7 days.",
            "[]",
            "应写进它的 references，如 [R04]",
            "expected one in its `references`",
        ),
        (TERM, "法律规定 7 天内办结的单子。", "[R09]", "[R09] 只是公司承诺，这一句却写了“法律规定”", "[R09] is only a company's promise"),
    ],
)
def test_a_term(tree: Tree, old: str, new: str, references: str, zh: str, en: str) -> None:
    quoted = f'"{new}"'
    root = tree({**LEVELS, **edited(TERMS, (old, quoted), ("references: [R01]", f"references: {references}"))})
    [problem] = told(root)
    assert (problem.path, problem.line) == (TERMS, line_of(root, TERMS, new))
    assert zh in problem.zh and en in problem.en


@pytest.mark.parametrize(("new", "references"), [("条例规定 7 天内办结的单子。", "[R04]"), ("7 天内办结的单子。", "[]")])
def test_a_term_that_passes(tree: Tree, new: str, references: str) -> None:
    assert told(tree({**LEVELS, **edited(TERMS, (TERM, new), ("references: [R01]", f"references: {references}"))})) == []


def test_stories_questions_and_timetables_pass(tree: Tree) -> None:
    words = "规定是 7 天。"
    zh = edited(
        CASE,
        ("换表后电费多了一半。", words),
        ("1. 第一句先说什么？", f"1. {words}"),
        ("先让大家读。", f"1. **0–5 分，读。** {words}\n2. 6-8 分：{words}\n\n| 时间 | 事 |\n| --- | --- |\n| 0–5 | {words} |"),
    )
    assert told(tree(zh)) == []


def test_trainer_notes_are_told(tree: Tree) -> None:
    root = tree(edited(CASE, ("先让大家读。", "提醒一句：规定是 7 天。")))
    assert [problem.line for problem in told(root)] == [line_of(root, CASE, "提醒一句")]


LANGS: tuple[Lang, ...] = ("zh", "en")
BODIES = st.lists(
    st.sampled_from(
        ["", "规定 7 天。", "- 一项。", "  接着说", "| 格 | 子 |", "## 标题 {#a}", "::: note", ":::", "```", "“引。”They must?", "Art. 7"]
    ),
    max_size=14,
).map("\n".join)


@given(BODIES | st.text(max_size=200), st.sampled_from(LANGS))
def test_passages_stand_where_they_say(body: str, lang: Lang) -> None:
    lines = body.split("\n")
    for passage in passages(parse(body), kind("case"), lang):
        for number, words in enumerate(passage.text.split("\n"), start=passage.line):
            assert words in lines[number - 1].replace("`", "") or "`" in lines[number - 1]


@given(st.text(alphabet='规定7天。！？“”"[R04] \nAb.?|', max_size=60), st.sampled_from(LANGS))
def test_sentences_stand_where_they_say_in_order(text: str, lang: Lang) -> None:
    end = 0
    for start, words in sentences(text, lang):
        assert start >= end and text[start : start + len(words)] == words
        end = start + len(words)
        if found := figure(words, lang):
            assert found[0] in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("法律规定不得泄露客户信息。", "法律规定"),
        ("法律不许替客户签字。", "法律不许"),
        ("The law forbids asking for more.", "law forbids"),
        ("Signing for a customer is against the law.", "against the law"),
    ],
)
def test_what_the_law_is_said_to_command_has_its_reference(tree: Tree, text: str, words: str) -> None:
    (problem,) = told(with_rules(tree, text))
    assert problem.code == "E306"
    assert f"“{words}”" in problem.zh
    assert f"`{words}`" in problem.en


@pytest.mark.parametrize(
    "text",
    [
        "法律规定不得泄露客户信息 [R04]。",
        "法律规定的事，先做到。",
        "法律没有规定查哪两样。",
        "这不是法律规定。",
        "“法律规定要交钱。”他说。",
        "Which two items to check the law doesn't say.",
        "The law forbids asking for more [R04].",
        "It is not against the law.",
    ],
)
def test_a_command_with_its_reference_or_none_at_all_is_not_told(tree: Tree, text: str) -> None:
    assert told(with_rules(tree, text)) == []
