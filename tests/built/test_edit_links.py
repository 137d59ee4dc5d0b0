"""The two links at the end of each page of a finished site, where a repository is named; nothing of them where none is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from site_sample import NewPage, build, copy_project
from site_server import serving
from small import MINIMAL

REPOSITORY = "https://github.com/we/course"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the smallest course, kept at GitHub."""
    project = copy_project(tmp_path_factory.mktemp("kept"), MINIMAL)
    done = build(project, "--strict", variables={"REPO_URL": REPOSITORY})
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def site_url(site: Path) -> Iterator[str]:
    """The address of that site, for the browser."""
    with serving(site) as address:
        yield address


def changes(site: Path, page: str) -> list[str]:
    """Where the links at the end of that page lead."""
    return [str(link.get("href")) for link in html.parse(site / page).xpath("//article//p[@class='page-links']/a")]


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("index.html", "docs/zh/index.md"),
        ("cases/meter/index.html", "docs/zh/cases/meter.md"),
        ("en/cases/meter/index.html", "docs/en/cases/meter.md"),
        ("en/trainer/cases/meter/index.html", "docs/en/cases/meter.md"),
        ("en/glossary/index.html", "docs/data/terms.yml"),
    ],
)
def test_a_page_leads_to_its_file_and_to_a_form_that_knows_it(site: Path, page: str, file: str) -> None:
    edit, tell = changes(site, page)
    assert edit == f"{REPOSITORY}/edit/main/{file}"
    assert parse_qs(urlsplit(tell).query)["page"][0].endswith(
        f"https://example.org/course/{page.removesuffix('index.html').replace('trainer/', '')}"
    )


def test_what_has_no_file_has_no_links(site: Path) -> None:
    assert [changes(site, page) for page in ("404.html", "en/404.html")] == [[], []]


def test_the_section_a_reader_stayed_on_is_filled_in(site_url: str, new_page: NewPage) -> None:
    page: Page = new_page(viewport={"width": 900, "height": 500})
    page.goto(f"{site_url}en/cases/meter/")
    tell = page.locator("[data-section]")
    assert "which%20section" in (tell.get_attribute("href") or ""), "nothing was read yet"
    heading = page.locator("article h2").nth(1)
    heading.evaluate("heading => heading.scrollIntoView()")
    expect(tell).not_to_have_attribute("href", re.compile("which%20section"))
    page.keyboard.press("End")
    page.wait_for_timeout(1800)
    words = heading.evaluate("heading => heading.firstChild.textContent")
    assert parse_qs(urlsplit(tell.get_attribute("href") or "").query)["section"] == [words]


def test_by_default_a_site_has_none_and_a_wrong_address_is_told(tmp_path: Path) -> None:
    project = copy_project(tmp_path, MINIMAL)
    assert build(project, "--strict").returncode == 0
    assert [file for file in (project / "site").rglob("*.html") if 'class="page-links"' in file.read_text(encoding="utf-8")] == []
    done = build(project, variables={"REPO_URL": "git.we.cn/course"})
    assert done.returncode == 1 and "REPO_URL=git.we.cn/course：要写项目的网址" in done.stderr and "Traceback" not in done.stderr
