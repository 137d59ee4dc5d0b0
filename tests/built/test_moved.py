"""An address that has moved leads a reader on, to the same place on the page, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from site_sample import built, copy_project
from site_server import serving
from small import MINIMAL


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the minimal course after a case was renamed."""
    project = copy_project(tmp_path_factory.mktemp("moved"), MINIMAL)
    for lang in ("zh", "en"):
        (project / f"docs/{lang}/cases/meter.md").rename(project / f"docs/{lang}/cases/the-line-in-the-hall.md")
    table = project / "docs/data/addresses.yml"
    row = "moved:\n  - {from: cases/meter.md, to: cases/the-line-in-the-hall.md}"
    table.write_text(table.read_text(encoding="utf-8").replace("moved: []", row), encoding="utf-8")
    return built(project)


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_old_address_leads_on(browser: Browser, moved_site: Path, prefix: str, scripts: bool) -> None:
    with serving(moved_site) as url:
        page = browser.new_context(java_script_enabled=scripts).new_page()
        page.goto(f"{url}{prefix}cases/meter/#better")
        expect(page).to_have_url(f"{url}{prefix}cases/the-line-in-the-hall/{'#better' if scripts else ''}")
        expect(page.locator("h2#better")).to_be_visible()
        page.context.close()
