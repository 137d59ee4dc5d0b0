"""Session plans minute by minute: lines follow each other without a gap and add up, and a clock goes round."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.content.tables import PlanItem, PlanRow
from course.prints import markup, session
from course.prints.typesetter import Typesetter
from course.sessions.agenda import agenda, clock, minutes, too_long, total
from course.sessions.materials import Material, materials
from course.sessions.schedule import lines
from course.site.pages.plan import pages
from small import edited, minimal, original, sample

Tree = Callable[..., Path]
PLANS, CASE, OBSERVER = "docs/data/plans.yml", "docs/zh/cases/meter.md", "docs/zh/forms/observation-sheet.md"

COURSE = sample()
CHAPTER_LINE = st.sampled_from(sorted(COURSE.chapters)).map(lambda code: PlanItem(chapter=code))
CASE_LINE = st.sampled_from(sorted(COURSE.cases)).map(lambda code: PlanItem(case=code))
BREAK_LINE = st.integers(1, 60).map(lambda pause: PlanItem.model_validate({"break": pause}))


OPEN_LINE = st.integers(1, 15).map(lambda minutes: PlanItem.model_validate({"open": minutes, "say": {"zh": "早", "en": "Morning"}}))


def plan(*items: PlanItem, target: int = 60, catalogue: Catalogue = COURSE) -> PlanRow:
    """A plan of those lines; the rest of its row is that of the first plan there is."""
    return catalogue.plans[0].model_copy(update={"items": items, "target": target})


@given(st.lists(CHAPTER_LINE | CASE_LINE | BREAK_LINE | OPEN_LINE, min_size=1, max_size=8))
def test_slots_join_without_a_gap_and_add_up(items: list[PlanItem]) -> None:
    row = plan(*items)
    slots = agenda(row, COURSE)
    assert slots[0].start == 0
    assert all(after.start == before.end for before, after in pairwise(slots))
    assert [slot.minutes for slot in slots] == [minutes(item, COURSE) for item in items]
    assert slots[-1].end == total(row, COURSE)
    for slot in slots:
        assert bool(slot.steps) == (slot.code in COURSE.cases)
        if slot.steps:
            assert [step.name for step in slot.steps] == ["read", "discuss", "practise"]
            assert (slot.steps[0].start, slot.steps[-1].end) == (slot.start, slot.end)
            assert all(after.start == before.end for before, after in pairwise(slot.steps))


def test_a_plan_is_what_its_pages_say() -> None:
    catalogue = minimal()
    chapter, pause, case = agenda(catalogue.plans[0], catalogue)
    assert (chapter.code, chapter.start, chapter.end, chapter.steps) == ("1.1", 0, 10, ())
    assert (pause.code, pause.start, pause.end, pause.steps) == ("", 10, 15, ())
    assert (case.code, case.start, case.end) == ("C01", 15, 30)
    assert [(step.name, step.start, step.end) for step in case.steps] == [("read", 15, 20), ("discuss", 20, 25), ("practise", 25, 30)]


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 3000))
def test_the_clock_counts_minutes_and_begins_anew_at_midnight(hour: int, minute: int, offset: int) -> None:
    start = f"{hour:02}:{minute:02}"
    shown = clock(start, offset)
    assert len(shown) == 5
    assert (int(shown[:2]) * 60 + int(shown[3:]) - hour * 60 - minute - offset) % 1440 == 0
    assert clock(start, 0) == start
    assert clock(shown, 1440) == shown


@pytest.mark.parametrize(("target", "wanted"), [(27, True), (28, False), (30, False), (40, False)])
def test_more_than_a_tenth_over_is_too_long(target: int, wanted: bool) -> None:
    catalogue = minimal()
    assert too_long(catalogue.plans[0].model_copy(update={"target": target}), catalogue) is wanted


def test_just_a_tenth_over_is_not_too_long() -> None:
    rest = PlanItem.model_validate({"break": 77})  # 70 * 1.1 is a little more than 77 for a computer, 110 * 1.1 a little less than 121
    assert not too_long(plan(rest, target=70), COURSE)
    assert not too_long(plan(PlanItem.model_validate({"break": 121}), target=110), COURSE)
    assert too_long(plan(PlanItem.model_validate({"break": 122}), target=110), COURSE)


def test_the_schedule_says_it_for_every_plan(tree: Tree) -> None:
    assert list(lines(load(tree()))) == [
        "short-class  短课 / Short class",
        "  30 分钟 / min, 目标 / target 30, +0 %, 09:00–09:30",
        "    09:00–09:10   10  1.1 什么是服务 / What service is",
        "    09:10–09:15    5  休息 / Break",
        "    09:15–09:30   15  C01 表走得快 / The meter runs fast",
    ]
    assert list(lines(load(tree(edited(PLANS, ("target: 30", "target: 27"))))))[1] == (
        "  30 分钟 / min, 目标 / target 27, +11 %, 09:00–09:30 ← 超出目标一成以上 / more than a tenth over"
    )


SPOKEN = (
    (
        '- chapter: "1.1"',
        '- open: 2\n      say: {zh: 大家早, en: Good morning}\n    - chapter: "1.1"\n      say: {zh: 先看表, en: The meter first}',
    ),
    ("- case: C01", "- case: C01\n    - close: 1\n      say: {zh: 各写一句, en: One line each}"),
)


def test_opening_and_closing_have_minutes_and_words_of_their_own(tree: Tree) -> None:
    catalogue = load(tree(edited(PLANS, *SPOKEN)))
    row = catalogue.plans[0]
    assert [(slot.item.kind, slot.code, slot.start, slot.end) for slot in agenda(row, catalogue)] == [
        ("opening", "", 0, 2), ("chapter", "1.1", 2, 12), ("pause", "", 12, 17), ("case", "C01", 17, 32), ("closing", "", 32, 33),
    ]  # fmt: skip
    assert [slot.item.say.zh for slot in agenda(row, catalogue) if slot.item.say] == ["大家早", "先看表", "各写一句"]
    assert list(lines(catalogue))[2] == "    09:00–09:02    2  开场 / Opening"
    shown = next(pages(catalogue, "zh")).body
    sheet = markup.source(session.sheet(row, Typesetter(catalogue, "zh")))
    for words in ("大家早", "先看表", "各写一句"):
        assert words in shown
        assert words in sheet


# ---- what to print ----

ROLE = "\n\n::: role 客户\n等。\n:::\n\n::: role 坐席\n查。\n:::\n"


def printed(root: Path) -> list[Material]:
    """What to print for the one plan of the course under that root."""
    catalogue = load(root)
    return list(materials(catalogue.plans[0], catalogue, "zh"))


EVERYONE = [Material("handout", ("1.1", "C01"), 1), Material("key", ("1.1", "C01"), 0), Material("sheet", ("1.1", "C01"), 0)]


def test_without_roles_nobody_needs_cards_or_a_sheet_for_the_observer(tree: Tree) -> None:
    form = original("docs/zh/forms/call-log.md").replace("F01", "F02")
    assert printed(tree({CASE: text_without_roles(), OBSERVER: form})) == EVERYONE


def text_without_roles() -> str:
    """The case of the minimal course with nothing to act."""
    text = original(CASE)
    return text.replace("::: role", "::: note")


def test_a_group_is_as_many_as_a_case_has_cards(tree: Tree) -> None:
    form = original("docs/zh/forms/call-log.md").replace("F01", "F02")
    text = text_without_roles().replace("## 演练\n", f"## 演练\n{ROLE}")
    cards, sheet = printed(tree({CASE: text, OBSERVER: form}))[3:]
    assert cards == Material("cards", ("C01",), 2)
    assert sheet == Material("form", ("F02",), 2, 1)


def test_cases_with_groups_of_different_size_are_told_apart() -> None:
    hall = next(row for row in COURSE.plans if row.id == "hall-toolbox-45")
    cards = [row for row in materials(hall, COURSE, "en") if row.sheet == "cards"]
    assert cards == [Material("cards", ("C31",), 3), Material("cards", ("C04",), 4)]
    assert materials(hall, COURSE, "en")[-1] == Material("form", ("F01",), 3, 2)


def test_a_form_a_page_names_is_for_everybody(tree: Tree) -> None:
    text = text_without_roles().replace("## 演练\n", "## 演练\n\n填 [[F01]]，先填 [[F01]] 的头一格，再看 [[P01]]。\n")
    assert printed(tree({CASE: text})) == [*EVERYONE, Material("form", ("F01",), 1)]


def test_a_page_that_comes_twice_is_printed_once() -> None:
    twice = plan(PlanItem(case="C31"), PlanItem.model_validate({"break": 5}), PlanItem(case="C31"))
    assert materials(twice, COURSE, "zh")[0].codes == ("C31",)
