"""A page of every kind in both languages, visited once: it opens without an error, all can read it, and it fits a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from accessible import violations
from site_sample import DESKTOP, FIXED, KINDS, LANGUAGES, NewPage

NARROW = 360
"""CSS pixels of the smallest phone we care for."""
WIDE = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.right > innerWidth + 1 && box.width && style.position !== 'fixed' && !element.closest('[role=region], .md-typeset__scrollwrap, .md-sidebar, .md-tabs, .md-search, .md-header__title, table, .visually-hidden, svg');
}).map(element => element.outerHTML.slice(0, 120))"""

FEW = 8
SHORTEN = f"""() => {{
    for (const parent of document.querySelectorAll('article, article *')) {{
        const alike = {{}};
        for (const child of [...parent.children]) {{
            const key = child.tagName + child.className;
            alike[key] = (alike[key] || 0) + 1;
            if (alike[key] > {FEW}) child.remove();
        }}
    }}
}}"""
"""Leaves the first of many like rows: looking at all would take minutes, more as the course grows, and find the same in each."""


def wrong(page: Page, spoil: str = "", rows: bool = False) -> Iterator[str]:
    """What is wrong with the page that is open, everything on it unfolded: on the smallest phone, then on a desktop in both colour schemes.

    ``spoil`` is script that does to it what must be found; ``rows`` says that the page is one long list or table.
    """

    def unfolded(page: Page) -> None:
        page.evaluate("document.querySelectorAll('details').forEach(block => block.open = true)")
        page.evaluate(f"() => {{ const p = document.querySelector('article > p'), h1 = document.querySelector('h1'); {spoil} }}")

    def ready(page: Page) -> None:
        unfolded(page)
        if rows:
            page.evaluate(SHORTEN)

    unfolded(page)
    if (number := page.locator("h1").count()) != 1:
        yield f"{number} headings of the first level"
    page.set_viewport_size({"width": NARROW, "height": 740})
    if (width := page.evaluate("document.scrollingElement.scrollWidth")) > NARROW:
        yield f"{width} wide on a phone: {page.evaluate(WIDE)}"
    page.set_viewport_size(DESKTOP["viewport"])
    yield from violations(page, ready)


@pytest.fixture
def desktop(new_page: NewPage) -> Page:
    """A page on a desktop in light colours."""
    return new_page(color_scheme="light", **DESKTOP)


@pytest.mark.parametrize("lang", [pytest.param(lang, marks=pytest.mark.xdist_group(f"pages {lang}")) for lang in LANGUAGES])
@pytest.mark.parametrize("kind", KINDS)
def test_it_opens_without_an_error_can_be_read_by_all_and_fits_a_phone(
    desktop: Page, addresses: dict[str, str], kind: str, lang: str
) -> None:
    desktop.goto(f"{LANGUAGES[lang]}{addresses[kind]}")
    assert list(wrong(desktop, rows=kind in FIXED)) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("h1.insertAdjacentHTML('afterend', '<h1>x</h1>')", "2 headings"),
        ("h1.insertAdjacentHTML('afterend', '<img alt>'); document.querySelector('main img').removeAttribute('alt')", "light: "),
        ("p.style.color = '#ccc'", "light: "),
        ("p.style.color = '#444'", "dark: "),
        ("p.textContent = 'x'.repeat(500); p.style.whiteSpace = 'nowrap'", "wide on a phone"),
    ],
)
def test_what_is_spoilt_would_be_found(desktop: Page, addresses: dict[str, str], spoil: str, told: str) -> None:
    desktop.goto(addresses["about"])
    assert [one for one in wrong(desktop, spoil) if told in one]
