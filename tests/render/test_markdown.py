"""Markdown as it is written: every builder sees the same text."""

from __future__ import annotations

import html

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as rendered

from course.render import markdown
from small import ROOT


@pytest.mark.parametrize(
    ("page", "target", "wanted"),
    [
        ("index.md", "cases/a.md", "cases/a.md"),
        ("cases/a.md", "cases/b.md", "b.md"),
        ("cases/a.md", "glossary.md", "../glossary.md"),
        ("browse/roles/x.md", "cases/a.md", "../../cases/a.md"),
        ("a.md", "a.md", "a.md"),
    ],
)
def test_an_address_is_relative_to_its_page(page: str, target: str, wanted: str) -> None:
    assert markdown.relative(page, target) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (markdown.link("a.md", "b.md", "words"), "[words](b.md)"),
        (markdown.link("a.md", "b.md", "words", "chip", "bad", anchor="x"), "[words](b.md#x){ .chip .bad }"),
        (markdown.link("a.md", "b.md", "words", title='say "x"'), '[words](b.md "say &quot;x&quot;")'),
        (markdown.heading(2, "Words"), "## Words"),
        (markdown.heading(3, "Words", "id", "data-x"), "### Words { #id data-x }"),
        (markdown.bullets(["a", "b"]), "- a\n- b"),
        (markdown.table(["a", "b"], [["1", "2\n3"]]), "| a | b |\n| --- | --- |\n| 1 | 2 3 |"),
        (markdown.block("div", "\nx\n", "a", "b", attributes='id="i"'), '<div class="a b" id="i" markdown="1">\n\nx\n\n</div>'),
        (markdown.block("div", "x"), '<div markdown="1">\n\nx\n\n</div>'),
        (markdown.folded("a < b", "x", "answer"), '<details class="answer" markdown="1">\n<summary>a &lt; b</summary>\n\nx\n\n</details>'),
        (markdown.inline("x", "span", "a"), '<span class="a">x</span>'),
        (markdown.inline("x", "b"), "<b>x</b>"),
        (markdown.join("a\n", "", " \n", "\nb"), "a\n\nb"),
        (markdown.listed(["a", "b"], "zh"), "a、b"),
        (markdown.listed(["a", "b"], "en"), "a, b"),
    ],
)
def test_what_is_written(written: str, wanted: str) -> None:
    assert written == wanted


@given(st.text(alphabet="ab一*_`[]()<>&\\|!#{}.:'\"-+~ ").map(str.strip).filter(bool))
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    shown = rendered(f"x{markdown.escape(words)}x", extensions=["attr_list", "md_in_html", "tables"])
    assert html.unescape(shown) == f"<p>x{words}x</p>"


def test_the_site_and_the_prints_read_markdown_with_the_same_extensions() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    assert settings.pop("toc")
    assert settings == markdown.EXTENSIONS
