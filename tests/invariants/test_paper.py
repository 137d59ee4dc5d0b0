"""Nothing a trainee is not to see is on a trainee's paper, on no page, though the theme opens every folded block before it prints.

What is secret is read off the trainer's view, where all of it is open; a line that is in the open text of the trainee's page is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from course.content.catalogue import Case, Catalogue
from course.render import markdown
from site_sample import LANGUAGES

SEEN = "() => document.body.innerText"
"""What is laid out in the medium at hand; hidden elements are not part of it."""
SHORT = 12
"""Letters: what is shorter, such as a name, says nothing."""

Secrets = Mapping[str, frozenset[str]]
BY_LANGUAGE = pytest.mark.parametrize("prefix", LANGUAGES.values())


def _lines(text: str) -> frozenset[str]:
    """Lines without their spaces, as a line may break anywhere on paper."""
    return frozenset(line for line in (re.sub(r"\s", "", line) for line in text.split("\n")) if len(line) > SHORT)


def _leaked(secret: frozenset[str], text: str) -> list[str]:
    printed = re.sub(r"\s", "", text)
    return sorted(line for line in secret if line in printed)


def _printed(page: Page) -> str:
    """The text of the page on paper, printed with everything opened that can be."""
    page.evaluate("document.querySelectorAll('details').forEach(block => block.open = true)")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    text: str = page.evaluate(SEEN)
    page.emulate_media(media="screen")
    return text


@pytest.fixture(scope="module")
def secrets(browser: Browser, site_url: str, site_dir: Path, request: pytest.FixtureRequest) -> Secrets:
    """Address of every chapter and case -> what a trainee is not to see of it; of the sample each in one of the languages by turns."""
    step = 1 if request.config.getoption("proof") else 2
    page = browser.new_context(base_url=site_url, java_script_enabled=False).new_page()
    page.route("**/assets/**", lambda route: route.abort())  # Only the text is wanted.
    found = {}
    for turn, prefix in enumerate(LANGUAGES.values()):
        for file in sorted((site_dir / prefix / "trainer").glob("*/*/index.html"))[turn % step :: step]:
            path = file.parent.relative_to(site_dir / prefix / "trainer").as_posix()
            page.goto(f"{prefix}trainer/{path}/")
            hidden = "\n".join(page.locator(".answer, .trainer, .role-card").all_inner_texts())
            page.goto(f"{prefix}{path}/")
            found[f"{prefix}{path}/"] = _lines(hidden) - frozenset(_leaked(_lines(hidden), page.evaluate(SEEN)))
    page.context.close()
    return found


def test_every_case_and_chapter_has_something_to_keep(secrets: Secrets, site_dir: Path, request: pytest.FixtureRequest) -> None:
    taught = len([*site_dir.glob("trainer/*/*/index.html")])
    assert len(secrets) == (2 * taught if request.config.getoption("proof") else taught)
    assert [address for address, lines in secrets.items() if len(lines) < 4] == []


@BY_LANGUAGE
@pytest.mark.parametrize("folder", ["cases", "chapters"])
def test_no_page_prints_what_a_trainee_is_not_to_see(page: Page, secrets: Secrets, prefix: str, folder: str) -> None:
    leaks = {}
    for address in (address for address in secrets if address.startswith(f"{prefix}{folder}/")):
        page.goto(address)
        if leaked := _leaked(secrets[address], _printed(page)):
            leaks[address] = leaked
    assert leaks == {}


@pytest.fixture(scope="module")
def case(course: Catalogue, secrets: Secrets) -> Case:
    """A case with all three kinds of block a trainee is not to see."""
    return next(case for case in course.cases.values() if "::: role" in case.sides["zh"].body and markdown.address(case.path) in secrets)


@pytest.mark.parametrize("name", ["answer", "trainer", "role-card"])
def test_a_block_that_lost_its_class_would_be_found(page: Page, secrets: Secrets, case: Case, name: str) -> None:
    address = markdown.address(case.path)
    page.goto(address)
    page.eval_on_selector_all(f"details.{name}", "(blocks, name) => blocks.forEach(block => block.classList.remove(name))", name)
    assert len(_leaked(secrets[address], _printed(page))) > 3


@BY_LANGUAGE
def test_nothing_of_it_is_in_what_was_put_together_for_trainees(page: Page, secrets: Secrets, prefix: str) -> None:
    page.goto(f"{prefix}prints/")
    codes = [box.get_attribute("value") or "" for box in page.locator("[name=pick]").all()]
    page.goto(f"{prefix}prints/?pick={','.join(codes)}")
    expect(page.locator(".picked > .picked__sheet")).to_have_count(len(codes))
    whole = page.locator(".picked").text_content() or ""  # Hidden or not: it is not to be there at all.
    for address in (address for address in secrets if address.startswith(f"{prefix}cases/")):
        assert _leaked(secrets[address], whole) == [], address


def test_a_page_put_together_would_be_found_out(page: Page, secrets: Secrets, case: Case) -> None:
    address = markdown.address(case.path)
    page.route(
        f"**/{address}",
        lambda route: route.fulfill(body=route.fetch().text().replace('class="answer"', ""), content_type="text/html"),
    )
    page.goto(f"prints/?pick={case.code}")
    expect(page.locator(".picked > .picked__sheet")).to_have_count(1)
    assert len(_leaked(secrets[address], page.locator(".picked").text_content() or "")) > 3


@BY_LANGUAGE
def test_a_principles_quiz_keeps_its_verdicts_off_paper(page: Page, addresses: dict[str, str], prefix: str) -> None:
    page.goto(f"{prefix}{addresses['principle']}")
    hidden = page.locator("details.answer")
    hidden.evaluate_all("blocks => blocks.forEach(block => block.open = true)")
    secret = _lines("\n".join(hidden.all_inner_texts())) - _lines("\n".join(page.locator(".quiz form").all_inner_texts()))
    assert len(secret) > 2
    assert _leaked(secret, _printed(page)) == []


@pytest.mark.parametrize(("prefix", "note"), [("", "参考答案不打印"), ("en/", "Answers are not printed")])
def test_paper_says_where_the_answers_are(page: Page, addresses: dict[str, str], prefix: str, note: str) -> None:
    page.goto(f"{prefix}{addresses['case']}")
    assert note not in page.evaluate(SEEN)
    page.emulate_media(media="print")
    assert note in page.evaluate(SEEN)
