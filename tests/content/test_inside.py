"""Whatever is in a table, no file of the site is made outside it, and none of the theme's is replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.reading import load
from course.language.lang import LANGS
from course.rules import e308_addresses
from course.site import edition
from small import edited, line_of

Tree = Callable[..., Path]

ADDRESSES, VOCABULARY, PLANS, TERMS = (f"docs/data/{name}.yml" for name in ("addresses", "vocabulary", "plans", "terms"))
OUT = [
    "../x.md",
    "../../../x.md",
    "/x.md",
    "/etc/passwd",
    "a/../../x.md",
    "..",
    "C:/x.md",
    "a\\..\\x.md",
    "cases/x",
    "assets/search/engine.js",
    "./x.md",
    "a//x.md",
    "http://x/y.md",
]
PATH = "应是页面的路径，如 cases/old-name.md", "expected the path of a page such as cases/old-name.md"


def told(root: Path, code: str) -> list[tuple[str, int, str, str]]:
    course = load(root)
    found = [*course.problems, *e308_addresses.check(course)]
    return [(problem.path, problem.line, problem.zh, problem.en) for problem in found if problem.code == code]


@pytest.mark.parametrize("field", ["from", "to", "path"])
@pytest.mark.parametrize("out", OUT)
def test_an_address_is_that_of_a_page(tree: Tree, field: str, out: str) -> None:
    row = {
        "from": f"  - {{from: '{out}', to: index.md}}",
        "to": f"  - {{from: cases/old.md, to: '{out}'}}",
        "path": f"  - {{path: '{out}'}}",
    }[field]
    root = tree({ADDRESSES: f"moved:\n{row}\npublished: []\n" if field != "path" else f"moved: []\npublished:\n{row}\n"})
    ((path, line, zh, en),) = told(root, "E104")
    assert (path, line) == (ADDRESSES, line_of(root, ADDRESSES, out))
    assert PATH[0] in zh and PATH[1] in en


@pytest.mark.parametrize("old", ["assets/engine.md", "en/cases/meter.md", "en.md", "search/x.md", "data/x.md"])
def test_where_other_files_stand_no_page_has_moved_from(tree: Tree, old: str) -> None:
    root = tree({ADDRESSES: f"moved:\n  - {{from: {old}, to: index.md}}\npublished: []\n"})
    ((path, line, zh, en),) = told(root, "E308")
    assert (path, line) == (ADDRESSES, 2)
    assert f"{old} 是别的文件的地方" in zh and "expected the old address of a page" in en


@pytest.mark.parametrize("old", ["glossary.md", "cases/index.md", "browse/channels/hotline.md", "about/coverage.md"])
def test_a_page_that_is_generated_has_not_moved(tree: Tree, old: str) -> None:
    root = tree({ADDRESSES: f"moved:\n  - {{from: {old}, to: index.md}}\npublished: []\n"})
    ((path, line, zh, en),) = told(root, "E308")
    assert (path, line, zh) == (ADDRESSES, 2, f"{old} 还在，不能同时搬走")


@pytest.mark.parametrize("id", ["../x", "a/b", "<script>", "Hot", "热线", "a b", "-a", ".."])
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (VOCABULARY, "{id: meter,", "{{id: '{}',"),
        (PLANS, "id: short-class", "id: '{}'"),
        (TERMS, "id: work-order", "id: '{}'"),
        (VOCABULARY, "{id: hotline,", "{{id: '{}',"),
    ],
)
def test_an_id_that_becomes_an_address_is_letters_digits_and_hyphens(tree: Tree, path: str, old: str, new: str, id: str) -> None:
    root = tree(edited(path, (old, new.format(id))))
    ((where, line, zh, en),) = told(root, "E104")
    assert (where, line) == (path, line_of(root, path, f"'{id}'"))
    assert "应是小写英文、数字和连字符" in zh and "expected lower-case letters, digits and hyphens" in en


@pytest.mark.parametrize(("path", "old"), [(VOCABULARY, "{id: meter,"), (PLANS, "id: short-class"), (TERMS, "id: work-order")])
def test_an_id_has_a_length(tree: Tree, path: str, old: str) -> None:
    root = tree(edited(path, (old, old.split("id: ")[0] + "id: " + "a" * 300 + ("," if old.endswith(",") else ""))))
    ((where, _, zh, en),) = told(root, "E104")
    assert where == path and "有 300 个字符，应不超过 60 个" in zh and "has 300 characters, expected 60 at most" in en


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../x.md", "a\\x.md", ""])
def test_a_document_cannot_even_be_made_for_a_place_outside(path: str) -> None:
    with pytest.raises(ValueError, match="leads out of the site"):
        edition.Document(path, "text")


def test_what_the_site_is_made_of_stands_inside_it(tree: Tree) -> None:
    catalogue = load(tree())
    for lang in LANGS:
        paths = [document.path for document in edition.documents(catalogue, lang)]
        assert len(paths) == len(set(paths)) > 20
