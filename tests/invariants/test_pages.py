"""A page of every kind in both languages, visited once: it opens without an error, all can read it, and it fits a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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
    for (const rows of document.querySelectorAll(':is(article, .md-nav--secondary) :is(tbody, ul, ol, dl)')) {{
        for (const row of [...rows.children].slice({FEW})) row.remove();
    }}
    for (const entry of document.querySelectorAll('article :is(h2, h3):nth-of-type(n + {FEW + 1})')) {{
        while (entry.nextElementSibling) entry.nextElementSibling.remove();
        entry.remove();
    }}
}}"""
"""Leaves the first of many like rows and entries: looking at all would take minutes, more as the course grows, and find the same in each."""


def unfold(page: Page, spoil: str = "") -> None:
    """Open all that is folded. ``spoil`` is script that does to the page what must be found."""
    page.evaluate("document.querySelectorAll('details').forEach(block => block.open = true)")
    page.evaluate(f"() => {{ const p = document.querySelector('article > p'), h1 = document.querySelector('h1'); {spoil} }}")


def misfits(page: Page, spoil: str = "") -> Iterator[str]:
    """What is wrong with the shape of the page that is open."""
    unfold(page, spoil)
    if (number := page.locator("h1").count()) != 1:
        yield f"{number} headings of the first level"
    page.set_viewport_size({"width": NARROW, "height": 740})
    if (width := page.evaluate("document.scrollingElement.scrollWidth")) > NARROW:
        yield f"{width} wide on a phone: {page.evaluate(WIDE)}"


def barriers(page: Page, spoil: str = "", rows: bool = False) -> list[str]:
    """What keeps somebody from reading the page that is open, in light and in dark colours. ``rows`` says that it is one long list or table."""

    def ready(page: Page) -> None:
        unfold(page, spoil)
        if rows:
            page.evaluate(SHORTEN)

    return violations(page, ready)


@pytest.fixture
def desktop(new_page: NewPage) -> Page:
    """A page on a desktop in light colours."""
    return new_page(color_scheme="light", **DESKTOP)


ByTurns = Callable[[str, int], Sequence[str]]
BY_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def by_turns(request: pytest.FixtureRequest) -> ByTurns:
    """``by_turns(lang, every)``: the kinds of page to visit in that language. Of the sample every so manyth, other kinds in the other language."""
    whole = request.config.getoption("proof")
    return lambda lang, every: KINDS if whole else KINDS[[*LANGUAGES].index(lang) * every // 2 :: every]


@BY_LANGUAGE
def test_every_kind_opens_without_an_error_and_fits_a_phone(desktop: Page, addresses: dict[str, str], lang: str, by_turns: ByTurns) -> None:
    found = {}
    for kind in by_turns(lang, 2):
        desktop.goto(f"{LANGUAGES[lang]}{addresses[kind]}")
        found[kind] = [*misfits(desktop)]
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


@BY_LANGUAGE
def test_all_can_read_every_kind(desktop: Page, addresses: dict[str, str], lang: str, by_turns: ByTurns) -> None:
    found = {}
    for kind in by_turns(lang, 6):
        desktop.emulate_media(color_scheme="light")
        desktop.goto(f"{LANGUAGES[lang]}{addresses[kind]}")
        found[kind] = barriers(desktop, rows=kind in FIXED)
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("h1.insertAdjacentHTML('afterend', '<h1>x</h1>')", "2 headings"),
        ("h1.insertAdjacentHTML('afterend', '<img alt>'); document.querySelector('main img').removeAttribute('alt')", "light: "),
        pytest.param("p.style.color = '#ccc'", "light: ", marks=pytest.mark.thorough),
        ("p.style.color = '#444'", "dark: "),
        ("p.textContent = 'x'.repeat(500); p.style.whiteSpace = 'nowrap'", "wide on a phone"),
    ],
)
def test_what_is_spoilt_would_be_found(desktop: Page, addresses: dict[str, str], spoil: str, told: str) -> None:
    desktop.goto(addresses["about"])
    found = [*misfits(desktop, spoil)]
    desktop.set_viewport_size(DESKTOP["viewport"])
    assert [one for one in (*found, *barriers(desktop, spoil)) if told in one]
