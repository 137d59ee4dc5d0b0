"""Pictures of every kind of page, to be looked at: ``python tests/site/shots.py SITE OUT [--only KIND,...] [--views desktop,phone,dark,print]``.

Files are named kind-language-view.png. Nothing is compared by machine; the point is that somebody looks.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from setup_browser import find_chromium

TALLEST = 5200  # CSS pixels of a page that are worth looking at

KINDS = {
    "home": "",
    "case": "cases/smart-meter-runs-fast/",
    "principle": "principles/check-before-judging/",
    "chapter": "chapters/who-our-customer-is/",
    "contents": "chapters/",
    "cases": "cases/",
    "principles": "principles/",
    "matrix": "principles/matrix/",
    "browse": "browse/",
    "browse-one": "browse/channels/hotline/",
    "browse-none": "browse/channels/online/",
    "glossary": "glossary/",
    "phrases": "phrases/",
    "references": "references/",
    "plans": "plans/",
    "prints": "prints/",
    "trainer-room": "trainer/",
    "trainer-case": "trainer/cases/smart-meter-runs-fast/",
    "trainer-chapter": "trainer/chapters/who-our-customer-is/",
    "plan": "plans/hotline-listening-120/",
    "coverage": "about/coverage/",
    "translation": "about/translation/",
    "forms": "forms/",
    "form": "forms/observation-sheet/",
    "about": "about/course/",
    "404": "404.html",
}
VIEWS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone-dark": {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "color_scheme": "dark",
    },
}
QUERIES = {"zh": "电表走得快", "en": "meter fast"}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The built folder at an address of its own, while the block runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


def addresses(base: str, lang: str, only: set[str]) -> Iterator[tuple[str, str]]:
    """Kind and address of each page to shoot in that language."""
    for kind, path in KINDS.items():
        if not only or kind in only:
            yield kind, f"{base}{'en/' if lang == 'en' else ''}{path}"


def _whole(page: Page, file: Path) -> None:
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    width = page.viewport_size["width"] if page.viewport_size else 1280
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def _search(page: Page, base: str, lang: str, file: Path) -> None:
    page.goto(f"{base}{'en/' if lang == 'en' else ''}")
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
    with served(options.site) as base, browser() as chromium:
        for lang in options.langs.split(","):
            for view in filter(VIEWS.__contains__, views):
                page = chromium.new_context(**VIEWS[view]).new_page()  # type: ignore[arg-type]
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
