"""Words are words: whatever signs a title, a row of a table or a caption holds, a page shows them and is built the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from course.content import front_matter, values
from course.content.kinds import Kind, kind_of
from course.content.reading import load
from course.content.source import Key, Source
from course.language.lang import LANGS, Lang
from course.render.markdown import EXTENSIONS, escape, link
from course.site.edition import documents
from small import MINIMAL

HOSTILE = (
    "Ω<script>x()</script> *a* __b__ [c](javascript:d) {onclick=e} {: .f } \"g\" 'h' & &amp; &#106; `i` | j \\ \\* ![k](l) <!-- m --> [[C01]] [R01] "
    '{{ n }} # o :: p <q@r> http://s ">t</p></div>'
)
PLAIN = "Ω"
VIEWS = "\n\n".join(f"{{{{ {name} }}}}" for name in ("figure: one", "doors", "finder", "steps", "parts", "search"))
FIGURE = '<svg xmlns="http://www.w3.org/2000/svg">\n<text>{{ one }}</text>\n</svg>'
WORDS = "alt: {zh: 图, en: Figure}\ncaption: {zh: 图, en: Figure}\nwords: {one: {zh: 一, en: One}}\n"
Tree = Callable[..., Path]


def _is_marked(kind: Kind, key: Key) -> bool:
    return values.is_words_of_page(kind, key) and key[0] not in ("principles", "breaks")


def reworded(mark: str) -> dict[str, str]:
    """The minimal course with everything it can show on a page, and that mark at the end of all that is words in front matter and tables.

    Reasons are left as they are: an author may write marks in them.
    """
    changes = {"docs/data/figures/one.svg": FIGURE}
    for file in sorted(MINIMAL.rglob("*.md")):
        path = file.relative_to(MINIMAL).as_posix()
        page = front_matter.page(file.read_text(encoding="utf-8"), path)
        assert isinstance(page, Source)
        kind = kind_of(path.split("/", 2)[2])
        data = marked(page.data, partial(_is_marked, kind), mark)
        body = f"{page.body}\n{VIEWS}\n" if path.endswith("index.md") else page.body
        changes[path] = f"---\n{json.dumps(data, ensure_ascii=False, indent=1)}\n---\n{body}"
    for file in [*sorted(MINIMAL.rglob("*.yml")), Path("docs/data/figures/one.yml")]:
        path = file.relative_to(MINIMAL).as_posix() if file.is_absolute() else file.as_posix()
        name = path.removeprefix("docs/data/").removesuffix(".yml")
        text = file.read_text(encoding="utf-8") if file.is_absolute() else WORDS
        table = yaml.load(text, Loader=yaml.BaseLoader) if name == "references" else yaml.safe_load(text)

        def words(key: Key, name: str = name) -> bool:
            """Whether the value at that place is words; a date of a reference is shown as words, too."""
            return key[-1] == "date" or name != "spelling" and any(values.is_words_of_table(name, key, lang) for lang in LANGS)

        changes[path] = json.dumps(marked(table, words, mark), ensure_ascii=False, indent=1)
    return changes


def marked(data: Any, words: Callable[[Key], bool], mark: str, key: Key = ()) -> Any:
    if isinstance(data, dict):
        return {name: marked(value, words, mark, (*key, name)) for name, value in data.items()}
    if isinstance(data, list):
        return [marked(value, words, mark, (*key, index)) for index, value in enumerate(data)]
    return f"{data}{mark}" if isinstance(data, str) and words(key) else data


def shown(text: str, mark: str) -> list[tuple[Any, ...]]:
    """Every element of a finished page with its attributes and its text, the mark written as one sign."""

    def plain(words: str | None) -> str:
        return " ".join((words or "").replace(mark, "§").split())

    body = text.split("\n---\n", 1)[1]
    root = html.fragment_fromstring(markdown.markdown(body, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS), create_parent="main")
    return [
        (element.tag, sorted((name, plain(value)) for name, value in element.attrib.items()), plain(element.text), plain(element.tail))
        for element in root.iter()
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_is_the_same_whatever_its_words_hold(lang: Lang, tree: Tree) -> None:
    found = []
    for mark in (PLAIN, HOSTILE):
        catalogue = load(tree(reworded(mark)))
        assert catalogue.problems == ()
        found.append({page.path: shown(page.text, mark) for page in documents(catalogue, lang) if page.path.endswith(".md")})
    assert found[0].keys() == found[1].keys()
    for path, plain in found[0].items():
        assert "§" in str(plain), path
        assert found[1][path] == plain, path


signs = st.text(st.sampled_from("<>&\"'`*_[](){}|\\#+-.!:=~0 1aC\n甲/"), max_size=30)


@given(signs, signs)
@example(" - ", "")
@example(" 1. a", " # b")
@example("    #", "    *")
@example("甲\n- 乙", "")
def test_words_come_back_letter_by_letter(words: str, title: str) -> None:
    made = markdown.markdown(
        f"{escape(words)}§\n\n- [{escape(words)}§](a.md){{ .x }}\n\n| {escape(words)}§ |\n| --- |\n", extensions=[*EXTENSIONS]
    )
    root = html.fragment_fromstring(made, create_parent="main")
    wanted = " ".join(f"{words}§".split())
    assert [" ".join(element.text_content().split()) for element in (root[0], *root.iterfind("ul/li/a"), *root.iterfind("table//th"))] == [
        wanted
    ] * 3
    (anchor,) = html.fragment_fromstring(markdown.markdown(link("a.md", "b.md", "甲", "x", title=title), extensions=[*EXTENSIONS]))
    assert (anchor.get("href"), anchor.get("class"), anchor.text) == ("b.md", "x", "甲")
    assert " ".join((anchor.get("title") or "").split()) == " ".join(title.split())
