"""Every page exists in both languages, each leads to the other, and machines are told which is which."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from course.content.catalogue import Catalogue
from site_server import PREFIX

SWITCH = re.compile(r"<a\b[^>]*data-language-link[^>]*>")
HREF = re.compile(r'href="([^"]*)"')


def switches(site: Path) -> Iterator[tuple[str, set[str]]]:
    """Every page below a folder of its own, and where its links to the other language lead."""
    for file in site.rglob("index.html"):
        page = file.parent.relative_to(site).as_posix()
        links = {HREF.search(tag)[1] for tag in SWITCH.findall(file.read_text(encoding="utf-8"))}  # type: ignore[index]
        yield page, {posixpath.normpath(posixpath.join(page, link)) for link in links}


def test_every_page_leads_to_itself_in_the_other_language(site_dir: Path, course: Catalogue) -> None:
    found = dict(switches(site_dir))
    assert len(found) > 3 * len(course.pages)
    other = {
        page: posixpath.normpath(page.removeprefix("en").lstrip("/") or ".")
        if f"{page}/".startswith("en/")
        else posixpath.normpath(f"en/{page}")
        for page in found
    }
    assert {page: links for page, links in found.items() if links != {other[page]}} == {}


def test_both_languages_have_the_same_pages(site_dir: Path) -> None:
    pages = {file.relative_to(site_dir).as_posix() for file in site_dir.rglob("index.html")}
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert english == {path for path in pages if not path.startswith("en/")}


def test_each_sitemap_lists_its_own_pages_with_their_translations(site_dir: Path) -> None:
    for name, own in (("sitemap.xml", f"https://example.org{PREFIX}cases/"), ("en/sitemap.xml", f"https://example.org{PREFIX}en/cases/")):
        text = (site_dir / name).read_text(encoding="utf-8")
        assert f"<loc>{own}</loc>" in text
        assert text.count('hreflang="en"') == text.count('hreflang="zh-CN"') == text.count("<loc>")
