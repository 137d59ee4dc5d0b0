"""The page for what is not found is shown at any address, so every link on it must lead somewhere from anywhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html

from site_sample import build, copy_project
from small import MINIMAL

FIELDS = {"a": "href", "link": "href", "script": "src", "img": "src"}


def dead(site: Path, home: str, page: str, shown_at: str) -> list[str]:
    """Links of that page of the site that lead to no file of it where a browser shows it at that address; other hosts, named in full, count as alive."""
    found = []
    for element in html.parse(site / page).iter(*FIELDS):
        link = element.get(FIELDS[str(element.tag)])
        if (
            link is None
            or link.startswith(("#", "data:", "mailto:"))
            or (link.startswith("http") and urlsplit(link).netloc != urlsplit(home).netloc)
        ):
            continue
        target = urldefrag(urljoin(shown_at, link)).url
        path = unquote(target.removeprefix(home))
        file = site / path / ("index.html" if not path or path.endswith("/") else "")
        if not target.startswith(home) or path.startswith("/") or not file.is_file():
            found.append(link)
    return found


def links(site: Path, page: str, words: str) -> list[str]:
    """The addresses of the links with these words."""
    return [str(link.get("href")) for link in html.parse(site / page).iter("a") if link.text_content().strip() == words]


@pytest.fixture(scope="module", params=["http://host/", "https://example.org/course"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site of the smallest course for a host's root or a folder below it, and its address with a slash at its end."""
    project = copy_project(tmp_path_factory.mktemp("lost"), MINIMAL)
    done = build(project, "--strict", variables={"SITE_URL": request.param})
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site", request.param.rstrip("/") + "/"


@pytest.mark.parametrize(
    ("page", "below"), [("404.html", ""), ("404.html", "no/such/page/"), ("en/404.html", "en/"), ("en/404.html", "en/no/such/page/")]
)
def test_every_link_leads_to_a_page(built: tuple[Path, str], page: str, below: str) -> None:
    site, home = built
    assert dead(site, home, page, home + below) == []


@pytest.mark.parametrize("page", ["404.html", "en/404.html"])
def test_each_language_leads_into_its_own(built: tuple[Path, str], page: str) -> None:
    site, home = built
    for words, place in {"案例索引": "cases/", "中文": "", "Case index": "en/cases/", "English": "en/"}.items():
        for link in links(site, page, words):
            assert urljoin(home, link) == home + place


def test_every_link_of_other_pages_leads_to_a_page_too(built: tuple[Path, str]) -> None:
    site, home = built
    for file in site.rglob("index.html"):
        page = file.relative_to(site).as_posix()
        assert dead(site, home, page, home + page.removesuffix("index.html")) == [], page


def test_an_address_of_a_site_begins_with_its_scheme(tmp_path: Path) -> None:
    done = build(copy_project(tmp_path, MINIMAL), variables={"SITE_URL": "example.org/course"})
    assert done.returncode == 1
    assert "SITE_URL=example.org/course" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
