"""Pick and print: what is ticked becomes one page to print, with answers or without a trace of them; and what goes wrong is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from accessible import violations
from site_sample import DESKTOP, LANGUAGES, PHONE, NewPage

SHEETS = ".picked > .picked__sheet"
WORDS = {"": ("拼成一页打印", "打印", "讲师：带答案"), "en/": ("Make one page", "Print", "The trainer: with")}


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_what_is_ticked_stands_sheet_after_sheet_in_the_order_of_the_list(page: Page, prefix: str) -> None:
    make, printing, _ = WORDS[prefix]
    page.goto(f"{prefix}prints/")
    page.get_by_label("F01").check()
    page.get_by_label("C09").check()
    page.get_by_label("C04").check()
    expect(page).to_have_url(re.compile(r"/prints/\?pick=C04,C09,F01$"))
    expect(page.get_by_role("button", name=printing, exact=True)).to_be_hidden()
    page.get_by_role("button", name=make).click()
    expect(page.locator(SHEETS)).to_have_count(3)
    assert page.locator(f"{SHEETS} .meta .code").all_inner_texts() == ["C04", "C09", "F01"]
    expect(page.get_by_role("status").filter(has_text="3")).to_be_visible()
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.get_by_role("button", name=printing, exact=True).click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_nothing_of_an_answer_is_on_a_page_for_trainees(page: Page) -> None:
    page.goto("prints/?pick=C04,C09")
    expect(page.locator(SHEETS)).to_have_count(2)
    left = page.locator(SHEETS).locator(".answer, .trainer, .role-card, .print-only, .turn__mark, .turn--bad, .turn--good, details")
    expect(left).to_have_count(0)
    headings = page.locator(f"{SHEETS} >> nth=0").locator("h2").all_inner_texts()
    assert headings == ["情境", "经过", "想一想"], "the rules answer half the questions"


def test_with_answers_they_are_there_and_marked(page: Page) -> None:
    page.goto("prints/")
    page.get_by_label("C04").check()
    page.get_by_label(WORDS[""][2]).check()
    expect(page).to_have_url(re.compile(r"\?pick=C04&answers=in$"))
    page.get_by_role("button", name=WORDS[""][0]).click()
    sheet = page.locator(SHEETS)
    expect(sheet).to_have_count(1)
    expect(sheet.locator(".band")).to_contain_text("讲师视图")
    for part in (".answer", ".trainer", ".role-card", ".turn__mark"):
        expect(sheet.locator(part).first).to_be_visible()
    assert sheet.locator("h2").all_inner_texts() == [
        "情境",
        "经过",
        "想一想",
        "试一试",
        "更好的做法",
        "后来",
        "依据",
        "演练",
        "用到的原则",
        "讲师提示",
    ]


@pytest.mark.parametrize("answers", ["out", "in"])
def test_a_saved_link_brings_the_page_back_in_either_language(page: Page, answers: str) -> None:
    page.goto(f"prints/?pick=C09,F01&answers={answers}")
    expect(page.locator(SHEETS)).to_have_count(2)
    expect(page.get_by_label("C09")).to_be_checked()
    page.locator("header [data-language-link]").click()
    expect(page).to_have_url(re.compile(r"/en/prints/\?pick=C09,F01" + ("&answers=in$" if answers == "in" else "$")))
    expect(page.locator(SHEETS)).to_have_count(2)
    expect(page.locator(f"{SHEETS} h1").first).to_have_text("A new meter, and it runs fast?")


def test_what_is_put_together_has_no_links_and_no_ids_of_its_own(page: Page) -> None:
    page.goto("prints/?pick=C03,C04,C09,F01&answers=in")
    expect(page.locator(SHEETS)).to_have_count(4)
    expect(page.locator(".picked").locator("a, [id], .headerlink, .pager")).to_have_count(0)
    doubled = page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, at) => ids.indexOf(id) < at); }"
    )
    assert doubled == []


def test_on_paper_there_is_nothing_else_and_each_begins_a_sheet(page: Page, tmp_path: Path) -> None:
    page.goto("prints/?pick=C04,C09,F01")
    expect(page.locator(SHEETS)).to_have_count(3)
    page.emulate_media(media="print")
    seen = page.evaluate("() => document.body.innerText").split("\n")
    assert seen[0] == page.locator(f"{SHEETS} h1").first.inner_text()
    assert not [word for word in ("打印室", WORDS[""][0], "印给谁", "给讲师", "CC BY-SA") if word in "\n".join(seen)]
    breaks = page.eval_on_selector_all(SHEETS, "sheets => sheets.map(sheet => getComputedStyle(sheet).breakBefore)")
    assert breaks == ["auto", "page", "page"]


def test_another_choice_takes_the_old_page_away(page: Page) -> None:
    page.goto("prints/?pick=C09")
    expect(page.locator(SHEETS)).to_have_count(1)
    page.get_by_label("C04").check()
    expect(page.locator(SHEETS)).to_have_count(0)
    expect(page.get_by_role("button", name="打印", exact=True)).to_be_hidden()
    page.get_by_role("button", name="全部不选").click()
    expect(page.locator(".pick :checked")).to_have_count(1)  # who it is for
    expect(page).to_have_url(re.compile(r"/prints/$"))


def test_with_nothing_ticked_it_says_so(page: Page) -> None:
    page.goto("en/prints/")
    page.get_by_role("button", name="Make one page").click()
    expect(page.locator(".pick__status")).to_have_text("Nothing picked yet. Tick a case or a form first.")
    expect(page.locator("body")).not_to_have_class(re.compile("is-picked"))


def test_a_code_that_is_not_there_is_named(page: Page) -> None:
    page.goto("prints/?pick=C09,X77")
    expect(page.locator(".pick__status")).to_have_text("拼好了 1 份。 找不到这些编号：X77。")
    page.goto("prints/?pick=X77")
    expect(page.locator(".pick__status")).to_have_text("找不到这些编号：X77。 还没选。先勾一个案例或表单。")


def test_a_page_that_does_not_come_is_named_and_the_others_stay(page: Page) -> None:
    def other(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<p>Log in to the network</p>")

    page.route("**/cases/the-queue-line/", other)
    page.goto("prints/?pick=C04,C09")
    expect(page.locator(".pick__status")).to_have_text("拼好了 1 份。 没取到：C04。看看网络通不通，再试一次。")
    expect(page.locator(SHEETS)).to_have_count(1)
    page.unroute("**/cases/the-queue-line/")
    page.get_by_role("button", name=WORDS[""][0]).click()
    expect(page.locator(SHEETS)).to_have_count(2)


def test_nothing_comes_and_a_server_that_says_no(browser_page_without_watch: Page) -> None:
    page = browser_page_without_watch
    page.route("**/cases/*/", lambda route: route.fulfill(status=503, body=""))
    page.goto("en/prints/?pick=C04")
    expect(page.locator(".pick__status")).to_have_text("Could not fetch C04. Check the connection and try again.")
    expect(page.locator(SHEETS)).to_have_count(0)


@pytest.fixture
def browser_page_without_watch(browser, site_url):  # type: ignore[no-untyped-def]
    """A page of its own: a browser writes an error to the console for every answer like 503, and here one is wanted."""
    context = browser.new_context(base_url=site_url)
    yield context.new_page()
    context.close()


def test_opened_from_a_disk_it_says_why_it_cannot_and_keeps_the_links(browser_page_without_watch: Page, site_dir: Path) -> None:
    page = browser_page_without_watch
    page.goto((site_dir / "prints" / "index.html").as_uri())
    expect(page.locator(".pick-plain")).to_contain_text("从硬盘上直接打开")
    expect(page.locator(".pick input:visible")).to_have_count(0)
    expect(page.locator(".pick").get_by_role("link", name="C04")).to_be_visible()


def test_without_scripts_it_is_a_list_of_pages_to_print(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, **PHONE)
    page.goto("en/prints/")
    expect(page.locator(".pick-plain")).to_be_visible()
    expect(page.get_by_role("button", name="Make one page")).to_be_hidden()
    page.locator(".pick").get_by_role("link", name="C04").click()
    expect(page).to_have_url(re.compile("/en/cases/the-queue-line/$"))


def test_it_works_from_the_keyboard(page: Page) -> None:
    page.goto("prints/")
    page.get_by_label("C31").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(SHEETS)).to_have_count(1)


def test_what_a_thumb_presses_is_large_enough(phone: Page) -> None:
    phone.goto("prints/?pick=C09")
    expect(phone.locator(SHEETS)).to_have_count(1)
    for target in phone.locator(".pick__item, .pick__choice, .pick .button:visible").all():
        box = target.bounding_box()
        assert box and box["height"] >= 44
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= 360


@pytest.mark.parametrize("prefix", ["", pytest.param("en/", marks=pytest.mark.thorough)])
def test_no_violations_with_a_page_put_together(new_page: NewPage, prefix: str) -> None:
    page = new_page(color_scheme="light", **DESKTOP)
    page.goto(f"{prefix}prints/?pick=C04,F01&answers=in")
    assert violations(page, lambda page: expect(page.locator(SHEETS)).to_have_count(2)) == []
