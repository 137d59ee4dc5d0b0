"""Sheets as a trainer holds them: as few pages as the text allows, timetables that are tables, answers short, languages named."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.prints import key, markup, notes
from course.prints.markup import EMPTY_LINE, NOTHING, Markup, call, joined, named, text
from course.prints.sources import source
from course.prints.typesetter import SCALES, Typesetter
from course.sessions.printables import Print
from print_sample import Making
from set_type import Box, compiled, pages, read, strokes
from small import MINIMAL, sample, taught

LINES = joined([text(f"line{number}") + EMPTY_LINE for number in range(60)])


def sheet(body: Markup, scales: tuple[float, ...]) -> Markup:
    return call("sheet", course="c", kind="k", code="C", title="t", scales=scales, content=body)


def test_text_a_little_too_long_for_its_pages_is_set_smaller_and_no_smaller_than_it_saves_a_page() -> None:
    """Sixty short paragraphs take a page and a half: they fit one at half the size, not at nine tenths of it."""
    tall = {scales: pages(compiled(sheet(LINES, scales))) for scales in ((1,), (1, 0.9), (1, 0.9, 0.5))}
    assert [len(made) for made in tall.values()] == [2, 2, 1]

    def height(made: list[list[Box]]) -> float:
        word = next(word for word in made[0] if word.words == "line0")
        return word.bottom - word.top

    assert height(tall[(1,)]) == pytest.approx(height(tall[(1, 0.9)])), "smaller text that saves no page is not chosen"
    assert height(tall[(1, 0.9, 0.5)]) == pytest.approx(height(tall[(1,)]) / 2, rel=0.05)


def test_each_sheet_counts_its_own_pages_and_an_empty_back_is_empty() -> None:
    long, short = sheet(LINES, (1,)), sheet(text("短"), (1,))
    made = [" ".join(word.words for word in page) for page in pages(compiled(short + named("new-leaf") + long + short))]
    assert [re.findall(r"\d / \d", page) for page in made] == [["1 / 1"], [], ["1 / 2"], ["2 / 2"], ["1 / 1"]]
    assert made[1] == ""


def count(file: Path) -> int:
    """How many pages a print has."""
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("lang", LANGS)
def test_prints_take_as_many_pages_as_they_are_meant_to(course: Catalogue, making: Making, lang: Lang) -> None:
    """A form, a case's handout and its trainer's sheet are a leaf each; a case with a worksheet has another, a dossier one of either."""
    leaf = 2
    wanted = {"form", "handout", "sheet"}
    made = making(lambda one: one.lang == lang and one.kind in wanted and len(one.pages) == 1 and one.subject.isalnum())
    assert {one.kind for one in made} == wanted

    def most(one: Print) -> int:
        held = {block.name for block in course.coded[one.subject].body(lang).tree.containers}
        return 2 * leaf if "paper" in held or "worksheet" in held and one.kind == "handout" else leaf

    assert not [one.path for one, file in made.items() if count(file) > most(one)]


def test_a_case_s_questions_stay_on_one_page(course: Catalogue, making: Making) -> None:
    for one, file in making(lambda one: one.lang == "zh" and one.kind == "handout" and one.subject in course.cases).items():
        found = [[word.words for word in page] for page in pages(file.read_bytes())]
        asked = len(
            re.findall(r"^\d+\. ", course.cases[one.subject].sides["zh"].body.split("## 想一想")[1].split("\n## ")[0], re.MULTILINE)
        )
        (page,) = [page for page in found if "想一想" in page]
        assert [f"{number}." for number in range(1, asked + 1)] == [word for word in page if re.fullmatch(r"\d\.", word)][:asked], one.path


def test_every_question_has_its_lines() -> None:
    """Two rules for one thing asked, as long as the text is wide."""
    made = strokes(compiled("#question(1, 2)[问]#question(2, 5)[问]"))
    assert len([line for page in made for line in page if line.right - line.left > 100]) == 7


@pytest.mark.parametrize(
    ("items", "rows"),
    [
        ("- **0–5 分** 各自读。\n- **5–8 分** 第 1 题。", ["| 0–5 | 各自读。 |", "| 5–8 | 第 1 题。 |"]),
        ("- **0–2 分。** 不发。\n- **2–5 分。** 发。", ["| 0–2 | 不发。 |", "| 2–5 | 发。 |"]),
        (
            "1. **第 0–5 分钟，读。** 读完写。\n2. **第 5–7 分钟，问。** 问谁？",
            ["| 0–5 | **读。** 读完写。 |", "| 5–7 | **问。** 问谁？ |"],
        ),
        ("- **0–5** Everyone reads.\n- **5–8** Question 1.", ["| 0–5 | Everyone reads. |", "| 5–8 | Question 1. |"]),
        ("1. **Minutes 0–5, read.** Then write.\n2. **Minutes 5–7:** ask.", ["| 0–5 | **Read.** Then write. |", "| 5–7 | Ask. |"]),
        ("- **0–5 min, reading.** Aloud.\n- **5-8 mins.** ask.", ["| 0–5 | **Reading.** Aloud. |", "| 5-8 | Ask. |"]),
    ],
)
def test_a_timetable_written_as_a_list_becomes_a_table(items: str, rows: list[str]) -> None:
    made = notes._ITEMS.sub(lambda found: notes._table(found[0], "zh"), f"先说一句。\n\n{items}\n\n再说一句。")
    assert [line for line in made.split("\n") if line.startswith("| ")][2:] == rows
    assert made.startswith("先说一句。\n\n| ") and made.endswith("\n\n再说一句。")


@pytest.mark.parametrize("words", ["- **0–5 分** 一条不成表。", "- **一到三句** 说完。\n- **四句** 太多。", "0–5 分，读。\n5–8 分，问。"])
def test_other_lists_stay_as_they_are(words: str) -> None:
    assert notes._ITEMS.sub("", words) == words


@pytest.mark.parametrize("lang", LANGS)
def test_every_timetable_of_the_course_is_a_table_on_its_sheet(course: Catalogue, lang: Lang) -> None:
    typesetter = Typesetter(course, lang)
    for page in taught(course):
        typst = markup.source(typesetter.set(page, *notes.notes(page, typesetter)))
        assert "#timetable(" in typst, page.code


def test_the_clock_is_set_where_a_plan_begins() -> None:
    course = sample()
    made = markup.source(notes.sheet(course.cases["C04"], Typesetter(course, "zh"), begins="09:58"))
    assert '"09:58 "' in made and '"10:03 "' in made and '"5–8"' in made
    assert '"09:58 "' not in markup.source(notes.sheet(course.cases["C04"], Typesetter(course, "zh")))


def test_a_table_of_points_is_no_timetable() -> None:
    """Its first column looks the same, and would be read as minutes of the class."""
    words = "## 讲师提示 { #trainer }\n\n| 分钟 | 做什么 |\n| --- | --- |\n| 0–3 | 读 |\n\n| 分数 | 意思 |\n| --- | --- |\n| 9–10 | 满意 |"
    made = notes._timed(words, sample().cases["C04"], "zh", "09:58")
    assert "| 09:58 <small>0–3</small> | 读 |" in made
    assert "| 9–10 | 满意 |" in made


def test_a_principle_kept_and_broken_is_one_line_of_the_key() -> None:
    course = sample()
    (line,) = [line for line in key.answers(course.cases["C04"], Typesetter(course, "zh"))[-1].split("\n") if line.startswith("| P02 ")]
    assert line.count(" | ") == 2 and "–" not in line
    one_sided = key.answers(load(MINIMAL).cases["C01"], Typesetter(load(MINIMAL), "zh"))[-1]
    assert "✓" in one_sided and "✗" not in one_sided, "no empty column"


def test_references_of_a_key_are_short_and_say_how_far_to_trust_them() -> None:
    course = sample()
    wanted: dict[Lang, list[str]] = {"zh": ["法律", "通行做法", "待核实"], "en": ["Law", "Usual practice", "unverified"]}
    for lang, words in wanted.items():
        typesetter = Typesetter(course, lang)
        cited = typesetter.set(course.cases["C01"], "[R10](../references.md#r10){ .ref } [R28](../references.md#r28){ .ref }")
        made = markup.source(typesetter.references(cited))
        assert all(word in made for word in words), made
        assert made.count("#hint()[") == 2
        assert all(len(line) < 120 for line in re.findall(r"#hint\(\)\[(.*?)\]", made))
    assert Typesetter(course, "zh").references(markup.text("没有")) == NOTHING


def test_a_page_without_english_is_chinese_in_an_english_print(tree: Callable[..., Path]) -> None:
    course = load(tree({"docs/en/cases/meter.md": None}))
    (plan,) = course.plans
    one = Print("handout", plan.id, "en", "x", ("1.1", "C01"))
    typst = source(one, course)
    assert typst.count("#in-chinese()[") >= 3, "title, lead and text of one page"
    with pikepdf.open(BytesIO(compiled(typst.split("\n", 3)[3], "en"))) as pdf:
        languages = {str(item["/Lang"]) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item}
    assert languages >= {"en-GB", "zh-CN"}
    whole = source(one, load(MINIMAL))
    assert "#in-chinese" not in whole


def test_brackets_and_colons_are_each_language_s_own() -> None:
    assert "（笑）" in read(compiled("#stage[笑]", "zh"))
    assert "(笑)" in read(compiled("#stage[笑]", "en"))
    assert "Wei: x" in read(compiled("#turn(speaker: [Wei:])[x]", "en"))


def test_every_kind_of_sheet_has_its_sizes() -> None:
    assert all(sizes == tuple(sorted(sizes, reverse=True)) and min(sizes) > 0.8 for sizes in SCALES.values())
    assert SCALES["sheet"][0] > 1, "a trainer reads it standing up"


def test_a_page_without_answers_has_no_key() -> None:
    course = load(MINIMAL)
    assert key.sheet(course.forms["F01"], Typesetter(course, "zh")) == NOTHING
