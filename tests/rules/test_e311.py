"""E311: English words are spelt without slips, and as in Britain; names, code and addresses are left alone."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.content import front_matter
from course.content.problem import Problem
from course.content.reading import load
from course.content.tables import SpellingTable
from course.rules import e311_british_spelling, speller
from course.rules.e311_british_spelling import lower_spaced, ours
from course.rules.english import english_lines, words
from small import MINIMAL, SAMPLE, edited, line_of, sample

Tree = Callable[..., Path]

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
HOME_EN = "docs/en/index.md"
TERMS, PHRASES, SPELLING, SYNONYMS = (f"docs/data/{name}.yml" for name in ("terms", "phrases", "spelling", "synonyms"))
TABLE = (SAMPLE / SPELLING).read_text(encoding="utf-8")
READ = "Let everyone read first."


def told(root: Path) -> list[Problem]:
    return list(e311_british_spelling.check(load(root)))


def pairs(tree: Tree, text: str) -> list[tuple[str, str]]:
    """What is told of a sentence, with the real table: the word, and what to write."""
    found = told(tree(edited(CASE_EN, (READ, text)) | {SPELLING: TABLE}))
    return [(problem.en.split("`")[1], problem.en.split("`")[3]) for problem in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The color of the center.", [("color", "colour"), ("center", "centre")]),
        ("We apologize and organize.", [("apologize", "apologise"), ("organize", "organise")]),
        ("They recieve it seperately.", [("recieve", "receive"), ("seperately", "separately")]),
        ("The gray cable runs toward the pole.", [("toward", "towards"), ("gray", "grey")]),
        ("She had gotten a cell-phone.", [("cell-phone", "mobile"), ("gotten", "got")]),
        ("Cell phone, mom and math.", [("Cell phone", "mobile"), ("math", "maths"), ("mom", "mum")]),
        ("Show the driver’s license.", [("driver’s license", "driving licence")]),
        ("A license plate and a business license.", [("business license", "business licence"), ("license plate", "number plate")]),
        ("Put it in practise; you should practice.", [("should practice", "should practise"), ("in practise", "in practice")]),
        ("“Dont,” he said, teh fool.", [("Dont", "don't"), ("teh", "the")]),
        ("Wating is hard. Yuo know.", [("Wating", "Waiting"), ("Yuo", "You")]),
        ("供电recieve滞纳金 and toward滞纳金.", [("recieve", "receive")]),
        ("[The color](../index.md) of [[P01|the center]].", [("color", "colour"), ("center", "centre")]),
    ],
)
def test_slips(tree: Tree, text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(tree, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Read the meter, check the dial and file the enquiry; a formal inquiry took an hour.",
        "Use the mini program; the billing program on the computer; it went off of its own accord.",
        "You are licensed to practise. A licence, the practice, theory to practice, it gives you practice on the phone.",
        "Old Zhang of Zengzhou, Mr Ba, Ms Nin and Lao Fo asked Wating Mian; then Ba Jin and Mr Gray rang, and so did Xu Zise.",
        "Ba Min has gone. Nin: yes. Fo (✓ P01): yes.",
        "mis-sold, mis-selling, co-operate, re-read, prepaid, kWh, kVA, OLT, ONU, IVR, GB/T, WeChat, the particle ba, 2nd and 3rd",
        "Don’t, won’t, she’s, driver’s, ’til, o’clock, arts 26 and 27.",
        "`color` <span class='color'>x</span> [x](../color/center.md) color.svg https://color.center/gray a@color.com {: .color }",
        "Open the dialog box.",
        "<!-- color -->",
        "颜色、滞纳金。",
        "",
    ],
)
def test_what_is_right(tree: Tree, text: str) -> None:
    assert pairs(tree, text) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CASE_EN, READ, "Mind the color."),
        (CASE_EN, "Is the meter running fast?", "Is the color right?"),
        (CASE_EN, "::: role Customer", "::: role Customer in color"),
        (CASE_EN, "You want to understand.", "You want color."),
        (CASE_EN, "1. What do you say first?", "1. What color is it?"),
        (CASE_EN, "A customer says the new meter runs fast.", "A customer talks of color."),
        (CASE_EN, "Look up the readings before", "Look up the color before"),
        (TERMS, "en: ", "en: color "),
        (PHRASES, "avoid: {zh: ", None),
    ],
)
def test_place(tree: Tree, path: str, old: str, new: str | None) -> None:
    if new is None:
        line = next(line for line in (MINIMAL / path).read_text(encoding="utf-8").splitlines() if "avoid:" in line)
        old, new = line, line.replace("en: ", "en: Color ")
    root = tree(edited(path, (old, new)))
    [problem] = told(root)
    assert (problem.path, problem.line, problem.code) == (path, line_of(root, path, "olor"), "E311")
    assert "应写成“" in problem.zh and "就把它加到 docs/data/spelling.yml 的 right 下面" in problem.zh
    assert "expected `" in problem.en and "add it under `right` in docs/data/spelling.yml" in problem.en


def test_words_of_a_figure(tree: Tree) -> None:
    figure = "alt: {zh: 图, en: Figure}\ncaption: {zh: 图, en: Figure}\nwords:\n  a: {zh: 一, en: color}\n"
    svg = '<svg xmlns="http://www.w3.org/2000/svg">\n<text>{{ a }}</text>\n</svg>'
    root = tree({"docs/data/figures/one.svg": svg, "docs/data/figures/one.yml": figure})
    assert [(problem.path, problem.line) for problem in told(root)] == [("docs/data/figures/one.yml", 4)]


def test_what_people_type_in_the_search_is_theirs(tree: Tree) -> None:
    assert told(tree(edited(SYNONYMS, ("[bill, invoice]", "[bill, check, color]")))) == []


def test_a_chinese_page_is_not_read(tree: Tree) -> None:
    assert told(tree(edited(CASE, ("先让大家读。", "color")))) == []


def test_the_note_is_said(tree: Tree) -> None:
    [problem] = told(tree(edited(CASE_EN, (READ, "A cell phone."))))
    assert "“cell phone”应写成“mobile”（英国不这样说）；" in problem.zh
    assert "`cell phone`: expected `mobile` (not said in Britain); if" in problem.en


@pytest.mark.parametrize("right", ["color", "Color", "journal of color", "of color"])
def test_a_right_word_can_be_added(tree: Tree, right: str) -> None:
    changes = edited(CASE_EN, (READ, "The Journal of Color."))
    assert len(told(tree(changes))) == 1
    assert told(tree(changes | edited(SPELLING, ("[dialog box]", f"[dialog box, {right}]")))) == []


def test_a_right_phrase_counts_where_it_stands_only(tree: Tree) -> None:
    changes = edited(CASE_EN, (READ, "The Journal of Color.\nThe color."))
    root = tree(changes | edited(SPELLING, ("[dialog box]", "[journal of color]")))
    assert [problem.line for problem in told(root)] == [line_of(root, CASE_EN, "The color")]


def test_a_row_that_is_no_row(tree: Tree) -> None:
    root = tree({SPELLING: "words:\n- {avoid: gray}\nright: []\n"})
    assert [(problem.line, problem.code) for problem in load(root).problems] == [(2, "E101")]
    assert told(root) == []


def test_nothing_is_both_right_and_to_be_avoided() -> None:
    table = SpellingTable.model_validate(front_matter.table(TABLE, SPELLING).data)  # type: ignore[union-attr]
    avoid = [row.avoid.lower() for row in table.words]
    assert len(avoid) == len(set(avoid))
    assert not {*avoid} & {word.lower() for word in table.right}
    written = [row.write for row in table.words]
    assert speller.slips(written) == [] and list(ours(written, table)) == []


# ---- the checker ----


def test_without_the_checker_it_is_said_how_to_get_it(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speller, "program", lambda: None)
    root = tree(edited(CASE_EN, (READ, "A cell phone, color.")))
    found = told(root)
    assert [(problem.path, problem.line) for problem in found] == [
        ("requirements.txt", 1),
        (CASE_EN, line_of(root, CASE_EN, "A cell phone")),
    ]
    assert "没有找到检查英文拼写的程序 typos，请先运行 pip install -r requirements.txt" in found[0].zh
    assert "the spelling checker typos is not there, expected it installed" in found[0].en


@pytest.mark.parametrize(
    "answer",
    [
        subprocess.CompletedProcess([], 101, b"", b"it broke\n"),
        subprocess.CompletedProcess([], 0, b"no json\n", b""),
        subprocess.CompletedProcess([], 2, b"[1]\n", b""),
        subprocess.CompletedProcess([], 2, b'{"type": "typo"}\n', b""),
        subprocess.CompletedProcess([], 2, b'{"type": "typo", "line_num": 9999, "byte_offset": 0, "typo": "x", "corrections": []}\n', b""),
        subprocess.TimeoutExpired("typos", 1),
        PermissionError("not allowed"),
    ],
)
def test_a_checker_that_breaks_down_gives_no_traceback(tree: Tree, monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    def run(*_: Any, **__: Any) -> Any:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(subprocess, "run", run)
    [problem] = told(tree())
    assert "没能运行" in problem.zh and "could not run" in problem.en


def test_the_checker_stands_beside_python() -> None:
    assert speller.program()


LINES = st.lists(st.text(max_size=40) | st.text("colr enter\0\ufeff%PDF滞’-", max_size=30), max_size=8)


@settings(max_examples=40)
@given(LINES)
def test_anything_may_be_written(lines: list[str]) -> None:
    texts = [*map(words, lines), words("the color"), words("\ud800 滞 color\0\r\n")]
    slips = [*speller.slips(texts), *(slip for slip, _ in ours(texts, SpellingTable()))]
    assert all(texts[slip.at][slip.start : slip.end] == slip.word for slip in slips)
    assert {len(texts) - 2, len(texts) - 1} <= {slip.at for slip in slips}


@given(st.lists(st.text("colrİ enter\n-’gray", max_size=30), max_size=5))
def test_our_own_rows_are_found_where_they_stand(lines: list[str]) -> None:
    table = SpellingTable.model_validate({"words": [{"avoid": "gray", "write": "grey"}]})
    texts = [*map(words, lines), "滞 gray"]
    found = [slip for slip, _ in ours(texts, table)]
    assert all(lower_spaced(texts[slip.at][slip.start : slip.end]) == "gray" for slip in found)
    assert found[-1].at == len(texts) - 1


def test_every_line_is_one_line_with_its_place() -> None:
    catalogue = sample()
    lines = list(english_lines(catalogue))
    assert all(line.text.isprintable() for line in lines)
    places = {line.path for line in lines}
    assert {source.path for page in catalogue.pages.values() for lang, source in page.sides.items() if lang == "en"} <= places
    assert {"docs/data/figures/one-call.yml", TERMS, PHRASES} <= places and SYNONYMS not in places
