"""One language's finished site as text: the fallback page, unique paths, the same navigation in both languages."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from lxml import html

from course.__main__ import main
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.site import edition, pages
from course.site.edition import Document
from small import ROOT, edited, minimal, sample

Tree = Callable[..., Path]

BOTH = pytest.mark.parametrize("catalogue", [pytest.param("course", marks=pytest.mark.slow), "minimal"], indirect=True)
"""What must hold of every course is asked of the real one, too."""


@pytest.fixture
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """The course of that name."""
    found: Catalogue = request.getfixturevalue("course") if request.param == "course" else minimal()
    return found


def documents(catalogue: Catalogue, lang: Lang) -> dict[str, Document]:
    return {document.path: document for document in edition.documents(catalogue, lang)}


def front(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(document.text.split("---\n")[1])
    return found


@BOTH
@pytest.mark.parametrize("lang", LANGS)
def test_every_path_is_there_once(catalogue: Catalogue, lang: Lang) -> None:
    counts = Counter(document.path for document in edition.documents(catalogue, lang))
    assert [path for path, count in counts.items() if count > 1] == []
    assert set(catalogue.pages) | pages.paths(catalogue) <= set(counts)


@BOTH
def test_both_languages_have_the_same_paths(catalogue: Catalogue) -> None:
    assert [document.path for document in edition.documents(catalogue, "zh")] == [
        document.path for document in edition.documents(catalogue, "en")
    ]


@BOTH
def test_generated_pages_stand_where_they_said(catalogue: Catalogue) -> None:
    made = [page.path for page in pages.generated(catalogue, "en")]
    assert len(made) == len(set(made))
    assert set(made) == pages.paths(catalogue)


def targets(items: list[Any]) -> list[Any]:
    """The navigation without its words."""
    values = [next(iter(item.values())) for item in items]
    return [targets(value) if isinstance(value, list) else value for value in values]


@BOTH
def test_navigation_is_the_same_in_both_languages_and_leads_somewhere(catalogue: Catalogue) -> None:
    zh, en = (targets(edition.navigation(catalogue, lang)) for lang in LANGS)
    assert zh == en
    assert set(re.findall(r"[\w/.-]+\.md", str(zh))) <= set(documents(catalogue, "zh"))


def leads_to(document: Document) -> set[str]:
    """Paths of the pages a finished page links to, written as Markdown or as HTML."""
    links = re.findall(r"\]\(([^)\s#]+\.md)|href=\"([^\"#:]+\.md)", document.text)
    folders = re.findall(r"href=\"((?:\.\.?/)?[^\"#:.]*/)(?:#[^\"]*)?\"", document.text)  # As a browser follows it: to a page's folder.
    here = posixpath.dirname(document.path)
    own = document.path.removesuffix("index.md").removesuffix(".md")
    to = {posixpath.normpath(posixpath.join(here, one or other)) for one, other in links}
    for folder in folders:
        path = posixpath.normpath(posixpath.join(own, folder))
        to |= {f"{path}.md", posixpath.join(path, "index.md")}
    return to


@BOTH
@pytest.mark.parametrize("lang", LANGS)
def test_every_page_can_be_reached_from_the_navigation(catalogue: Catalogue, lang: Lang) -> None:
    """No rule looks for pages nothing leads to: the index of each kind lists them all, and this holds it."""
    made = {
        path: document for path, document in documents(catalogue, lang).items() if path.endswith(".md") and "moved" not in front(document)
    }
    reached: set[str] = set()
    ahead = set(re.findall(r"[\w/.-]+\.md", str(targets(edition.navigation(catalogue, lang)))))
    while ahead:
        reached |= ahead
        ahead = {path for at in ahead for path in leads_to(made[at]) & made.keys()} - reached
    assert sorted(made.keys() - reached) == []


def test_navigation_leaves_single_cases_and_principles_out() -> None:
    assert not re.search(r"(cases|principles)/(?!index|matrix)", str(targets(edition.navigation(sample(), "zh"))))


def test_where_english_is_missing_the_english_site_shows_chinese_and_says_so(tree: Tree) -> None:
    document = documents(load(tree({"docs/en/cases/meter.md": None})), "en")["cases/meter.md"]
    assert front(document) == {
        "title": "表走得快",
        "description": "客户说新表走得快。",
        "kind": "case",
        "code": "C01",
        "needs": ["assets/css/practice.css", "assets/js/practice.js"],
        "up": {"url": "chapters/service/", "title": "1.1 What service is"},
        "colour": "of-part-1",
        "trainer": "trainer/cases/meter/",
        "search": {"exclude": True},
    }
    assert '# 表走得快 { #title data-search-exclude lang="zh-CN" }' in document.text
    assert '<p class="not-translated">This page has not been translated yet. The Chinese text follows.</p>' in document.text
    assert (
        document.text.index("not-translated")
        < document.text.index('<div lang="zh-CN" data-search-exclude')
        < document.text.index("换表后电费")
    )
    assert document.source == "docs/zh/cases/meter.md"


def test_a_translated_page_has_no_notice() -> None:
    for lang in LANGS:
        document = documents(minimal(), lang)["cases/meter.md"]
        assert "not-translated" not in document.text
        assert "search" not in front(document)
        assert document.source == f"docs/{lang}/cases/meter.md"


def test_a_title_or_summary_whose_chinese_moved_on_is_told_on_top_of_the_english_page(tree: Tree) -> None:
    root = tree()
    assert main(["--root", str(root), "accept", "--all"]) == 0
    chinese = root / "docs/zh/cases/meter.md"
    text = chinese.read_text(encoding="utf-8")
    chinese.write_text(text.replace("title: 表走得快", "title: 表真快").replace("先查读数，再说快慢。", "先查读数。"), encoding="utf-8")
    catalogue = load(root)
    note = (
        '<p class="behind" data-search-exclude>The Chinese has changed since this was translated: title, reasons for principles held.</p>'
    )
    english = documents(catalogue, "en")["cases/meter.md"].text
    assert f"# The meter runs fast {{ #title }}\n\n{note}\n\n" in english
    assert english.count('class="behind"') == 1
    assert 'class="behind"' not in documents(catalogue, "zh")["cases/meter.md"].text


def test_an_opening_whose_chinese_moved_on_says_so(tree: Tree) -> None:
    opening = edited("docs/zh/index.md", ("\n---\n", "\n---\n\n开头的话。\n")) | edited(
        "docs/en/index.md", ("\n---\n", "\n---\n\nWords to open.\n")
    )
    root = tree(opening)
    assert main(["--root", str(root), "accept", "index.md"]) == 0
    chinese = root / "docs/zh/index.md"
    chinese.write_text(chinese.read_text(encoding="utf-8").replace("开头的话", "开头新写的话"), encoding="utf-8")
    assert (
        "The Chinese of this section has changed since it was translated.</p>\n\nWords to open."
        in documents(load(root), "en")["index.md"].text
    )


def test_a_section_whose_chinese_moved_on_says_so_in_place_and_on_the_status_page(tree: Tree) -> None:
    stamped = edited("docs/en/cases/meter.md", ("breaks: {}", 'breaks: {}\ntranslated: {situation: "older"}'))
    made = documents(load(tree(stamped)), "en")
    note = '<p class="behind" data-search-exclude>The Chinese of this section has changed since it was translated.</p>'
    assert f"## Situation {{ #situation }}\n\n{note}" in made["cases/meter.md"].text
    status = made["about/translation.md"].text
    assert "## Chinese changed · 1" in status
    assert "**[Situation](../cases/meter.md#situation)** · Changed; the history of this copy" in status


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("about/translation.md", "English missing"),
        ("cases/index.md", "[表走得快](meter.md)"),
        ("principles/matrix.md", "mark--holds"),
        ("browse/channels/hotline.md", "表走得快"),
    ],
)
def test_generated_pages_live_with_a_missing_translation(tree: Tree, path: str, words: str) -> None:
    assert words in documents(load(tree({"docs/en/cases/meter.md": None})), "en")[path].text


EMPTY = {
    "docs/zh/index.md": "---\ntitle: 空课\nsummary: 还没有内容。\n---\n",
    "docs/en/index.md": "---\ntitle: Empty course\nsummary: Nothing yet.\n---\n",
    "docs/data/phrases.yml": "[]",
    "docs/data/plans.yml": "[]",
    "docs/zh/cases/meter.md": None,
    "docs/en/cases/meter.md": None,
    "docs/zh/chapters/service.md": None,
    "docs/en/chapters/service.md": None,
    "docs/zh/principles/check-first.md": None,
    "docs/en/principles/check-first.md": None,
    "docs/zh/forms/call-log.md": None,
    "docs/en/forms/call-log.md": None,
}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("cases/index.md", "No case of this kind yet."),
        ("browse/roles/hotline-agent.md", "No case of this kind yet."),
        ("principles/index.md", "No case uses this principle yet."),
        ("principles/matrix.md", "No case uses this principle yet."),
        ("phrases.md", "Phrases for this situation will be listed here."),
        ("plans.md", "Session plans will be listed here."),
        ("forms/index.md", "Forms will be listed here."),
        ("chapters/index.md", "part--empty"),
        ("about/coverage.md", "Not taught yet"),
    ],
)
def test_a_page_with_nothing_to_show_says_what_will_stand_there(tree: Tree, path: str, words: str) -> None:
    assert words in documents(load(tree(EMPTY)), "en")[path].text


@pytest.mark.parametrize("lang", LANGS)
def test_words_cannot_break_the_page_they_stand_on(tree: Tree, lang: Lang) -> None:
    nasty = """'a "b" <i> & *c* [d](e) | `f` {g}: h'"""
    changes = edited(f"docs/{lang}/cases/meter.md", ("summary: ", f"summary: {nasty} # "))
    changes |= edited(
        f"docs/{lang}/principles/check-first.md", ("title: ", f"title: {nasty} # "), ("statement: ", f"statement: {nasty} # ")
    )
    made = documents(load(tree(changes)), lang)
    assert front(made["cases/meter.md"])["description"] == nasty[1:-1]
    assert front(made["principles/check-first.md"])["title"] == nasty[1:-1]
    assert not [path for path, document in made.items() if path.endswith(".md") and "<i>" in document.text.split("---\n", 2)[2]]


def test_a_sentence_of_the_vocabulary_is_shown_as_it_is_written(tree: Tree) -> None:
    changes = edited("docs/data/vocabulary.yml", ("en_about: Hotline.", "en_about: Hotline <b> & more."))
    document = documents(load(tree(changes)), "en")["browse/channels/hotline.md"]
    assert '<p class="lead">Hotline &lt;b&gt; &amp; more.</p>' in document.text


@pytest.mark.parametrize("fence", ["```", "~~~~"])
@pytest.mark.parametrize("around", ["{}", "::: note\n{}\n:::", "- x\n\n{}\n\n- y"])
def test_what_is_fenced_shows_as_it_was_typed(tree: Tree, fence: str, around: str) -> None:
    body = around.format(f"{fence}\n## [[C01]] <b>\n\n: 户号 {{{{ x }}}}\n{fence}")
    text = documents(load(tree({"docs/zh/about/us.md": f"---\ntitle: 题\nsummary: 话\n---\n{body}\n"})), "zh")["about/us.md"].text
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    shown = markdown.markdown(text, extensions=list(settings), extension_configs={name: value for name, value in settings.items() if value})
    (code,) = html.fromstring(shown).iterfind(".//pre/code")
    assert code.text == "## [[C01]] <b>\n\n: 户号 {{ x }}\n" and len(code) == 0
