"""What there is to print is offered where a trainer looks for it, and no link to it is dead."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from site_sample import LANGUAGES, copy_project

LINK = re.compile(r'<a href="([^"]+\.pdf)"[^>]*>(.*?)</a>', re.DOTALL)


def offers(site: Path) -> Iterator[tuple[Path, Path, str]]:
    """Every link to a print: its page, the file it leads to, and its words."""
    for page in site.rglob("*.html"):
        for address, words in LINK.findall(page.read_text(encoding="utf-8")):
            yield page, (page.parent / unquote(address)).resolve(), re.sub(r"<[^>]+>", " ", words)


def test_every_link_leads_to_a_file_of_the_size_it_says(site_dir: Path) -> None:
    found = list(offers(site_dir))
    assert len(found) > 500
    for page, file, words in found:
        assert file.read_bytes().startswith(b"%PDF"), (page, file)
        number, unit = re.search(r"([\d.]+) (KB|MB)", words).groups()  # type: ignore[union-attr]
        assert float(number) * {"KB": 1e3, "MB": 1e6}[unit] == pytest.approx(file.stat().st_size, abs=6e4 if unit == "MB" else 600), words


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_the_handout_room_lists_every_file(site_dir: Path, prefix: str) -> None:
    room = site_dir / prefix / "prints"
    listed = {file for page, file, _ in offers(site_dir) if page == room / "index.html"}
    assert listed == {file.resolve() for file in room.glob("*.pdf")}
    assert len(listed) > 150


@pytest.mark.parametrize("prefix", LANGUAGES.values())
@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("cases/smart-meter-runs-fast/", {"handout", "key", "sheet", "cards"}),
        ("chapters/what-service-is/", {"handout", "key", "sheet", "cards"}),
        ("plans/hotline-listening-120/", {"handout", "key", "sheet", "cards", "all"}),
        ("forms/observation-sheet/", {"form"}),
        ("trainer/cases/smart-meter-runs-fast/", {"handout", "key", "sheet", "cards"}),
    ],
)
def test_a_page_offers_its_own_prints(page: Page, prefix: str, path: str, kinds: set[str]) -> None:
    page.goto(f"{prefix}{path}")
    found = page.eval_on_selector_all(".prints a", "links => links.map(link => link.href)")
    assert {address.rpartition("-")[2].removesuffix(".pdf") for address in found} == kinds
    assert {page.request.get(address).headers["content-type"] for address in found} == {"application/pdf"}


@pytest.fixture(scope="module")
def built_without_typst(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """A build from which the package is hidden as if it had never been installed; ``site`` is in ``args[-1]``."""
    project = tmp_path_factory.mktemp("bare")
    (project / "typst.py").write_text("raise ImportError", encoding="utf-8")
    copy_project(project)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(project / "site")]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_without_typst_the_site_is_built_and_says_what_to_install(built_without_typst: subprocess.CompletedProcess[str]) -> None:
    assert built_without_typst.returncode == 0, built_without_typst.stderr
    assert "pip install -r requirements.txt" in built_without_typst.stderr


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_site_without_prints_says_how_to_get_them(built_without_typst: subprocess.CompletedProcess[str], prefix: str) -> None:
    site = Path(built_without_typst.args[-1])
    assert list(offers(site)) == []
    assert "make prints" in (site / prefix / "prints" / "index.html").read_text(encoding="utf-8")
    case = (site / prefix / "cases/the-queue-line/index.html").read_text(encoding="utf-8")
    assert re.search(r'<nav class="prints"[^>]*><b>[^<]+</b> <a href="../../prints/">', case)


def test_prints_stay_off_the_paper_of_a_page(page: Page) -> None:
    page.goto("cases/smart-meter-runs-fast/")
    expect(page.locator(".prints")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".prints")).to_be_hidden()
