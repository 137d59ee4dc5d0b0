"""A build that fails leaves the last good site as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import building


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    return site


def new(site: Path) -> Path:
    work = building.aside(site)
    work.mkdir()
    (work / "index.html").write_text("new", encoding="utf-8")
    return work


def test_it_is_built_beside_the_site(site: Path) -> None:
    assert building.aside(site) == site.parent / "site.building"


def test_a_finished_build_takes_the_place(site: Path) -> None:
    building.swap(new(site), site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_first_build_needs_no_old_site(tmp_path: Path) -> None:
    building.swap(new(tmp_path / "site"), tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_an_earlier_swap_left_behind_is_cleared(site: Path) -> None:
    (site.parent / "site.old").mkdir()
    building.swap(new(site), site)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_swap_that_fails_puts_the_old_site_back(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        building.swap(building.aside(site), site)
    assert (site / "index.html").read_text() == "old"


def test_a_first_swap_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        building.swap(tmp_path / "none", tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_the_message_stands_on_every_page_and_replaces_an_earlier_one(site: Path) -> None:
    (site / "en").mkdir()
    pages = [site / "index.html", site / "en" / "index.html"]
    for page in pages:
        page.write_text('<body dir="ltr">\n<p>words</p></body>', encoding="utf-8")
    building.show_failure(site, r"first <b> & \1")
    building.show_failure(site, r"a.md:1: <二> \g<0>")
    for page in pages:
        banner = '<div id="build-failed" role="alert"><pre>a.md:1: &lt;二&gt; \\g&lt;0&gt;</pre></div>'
        assert page.read_text(encoding="utf-8") == f'<body dir="ltr">{banner}\n<p>words</p></body>'


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/course", "https://example.org/course/"),
        ("http://cases:8080/course/", "http://cases:8080/course/"),
    ],
)
def test_an_address_ends_with_one_slash(named: str, address: str) -> None:
    assert building.address(named) == address


@pytest.mark.parametrize("named", ["example.org/course", "/course/", "https://", "ftp://example.org/", "https://example.org/?a=b", "https://example.org/#x"])
def test_half_an_address_is_refused(named: str) -> None:
    with pytest.raises(ValueError, match="SITE_URL=.*write the whole address"):
        building.address(named)
