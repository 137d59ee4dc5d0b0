"""Two languages: the same page a link away, the same place on it, and machines told which is which."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from site_sample import NewPage

SWITCH = "header [data-language-link]"


def switch(page: Page) -> None:
    """A press with the mouse: to click a link of the header, Playwright scrolls the page back towards its top."""
    box = page.locator(SWITCH).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("path", ["", "cases/", "cases/the-queue-line/", "trainer/cases/the-queue-line/"])
def test_the_switch_leads_to_the_same_page_and_back_without_a_script(new_page: NewPage, site_url: str, path: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(path)
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    page.locator(SWITCH, has_text="English").click()
    assert page.url == f"{site_url}en/{path}"
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(SWITCH, has_text="中文").click()
    assert page.url == f"{site_url}{path}"


def test_the_switch_keeps_the_place_on_the_page(page: Page) -> None:
    page.goto("cases/smart-meter-runs-fast/#better")
    switch(page)
    expect(page).to_have_url(re.compile(r"/en/cases/smart-meter-runs-fast/#better$"))
    expect(page.locator("h2#better")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "place"),
    [("cases/smart-meter-runs-fast/", "practice"), ("glossary/", "work-order"), ("phrases/", "w14"), ("references/", "r02")],
)
def test_who_has_read_on_lands_where_she_was(page: Page, path: str, place: str) -> None:
    page.goto(path)
    page.locator(f"#{place}").evaluate("place => scrollTo({ top: place.getBoundingClientRect().top + scrollY - 150, behavior: 'instant' })")
    switch(page)
    expect(page).to_have_url(re.compile(rf"/en/{path}#{place}$"))
    page.wait_for_load_state()
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_at_the_top_of_a_page_no_place_is_named(page: Page) -> None:
    page.goto("glossary/")
    page.locator(SWITCH).click()
    expect(page).to_have_url(re.compile(r"/en/glossary/$"))


def test_each_page_names_its_translations(page: Page) -> None:
    page.goto("en/cases/the-queue-line/")
    found = page.eval_on_selector_all("link[hreflang]", "links => links.map(link => [link.hreflang, new URL(link.href).pathname])")
    assert dict(found) == {
        "zh-CN": "/course/cases/the-queue-line/",
        "en": "/course/en/cases/the-queue-line/",
        "x-default": "/course/cases/the-queue-line/",
    }
