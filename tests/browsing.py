"""The system's Chromium, and pages in it that are watched: what every test in a browser asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from setup_browser import find_chromium
from site_sample import DESKTOP, PHONE, NewPage

ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
"""Quiet start; and no other host can be reached, so that a forgotten request fails at once instead of waiting."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail("no Chromium: run `make browser`, or set CHROMIUM", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, site_url: str) -> Iterator[NewPage]:
    """``new_page(**options)`` opens a page with those options of a browser context, for example ``java_script_enabled=False``.

    ``goto("cases/")`` is relative to the site. The test fails at its end if any page asked another host for something,
    wrote an error to the console or threw one. There is no list of exceptions; what the test tool itself writes does not count.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []
    host = urlsplit(site_url).netloc

    def opened(**options: Any) -> Page:
        context = browser.new_context(base_url=site_url, **options)
        contexts.append(context)
        context.set_default_timeout(60_000)
        context.on("request", lambda request: wrong.extend(_foreign(request.url, host)))
        context.on("console", lambda message: wrong.extend(_complaint(message)))
        context.on("weberror", lambda error: wrong.append(f"thrown: {error.error}"))
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, "the page did what it must not:\n" + "\n".join(wrong)


def _complaint(message: ConsoleMessage) -> list[str]:
    # A tap is guarded by a listener of Playwright's own, in a script without an address: it stops a touch that would land beside
    # its target and tries again, and Chromium says so when the page is still scrolling. No script of the site has an empty address.
    guard = message.location["url"] == "" and message.text.startswith("Ignored attempt to cancel a touch")
    return [f"console: {message.text} ({message.location})"] if message.type == "error" and not guard else []


def _foreign(url: str, host: str) -> list[str]:
    parts = urlsplit(url)
    return [f"request: {url}"] if parts.scheme not in ("data", "blob") and parts.netloc != host else []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A watched page on a desktop screen."""
    return new_page(**DESKTOP)


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A watched page on the smallest phone we care for, with touch."""
    return new_page(**PHONE)
