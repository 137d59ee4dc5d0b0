"""A printed page leaks no answer and no trainer's note, though the theme opens every folded block before it prints."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from site_sample import LANGUAGES

SEEN = "() => document.body.innerText"
"""What is laid out in the medium at hand; hidden elements are not part of it."""


@pytest.mark.parametrize("prefix", LANGUAGES.values())
@pytest.mark.parametrize("path", ["cases/smart-meter-runs-fast/", "chapters/what-service-is/", "principles/check-before-judging/"])
def test_no_answer_on_paper(page: Page, prefix: str, path: str) -> None:
    page.goto(f"{prefix}{path}")
    page.evaluate("document.querySelectorAll('details').forEach(block => block.open = true)")
    secret = page.eval_on_selector_all(
        "details.answer, details.trainer, details.role-card",
        "blocks => blocks.flatMap(block => [...block.querySelectorAll('p, li, td')].map(element => element.innerText.trim())).filter(text => text.length > 12)",
    )
    assert len(secret) > 3
    assert all(line in page.evaluate(SEEN) for line in secret), "the lines were not there to begin with"
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(SEEN)
    assert [line for line in secret if line in printed] == []


@pytest.mark.parametrize(
    ("path", "note"), [("cases/the-queue-line/", "参考答案不打印"), ("en/cases/the-queue-line/", "Answers are not printed")]
)
def test_paper_says_where_the_answers_are(page: Page, path: str, note: str) -> None:
    page.goto(path)
    assert note not in page.evaluate(SEEN)
    page.emulate_media(media="print")
    assert note in page.evaluate(SEEN)
