"""A change made to do harm: the report tells of it first, and is itself as harmless as any."""

from __future__ import annotations

import html
import re
from pathlib import Path

import markdown
import pytest
from lxml import html as parsed

from course.review import html as browser
from course.review import markdown as comment
from course.review import model
from hostile import HOSTILE
from reviewing import CASE, CASE_EN, change, report, repository
from small import Tree

Captured = pytest.CaptureFixture[str]
TITLE = "'@admin #1 ](javascript:x()) <img src=x onerror=x()> --> ``` <!-- course-review --> https://evil.example \u202e'"
OURS = {"main", "h3", "h4", "p", "br", "ul", "li", "b", "code", "del", "ins", "sub", "a"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'


def hostile(tree: Tree) -> Path:
    """A repository with such a change in its working tree."""
    root = repository(tree)
    change(root, CASE, ("title: 表走得快", f"title: {TITLE}"), ("换表后电费多了一半。", "换表后<script>x()</script>电费多了\u202e一半。"))
    change(root, CASE_EN, ("title: The meter runs fast", f"title: {TITLE}"))
    change(root, "docs/zh/forms/call-log.md", ("---\n\n", "---\n\n" + "\n\n".join(sign.replace("\x00", "") for sign in HOSTILE) + "\n\n"))
    (root / "docs/data/figures").mkdir()
    (root / "docs/data/figures/bad.svg").write_text(SVG, encoding="utf-8")
    (root / "docs/data/figures/bad.yml").write_text("alt: {zh: 图, en: A}\ncaption: {zh: 图, en: A}\nwords: {}\n", encoding="utf-8")
    (root / "docs/zh/cases/link.md").symlink_to("/etc/passwd")
    (root / "@admin <b>`x` #1.txt").write_text("", encoding="utf-8")
    return root


def test_it_is_told_first_and_under_its_own_heading(tree: Tree, capsys: Captured) -> None:
    found = report(hostile(tree), capsys)
    assert found.status == 1 and found.said.startswith("⚠ ")
    first = [problem.code for problem in found.review.problems if problem.told == "hostile"]
    assert {"E318", "E319", "E010"} <= set(first)
    assert [problem.code for problem in found.review.problems[: len(first)]] == first
    assert found.markdown.index("先看这里") < found.markdown.index("改了哪些页")
    assert "root:" not in found.markdown + found.html


def test_a_line_that_is_turned_round_is_told_as_harmful(tree: Tree, capsys: Captured) -> None:
    root = repository(tree)
    change(root, CASE, ("先接住，", "先\u202e接住，"))
    assert [(problem.code, problem.told) for problem in report(root, capsys).review.problems] == [("E310", "hostile")]


def test_the_comment_holds_nothing_but_what_we_put_there(tree: Tree, capsys: Captured) -> None:
    found = report(hostile(tree), capsys, "--before", "https://a.org/", "--after", "https://b.org/")
    text = found.markdown
    assert text.count("<!--") == 1 and text.startswith("<!-- course-review -->\n") and text.count("-->") == 1
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text + found.html)
    unlinked = re.sub(r"\]\(<https://[ab]\.org/[\w/-]*>\)", "", text.split("\n", 1)[1])
    assert {tag.lower() for tag in re.findall(r"</?([A-Za-z!][\w-]*)", unlinked)} <= {"b", "br", "code", "del", "ins", "sub"}
    root = parsed.fragment_fromstring(markdown.markdown(text, extensions=["tables", "fenced_code"]), create_parent="main")
    assert {element.tag for element in root.iter() if isinstance(element.tag, str)} <= OURS
    assert all(set(element.attrib) <= {"href"} for element in root.iter() if isinstance(element.tag, str))
    assert all(re.match(r"https://[ab]\.org/(?:en/)?(?:[\w-]+/)*$", anchor.get("href") or "") for anchor in root.iter("a"))
    for line in unlinked.splitlines():
        bare = html.unescape(line)
        assert not re.search(r"@\w|#\d|://|\bwww\.", bare), bare


def test_the_page_runs_and_fetches_nothing(tree: Tree, capsys: Captured) -> None:
    text = report(hostile(tree), capsys).html
    root = parsed.document_fromstring(text)
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert tags <= OURS - {"main", "h3", "h4", "sub"} | {"html", "head", "body", "meta", "title", "style", "h1", "h2", "section", "footer"}
    names = {name for element in root.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert names <= {"lang", "charset", "http-equiv", "content", "name"}
    assert "default-src 'none'" in text and "url(" not in text


def test_what_was_read_again_from_its_json_is_as_harmless(tree: Tree, capsys: Captured) -> None:
    root = hostile(tree)
    found = report(root, capsys)
    again = model.read((root / "review/report.json").read_bytes())
    assert comment.written(again) == found.markdown and browser.page(again) == found.html
