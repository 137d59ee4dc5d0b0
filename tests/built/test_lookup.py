"""Looking things up on the job: the phrase book, the glossary and the references, narrowed with a thumb or from the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from site_sample import NewPage

COPIED = "[role=status].copied"
BOX = ".narrow__box"


def phone(new_page: NewPage, **settings: object) -> Page:
    """A page as wide as a small phone."""
    return new_page(viewport={"width": 360, "height": 740}, **settings)


def test_phrases_are_narrowed_by_channel_and_situation_and_the_choice_can_be_shared(new_page: NewPage) -> None:
    page = phone(new_page)
    page.goto("phrases/")
    everything = page.locator(".phrase:visible").count()
    page.get_by_role("group", name="渠道").get_by_role("button", name="柜台").click()
    page.get_by_role("group", name="场合").get_by_role("button", name="等待").press("Enter")
    shown = page.locator(".phrase:visible")
    assert 0 < shown.count() < everything
    assert shown.evaluate_all(
        "all => all.every(one => one.dataset.situation === 'waiting' && one.dataset.channel.split(' ').includes('counter'))"
    )
    expect(page.locator(".count")).to_have_text(f"{shown.count()} 组话")
    expect(page.get_by_role("heading", name="开口", exact=True)).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?channel=counter&situation=waiting$"))
    page.reload()
    assert 0 < page.locator(".phrase:visible").count() < everything


def test_what_there_is_none_of_says_so_and_can_be_undone(page: Page) -> None:
    page.goto("phrases/?channel=office&situation=greeting")
    expect(page.locator(".phrase:visible")).to_have_count(0)
    expect(page.get_by_text("没有同时符合的")).to_be_visible()
    page.get_by_role("button", name="清除条件").click()
    expect(page.locator("#w01")).to_be_visible()


@pytest.mark.parametrize(("home", "said"), [("", "已复制"), ("en/", "Copied")])
def test_a_line_is_copied_with_one_press_and_that_is_said(new_page: NewPage, home: str, said: str) -> None:
    page = phone(new_page, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{home}phrases/")
    line = page.locator("#w01 .phrase__say")
    button = page.locator("#w01 .copy")
    button.press("Enter")
    expect(page.locator(COPIED)).to_have_text(said)
    expect(button).to_be_focused()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied
    assert (line.text_content() or "").endswith(copied)
    assert "✓" not in copied


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("phrases/", ".facets button.facet, .copy"),
        ("glossary/", ".facets a.facet, .narrow__box"),
        ("references/", ".facets a.facet, .narrow__box"),
    ],
)
def test_on_a_phone_what_one_presses_fits_a_thumb_and_nothing_scrolls_sideways(new_page: NewPage, path: str, target: str) -> None:
    page = phone(new_page)
    page.goto(path)
    page.locator(".copy, .narrow__box").first.wait_for()
    small = page.locator(target).evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(box => Math.min(box.width, box.height) < 44)"
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize(
    ("path", "typed", "there"),
    [("glossary/", "滞纳金", "late-payment-damages"), ("en/glossary/", "LATE PAY", "late-payment-damages"), ("references/", "r02", "r02")],
)
def test_a_long_list_is_narrowed_while_one_types(page: Page, path: str, typed: str, there: str) -> None:
    page.goto(path)
    everything = page.locator(".entry").count()
    page.locator(BOX).fill(typed)
    expect(page.locator(f"#{there}")).to_be_visible()
    shown = page.locator(".entry:visible").count()
    assert shown < everything / 4
    expect(page.locator(".narrow__count")).to_have_text(re.compile(rf"^{shown} "))
    page.locator(BOX).fill("zeppelin")
    expect(page.locator(".narrow__count")).to_contain_text("zeppelin")
    page.locator(BOX).press("Escape")
    expect(page.locator(".entry:visible")).to_have_count(everything)


@pytest.mark.parametrize(("path", "link"), [("glossary/", "W"), ("en/glossary/", "T"), ("references/", "法律"), ("phrases/", "拒绝")])
def test_without_a_script_one_jumps_and_everything_is_there(new_page: NewPage, path: str, link: str) -> None:
    page = phone(new_page, java_script_enabled=False)
    page.goto(path)
    expect(page.locator(".facets button, .narrow, .copy").locator("visible=true")).to_have_count(0)
    page.locator(".facets a", has_text=re.compile(rf"^{link}")).first.click()
    expect(page.get_by_role("heading", name=re.compile(rf"^{link}"), level=2)).to_be_in_viewport()


def test_a_link_to_a_narrowed_away_entry_shows_it(page: Page) -> None:
    page.goto("glossary/")
    page.locator(BOX).fill("违约金")
    page.evaluate("location.hash = 'work-order'")
    expect(page.locator("#work-order")).to_be_in_viewport()
