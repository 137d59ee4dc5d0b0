"""What a reader does on a page, by mouse, by touch and by keyboard: answer, filter, look across, search, go on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


def test_a_wrong_answer_says_why_and_a_right_one_ends_it(page: Page) -> None:
    page.goto("principles/check-before-judging/")
    quiz = page.locator(".quiz").first
    right = quiz.locator("details .verdict").evaluate_all("verdicts => verdicts.findIndex(one => one.classList.contains('verdict--right'))")
    options = quiz.get_by_role("radio")
    options.nth(1 if right == 0 else 0).check()
    quiz.get_by_role("button", name="对一对").click()
    expect(quiz.get_by_role("status")).to_contain_text("还不对")
    expect(quiz.locator(".quiz__feedback:visible")).to_have_count(1)
    options.nth(right).check()
    expect(quiz.locator(".quiz__feedback:visible")).to_have_count(0)
    quiz.get_by_role("button", name="对一对").click()
    expect(quiz.get_by_role("status")).to_have_text("对了。")


def test_a_quiz_can_be_answered_from_the_keyboard(page: Page) -> None:
    page.goto("en/principles/check-before-judging/")
    quiz = page.locator(".quiz").first
    quiz.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(quiz.get_by_role("status")).not_to_be_empty()


def test_filters_combine_stand_in_the_address_and_can_be_cleared(page: Page) -> None:
    page.goto("cases/")
    cards = page.locator(".card:visible")
    everything = cards.count()
    page.get_by_role("button", name="热线", exact=True).click()
    hotline = cards.count()
    assert 0 < hotline < everything
    expect(page.locator(".count")).to_have_text(f"{hotline} 个案例")
    expect(page).to_have_url(re.compile(r"\?channel=hotline$"))
    page.reload()
    expect(cards).to_have_count(hotline)
    expect(page.get_by_role("button", name="热线", exact=True)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="等候", exact=True).click()
    expect(cards).to_have_count(0)
    expect(page.get_by_text("没有同时符合这些条件的案例")).to_be_visible()
    page.get_by_role("button", name="清除条件").click()
    expect(cards).to_have_count(everything)


def test_arrow_keys_walk_the_matrix_and_say_the_reason(page: Page) -> None:
    page.goto("principles/matrix/")
    marks = page.locator(".matrix tbody a[data-reason]")
    marks.first.focus()
    page.keyboard.press("ArrowDown")
    reached = page.locator(".matrix a:focus")
    reason = reached.get_attribute("data-reason")
    assert reason
    expect(page.locator(".matrix__reason")).to_have_text(reason)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/[\w-]+/#principles$"))


@pytest.mark.parametrize(("home", "word", "wanted"), [("", "挂电话", "area-manager-hung-up"), ("en/", "queue", "the-queue-line")])
def test_the_home_page_searches_with_one_thumb(phone: Page, home: str, word: str, wanted: str) -> None:
    phone.goto(home)
    phone.locator(".search-door").tap()
    phone.keyboard.type(word)
    result = phone.locator(f".found__link[href*='{wanted}']").first
    result.tap()
    expect(phone).to_have_url(re.compile(f"/cases/{wanted}/"))


def test_a_class_can_walk_from_chapter_to_case_to_case(page: Page) -> None:
    page.goto("chapters/who-our-customer-is/")
    page.locator(".pager__next").click()
    expect(page).to_have_url(re.compile("/cases/the-queue-line/"))
    page.locator(".pager__next").click()
    expect(page).to_have_url(re.compile("/cases/smart-meter-runs-fast/"))
    page.locator(".pager__previous").click()
    expect(page).to_have_url(re.compile("/cases/the-queue-line/"))


def test_both_sides_of_a_relation_give_its_reason(page: Page) -> None:
    page.goto("cases/smart-meter-runs-fast/")
    page.locator("#principles + details > summary").click()
    reason = page.locator("#principles + details li", has_text="P05").first.inner_text().split("\n")[-1].strip()
    page.goto("principles/burden-of-proof/")
    expect(page.locator("#cases + .relations")).to_contain_text(reason)
