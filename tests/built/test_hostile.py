"""The last line of defence in a real browser: with every check and every escape taken away, the policy alone lets nothing run that an author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import markdown
import pytest
from playwright.sync_api import Browser

from course.render.markdown import EXTENSIONS
from course.syntax.allowed import ELEMENTS, harmless
from hostile import ATTRIBUTES, HOSTILE, MARKDOWN, PLAIN
from site_sample import build, copy_project
from site_server import serving
from small import MINIMAL

OFF = {
    "hooks/course/rules/__init__.py": "\nPAGE_RULES, COURSE_RULES, RULES = (), (), ()\n",
    "hooks/course/syntax/allowed.py": "\ndef harmless(text, filled=False):\n    return text\n",
    "hooks/course/render/markdown.py": "\ndef escape(words):\n    return words\n",
    "hooks/course/render/drawings.py": "\ndef drawn(svg, label, word):\n    return svg\n",
}
"""What takes the other defences away: added to the end of the file in a copy of the project."""


def runs(name: str) -> str:
    """A script that leaves a mark behind."""
    return f"(window.ran = window.ran || []).push('{name}')"


BODY = f"""<script>{runs("script")}</script>

<SCRIPT
>{runs("split")}</SCRIPT
>

<!-- --!><script>{runs("comment")}</script>

<img src="nowhere.png" onerror="{runs("error")}">

<svg onload="{runs("svg")}"></svg>

<details open ontoggle="{runs("toggle")}"><p>a</p></details>

<iframe srcdoc="<script>(parent.ran = parent.ran || []).push('frame')</script>"></iframe>

<style onload="{runs("style")}">p {{ color: red }}</style>

<a id="link" href="javascript:{runs("link")}">a</a>

**a**{{onclick="{runs("attribute")}" #attribute}}

{{{{ figure: one }}}}

| left | middle | right |
|:-----|:------:|------:|
| a    | b      | c     |
"""
TITLE = f"<script>{runs('title')}</script>"
PAGE = '---\ntitle: "{}"\nsummary: "b\\"><script>{}</script>"\n---\n\n{}'
NAMES = {"script", "split", "comment", "error", "svg", "toggle", "frame", "style", "link", "attribute", "title", "summary", "drawing"}


@pytest.fixture(scope="module")
def open_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small course with hostile pages, built with nothing to protect its readers but the policy."""
    project = copy_project(tmp_path_factory.mktemp("hostile"), MINIMAL, hooks=True)
    for path, words in OFF.items():
        (project / path).write_text((project / path).read_text(encoding="utf-8") + words, encoding="utf-8")
    events = project / "hooks/events.py"
    events.write_text(events.read_text(encoding="utf-8").replace("env.autoescape = True", "env.autoescape = False"), encoding="utf-8")
    for lang in ("zh", "en"):
        (project / f"docs/{lang}/about").mkdir()
        (project / f"docs/{lang}/about/us.md").write_text(PAGE.format(TITLE, runs("summary"), BODY), encoding="utf-8")
    figures = project / "docs/data/figures"
    figures.mkdir()
    (figures / "one.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><script>{runs("drawing")}</script></svg>', encoding="utf-8")
    (figures / "one.yml").write_text("alt: {zh: 图, en: a}\ncaption: {zh: 图, en: a}\nwords: {}\n", encoding="utf-8")
    done = build(project, "-q", variables={"PYTHONPATH": ""})
    assert done.returncode == 0, done.stderr
    with serving(project / "site") as address:
        yield address


SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


def ran(browser: Browser, address: str, wanted: int = 0, **options: Any) -> set[str]:
    """The marks that scripts of a page left behind once it was loaded, drawn and its link and its bold word clicked; as many as wanted are waited for."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(address)
    for id in ("link", "attribute"):
        if page.locator(f"#{id}").count():
            page.locator(f"#{id}").dispatch_event("click")
    page.evaluate(SETTLED)
    page.wait_for_function(f"new Set(window.ran).size >= {wanted}")
    marks = set(page.evaluate("window.ran || []"))
    context.close()
    return marks


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_nothing_an_author_wrote_runs(browser: Browser, open_site: str, prefix: str) -> None:
    assert ran(browser, f"{open_site}{prefix}about/us/") == set()
    assert ran(browser, f"{open_site}{prefix}") == set(), "a title stands in the navigation of every page"


def test_without_the_policy_all_of_it_would(browser: Browser, open_site: str) -> None:
    assert ran(browser, f"{open_site}about/us/", len(NAMES), bypass_csp=True) == NAMES
    assert ran(browser, open_site, 1, bypass_csp=True) == {"title"}


def test_columns_are_set_as_they_were_written(browser: Browser, open_site: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{open_site}about/us/")
    for tag in ("th", "td"):
        sides = page.locator(f"article table:has-text('middle') {tag}").evaluate_all(
            "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
        )
        assert [side.removeprefix("-webkit-") for side in sides] == ["left", "center", "right"]
    page.context.close()


def test_a_browser_finds_nothing_foreign_in_what_was_made_harmless(browser: Browser) -> None:
    page = browser.new_context().new_page()
    texts = [*HOSTILE, *PLAIN, *(f"{one}\n{other}" for one, other in zip(HOSTILE, HOSTILE[1:], strict=False))]
    made = [markdown.markdown(harmless(text), extensions=[*EXTENSIONS], extension_configs=EXTENSIONS) for text in texts]
    found = page.evaluate(
        """pages => pages.flatMap(text => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("html > *, body *")].map(
            element => [element.localName, element.getAttributeNames(), element.protocol || ""]))""",
        made,
    )
    for name, attributes, scheme in found:
        assert name in {*MARKDOWN, *ELEMENTS, "head", "body"}
        assert {*attributes} <= (ATTRIBUTES.get(name) or ({"id"} if name[0] == "h" else set()))
        assert scheme in ("", "http:", "https:", "mailto:", "tel:", ":")
    page.context.close()
