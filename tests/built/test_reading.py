"""A reader on the smallest phone, without scripts, or with only a keyboard gets everything there is to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from site_sample import LANGUAGES, PHONE, NewPage


@pytest.mark.parametrize("path", LANGUAGES.values())
def test_the_tab_of_the_home_page_names_the_course_once(site_dir: Path, path: str) -> None:
    home, index = (html.parse(site_dir / path / file).findtext(".//title", "") for file in ("index.html", "cases/index.html"))
    assert home == index.rpartition(" - ")[2]


def test_a_case_can_be_read_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, **PHONE)
    page.goto("cases/the-queue-line/")
    for section in ("situation", "events", "questions", "try", "better", "aftermath", "rules", "practice", "trainer"):
        expect(page.locator(f"h2#{section}")).to_be_visible()
    answer = page.locator("details.answer").first
    expect(answer.locator("p").first).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("p").first).to_be_visible()


def test_a_quiz_can_be_answered_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("principles/check-before-judging/")
    quiz = page.locator(".quiz")
    expect(quiz.locator("li").first).to_be_visible()
    quiz.locator("summary").click()
    expect(quiz.locator(".verdict--right")).to_be_visible()


def test_cases_can_be_filtered_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("cases/")
    page.locator("[data-facet=channel]").get_by_role("link", name="热线").click()
    expect(page.locator("h1")).to_contain_text("热线")
    assert page.locator(".card").count() >= 2


def test_the_first_tab_stop_skips_to_the_text(page: Page) -> None:
    page.goto("cases/the-queue-line/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_contain_class("md-skip")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash")


def test_a_term_tells_its_meaning_to_the_keyboard(page: Page) -> None:
    page.goto("chapters/who-our-customer-is/")
    term = page.locator("a.term:visible").first
    meaning = term.get_attribute("title")
    assert meaning
    term.focus()
    expect(page.get_by_role("tooltip").filter(has_text=meaning[:8])).to_be_visible()
