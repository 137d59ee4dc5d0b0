"""The search box in every state a reader can meet it in, with a small corpus of its own in place of the course's data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from search_report import BOX, RESULT
from site_sample import NewPage

STATE = ".search__state"
MORE = ".search__more"
LANGUAGES = pytest.mark.parametrize("home", ["", "en/"], ids=["zh", "en"])

ARTICLE = """<h1 id="title">冰箱缺件</h1><p>开头。</p><div class="tall"></div>
<h2 id="story">Story</h2><p>The <b>recovery</b> paradox. Service, service. recovering.</p>
<h2 id="answer">Answer</h2><details class="answer"><summary>先自己想</summary><p>先看尾号 4417。</p></details>
<h2 id="long">Long</h2><div class="tall"></div><p>最末有葡萄干。</p><div class="tall"></div>"""


def corpus() -> tuple[Any, Any]:
    """Names and texts, as they are sent: a case, and 57 pages that hold the same word."""
    case = {
        "location": "tiny/",
        "title": "冰箱缺件",
        "kind": "case",
        "code": "C99",
        "sections": [["", "", "开头。"], ["story", "Story"], ["answer", "Answer"], ["long", "Long"]],
    }
    many = [{"location": f"many-{n}/", "title": f"电费 {n}", "kind": "chapter", "sections": [["", "", "电费"]]} for n in range(57)]
    texts = [
        [["开头。"], ["The recovery paradox. Service, service. recovering."], ["", "先看尾号 4417。"], ["最末有葡萄干。"]],
        *([["电费"]] for _ in many),
    ]
    names = {
        "lang": "zh",
        "kinds": {"case": "案例", "chapter": "章节"},
        "synonyms": [],
        "pinyin": {},
        "simplified": "",
        "pages": [case, *many],
    }
    return names, texts


@dataclass
class Files:
    """What becomes of the two data files: those to ``hold`` wait in ``held`` until they are given, the ``lost`` are not there."""

    hold: frozenset[str] = frozenset()
    lost: set[str] = field(default_factory=set)
    held: list[Callable[[], None]] = field(default_factory=list)


Shelf = Callable[..., Page]
"""``shelf(files)``: a page of the site whose search data is the corpus."""


@pytest.fixture
def shelf(new_page: NewPage) -> Shelf:
    def opened(files: Files | None = None) -> Page:
        page, files = new_page(), files or Files()
        names, texts = corpus()
        bodies = {"search_data.json": names, "search_text.json": texts}

        def answer(route: Route) -> None:
            name = route.request.url.split("?")[0].rsplit("/", 1)[-1]

            def give() -> None:
                route.fulfill(content_type="application/json", body=json.dumps(bodies[name]))

            if name in files.lost:
                route.fulfill(content_type="application/json", body="not there")
            elif name in files.hold:
                files.held.append(give)
            else:
                give()

        def article(route: Route) -> None:
            whole = route.fetch(url=re.sub(r"(tiny|many-\d+)/.*", "cases/", route.request.url)).text()
            start, end = whole.index(">", whole.index("<article")) + 1, whole.index("</article>")
            shown = whole[:start] + ARTICLE + whole[end:]
            route.fulfill(content_type="text/html", body=shown.replace("</head>", '<link rel="stylesheet" href="tall.css"></head>', 1))

        page.context.route(re.compile(r"/search/search_(data|text)\.json"), answer)
        page.context.route(re.compile(r"/(tiny|many-\d+)/(\?.*)?$"), article)
        page.context.route(
            re.compile(r"/tall\.css$"), lambda route: route.fulfill(content_type="text/css", body=".tall { height: 250vh; }")
        )
        return page

    return opened


def state(page: Page, name: str) -> None:
    expect(page.locator("[data-search]")).to_have_attribute("data-state", name)


@LANGUAGES
def test_getting_the_data_is_said_and_is_not_an_answer(shelf: Shelf, home: str) -> None:
    files = Files(hold=frozenset({"search_data.json", "search_text.json"}))
    page = shelf(files)
    page.goto(home)
    page.locator(BOX).focus()
    state(page, "idle")
    page.keyboard.type("葡萄干")
    state(page, "loading")
    expect(page.locator(STATE)).to_have_text("正在取搜索数据……" if home == "" else "Fetching the search data …")
    expect(page.locator(STATE)).to_have_attribute("role", "status")
    expect(page.locator(RESULT)).to_have_count(0)
    while len(files.held) < 2:
        page.wait_for_timeout(20)
    for give in files.held:
        give()
    state(page, "found")
    expect(page.locator(RESULT)).to_have_count(1)
    expect(page.locator(STATE)).to_have_text("找到 1 页" if home == "" else "1 page found")


@LANGUAGES
@pytest.mark.parametrize("lost", ["search_data.json", "search_text.json"])
def test_a_failure_says_so_and_is_tried_again(shelf: Shelf, home: str, lost: str) -> None:
    files = Files(lost={lost})
    page = shelf(files)
    page.goto(home)
    page.locator(BOX).focus()
    page.keyboard.type("葡萄")
    state(page, "failed")
    expect(page.locator(STATE)).to_contain_text("没有取到" if home == "" else "could not be fetched")
    again = page.get_by_role("button", name="再试一次" if home == "" else "Try again")
    again.click()
    state(page, "failed")
    files.lost.clear()
    again.click()
    state(page, "found")
    expect(again).to_be_hidden()


@pytest.mark.parametrize("way", ["key", "online"])
def test_who_comes_back_online_need_not_ask_for_it(shelf: Shelf, way: str) -> None:
    files = Files(lost={"search_data.json"})
    page = shelf(files)
    page.goto("")
    page.locator(BOX).focus()
    page.keyboard.type("葡萄")
    state(page, "failed")
    files.lost.clear()
    if way == "key":
        page.keyboard.type("干")
    else:
        page.evaluate("dispatchEvent(new Event('online'))")
    state(page, "found")


def test_a_failure_before_anything_is_typed_is_nothing_to_say(shelf: Shelf) -> None:
    files = Files(lost={"search_data.json"})
    page = shelf(files)
    page.goto("")
    with page.expect_response("**/search_data.json"):
        page.locator(BOX).focus()
    page.keyboard.type("   ")
    state(page, "idle")
    expect(page.locator(RESULT)).to_have_count(0)


def test_only_the_newest_question_is_answered(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    answers = page.evaluate(
        """async () => {
            const box = document.querySelector("[data-search]");
            const worker = new Worker(new URL(box.dataset.worker, location.href)), data = new URL("search/", location.href).href;
            const heard = [];
            const next = test => new Promise(resolve => worker.addEventListener("message", ({ data }) => test(data) && resolve(data)));
            worker.addEventListener("message", ({ data }) => heard.push(data));
            worker.postMessage({ data });
            await next(message => message.ready);
            const last = next(message => message.number === 40);
            for (let number = 1; number <= 40; number++) worker.postMessage({ data, query: { number, text: "电费", from: 0, size: 5 } });
            await last;
            return heard.filter(message => message.number).map(message => message.number);
        }"""
    )
    assert answers[-1] == 40
    assert len(answers) < 8, "forty questions asked at once are not forty searches"


@LANGUAGES
def test_the_count_is_true_and_the_rest_can_be_reached_by_keyboard(shelf: Shelf, home: str) -> None:
    page = shelf()
    page.goto(home)
    page.locator(BOX).focus()
    page.keyboard.type("电费")
    expect(page.locator(STATE)).to_have_text("找到 57 页，先列前 20 页" if home == "" else "57 pages found, the first 20 listed")
    for listed in (40, 57):
        page.keyboard.press("ArrowUp") if listed > 40 else None
        page.locator(MORE).focus()
        page.keyboard.press("Enter")
        expect(page.locator(RESULT)).to_have_count(listed)
        expect(page.locator(RESULT).nth(listed - (20 if listed == 40 else 17)).locator("a")).to_be_focused()
    expect(page.locator(MORE)).to_be_hidden()
    expect(page.locator(STATE)).to_have_text("找到 57 页" if home == "" else "57 pages found")


def test_arrows_walk_the_list_and_escape_shuts_it(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("电费")
    state(page, "found")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULT).nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".search__list")).to_be_hidden()


def test_a_result_says_what_it_is_and_where_it_was_found(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("4417")
    result = page.locator(RESULT)
    expect(result.locator(".found__kind")).to_have_text("案例 C99")
    expect(result.locator(".found__section")).to_have_text("Answer")
    expect(result.locator(".found__folded")).to_have_text("在这一节收起的部分里，先自己想，再打开看。")
    expect(result).not_to_contain_text("尾号")


def test_who_goes_back_finds_the_search_as_she_left_it(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("电费")
    state(page, "found")
    page.locator(MORE).click()
    expect(page.locator(RESULT)).to_have_count(40)
    wanted = page.locator(RESULT).nth(25).locator("a")
    address = wanted.get_attribute("href")
    wanted.click()
    expect(page).to_have_url(re.compile(r"/many-\d+/\?h="))
    page.go_back()
    state(page, "found")
    expect(page.locator(BOX)).to_have_value("电费")
    expect(page.locator(RESULT)).to_have_count(40)
    expect(page.locator(f"{RESULT} a:focus")).to_have_attribute("href", str(address))
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(BOX)).to_have_value("")


def test_what_is_typed_takes_the_place_of_the_old_question(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("电费")
    state(page, "found")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("葡萄")
    expect(page.locator(BOX)).to_have_value("葡萄")
    expect(page.locator(RESULT)).to_have_count(1)


def test_enter_before_the_answer_opens_it_when_it_is_there(shelf: Shelf) -> None:
    files = Files(hold=frozenset({"search_text.json"}))
    page = shelf(files)
    page.goto("")
    page.locator(BOX).fill("葡萄干")
    page.keyboard.press("Enter")
    while not files.held:
        page.wait_for_timeout(20)
    files.held[0]()
    expect(page).to_have_url(re.compile(r"/tiny/\?h=.*#long$"))


def test_what_matched_is_marked_across_elements_and_nothing_else(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("recovery paradox")
    page.locator(RESULT).locator("a").first.click()
    expect(page.locator("mark.found-mark").first).to_be_in_viewport()
    assert page.locator("mark.found-mark").all_inner_texts() == ["recovery", "paradox", "recovering"]


def test_a_match_in_the_title_alone_is_marked(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("冰箱")
    page.locator(RESULT).locator("a").first.click()
    expect(page.locator("h1 mark.found-mark")).to_have_text("冰箱")


def test_the_page_shows_the_match_far_down_in_a_section(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("葡萄干")
    page.locator(RESULT).locator("a").first.click()
    expect(page.locator("mark.found-mark")).to_be_in_viewport()


def test_a_match_in_a_fold_is_announced_and_the_fold_stays_shut(shelf: Shelf) -> None:
    page = shelf()
    page.goto("")
    page.locator(BOX).fill("4417")
    page.locator(RESULT).locator("a").first.click()
    note = page.locator(".found-note")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("4417")
    expect(page.locator("#answer + .found-note + details")).not_to_have_attribute("open", "")
    page.locator("summary").click()
    expect(note).to_have_count(0)
    expect(page.locator("details mark.found-mark")).to_be_visible()


def test_both_languages_share_one_engine(shelf: Shelf) -> None:
    page = shelf()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url) if "assets/search/" in request.url else None)
    for home in ("", "en/"):
        page.goto(home)
        page.locator(BOX).fill("葡萄")
        state(page, "found")
    assert len({url for url in asked if url.endswith("worker.js")}) == 1
    assert not [url for url in asked if "/en/" in url]
