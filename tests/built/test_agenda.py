"""The page of a session plan in a browser: another start moves the times, the choice can be shared, paper is one sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from site_sample import LANGUAGES, PHONE, NewPage

PLAN = "plans/station-part-1/"


def times(page: Page) -> list[str]:
    """The first column of the agenda."""
    return page.locator(".agenda tbody td:first-child").all_inner_texts()


def test_another_start_moves_every_time_and_stands_in_the_address(page: Page) -> None:
    page.goto(PLAN)
    before = times(page)
    assert (before[0], before[-1]) == ("09:00–09:20", "10:30")
    page.get_by_label("几点开始").fill("14:10")
    assert times(page)[0] == "14:10–14:30"
    assert times(page)[-1] == "15:40"
    assert page.locator(".agenda__steps").first.inner_text().startswith("14:30 读")
    expect(page.locator("main")).not_to_contain_text("09:20")
    expect(page).to_have_url(re.compile(r"\?start=14:10$"))
    page.get_by_label("几点开始").fill("09:00")
    assert times(page) == before
    expect(page).to_have_url(re.compile(r"station-part-1/$"))


def test_a_shared_link_shows_what_was_chosen(page: Page) -> None:
    page.goto(f"en/{PLAN}?start=23:30&people=16#to-print")
    assert times(page)[:2] == ["23:30–23:50", "23:50–00:08"]
    expect(page.get_by_label("Start at")).to_have_value("23:30")
    copies = page.locator(".materials tbody td:nth-child(2)")
    assert copies.all_inner_texts() == [
        "1 each, 16 in all", "1 for the trainer", "1 for the trainer", "each group of 3: 1 set, 6 in all", "each group of 3: 2, 12 in all"
    ]  # fmt: skip
    expect(page).to_have_url(re.compile(r"\?start=23:30&people=16#to-print$"))


@pytest.mark.parametrize(
    "query", ["?start=", "?start=25:00", "?start=%3Cb%3E", "?start=9", "?people=-3", "?people=x", "?people=1.5", "?people=99999"]
)
def test_a_link_that_makes_no_sense_shows_the_usual_start(page: Page, query: str) -> None:
    page.goto(PLAN + query)
    assert times(page)[0] == "09:00–09:20"
    expect(page.get_by_label("几点开始")).to_have_value("09:00")
    assert page.locator(".copies").all_inner_texts() == ["", "", ""]


def test_an_emptied_start_leaves_the_usual_times(page: Page) -> None:
    page.goto(f"{PLAN}?start=14:10")
    page.get_by_label("几点开始").fill("")
    assert times(page)[0] == "09:00–09:20"
    page.get_by_label("人数").fill("7")
    assert page.locator(".copies").first.inner_text() == "，共 7"
    page.get_by_label("人数").fill("0")
    assert page.locator(".copies").first.inner_text() == ""


def test_both_boxes_are_reached_from_the_keyboard_and_large_enough(phone: Page) -> None:
    phone.goto(PLAN)
    start, people = phone.get_by_label("几点开始"), phone.get_by_label("人数")
    for box in (start, people):
        size = box.bounding_box()
        assert size and size["height"] >= 44 and size["width"] >= 44
    people.focus()
    phone.keyboard.type("12")
    assert phone.locator(".copies").first.inner_text() == "，共 12"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_without_scripts_the_usual_times_stand_there(new_page: NewPage, prefix: str) -> None:
    page = new_page(java_script_enabled=False, **PHONE)
    page.goto(f"{prefix}{PLAN}?start=14:10")
    assert times(page)[0] == "09:00–09:20"
    expect(page.locator(".agenda-choice")).to_be_hidden()


def test_a_plan_belongs_to_the_trainers_and_leads_back(page: Page) -> None:
    page.goto("plans/")
    page.locator("h2").get_by_role("link", name="供电所课程·第一部分").click()
    expect(page.locator(".site-nav__section--here .site-nav__title")).to_have_text("给讲师")
    page.get_by_role("link", name="全部课程安排").click()
    expect(page.locator("h1")).to_contain_text("课程安排")


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_on_paper_the_times_are_those_chosen(page: Page, prefix: str) -> None:
    page.goto(f"{prefix}{PLAN}?start=10:10")
    page.emulate_media(media="print")
    printed = page.evaluate("document.body.innerText")
    assert "10:10–10:" in printed
    assert not page.locator(".agenda-choice").is_visible()
