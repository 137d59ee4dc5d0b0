"""Pictures of every kind of page, to be looked at: ``python tools/shots.py SITE OUT [--only KIND,...] [--views desktop,phone,dark,print]``.

Files are named kind-language-view.png. Nothing is compared by machine; the point is that somebody looks.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from course.content.reading import load
from setup_browser import find_chromium
from site_sample import DESKTOP, LANGUAGES, PHONE, pages
from site_server import serving
from small import ROOT

TALLEST = 5200  # CSS pixels of a page that are worth looking at

VIEWS: dict[str, dict[str, Any]] = {
    "desktop": DESKTOP,
    "phone": PHONE,
    "dark": {**DESKTOP, "color_scheme": "dark"},
    "phone-dark": {**PHONE, "color_scheme": "dark"},
}
QUERIES = {"zh": "电表走得快", "en": "meter fast"}


@contextmanager
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


def addresses(base: str, lang: str, only: set[str]) -> Iterator[tuple[str, str]]:
    """Kind and address of each page to shoot in that language."""
    for kind, path in pages(load(ROOT)).items():
        name = re.sub(r"\W+", "-", kind)
        if not only or name in only:
            yield name, f"{base}{LANGUAGES[lang]}{path}"


def _whole(page: Page, file: Path) -> None:
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    width = page.viewport_size["width"] if page.viewport_size else 1280
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def _search(page: Page, base: str, lang: str, file: Path) -> None:
    page.goto(f"{base}{LANGUAGES[lang]}")
    page.locator("button.search-door").click()
    page.wait_for_timeout(400)
    page.locator(".md-search__input").press_sequentially(QUERIES[lang])
    page.wait_for_timeout(1500)
    page.screenshot(path=file)


def _print(page: Page, file: Path) -> None:
    pdf = file.with_suffix(".pdf")
    page.pdf(path=pdf, format="A4", print_background=False)
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "50", "-png", str(pdf), str(file.with_suffix(""))], check=True)


def main() -> None:
    """Shoot what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--views", default="desktop,phone,dark,phone-dark,print")
    parser.add_argument("--langs", default="zh,en")
    options = parser.parse_args()
    only = set(filter(None, options.only.split(",")))
    views = options.views.split(",")
    options.out.mkdir(parents=True, exist_ok=True)
    with serving(options.site) as base, browser() as chromium:
        for lang in options.langs.split(","):
            for view in filter(VIEWS.__contains__, views):
                page = chromium.new_context(**VIEWS[view]).new_page()
                for kind, address in addresses(base, lang, only):
                    page.goto(address, wait_until="load")
                    page.wait_for_timeout(150)
                    _whole(page, options.out / f"{kind}-{lang}-{view}.png")
                if not only or "search" in only:
                    _search(page, base, lang, options.out / f"search-{lang}-{view}.png")
                page.context.close()
            if "print" in views:
                page = chromium.new_page()
                for kind, address in addresses(base, lang, only):
                    page.goto(address, wait_until="load")
                    _print(page, options.out / f"{kind}-{lang}-print.png")


if __name__ == "__main__":
    main()
