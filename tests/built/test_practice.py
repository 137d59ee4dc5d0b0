"""A case is practised: nothing is given away before the reader has judged, thought and tried; and what was done is remembered on the device."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_sample import PHONE, NewPage

CASE = "cases/smart-meter-runs-fast/"


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_as_first_seen_no_mark_no_answer_and_no_principle_is_visible(new_page: NewPage, lang: str, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts, **PHONE)
    page.goto(f"{lang}{CASE}")
    hidden = ".turn__mark, details.answer > :not(summary), .try__verdict, .try__end, #principles + details .relations"
    assert page.locator(hidden).count() > 10
    assert page.locator(hidden).evaluate_all("parts => parts.filter((part) => part.checkVisibility()).length") == 0
    expect(page.locator("#events ~ .dialogue").first).to_be_visible()
    expect(page.locator(".turn--bad:visible, .turn--good:visible")).to_have_count(0)


def test_lines_are_judged_by_keyboard_and_then_the_marks_show(page: Page) -> None:
    page.goto(CASE)
    page.get_by_role("button", name="哪几句出了问题？点出来").press("Enter")
    picks = page.locator(".turn__pick")
    expect(picks.first).to_be_focused()
    bad = page.locator(".marked-talk .turn").evaluate_all("turns => turns.map((turn) => turn.classList.contains('turn--bad'))")
    picks.nth(bad.index(True)).press("Space")
    picks.nth(bad.index(False)).press("Space")
    expect(picks.nth(bad.index(True))).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="对一对").first.click()
    expect(page.locator(".judge__status")).to_have_text(f"一共 {sum(bad)} 句有问题，您点中 1 句，另外点了 1 句。")
    expect(page.locator("#events ~ .dialogue .turn--bad")).to_have_count(sum(bad))
    expect(page.locator(".turn__yours")).to_have_count(2)
    page.get_by_role("button", name="再来一遍").click()
    expect(page.locator("#events ~ .dialogue .turn--bad")).to_have_count(0)


def test_each_question_opens_its_own_answer_and_keeps_a_thought_on_the_device(page: Page) -> None:
    page.goto(CASE)
    second = page.locator(".asked").nth(1)
    second.get_by_role("textbox").fill("三天，还不够。")
    second.get_by_role("textbox").blur()
    second.locator("summary").click()
    expect(page.locator(".asked details[open]")).to_have_count(1)
    page.reload()
    expect(page.locator(".asked").nth(1).get_by_role("textbox")).to_have_value("三天，还不够。")
    expect(page.locator(".asked").nth(0).get_by_role("textbox")).to_have_value("")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_talk_is_tried_to_an_end_and_one_way_is_open_at_a_time(new_page: NewPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto(CASE)
    talk = page.locator(".try")
    options = talk.locator(":scope > details")
    options.nth(1).locator("> summary").click()
    options.nth(0).locator("> summary").click()
    expect(options.nth(1)).not_to_have_attribute("open", "")
    opened = options.nth(0)
    while opened.locator("> details").count():
        opened = opened.locator("> details").last
        opened.locator("> summary").click()
    expect(opened.locator("> .try__end")).to_be_visible()
    if scripts:
        opened.get_by_role("button", name="从头再试一次").click()
        expect(talk.locator("details[open]")).to_have_count(0)


def test_what_was_read_and_answered_is_taken_to_another_device_by_file(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page()
    page.goto("chapters/who-our-customer-is/")
    page.locator(".pager").scroll_into_view_if_needed()
    expect(page.locator(".pager[data-read]")).to_be_visible()
    page.goto("principles/check-before-judging/")
    quiz = page.locator(".quiz").first
    right = quiz.locator("details .verdict").evaluate_all("verdicts => verdicts.findIndex(one => one.classList.contains('verdict--right'))")
    quiz.get_by_role("radio").nth(1 if right == 0 else 0).check()
    quiz.get_by_role("button", name="对一对").click()
    expect(quiz.get_by_role("status")).to_contain_text("还不对")
    page.goto("")
    expect(page.locator(".mine")).to_be_visible()
    page.locator(".mine__kept summary").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="存成文件").click()
    file = tmp_path / "progress.json"
    saved.value.save_as(file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert list(kept["pages"]) == ["1.2"]
    assert list(kept["quizzes"]) == ["P04-1"]
    kept["quizzes"]["P04-1"] = {"wrong": "2020-01-01", "card": {"due": "2020-01-01T00:00:00.000Z"}}
    file.write_text(json.dumps(kept), encoding="utf-8")

    other = new_page()
    other.goto("en/chapters/who-our-customer-is/")
    other.locator(".pager").scroll_into_view_if_needed()
    expect(other.locator(".pager[data-read]")).to_be_visible()
    other.goto("en/")
    other.locator(".mine__kept summary").click()
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Load a file").click()
    chooser.value.set_files(file)
    other.get_by_role("button", name="1 to review today").click()
    expect(other.locator(".mine .quiz")).to_have_count(1)
    expect(other.locator(".mine .quiz legend")).to_be_visible()


def test_everything_is_forgotten_at_once_and_nothing_leaves_the_device(new_page: NewPage) -> None:
    page = new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("chapters/who-our-customer-is/")
    page.locator(".pager").scroll_into_view_if_needed()
    expect(page.locator(".pager[data-read]")).to_be_visible()
    page.goto("")
    page.locator(".mine__kept summary").click()
    page.get_by_role("button", name="全部忘掉").click()
    expect(page.locator(".mine")).to_be_hidden()


def test_a_part_ends_with_mixed_questions_and_leads_on(page: Page) -> None:
    page.goto("chapters/part-1/")
    numbers = page.locator(".quiz__number").all_inner_texts()
    assert numbers == [str(at) for at in range(1, len(numbers) + 1)]
    assert len(numbers) > 4
    asked = page.locator(".quiz").evaluate_all("quizzes => quizzes.map((quiz) => quiz.dataset.quiz)")
    assert len({id.rsplit("-", 1)[0] for id in asked}) > 3, "they are mixed from several pages"
    page.locator(".pager__previous").click()
    expect(page.locator(".pager__next")).to_contain_text(re.compile("收尾.*8 分钟"))
