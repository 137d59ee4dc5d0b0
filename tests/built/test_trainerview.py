"""The trainer's view in the browser: there and back at the same place, everything open, and out of every search."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_sample import LANGUAGES, PHONE, NewPage

CASE = "cases/the-queue-line/"


@pytest.mark.parametrize("prefix", LANGUAGES.values())
@pytest.mark.parametrize("path", [CASE, "chapters/who-our-customer-is/"])
def test_one_goes_there_and_back_without_a_script(new_page: NewPage, site_url: str, prefix: str, path: str) -> None:
    page = new_page(java_script_enabled=False, **PHONE)
    page.goto(f"{prefix}{path}")
    page.locator(".above__view").click()
    assert page.url == f"{site_url}{prefix}trainer/{path}"
    expect(page.locator(".band")).to_be_visible()
    for hidden in page.locator(".answer, .trainer, .role-card").all():
        expect(hidden).to_be_visible()
    expect(page.locator("details:is(.answer, .trainer, .role-card)")).to_have_count(0)
    page.locator(".band a").click()
    assert page.url == f"{site_url}{prefix}{path}"


def test_the_place_on_the_page_is_kept_both_ways(page: Page) -> None:
    page.goto(f"{CASE}#better")
    page.locator(".above__view").dispatch_event("click")
    expect(page).to_have_url(re.compile(r"/trainer/cases/the-queue-line/#better$"))
    expect(page.locator("h2#better")).to_be_in_viewport()
    page.locator("h2#practice").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
    page.locator(".band a").click()
    expect(page).to_have_url(re.compile(r"/course/cases/the-queue-line/#practice$"))
    expect(page.locator("h2#practice")).to_be_in_viewport()


def test_the_band_stays_in_sight_and_off_the_heading_one_jumps_to(page: Page) -> None:
    page.goto(f"trainer/{CASE}#better")
    band, heading = page.locator(".band"), page.locator("h2#better")
    expect(band).to_be_in_viewport(ratio=1)
    top, box = heading.bounding_box(), band.bounding_box()
    assert top and box
    assert box["y"] + box["height"] <= top["y"] + 2


def test_from_chapter_to_case_and_to_the_other_language_one_stays_inside(page: Page) -> None:
    page.goto("trainer/chapters/who-our-customer-is/")
    page.locator(".pager__next").click()
    expect(page).to_have_url(re.compile("/trainer/cases/the-queue-line/"))
    page.locator("header [data-language-link]").click()
    expect(page).to_have_url(re.compile("/en/trainer/cases/the-queue-line/"))
    page.locator(".above a").click()
    expect(page).to_have_url(re.compile("/en/trainer/$"))
    page.get_by_role("link", name="C09").click()
    expect(page).to_have_url(re.compile("/en/trainer/cases/smart-meter-runs-fast/"))


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_no_search_is_told_of_it(site_dir: Path, prefix: str) -> None:
    folder = site_dir / prefix
    assert f"/course/{prefix}trainer/" not in (folder / "sitemap.xml").read_text(encoding="utf-8")
    found = {page["location"] for page in json.loads((folder / "search/search_data.json").read_text(encoding="utf-8"))["pages"]}
    assert "cases/the-queue-line/" in found
    assert [location for location in found if location.startswith("trainer/")] == []
    for file in (folder / "trainer").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in text
        if "data-same-place" in text:
            reader = file.parent.relative_to(folder / "trainer").as_posix()
            assert f'<link rel="canonical" href="https://example.org/course/{prefix}{reader}/">' in text


def test_on_paper_the_answers_are_there_and_a_line_says_whose_they_are(page: Page) -> None:
    page.goto(f"trainer/{CASE}")
    page.emulate_media(media="print")
    expect(page.locator(".band span")).to_be_visible()
    expect(page.locator(".band a")).to_be_hidden()
    for section in ("#better + .answer", "h2#trainer", "#trainer + .trainer", "h2#practice", ".role-card >> nth=0"):
        expect(page.locator(section)).to_be_visible()


def test_on_paper_a_trainees_page_does_not_name_the_other_view(page: Page) -> None:
    page.goto(CASE)
    page.emulate_media(media="print")
    expect(page.locator(".above__view")).to_be_hidden()
