"""WCAG 2.2 AA and good practice, as far as a machine can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

EVERYTHING = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that another colour scheme can change."""
WAITING = "[data-md-scrollfix]"
"""The theme takes this mark away when its scripts have begun, which on a busy machine may be long after the page is there."""
SCHEME = "document.body.getAttribute('data-md-color-scheme')"


def violations(page: Page, ready: Callable[[Page], object] = lambda page: None) -> list[str]:
    """What is against the rules on a page that is open in light colours: there, and when it is opened again in dark ones.

    ``ready`` does to the page what is to be done before one looks.
    """
    page.locator(WAITING).wait_for(state="detached")
    light = page.evaluate(SCHEME)
    ready(page)
    found = _told(page, EVERYTHING, "light")
    page.emulate_media(color_scheme="dark")
    page.add_init_script("localStorage.clear()")  # Where the theme has noted the colours of the first visit.
    page.reload()
    page.locator(WAITING).wait_for(state="detached")
    if page.evaluate(SCHEME) == light:
        found.append("dark: the colours stay as they were")
    ready(page)
    return found + _told(page, CONTRAST, "dark")


def _told(page: Page, options: Mapping[str, object], scheme: str) -> list[str]:
    found = Axe().run(page, options=options)
    return [f"{scheme}: {found.generate_report()}"] if found.violations_count else []
