"""E314: minutes of parts and of timetables add up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.kinds import CASE as KIND
from course.content.problem import Problem
from course.content.reading import load
from course.rules import e314_minutes
from course.sessions.trainer_timetables import in_all, timetables
from course.syntax.tree import parse
from small import CHANGE, edited, line_of, original

Tree = Callable[..., Path]

COURSE = "docs/data/course.yml"
CHAPTER, CHAPTER_EN = "docs/zh/chapters/service.md", "docs/en/chapters/service.md"
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
NOTES = {CASE: "先让大家读。", CASE_EN: "Let everyone read first."}


def told(root: Path) -> list[Problem]:
    return list(e314_minutes.check(load(root)))


# ---- parts ----


@pytest.mark.parametrize(
    ("changes", "words", "zh", "en"),
    [
        (
            [("minutes: 90\n  open: true", "minutes: 9\n  open: true")],
            "minutes:",
            "写着 9 分钟，各章加起来是 10 = 10 分钟，应相等",
            "says 9 minutes",
        ),
        (
            [("  open: true\n", "")],
            "minutes:",
            "还有章没写，就在这一部分加一行 open: true",
            "if chapters are to come, add the line `open: true`",
        ),
        (
            [("minutes: 90", "minutes: 10")],
            "open:",
            "已经写满，应删去 open: true",
            "so it is full; expected the line `open: true` to be taken",
        ),
    ],
)
def test_part(tree: Tree, changes: list[CHANGE], words: str, zh: str, en: str) -> None:
    root = tree(edited(COURSE, *changes))
    [problem] = told(root)
    assert (problem.path, problem.line, problem.code) == (COURSE, line_of(root, COURSE, words), "E314")
    assert zh in problem.zh and en in problem.en


SECOND = original(CHAPTER).replace('"1.1"', '"1.2"').replace("cases: [C01]", "cases: []")


@pytest.mark.parametrize(
    "files",
    [
        edited(COURSE, ("minutes: 90\n  open: true\n", "minutes: 10\n")),
        edited(COURSE, ("  minutes: 90\n  open: true\n", "  minutes: 20\n")) | {"docs/zh/chapters/b.md": SECOND},
        edited(COURSE, ("doors:", "- id: 2\n  title: {zh: 后, en: Later}\n  minutes: 90\n  about: {zh: 后, en: Later}\ndoors:")),
        edited(COURSE, ("  open: true\n", "")) | {"docs/zh/chapters/b.md": SECOND.replace("title:", "title: [")},
        edited(COURSE, ("minutes: 90", "minutes: 10")) | {"docs/zh/chapters/b.md": SECOND + "\n✎ 还没写\n"},
        edited(COURSE, ("minutes: 90", "minutes: ninety")),
    ],
    ids=["full", "two chapters", "none written yet", "a chapter that cannot be read", "a draft", "a table that cannot be read"],
)
def test_part_is_right_or_not_known_yet(tree: Tree, files: dict[str, str]) -> None:
    assert told(tree(files)) == []


def test_open_is_true_or_false(tree: Tree) -> None:
    root = tree(edited(COURSE, ("open: true", "open: 还没")))
    [problem] = load(root).problems
    assert (problem.line, problem.code) == (line_of(root, COURSE, "open:"), "E104")
    assert "应是 true 或 false" in problem.zh and "expected true or false" in problem.en


@pytest.mark.parametrize("minutes", ["{read: 5, discuss: 5}", "{read: 5, discuss: 5, practise: 0}", "{read: 5, discuss: 5, practise: -1}"])
def test_minutes_of_a_case_are_there_and_more_than_nothing(tree: Tree, minutes: str) -> None:
    root = tree(edited(CASE, ("{read: 5, discuss: 5, practise: 5}", minutes)))
    [problem] = load(root).problems
    assert problem.path == CASE and "practise" in problem.en


# ---- timetables; the case takes 15 minutes ----


def table(*spans: str, head: str = "分钟") -> str:
    return "\n".join([f"| {head} | 做什么 |", "| --- | --- |", *(f"| {span} | 读 |" for span in spans)])


WRONG = [
    (table("0–5", "5–10"), "5–10", "排到第 10 分钟，这一页的 minutes 是 15 分钟", "ends at 10, the page's `minutes` are 15"),
    (table("0–5", "5–16"), "5–16", "排到第 16 分钟", "ends at 16"),
    (
        table("0–5", "6–15"),
        "6–15",
        "“0–5”和“6–15”中间空了一段，后一段应从 5 起",
        "`0–5` and `6–15` leave a gap, expected the second to begin at 5",
    ),
    (table("0–5", "4–15"), "4–15", "“0–5”和“4–15”重叠了", "`0–5` and `4–15` overlap"),
    (table("1–5", "5–15"), "1–5", "从第 1 分钟起，应从 0 起", "begins at 1, expected 0"),
    (table("0-5", "5-12", head="Minutes"), "5-12", "排到第 12 分钟", "ends at 12"),
    (table("0～5 分钟", "5～12 分钟"), "5～12", "排到第 12 分钟", "ends at 12"),
    ("- **0–5 分** 读\n- **5–9 分** 议\n- **10–15 分** 练", "10–15", "中间空了一段", "leave a gap"),
    ("1. **第 0–5 分钟，读。** 读\n2. **第 5–14 分钟，** 议", "5–14", "排到第 14 分钟", "ends at 14"),
    ("1. **Minutes 0–5, read.** x\n2. **Minutes 5–14.** y", "5–14", "排到第 14 分钟", "ends at 14"),
    ("- **0–5** x\n- **5–14** y", "5–14", "排到第 14 分钟", "ends at 14"),
    ("1. 0–5 min, read\n2. 5–14 min, talk", "5–14", "排到第 14 分钟", "ends at 14"),
    ("- 0 to 5 min: read\n- 5 to 14 min: talk", "5 to 14", "排到第 14 分钟", "ends at 14"),
    ("- 0 至 5 分：读\n- 5 至 14 分：议", "5 至 14", "排到第 14 分钟", "ends at 14"),
    (f"{table('0–15')}\n\n短课：\n\n{table('0–5', '5–16')}", "5–16", "排到第 16 分钟", "ends at 16"),
    ("共 16 分钟：读 5，议 11。", "共 16", "这里写共 16 分钟，这一页的 minutes 是 15 分钟", "this says 16 minutes in all"),
    ("16 minutes in all.", "16 min", "这里写共 16 分钟", "this says 16 minutes in all, the page's `minutes` are 15, expected the same"),
]


@pytest.mark.parametrize("path", [CASE, CASE_EN])
@pytest.mark.parametrize(("notes", "words", "zh", "en"), WRONG)
def test_timetable(tree: Tree, path: str, notes: str, words: str, zh: str, en: str) -> None:
    root = tree(edited(path, (NOTES[path], notes)))
    [problem] = told(root)
    assert (problem.path, problem.line, problem.code) == (path, line_of(root, path, words), "E314")
    assert zh in problem.zh and en in problem.en


def test_a_span_that_ends_before_it_begins(tree: Tree) -> None:
    found = told(tree(edited(CASE, (NOTES[CASE], table("0–5", "5–3", "3–15")))))
    assert [problem.zh for problem in found] == ["“5–3”的结束应在开始之后"]
    assert "`5–3` ends before it has begun" in found[0].en


RIGHT = [
    table("0–5", "5–15"),
    "共 15 分钟。\n\n" + table("0–5", "5–15", head="Minutes"),
    "- **0–5 分** 读\n- **5–15 分** 议\n\n常见岔路：\n\n- 3–5 分钟内回电，不是马上。",
    "- **0–5 分** 读\n\n换教室。\n\n- **5–15 分** 议",
    f"{table('0–15')}\n\n只有十分钟：\n\n{table('0–5', '5–10')}",
    table("0–6", "7–8", "9–10", head="分数"),
    table("8–10", "10–12", head="时间"),
    table("0–2 人", "3–5 人", head="分钟不限"),
    "- 0–6 分：不满意\n- 7–8 分：一般\n- 9–10 分：满意",
    "- **0–6** detractors\n- **7–8** passives\n- **9–10** promoters",
    "1. 3–5 分钟讲清，别拖。",
    "第 3–5 题留到课后。\n\n- 第 3–5 题留到课后\n- 第 6–7 题不做",
    "```\n| 分钟 |\n| 0–99 |\n```",
    "",
]


@pytest.mark.parametrize("path", [CASE, CASE_EN])
@pytest.mark.parametrize("notes", RIGHT)
def test_timetable_is_right_or_none(tree: Tree, path: str, notes: str) -> None:
    assert told(tree(edited(path, (NOTES[path], notes)))) == []


def test_only_trainer_notes_have_timetables(tree: Tree) -> None:
    assert told(tree(edited(CASE, ("换表后电费多了一半。", table("0–99"))))) == []


FORMS = [
    "| {}–{} | 读 |",
    "- **{}–{} 分** 读",
    "1. **第 {}–{} 分钟，读。**",
    "2. **Minutes {}–{}, read.**",
    "- **{}–{}** read",
    "* {}-{} min: x",
]


@given(st.lists(st.integers(1, 30), min_size=2, max_size=12).filter(lambda lengths: sum(lengths) < 1000), st.sampled_from(FORMS))
def test_a_timetable_made_of_lengths_is_right(lengths: list[int], form: str) -> None:
    edges = [0, *accumulate(lengths)]
    lines = [form.format(start, end) for start, end in pairwise(edges)]
    head = ["| 分钟 | 做什么 |", "| --- | --- |"] if form.startswith("|") else []
    body = "\n".join(["## 讲师提示", "", *head, *lines])
    found = timetables(parse(body), KIND, "zh")
    assert [[(entry.start, entry.end) for entry in table] for table in found] == [list(pairwise(edges))]
    assert list(e314_minutes._mistakes(found, edges[-1])) == []
    assert list(e314_minutes._mistakes(found, edges[-1] + 1)) != []


@given(st.text("|-*0123456789–~ 分钟第至mintoMuesb共.\n#`", max_size=120))
def test_anything_may_be_written(text: str) -> None:
    body = f"## 讲师提示\n{text}"
    list(e314_minutes._mistakes(timetables(parse(body), KIND, "zh"), 15))
    list(in_all(parse(body), KIND, "zh"))
