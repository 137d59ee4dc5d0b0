"""How well the search finds things: every query of ``tests/built/queries*.yml`` through the real search box of the built site.

``python tools/search_report.py BASE_URL`` prints, per language, for each half of the queries and each kind of
query: how many had a wanted page first, among the first three, and how many found nothing at all. ``--misses 3``
lists the queries that failed, ``--old`` leaves alone what is never tuned on, which is how to look while tuning.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml
from playwright.sync_api import Page, sync_playwright

from course.content.reading import load
from small import ROOT

QUERIES = tuple(Path(__file__).parents[1] / "tests" / "built" / name for name in ("queries.yml", "queries-asked.yml"))
HOME = {"zh": "", "en": "en/"}
BOX = ".md-search__input"
RESULT = ".found"


@dataclass(frozen=True)
class Query:
    """One query and the pages that answer it, as source paths."""

    lang: str
    half: str
    kind: str
    text: str
    want: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What the search box showed: source paths of the pages, best first."""

    query: Query
    found: tuple[str, ...]

    def hit(self, first: int) -> bool:
        """Whether a wanted page is among the first so many."""
        return any(path in self.query.want for path in self.found[:first])


def queries(paths: Iterable[Path] = QUERIES) -> list[Query]:
    """All queries of the files."""
    tables: list[dict[str, dict[str, list[dict[str, Any]]]]] = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]
    return [
        Query(lang, half, row["kind"], str(row["q"]), tuple(row["want"]))
        for lang in HOME
        for table in tables
        for half, rows in table[lang].items()
        for row in rows
    ]


def moved(asked: Iterable[Query], to: Mapping[str, str]) -> list[Query]:
    """The queries, with the pages that have moved since wanted at their new place."""
    return [replace(query, want=tuple(to.get(path, path) for path in query.want)) for query in asked]


def source_path(url: str, home: str) -> str:
    """The page at a URL of the site, as the path of its source: ``/en/cases/a/?h=b`` -> ``cases/a.md``."""
    path = urlsplit(url).path.removeprefix(urlsplit(home).path).removesuffix("index.html").removesuffix(".html").strip("/")
    return f"{path or 'index'}.md"


def open_search(page: Page, home: str) -> None:
    """Opens the start page of a language and makes its search ready."""
    page.goto(home)
    page.locator("html.js").wait_for(state="attached")
    enter_search(page)


def enter_search(page: Page) -> None:
    """Puts the cursor into the search box and waits for all the data this fetches."""
    with page.expect_response("**/search/search_text.json"):
        page.locator(BOX).focus()


def ask(page: Page, text: str) -> list[str]:
    """Types a query as a person does and returns the links of the pages found, best first, one per page.

    Waits for the answer to this very query: what the box says of its state is changed by hand first, so that of an old one cannot be read.
    Waits by locator, since the site's Content-Security-Policy forbids what ``wait_for_function`` does.
    """
    page.locator("[data-search]").evaluate("box => { box.dataset.state = 'asked'; }")
    page.locator(BOX).fill(text)
    page.locator("[data-search]:is([data-state=found], [data-state=none], [data-state=idle])").wait_for(state="attached")
    items: list[str] = page.locator(RESULT).evaluate_all("items => items.map(item => item.querySelector('a').href)")
    return items


def run(page: Page, base: str, asked: Iterable[Query]) -> list[Outcome]:
    """Every query through the search box of its language."""
    outcomes, lang = [], ""
    for query in asked:
        home = urljoin(base, HOME[query.lang])
        if query.lang != lang:
            open_search(page, home)
            lang = query.lang
        found = [source_path(url, home) for url in ask(page, query.text)]
        outcomes.append(Outcome(query, tuple(dict.fromkeys(found))))
    return outcomes


def rates(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    """Shares: wanted page first, among the first three, nothing found."""
    number = len(outcomes) or 1
    return (
        sum(outcome.hit(1) for outcome in outcomes) / number,
        sum(outcome.hit(3) for outcome in outcomes) / number,
        sum(not outcome.found for outcome in outcomes) / number,
    )


def report(outcomes: Sequence[Outcome], misses: int = 0) -> str:
    """The table, and on request the queries without a wanted page among the first so many."""
    lines = [f"{'':24} {'n':>4} {'hit@1':>6} {'hit@3':>6} {'none':>6}"]
    for lang, half in dict.fromkeys((o.query.lang, o.query.half) for o in outcomes):
        part = [o for o in outcomes if (o.query.lang, o.query.half) == (lang, half)]
        rows = [("all", part)] + [(kind, [o for o in part if o.query.kind == kind]) for kind in dict.fromkeys(o.query.kind for o in part)]
        for name, some in rows:
            first, three, none = rates(some)
            lines.append(f"{lang} {half:6} {name:14} {len(some):4} {first:6.2f} {three:6.2f} {none:6.2f}")
    if misses:
        lines += [
            f"{o.query.lang} {o.query.half} {o.query.text}: {', '.join(o.found[:4]) or 'nothing'}" for o in outcomes if not o.hit(misses)
        ]
    return "\n".join(lines)


def main() -> None:
    """Command line: see the docstring of the module."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base", help="address of the running site, with a slash at the end")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list queries without a wanted page among the first N")
    parser.add_argument("--old", action="store_true", help="only the half that may be tuned on")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="Chromium to drive")
    options = parser.parse_args()
    addresses = load(ROOT).addresses
    asked = moved((query for query in queries() if query.half == "old" or not options.old), {row.old: row.new for row in addresses.moved})
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox", "--disable-gpu"])
        print(report(run(browser.new_page(), options.base, asked), options.misses))
        browser.close()


if __name__ == "__main__":
    main()
