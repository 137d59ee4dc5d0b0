"""What there is to print is offered where a trainer looks for it, and no link to it is dead."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course.content.catalogue import Catalogue
from course.content.reading import load
from offers import offers
from site_sample import LANGUAGES, copy_project, finished_site
from small import MINIMAL, ROOT, Once, taught

OF_A_PAGE = {"handout", "key", "sheet", "cards"}


@pytest.fixture(scope="module")
def project(request: pytest.FixtureRequest, once: Once) -> Path:
    """The minimal course to build with its prints, or with ``--proof`` the real."""
    return ROOT if request.config.getoption("proof") else once("minimal", partial(copy_project, course=MINIMAL))


@pytest.fixture(scope="module")
def course(project: Path) -> Catalogue:
    """That course."""
    return load(project)


@pytest.fixture(scope="module")
def site_dir(project: Path, once: Once) -> Path:
    """Its site with its prints."""
    return finished_site(once, project)


def test_every_link_leads_to_a_file_of_the_size_it_says(site_dir: Path, course: Catalogue) -> None:
    found = list(offers(site_dir))
    assert len(found) > 8 * len(taught(course))
    for page, file, words in found:
        assert file.read_bytes().startswith(b"%PDF"), (page, file)
        number, unit = re.search(r"([\d.]+) (KB|MB)", words).groups()  # type: ignore[union-attr]
        assert float(number) * {"KB": 1e3, "MB": 1e6}[unit] == pytest.approx(file.stat().st_size, abs=6e4 if unit == "MB" else 600), words


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_the_handout_room_lists_every_file(site_dir: Path, course: Catalogue, prefix: str) -> None:
    room = site_dir / prefix / "prints"
    listed = {file for page, file, _ in offers(site_dir) if page == room / "index.html"}
    assert listed == {file.resolve() for file in room.glob("*.pdf")}
    assert len(listed) > 3 * len(taught(course))


@pytest.mark.parametrize("prefix", LANGUAGES.values())
@pytest.mark.parametrize(
    ("kind", "prints"),
    [("case", OF_A_PAGE), ("chapter", OF_A_PAGE), ("trainer's case", OF_A_PAGE), ("plan", {*OF_A_PAGE, "all"}), ("form", {"form"})],
)
def test_a_page_offers_its_own_prints_on_the_screen_alone(
    page: Page, addresses: dict[str, str], prefix: str, kind: str, prints: set[str]
) -> None:
    page.goto(f"{prefix}{addresses[kind]}")
    found = page.eval_on_selector_all(".prints a", "links => links.map(link => link.href)")
    assert {address.rpartition("-")[2].removesuffix(".pdf") for address in found} == prints
    assert {page.request.get(address).headers["content-type"] for address in found} == {"application/pdf"}
    expect(page.locator(".prints")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".prints")).to_be_hidden()
