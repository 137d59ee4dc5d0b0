"""The page of every session plan, with the words to say, is one sheet of paper, printed on both sides at most."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from course.content.catalogue import Catalogue
from course.render import markdown
from course.site.pages import plan
from site_sample import LANGUAGES


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_each_is_one_sheet(page: Page, course: Catalogue, prefix: str) -> None:
    sheets = {}
    for row in course.plans:
        page.goto(f"{prefix}{markdown.address(plan.path(row))}?start=10:10")
        sheets[row.id] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert set(sheets.values()) <= {1, 2}, sheets
