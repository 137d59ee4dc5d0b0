"""What a translator sees after the Chinese has changed: the note on the page, and word by word what is new on the status page."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accessible import violations
from course.__main__ import main
from site_sample import DESKTOP, PHONE, NewPage, built, copy_project
from site_server import serving

CASE, PRINCIPLE = "docs/zh/cases/failed-direct-debit.md", "docs/zh/principles/check-before-judging.md"


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments], cwd=root, check=True, capture_output=True)


def _changed(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a copy in which a title and a figure were changed after the English was confirmed, and one page has no English."""
    root = copy_project(tmp_path_factory.mktemp("changed"))
    assert main(["--root", str(root), "accept", "--all"]) == 0
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-qm", "confirmed")
    _changed(root, CASE, "光排队就排了四十分钟", "光排队就排了五十分钟")
    _changed(root, PRINCIPLE, "title: 先查后判", "title: 先查，再判断")
    (root / "docs/en/cases/the-queue-line.md").unlink()
    with serving(built(root)) as address:
        yield address


@pytest.mark.parametrize(("prefix", "section", "unseen"), [("", "经过", "（删去：四十）"), ("en/", "What happened", "(deleted: 四十)")])
def test_the_status_page_shows_what_changed_and_leads_there(page: Page, prefix: str, section: str, unseen: str) -> None:
    page.goto(f"{prefix}about/translation/")
    entry = page.locator(".desk", has_text="C03")
    expect(entry.locator("del")).to_have_text(unseen)
    expect(entry.get_by_role("deletion")).to_have_count(1)
    expect(entry.get_by_role("insertion")).to_contain_text("五十")
    expect(page.locator(".desk", has_text="P04").locator(".changes")).to_contain_text("先查")
    entry.get_by_role("link", name=section).click()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#events")
    expect(page.locator("h2#events")).to_be_in_viewport()


def test_the_english_page_says_on_top_that_its_title_is_older(page: Page) -> None:
    page.goto("en/principles/check-before-judging/")
    expect(page.locator("h1 + .behind")).to_have_text("The Chinese has changed since this was translated: title.")
    page.goto("principles/check-before-judging/")
    expect(page.locator(".behind")).to_have_count(0)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_it_fits_the_smallest_phone_and_file_names_break_behind_folders(new_page: NewPage, prefix: str) -> None:
    phone = new_page(**PHONE)
    phone.goto(f"{prefix}about/translation/")
    phone.locator("details.desk-complete > summary").click()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    names = phone.locator(".desk small, .desk-complete small")
    assert names.count() > 30
    heights = names.evaluate_all(
        "names => names.map(name => name.getClientRects().length && name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight))"
    )
    assert max(heights) < 2.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_went_and_what_came_are_told_apart_without_colour_and_on_paper(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto("about/translation/")
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        lines = [
            page.locator(f".changes {tag}").first.evaluate("element => getComputedStyle(element).textDecorationLine")
            for tag in ("del", "ins")
        ]
        assert lines == ["line-through", "underline"]


@pytest.mark.parametrize(
    "address",
    [pytest.param("about/translation/", marks=pytest.mark.thorough), "en/about/translation/", "en/principles/check-before-judging/"],
)
def test_no_violations(new_page: NewPage, address: str) -> None:
    page = new_page(color_scheme="light", **DESKTOP)
    page.goto(address)
    assert violations(page) == []
