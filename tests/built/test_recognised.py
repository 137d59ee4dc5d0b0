"""What a reader recognises at a glance: a matter by its drawing, a part by its colour, where she is and the way home; on a phone, in large text, in forced colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from site_sample import PHONE, NewPage

PAGES = ["", "en/", "cases/", "en/cases/smart-meter-runs-fast/", "chapters/", "en/chapters/behind-the-counter/", "browse/"]
SHARES = "element => getComputedStyle(element).stroke === getComputedStyle(element.parentElement).color"


def large(page: Page, size: int) -> None:
    """Text as large as somebody has set it in the browser; 16 is what browsers come with."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})


def test_each_tile_of_the_finder_is_a_drawing_beside_its_word(page: Page) -> None:
    page.goto("en/")
    tiles = page.locator(".finder a")
    assert tiles.count() > 3
    assert tiles.locator(".pictogram").count() == tiles.count()
    meter = page.get_by_role("link", name="Meter 1 case", exact=True).or_(page.get_by_role("link", name="Meter 2 cases", exact=True))
    expect(meter).to_have_count(1)
    box = tiles.first.locator(".pictogram").bounding_box()
    assert box and min(box["width"], box["height"]) >= 20


def test_a_case_is_headed_by_its_channel_and_matters(page: Page) -> None:
    page.goto("en/cases/smart-meter-runs-fast/")
    facts = page.locator(".meta.facts")
    assert facts.locator("a").count() == facts.locator("a > .drawn > .pictogram[aria-hidden=true]").count() >= 2
    expect(facts.get_by_role("link", name="Hotline", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["", "cases/", "cases/smart-meter-runs-fast/", "browse/"])
def test_in_forced_colours_a_drawing_has_the_colour_of_its_word(new_page: NewPage, path: str) -> None:
    page = new_page(forced_colors="active", color_scheme="dark")
    page.goto(path)
    drawn = page.locator(".pictogram")
    assert drawn.count() > 1
    assert drawn.evaluate_all(f"elements => elements.every({SHARES})")


def test_a_part_has_one_colour_on_its_pages_and_its_heading(page: Page) -> None:
    page.goto("chapters/")
    heading = page.locator(".part:not(.part--empty) > h2").first
    colour = heading.evaluate("element => getComputedStyle(element).borderInlineStartColor")
    page.goto("chapters/the-person-who-serves/")
    assert page.locator(".meta .code").evaluate("element => getComputedStyle(element).color") == colour
    assert page.locator(".pager__next").evaluate("element => getComputedStyle(element).borderInlineStartColor") == colour
    expect(page.locator(".above a").first).to_contain_text("第 1 部分")


def test_the_first_screen_of_a_phone_says_what_the_course_is_and_where_to_begin(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    page.goto("")
    begin = page.locator(".glance li").last.get_by_role("link")
    expect(begin).to_be_in_viewport()
    begin.click()
    expect(page.locator(".meta .code")).to_have_text("1.1")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [pytest.param(24, marks=pytest.mark.thorough), 32])
def test_large_text_does_not_scroll_sideways_on_a_phone(new_page: NewPage, path: str, size: int) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    large(page, size)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("[data-opens=__search].md-header__button")).to_be_in_viewport(ratio=1)


def test_on_a_phone_the_title_leads_home(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    page.goto("cases/smart-meter-runs-fast/")
    page.locator(".md-header").get_by_role("link", name="一线服务课", exact=True).click()
    expect(page.locator(".page--home")).to_be_visible()


def test_the_drawer_says_where_one_is_and_keeps_the_focus(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("cases/smart-meter-runs-fast/")
    opener = page.locator("[data-opens=__drawer]")
    opener.click()
    expect(page.locator(".site-nav a").first).to_be_focused()
    expect(page.locator(".site-nav__title").first).to_contain_text("C09")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("!document.activeElement.closest('.md-header, .md-content, .md-footer')")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.click()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".md-content a").first.focus()
    assert page.evaluate("Boolean(document.activeElement.closest('.md-content'))"), "in a wide window nothing is shut off"


def test_headings_are_no_stops_for_the_tab_key_and_their_links_still_work(page: Page) -> None:
    page.goto("chapters/the-person-who-serves/")
    signs = page.locator(".headerlink")
    assert signs.count() > 3
    assert signs.evaluate_all("signs => signs.every((sign) => sign.tabIndex === -1 && sign.hash)")


def test_chips_can_be_touched(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    page.goto("phrases/")
    assert page.locator(".chip").evaluate_all("chips => Math.min(...chips.map((chip) => chip.getBoundingClientRect().height))") >= 24


@pytest.mark.parametrize("path", ["chapters/the-person-who-serves/", "en/chapters/the-person-who-serves/"])
def test_a_figure_is_whole_on_a_phone_and_larger_once_tapped(new_page: NewPage, path: str) -> None:
    page = new_page(**PHONE)
    page.goto(path)
    frame = page.locator(".figure__frame").first
    hidden = "frame => frame.scrollWidth - frame.clientWidth"
    assert frame.evaluate(hidden) == 0
    frame.tap()
    assert frame.evaluate(hidden) > 100
    assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE["viewport"]["width"]
