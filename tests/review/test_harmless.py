"""Anybody's words in a report are words: whatever they hold, nothing of it works in Markdown or HTML."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as parsed

from course.review.harmless import cut, in_html, in_markdown, words
from hostile import HOSTILE, PLAIN

WORKS = {
    "a person": re.compile(r"@[\w-]", re.UNICODE),
    "an issue": re.compile(r"(?:#|!|\$|%|&|~|\bGH-)\w", re.IGNORECASE),
    "an address": re.compile(r"://|\bwww\.\w|\bmailto:\w|\b\w+@\w+\.\w", re.IGNORECASE),
    "an emoji": re.compile(r":[A-Za-z+_-][\w+-]*:"),
    "a commit": re.compile(r"(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])", re.IGNORECASE),
}
"""What GitHub and GitLab look for in the finished text."""
CALLING = [
    "@admin", "@org/team", "a@b.cn", "#1", "owner/name#1", "GH-1", "gh-22", "!1", "%\"next\"", "~bug", "&1", "$1", "^alert#1", "https://example.org/a", "HTTP://a.b", "www.example.org",
    "ftp://a.b", "mailto:a@b.cn", ":smile:", ":+1:", "1f2e3d4c5b6a7980", "0123456789abcdef0123456789abcdef01234567", "![a](b)", "[a](b)", "[a]: b", "[^1]", "~~a~~", "`a`", "``` a",
    "<!-- a", "-->", "--!>", "<!-- course-review -->", "$$a$$", "| a |", "# a", "> a", "- a", "1. a", "1) a", "---", "===", "a\n\n# b", "a\r\n- b", "\u202eabc", "\u2066a\u2069", "\u200ba", "\x00a\x1b[31m",
    "[ ] a", "- [x] a", "<details>", "<a href=//b>", "&lt;b&gt;", "&#60;b&#62;", "\\<b\\>", "a  \nb", "\ta", "    a", "+ a", "* a", "_a_", "**a**", "&amp;", "{{ a }}", "{.a}", "::: a", "$`a`$",
]  # fmt: skip

anything = st.text(max_size=60) | st.text(st.sampled_from("<>&\"'`*_[](){}|\\#+-.!:=~0@1aCwW$%^/\n\r\t \u202e\u2066\u200b甲"), max_size=40)


Test = TypeVar("Test", bound=Callable[..., None])


def every(test: Test) -> Test:
    """The same test with every text that is known to work somewhere."""
    for text in (*HOSTILE, *PLAIN, *CALLING):
        test = example(text)(test)
    return test


@every
@given(anything)
def test_markdown_shows_the_words_and_is_nothing_else(text: str) -> None:
    made = in_markdown(text)
    for line in (
        f"- {made}",
        f"- x\n    - <b>{made}</b>",
        f"### {made}",
        f"- x <code>{made}</code> {made}",
        f"{made}<br>{made}",
        f"x\n{made}",
    ):
        root = parsed.fragment_fromstring(markdown.markdown(line), create_parent="main")
        assert {element.tag for element in root.iter()} <= {"main", "ul", "li", "h3", "b", "code", "p", "br"}, line
        assert " ".join(words(text).split()) in " ".join("".join(root.itertext()).replace("\u200b", "").split())
    assert html.unescape(made).replace("\u200b", "") == words(text)


@every
@given(anything)
def test_no_sign_of_markdown_is_left(text: str) -> None:
    bare = re.sub(r"&#\d+;", "", in_markdown(text))
    assert not re.search(r"[^\w\s,;/?'%]", "".join(sign for sign in bare if sign.isascii()))
    assert "\n" not in bare and "\r" not in bare


@every
@given(anything)
@pytest.mark.parametrize("what", WORKS)
def test_the_finished_text_calls_nobody_and_nothing(what: str, text: str) -> None:
    assert not WORKS[what].search(html.unescape(in_markdown(text)))


@given(
    st.lists(
        st.sampled_from(["@", "admin", "#", "1", "http", ":", "//", "a.b", "www", ".", "GH-", "`", "[a]", "(b)", "<", "b>"]), max_size=8
    )
)
def test_what_is_harmless_stays_so_beside_other_words(parts: list[str]) -> None:
    finished = html.unescape("".join(map(in_markdown, parts)))
    assert not any(pattern.search(finished) for pattern in WORKS.values())


@every
@given(anything)
def test_what_cannot_be_seen_is_shown_by_its_number(text: str) -> None:
    for made in (words(text), html.unescape(in_html(text))):
        assert not [sign for sign in made if unicodedata.category(sign)[0] == "C" or unicodedata.category(sign) in ("Zl", "Zp")]


def test_a_line_turned_round_shows_where() -> None:
    assert words("a\u202eb\u2066c") == "a⟨U+202E⟩b⟨U+2066⟩c"


def test_marks_piled_on_a_letter_stay_on_its_line() -> None:
    assert words("a" + "\u0301" * 50 + "b") == "a\u0301\u0301b"


@every
@given(anything)
def test_html_shows_the_words_and_is_nothing_else(text: str) -> None:
    root = parsed.fragment_fromstring(f'<p title="{in_html(text)}">{in_html(text)}</p>')
    assert list(root.iter()) == [root] and list(root.attrib) == ["title"]
    assert root.text_content() == words(text) == root.get("title")


@given(anything, st.integers(1, 40))
def test_words_cut_short_are_no_longer_than_asked(text: str, most: int) -> None:
    assert len(cut(text, most)) <= most
