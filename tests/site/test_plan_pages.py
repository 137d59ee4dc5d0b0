"""The pages of session plans: the list, and one page each with clock times, what to print and bring, and what to cut."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.site.pages import plan, plans
from small import edited, minimal, sample

Tree = Callable[..., Path]
PLANS = "docs/data/plans.yml"


def body(catalogue: Catalogue, lang: Lang) -> str:
    """The page of the one plan of a small course."""
    (made,) = plan.pages(catalogue, lang)
    assert made.path == "plans/short-class.md"
    return made.body


def cells(text: str, block: str) -> list[list[str]]:
    """Rows of the table in the block of that class, without markup."""
    table = text.split(f'<div class="{block}" markdown="1">')[1].split("</div>")[0]
    plain = re.sub(r"<[^>]+>", "", re.sub(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?", r"\1", table))
    rows = [line.strip("| ").split(" | ") for line in plain.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows if row[0] != "---"]


def test_the_agenda_has_clock_times_steps_and_an_end() -> None:
    assert cells(body(minimal(), "zh"), "agenda") == [
        ["时间", "内容", "分钟"],
        ["09:00–09:10", "1.1 什么是服务", "10"],
        ["09:10–09:15", "休息", "5"],
        ["09:15–09:30", "C01 表走得快09:15 读 5 分钟 09:20 讨论 5 分钟 09:25 演练 5 分钟", "15"],
        ["09:30", "结束", "30"],
    ]
    assert cells(body(minimal(), "en"), "agenda")[2:4] == [
        ["09:10–09:15", "Break", "5"],
        ["09:15–09:30", "C01 The meter runs fast09:15 read, 5 min 09:20 discuss, 5 min 09:25 practise, 5 min", "15"],
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_time_of_day_says_how_far_from_the_start_it_is(lang: Lang) -> None:
    times = re.findall(r'<time data-offset="(\d+)">(\d\d):(\d\d)</time>', body(minimal(), lang))
    assert len(times) == 12
    assert all(int(hour) * 60 + int(minute) == 540 + int(offset) for offset, hour, minute in times)
    assert body(minimal(), lang).count("<time") == len(times)


def test_what_to_print_bring_and_cut() -> None:
    text = body(minimal(), "en")
    assert cells(text, "materials") == [
        ["Sheet", "How many", "Pages"],
        ["Handout", "1 each", "1.1 C01"],
        ["Answer key", "1 for the trainer", "1.1 C01"],
        ["Trainer sheet", "1 for the trainer", "1.1 C01"],
        ["Cards", "1 each", "C01"],
    ]
    assert "## What to bring { #to-bring }\n\n- A whiteboard\n" in text
    assert cells(text, "late") == [["Cut", "Saves, min", "So far"], ["Question 1 is written after class", "3", "3"]]


def test_what_is_saved_adds_up(tree: Tree) -> None:
    more = "      saves: 3\n    - cut: {zh: 要点课后读, en: The key points are read after class}\n      saves: 4\n"
    found = cells(body(load(tree(edited(PLANS, ("      saves: 3\n", more)))), "zh"), "late")
    assert [row[1:] for row in found] == [["省几分钟", "累计"], ["3", "3"], ["4", "7"]]


def test_with_nothing_to_bring_there_is_no_such_section(tree: Tree) -> None:
    text = body(load(tree(edited(PLANS, ("  bring:\n    - {zh: 白板, en: A whiteboard}\n", "")))), "zh")
    assert "{ #to-bring }" not in text
    assert "{ #to-print }" in text and "{ #cut-when-late }" in text


def test_a_form_is_called_by_its_name() -> None:
    made = {page.path: page.body for page in plan.pages(sample(), "en")}
    assert ["Role-play observation sheet", "each group of 3: 2", "F01"] in cells(made["plans/hall-toolbox-45.md"], "materials")
    assert ["Cards", "each group of 4: 1 set", "C04"] in cells(made["plans/hall-toolbox-45.md"], "materials")


@pytest.mark.parametrize(
    ("target", "zh", "en"),
    [
        (30, "30 分钟，正合目标", "30 min, on target"),
        (28, "30 分钟，目标 28，多 2", "30 min, target 28, 2 over"),
        (33, "30 分钟，目标 33，少 3", "30 min, target 33, 3 under"),
    ],
)
def test_page_and_list_say_how_the_minutes_stand_to_the_target(tree: Tree, target: int, zh: str, en: str) -> None:
    catalogue = load(tree(edited(PLANS, ("target: 30", f"target: {target}"))))
    for lang, words in (("zh", zh), ("en", en)):
        assert words in body(catalogue, lang)  # type: ignore[arg-type]
        (made,) = plans.pages(catalogue, lang)  # type: ignore[arg-type]
        assert words in made.body
        assert "](plans/short-class.md)" in made.body


@pytest.mark.parametrize("lang", LANGS)
def test_words_of_a_plan_cannot_break_its_page(tree: Tree, lang: Lang) -> None:
    nasty = "a <i>b</i> | *c* [d](e)"
    changes = edited(
        PLANS,
        ("第 1 题课后写", f'"{nasty}"'),
        ("Question 1 is written after class", f'"{nasty}"'),
        ("白板", f'"{nasty}"'),
        ("A whiteboard", f'"{nasty}"'),
    )
    text = body(load(tree(changes)), lang)
    assert "<i>" not in text
    assert (
        html.unescape(text).count("a <i>b</i> | *c* [d](e)") == text.count("a &lt;i&gt;b&lt;/i&gt; &#124; &#42;c&#42; &#91;d&#93;(e)") == 2
    )
