"""A company's own edition: one file of its own, told in full where it is wrong, and never touched by an update of the course."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from course.__main__ import main
from course.content import company, front_matter, validation
from course.content.problem import Problem
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.prints import press
from course.prints.sources import source
from course.rules import check
from course.sessions.printables import prints
from course.site import edition, exports
from small import ROOT, Tree, edited

TABLE, CASE, CASE_EN = "docs/data/company.yml", "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
ASKS = edited(CASE, ("换表后电费多了一半。", "换表后电费多了一半，打 {{ company: hotline }}，要{{ company: meter-test }}。"))
ASKS |= edited(CASE_EN, ("by half after", "by half ({{ company: hotline }}, {{ company: meter-test }}) after"))
OWN = """name: {zh: 甲县供电, en: County A Power}
contact: {zh: 培训组, en: the training desk}
words:
  hotline: "0571-12345"
  meter-test: {zh: 验表, en: a check of the meter}
"""
WAITS = {"zh": "95598（待本单位确认）", "en": "95598 (to be confirmed by your company)"}


def told(root: Path) -> list[Problem]:
    return check(load(root))


def shown(root: Path, lang: Lang = "zh", path: str = "cases/meter.md") -> str:
    """The finished text of a page, without tags."""
    text = next(document.text for document in edition.documents(load(root), lang) if document.path == path)
    return re.sub(r"</?span[^>]*>", "", text)


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_file_the_course_speaks_and_marks_what_a_company_has_to_confirm(tree: Tree, lang: Lang) -> None:
    root = tree(ASKS)
    assert told(root) == []
    assert WAITS[lang] in shown(root, lang) and WAITS[lang] in shown(root, lang, "trainer/cases/meter.md")
    assert ("要校表。" if lang == "zh" else ", a meter test)") in shown(root, lang), "what needs no confirming has no mark"
    assert "{{" not in shown(root, lang)


@pytest.mark.parametrize(("lang", "words"), [("zh", "打 0571-12345，要验表。"), ("en", "(0571-12345, a check of the meter)")])
def test_with_one_the_company_speaks_on_the_site_on_paper_and_in_the_data(tree: Tree, lang: Lang, words: str) -> None:
    root = tree(ASKS | {company.FILE: OWN})
    assert told(root) == []
    catalogue = load(root)
    assert words in shown(root, lang) and "95598" not in shown(root, lang)
    name, contact = ("甲县供电", "培训组") if lang == "zh" else ("County A Power", "the training desk")
    settings = edition.settings("课", catalogue, lang)
    assert (settings["site_name"], settings["extra"]["contact"]) == (f"课 · {name}", contact)
    made = {one.path.removeprefix("prints/"): source(one, catalogue) for one in prints(catalogue, lang)}
    assert "0571-12345" in made["C01-handout.pdf"] and f"· {name}" in made["C01-handout.pdf"] and f"{name} · {contact}" in made["book.pdf"]
    data: dict[str, Any] = json.loads(exports.files(catalogue, lang)["data/catalogue.json"])
    assert data["company"]["words"]["hotline"] == "0571-12345" and data["company"]["to_confirm"] == []
    assert (data["company"]["name"], data["company"]["contact"]) == (name, contact)


def test_a_course_without_one_is_named_as_ever(tree: Tree) -> None:
    settings = edition.settings("课", load(tree()), "zh")
    assert settings == {"site_name": "课", "extra": edition.words("zh"), "logo": ""}


def test_words_are_words_whatever_they_hold(tree: Tree) -> None:
    hostile = """'<script>x()</script> [a](javascript:x) {: onclick=x } {{ company: fax }} ](x) `b` | R01'"""
    text = shown(tree(ASKS | {company.FILE: f"words: {{hotline: {hostile}}}"}))
    assert "<script" not in text and "](javascript" not in text and "{: onclick" not in text and "{{" not in text.split("---", 2)[2]


def test_every_mistake_is_told_at_once_at_its_line_in_both_languages(tree: Tree) -> None:
    lines = [
        "nme: 甲",
        "logo: ../logo.svg",
        "contact: 12345",
        "words:",
        "  hotlin: x",
        "  phone: x",
        "  fax: x",
        "  hotline: 95598",
        "  meter-test: {zh: 验}",
    ]
    found = told(tree({company.FILE: "\n".join(lines)}))
    assert [(problem.path, problem.line, problem.code) for problem in found] == [
        (company.FILE, line, code)
        for line, code in [(1, "E102"), (2, "E104"), (3, "E104"), (5, "E102"), (6, "E102"), (7, "E102"), (8, "E104"), (9, "E101")]
    ]
    said = {problem.line: f"{problem.zh} / {problem.en}" for problem in found}
    assert "hotline、meter-test，是不是想写 hotline？" in said[5] and "did you mean hotline?" in said[5]
    assert "改名了，现在写 hotline（服务热线）" in said[6] and "expected hotline (the service hotline)" in said[6]
    assert "课程不再用“fax”了，应删去" in said[7] and "no longer uses `fax`" in said[7]
    assert "像数字的要加引号" in said[8] and "put quotes round" in said[3]


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [
        (b"", 1, "E004"),
        (b"- a\n- b\n", 1, "E104"),
        (b"words: [a]\n", 1, "E104"),
        (b"words:\n  hotline: \"1\"\n  hotline: \"2\"\n", 3, "E007"),
        (b"name: {zh: [\n", 1, "E006"),
        (b"\xff\xfe", 1, "E002"),
        (b"words: 1\n", 1, "E104"),
        ("name: 甲𠮷\n".encode(), 1, "E316"),
        (b"logo: none.svg\n", 1, "E104"),
        (b"logo: company.yml\n", 1, "E104"),
        (b"words: {hotline: \"\"}\n", 1, "E104"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_and_nothing_breaks(tree: Tree, content: bytes, line: int, code: str) -> None:
    root = tree(ASKS | {company.FILE: content})
    found = told(root)
    assert {(problem.path, problem.line, problem.code) for problem in found} == {(company.FILE, line, code)}
    assert all(problem.zh and problem.en for problem in found)


@pytest.mark.parametrize("linked", [company.FILE, "logo.svg"])
def test_neither_it_nor_the_logo_is_read_through_a_link(tree: Tree, tmp_path: Path, linked: str) -> None:
    root = tree({company.FILE: "logo: logo.svg\n", "logo.svg": "<svg/>"})
    (tmp_path / "secret").write_text("words: {}\n", encoding="utf-8")
    (root / linked).unlink()
    (root / linked).symlink_to(tmp_path / "secret")
    [problem] = told(root)
    assert (problem.path, problem.code) == (company.FILE, "E010" if linked == company.FILE else "E104")


@pytest.mark.parametrize(
    ("name", "content", "sound"),
    [
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', False),
        ("a.svg", b'<svg onload="alert(1)"/>', False),
        ("a.svg", b'<svg xmlns:x="http://www.w3.org/1999/xlink"><use x:href="https://x.example/a.svg#g"/></svg>', False),
        ("a.svg", b'<svg><rect style="fill: url(https://x.example/a)"/></svg>', False),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', False),
        ("a.svg", '<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg>&a;</svg>'.encode("utf-16"), False),
        ("a.svg", '<?xml-stylesheet href="https://x.example/a.css"?><svg/>'.encode("utf-16"), False),
        ("a.svg", b"<html><body/></html>", False),
        ("a.svg", b"", False),
        ("a.png", b"<html/>", False),
        ("a.png", b"\x89PNG\r\n\x1a\n", True),
        ("a.svg", b'<svg xmlns:x="http://www.w3.org/1999/xlink"><g id="g"/><use x:href="#g" fill="url(#g)"/></svg>', True),
    ],
)
def test_a_logo_is_a_picture_and_nothing_more(tree: Tree, name: str, content: bytes, sound: bool) -> None:
    found = told(tree({company.FILE: f"logo: {name}\n", name: content}))
    assert [(problem.path, problem.line, problem.code) for problem in found] == ([] if sound else [(company.FILE, 1, "E319")])


@pytest.mark.parametrize("words", ["a\\u202eb", "a\\u200bb"])
def test_what_nobody_sees_in_it_is_told(tree: Tree, words: str) -> None:
    (found,) = told(tree({company.FILE: f'words:\n  hotline: "{words}"\n'}))
    assert (found.line, found.code) == (2, "E310") and "U+20" in found.en


@pytest.mark.parametrize(
    ("body", "words", "hidden"),
    [
        ("打 <{{ company: hotline }}> 问。", "img src=x onerror=alert(1)", "<img"),
        ("[打][a]。\n\n[a]: {{ company: hotline }}", "javascript:alert(1)", "]: javascript"),
    ],
)
def test_its_words_make_no_element_and_no_address(tree: Tree, body: str, words: str, hidden: str) -> None:
    page = f"---\ntitle: 我们\nsummary: 一句话。\n---\n\n{body}\n"
    root = tree({"docs/zh/about/us.md": page, company.FILE: f'words:\n  hotline: "{words}"\n'})
    assert "E318" in {problem.code for problem in told(root)}
    assert hidden not in shown(root, path="about/us.md")


@pytest.mark.parametrize("place", ["{{ company }}", "{{　company:　hotlin　}}", "https://x.example/{{ company: hotline }}"])
def test_a_place_where_nothing_is_filled_in_is_told(tree: Tree, place: str) -> None:
    page = f"---\ntitle: 我们\nsummary: 一句话。\n---\n\n一句。\n\n{place}\n"
    assert "E204" in {problem.code for problem in told(tree({"docs/zh/about/us.md": page}))}


def test_a_logo_is_named_for_the_site_unless_it_is_too_large(tree: Tree) -> None:
    root = tree({company.FILE: "logo: our_logo.svg\n", "our_logo.svg": "<svg/>"})
    assert told(root) == []
    assert edition.settings("课", load(root), "en")["logo"] == "assets/company/our_logo.svg"
    (root / "our_logo.svg").write_bytes(b"x" * (company.LARGEST_LOGO + 1))
    [problem] = told(root)
    assert (problem.line, problem.code) == (1, "E104") and "300 KB" in problem.zh and "300 KB" in problem.en


@pytest.mark.parametrize(
    ("edit", "line_holds", "code", "en"),
    [
        ((CASE, ("换表后电费多了一半。", "打 {{ company: hotlin }}。")), "hotlin ", "E204", "did you mean hotline?"),
        ((CASE, ("换表后电费多了一半。", "打 {{ company: phone }}。")), "phone", "E204", "expected hotline (the service hotline)"),
        ((CASE, ("换表后电费多了一半。", "{{ company: fax }}")), "fax", "E204", "no longer uses `fax`"),
        ((CASE, ("客户：表是不是走得快？", "客户：{{ company: fax }}是不是走得快？")), "fax", "E204", "no longer uses `fax`"),
        ((CASE, ("### 1. 先后的次序", "### 1. 先后的次序 {{ company: hotline }}")), "次序", "E204", "nothing is filled in here"),
        ((CASE, ("换表后电费多了一半。", "打[{{ company: hotline }}](../index.md)。")), "index.md", "E204", "nothing is filled in here"),
        ((CASE, ("换表后电费多了一半。", "照《{{ company: hotline }}须知》。")), "须知", "E204", "nothing is filled in here"),
        ((CASE, ("::: role 客户", "::: role 客户 {{ company: hotline }}")), "::: role", "E204", "nothing is filled in here"),
        ((CASE, ("title: 表走得快", 'title: "{{ company: hotline }} 走得快"')), "title:", "E318", "{{ company: name }} in text"),
        ((TABLE, ("zh: 校表,", 'zh: "校表 {{ company: hotline }}",')), "company: hotline", "E318", "{{ company: name }} in text"),
        ((TABLE, ("instead: hotline", "instead: line")), "instead", "E201", "unknown `line`"),
        ((TABLE, ("id: meter-test", "id: hotline")), "校表的叫法", "E213", "stands on line"),
    ],
)  # fmt: skip
def test_an_author_is_told_of_a_place_nothing_can_fill(
    tree: Tree, edit: tuple[str, tuple[str, str]], line_holds: str, code: str, en: str
) -> None:
    path, change = edit
    root = tree(edited(path, change))
    line = next(at for at, text in enumerate((root / path).read_text(encoding="utf-8").split("\n"), start=1) if line_holds in text)
    own = [problem for problem in told(root) if problem.path == path]
    assert own and all(problem.line in (line, line - 1) for problem in own)
    assert any(problem.code == code and en in problem.en for problem in own), own


def test_what_is_typed_as_code_is_shown_as_typed(tree: Tree) -> None:
    changes = edited(CASE, ("换表后电费多了一半。", "换表后电费多了一半，写 `{{ company: fax }}`。"))
    changes |= edited(CASE_EN, ("was changed.", "was changed: write `{{ company: fax }}`."))
    root = tree(changes)
    assert not [problem for problem in told(root) if problem.code == "E204"]
    assert "`{{ company: fax }}`" in shown(root)


def test_a_place_in_one_language_alone_is_told(tree: Tree) -> None:
    found = told(tree({CASE: ASKS[CASE]}))
    assert {(problem.path, problem.code) for problem in found} == {(CASE_EN, "E301")}
    assert any("{{ company: hotline }}" in problem.en for problem in found)


def test_prints_are_made_again_when_the_company_says_something_else(tree: Tree) -> None:
    def marks(own: str) -> set[str]:
        catalogue = load(tree(ASKS | {company.FILE: own}))
        return {*press.fingerprints([*prints(catalogue, "zh")], catalogue).values()}

    assert not marks(OWN) & marks(OWN.replace("12345", "54321"))


def test_the_status_lists_what_is_to_be_confirmed(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    for own, said in ((None, False), ("words: {meter-test: 验表}\n", True), (OWN, False)):
        root = tree(ASKS | ({company.FILE: own} if own else {}))
        assert main(["--root", str(root), "status"]) == 0
        assert (
            "1 项待本单位确认，写进 company.yml / to be confirmed by your company in company.yml: hotline" in capsys.readouterr().out
        ) == said


def git(root: Path, *arguments: str) -> None:
    """Git in a folder, as somebody."""
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(root), *arguments], check=True, capture_output=True
    )


ADDED = """  - id: outage-line
    about: {zh: 停电热线, en: the outage line}
    words: {zh: "95598", en: "95598"}
    confirm: true
retired:
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "page", "problems"),
    [
        pytest.param([('words: {zh: "95598", en: "95598"}', 'words: {zh: "96688", en: "96688"}')], "打 0571-12345，要验表。", [], id="a default changed"),
        pytest.param([("retired:\n", ADDED)], "打 0571-12345，要验表。停电打 95598（待本单位确认）。", [], id="a name added"),
        pytest.param(
            [("id: meter-test", "id: meter-check"), ("  - {id: fax}", "  - {id: fax}\n  - {id: meter-test, instead: meter-check}")],
            "打 0571-12345，要校表。",
            ["`meter-test` has another name now, expected meter-check (what testing a meter is called) with the same words"],
            id="a name changed",
        ),
    ],
)  # fmt: skip
def test_an_update_of_the_course_merges_without_touching_it(
    tree: Tree, changes: list[tuple[str, str]], page: str, problems: list[str]
) -> None:
    """The course goes on, a company has committed its file, and takes over the update."""
    root = tree(ASKS)
    git(root, "init", "-q", "-b", "course")
    git(root, "add", ".")
    git(root, "commit", "-qm", "the course")
    git(root, "checkout", "-qb", "company")
    (root / company.FILE).write_text(OWN, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "our edition")
    git(root, "checkout", "-q", "course")
    assert not (root / company.FILE).exists()
    (root / TABLE).write_text(edited(TABLE, *changes)[TABLE], encoding="utf-8")
    for path, (old, new) in (
        (CASE, ("}}。", "}}。停电打 {{ company: outage-line }}。")),
        (CASE_EN, ("}}) after", "}}, {{ company: outage-line }}) after")),
    ):
        text = (root / path).read_text(encoding="utf-8")
        text = text.replace(old, new) if changes[0][1] == ADDED else text
        (root / path).write_text(text.replace("meter-test", "meter-check") if problems else text, encoding="utf-8")
    git(root, "commit", "-qam", "an update")
    git(root, "checkout", "-q", "company")
    git(root, "merge", "-q", "course")
    assert (root / company.FILE).read_text(encoding="utf-8") == OWN
    found = told(root)
    assert [(problem.path, problem.line, problem.en) for problem in found] == [(company.FILE, 5, words) for words in problems]
    if problems:  # It does what it is told, and all is as before.
        own = OWN.replace("meter-test", "meter-check")
        (root / company.FILE).write_text(own, encoding="utf-8")
        assert told(root) == [] and "打 0571-12345，要验表。" in shown(root)
    else:
        assert page in shown(root)


def test_the_example_is_right_and_says_every_name_there_is() -> None:
    table = load(ROOT).company
    example = ROOT / "company.example.yml"
    assert not (ROOT / company.FILE).exists(), "it is the company's"
    read = front_matter.table(example.read_text(encoding="utf-8"), company.FILE)
    assert not isinstance(read, Problem)
    own = validation.check(read, company.Own)
    assert isinstance(own, company.Own)
    assert {*own.words} == {row.id for row in table.rows}
    assert company.to_confirm(own, table) == []
