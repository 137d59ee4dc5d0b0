"""Files on disk -> the catalogue; what cannot be used is left out, told once, and does not make others look wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.reading import load
from small import CHANGE, edited, line_of, original, problems

Tree = Callable[..., Path]

PRINCIPLE = "docs/zh/principles/check-first.md"
CASE = "docs/zh/cases/meter.md"


def test_words_without_their_drawing_are_told(tree: Tree) -> None:
    path = "docs/data/figures/one.yml"
    found = load(tree({path: "alt: {zh: 图, en: Figure}\n"})).problems
    assert [(problem.path, problem.line, problem.code) for problem in found] == [(path, 1, "E108")]
    assert ("没有 one.svg，这些词用不上" in found[0].zh, "there is no one.svg for these words" in found[0].en) == (True, True)


def test_everything_is_read(tree: Tree) -> None:
    catalogue = load(tree())
    assert list(catalogue.coded) == ["1.1", "C01", "P01", "F01"]
    assert list(catalogue.plain) == ["index.md"]
    assert all(set(page.sides) == {"zh", "en"} for page in catalogue.pages.values())
    assert (len(catalogue.terms), len(catalogue.phrases), list(catalogue.references), len(catalogue.plans)) == (1, 1, ["R01"], 1)
    assert not catalogue.problems


def test_pages_are_in_order_of_their_numbers(tree: Tree) -> None:
    case = original(CASE)
    catalogue = load(tree({f"docs/zh/cases/a{n}.md": case.replace("C01", f"C{n}") for n in ("100", "09", "20")}))
    assert list(catalogue.cases) == ["C01", "C09", "C20", "C100"]


def test_where_english_is_missing_the_page_has_one_side(tree: Tree) -> None:
    catalogue = load(tree({"docs/en/cases/meter.md": None}))
    assert list(catalogue.cases["C01"].sides) == ["zh"]
    assert not catalogue.problems


def test_crlf_and_byte_order_mark_are_read_like_lf(tree: Tree) -> None:
    plain = load(tree()).cases["C01"].sides["zh"]
    other = load(tree({CASE: b"\xef\xbb\xbf" + original(CASE).replace("\n", "\r\n").encode()})).cases["C01"].sides["zh"]
    assert (other.data, other.body, dict(other.lines)) == (plain.data, plain.body, dict(plain.lines))


def test_a_code_used_twice_is_told_on_both_files(tree: Tree) -> None:
    copy = "docs/zh/principles/other.md"
    root = tree({copy: original(PRINCIPLE)})
    found = problems(root)
    assert [problem.path for problem in found] == [PRINCIPLE, copy]
    for problem, other in zip(found, [copy, PRINCIPLE], strict=True):
        assert (problem.line, problem.code) == (line_of(root, problem.path, "id: P01"), "E106")
        assert problem.zh == f"编号 P01 也用在 {other}，后写的那一页应换一个没用过的编号"
        assert problem.en == f"code P01 stands in {other}, too; expected the newer page to have one never used before"


def test_an_english_page_needs_its_chinese_one(tree: Tree) -> None:
    (problem,) = problems(tree({"docs/en/about/us.md": original("docs/en/index.md")}))
    assert (problem.path, problem.code) == ("docs/en/about/us.md", "E107")
    assert "expected this file to be renamed with it, deleted with it, or written after it" in problem.en


@pytest.mark.parametrize("name", ["Meter.md", "two words.md", "表.md", "a_b.md", "deep/er.md", "-a.md"])
def test_a_file_name_is_plain(tree: Tree, name: str) -> None:
    path = f"docs/zh/about/{name}"
    (problem,) = problems(tree({path: original("docs/zh/index.md"), f"docs/en/about/{name}": original("docs/en/index.md")}))
    assert (problem.path, problem.line, problem.code) == (path, 1, "E105")
    assert "lower-case letters, digits and hyphens" in problem.en


@pytest.mark.parametrize("fact", ["id: C01", "channel: hotline", "minutes: {read: 1, discuss: 1, practise: 1}", "sources: [A1.1]"])
def test_a_fact_in_the_english_page_is_refused(tree: Tree, fact: str) -> None:
    path = "docs/en/cases/meter.md"
    (problem,) = problems(tree(edited(path, ("---\n", f"---\n{fact}\n"))))
    assert (problem.path, problem.line, problem.code) == (path, 2, "E103")


BROKEN_PAGES = {
    "broken YAML": original(PRINCIPLE).replace("title: 先查后判", "title: [").encode(),
    "an unknown key": original(PRINCIPLE).replace("title:", "titel:").encode(),
    "no title": original(PRINCIPLE).replace("title: 先查后判\n", "").encode(),
    "another encoding": original(PRINCIPLE).encode("gbk"),
    "two bytes a letter": original(PRINCIPLE).encode("utf-16"),
    "ten megabytes": original(PRINCIPLE).encode() + b"x" * 10_000_000,
    "no end of the front matter": original(PRINCIPLE).replace("---\n\n", "\n", 1).encode(),
}


@pytest.mark.parametrize("content", BROKEN_PAGES.values(), ids=BROKEN_PAGES)
def test_a_page_that_cannot_be_read_does_not_make_others_look_wrong(tree: Tree, content: bytes) -> None:
    link = edited(CASE, ("先让大家读。", "先让大家读[原则](../principles/check-first.md)。"))
    found = problems(tree({PRINCIPLE: content} | link))
    assert found
    assert {problem.path for problem in found} == {PRINCIPLE}


@pytest.mark.parametrize(
    "change",
    [
        ("- id: R01", "- id: R01\n  nonsense: 1"),
        ("title: {zh:", "title: [zh:"),
        ("level: practice", "level: nothing"),
    ],
)
def test_a_table_that_cannot_be_read_does_not_make_others_look_wrong(tree: Tree, change: CHANGE) -> None:
    path = "docs/data/references.yml"
    found = problems(tree(edited(path, change)))
    assert found
    assert {problem.path for problem in found} == {path}


@pytest.mark.parametrize("name", ["course", "vocabulary", "syllabus", "synonyms", "terms", "phrases", "references", "plans"])
def test_every_table_must_be_there_and_no_other_file_is_blamed(tree: Tree, name: str) -> None:
    path = f"docs/data/{name}.yml"
    found = problems(tree({path: None}))
    mine = [problem for problem in found if problem.path == path]
    assert [problem.code for problem in mine] == ["E003"]
    assert "the file is missing" in mine[0].en
    others = [problem for problem in found if problem.path != path]
    assert not others or name == "references", "only the ids of a table that is gone cannot be known"


@pytest.mark.parametrize("shape", ["just words", "- 1\n- 2", "a: b", "42"])
@pytest.mark.parametrize("name", ["course", "vocabulary", "syllabus", "synonyms", "terms", "phrases", "plans"])
def test_a_table_of_the_wrong_shape_is_a_problem_of_that_table(tree: Tree, name: str, shape: str) -> None:
    path = f"docs/data/{name}.yml"
    found = problems(tree({path: shape}))
    assert found
    assert {problem.path for problem in found} == {path}


def test_a_drawing_comes_with_its_words(tree: Tree) -> None:
    words = "alt: {zh: 图, en: Figure}\ncaption: {zh: 图, en: Figure}\nwords: {a: {zh: 一, en: ''}}\n"
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>{{a}}</text></svg>'
    catalogue = load(tree({"docs/data/figures/one.svg": svg, "docs/data/figures/one.yml": words}))
    assert not catalogue.problems
    assert (catalogue.figures["one"].svg, catalogue.figures["one"].table.words["a"]["zh"]) == (svg, "一")


@pytest.mark.parametrize(
    ("files", "path", "code"),
    [
        ({"one.svg": "<svg/>"}, "docs/data/figures/one.svg", "E108"),
        (
            {"one.svg": b"\xff", "one.yml": "alt: {zh: 图, en: Figure}\ncaption: {zh: 图, en: F}\nwords: {}"},
            "docs/data/figures/one.svg",
            "E002",
        ),
    ],
)
def test_a_drawing_that_cannot_be_used_is_told(tree: Tree, files: dict[str, str | bytes], path: str, code: str) -> None:
    found = problems(tree({f"docs/data/figures/{name}": content for name, content in files.items()}))
    assert [(problem.path, problem.code) for problem in found] == [(path, code)]


def test_an_empty_folder_is_all_problems_and_no_traceback(tmp_path: Path) -> None:
    assert {problem.code for problem in problems(tmp_path / "nowhere")} == {"E003"}
