"""How well the search of the whole course finds what people ask for, on queries nobody tuned it on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from course.content.catalogue import Catalogue
from course.site.pages import paths
from search_report import moved, queries, rates, report, run


def test_queries_written_from_the_pages_find_theirs(page: Page, site_url: str, course: Catalogue) -> None:
    asked = moved((query for query in queries() if query.half == "unseen"), {row.old: row.new for row in course.addresses.moved})
    assert asked
    if not (course.pages.keys() | paths(course)).issuperset(path for query in asked for path in query.want):
        pytest.skip("the kept sample has the first part only")
    found = run(page, site_url, asked)
    _, three, none = rates(found)
    assert three >= 0.9, report(found, misses=3)
    assert none == 0, report(found, misses=3)
