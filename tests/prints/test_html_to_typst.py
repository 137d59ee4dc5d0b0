"""What is written is printed letter by letter, and what cannot be set is an error that names its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.prints import press
from course.prints.errors import Unprintable
from course.prints.fragment import fragment
from course.prints.markup import EMPTY_LINE, SPACE, Setting, Unknown, call, joined, source, text
from course.prints.typesetter import Typesetter
from course.sessions.printables import prints
from set_type import compiled, read
from small import ROOT

CHARACTERS = "".join((ROOT / "hooks/course/prints/fonts/characters.txt").read_text(encoding="utf-8").split())
MARKUP = "#$*_`<>@[]{}\\\"'~-=+/.:;,%&()"
SHAPED = {chr(code) for code in (*range(0x300, 0x310), *range(0xFE00, 0xFE70), *range(0x2000, 0x2070))}
"""Marks on letters, forms for upright text and invisible characters: what a PDF says of them differs by reader."""
PLAIN = sorted({*CHARACTERS} - SHAPED)
HERE = Setting("index.md")
texts = st.lists(st.text(st.one_of(st.sampled_from(MARKUP), st.sampled_from(PLAIN), st.just(" ")), max_size=24), min_size=40, max_size=80)


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


@settings(max_examples=8)
@given(texts, st.sampled_from(LANGS))
def test_any_text_stands_on_paper_letter_by_letter(samples: list[str], lang: Lang) -> None:
    """As content and as an option; ``§`` keeps the samples apart."""
    samples = [words.replace("§", "") for words in samples]
    pages = [text("§") + text(words) + text("§") + call("block", words) + text("§") for words in samples]
    body = joined(pages, EMPTY_LINE + call("pagebreak"))
    found = [bare(part) for part in read(compiled(body, lang), "-raw").split("\f") if part]
    assert found == [bare(f"§{words}§{words}§") for words in samples]


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("<video>F5</video>", "<video>"),
        ('<span class="blink">x</span>', '<span class="blink">'),
        ("<ul><p>x</p></ul>", "<p> in <ul>"),
        ('<div class="quiz"><ul><li>x</li></ul></div>', "<div> without p[@class='quiz__question']"),
        ('<div class="quiz"><p class="quiz__question">x</p><ul><li>y</li></ul><ol><li>z</li></ol></div>', '<ol> in <div class="quiz">'),
    ],
)
def test_what_cannot_be_set_is_an_error_that_says_what(words: str, unknown: str) -> None:
    with pytest.raises(Unknown, match=re.escape(unknown)):
        fragment(words, HERE)


def test_a_page_that_cannot_be_set_is_named_and_all_others_are_made(tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No page can hold such a thing as long as the allow-list of HTML is kept: it is put where a case is set."""
    root = tree()
    course = load(root)
    case = course.cases["C01"]
    with pytest.raises(Unprintable, match="^docs/zh/cases/meter.md: <video>$"):
        Typesetter(course, "zh").set(case, "<video>换表</video>")
    as_it_is = Typesetter.set
    monkeypatch.setattr(
        Typesetter, "set", lambda self, page, *words: as_it_is(self, page, *words, *["<video>换表</video>"] * (page is case))
    )
    wanted = [one for one in prints(course, "zh") if one.kind == "handout"]
    with pytest.raises(press.NotPrinted, match="^docs/zh/cases/meter.md: .*the prints cannot set <video>$"):
        press.run(root, wanted, course)
    made = {one.subject for one in press.known(root, wanted, course)}
    assert made and made == {one.subject for one in wanted if "C01" not in one.pages}


def test_what_makes_no_difference_on_paper_is_set_as_its_words() -> None:
    assert fragment('<span class="chip chip--good">甲</span>', HERE) == call("parbreak") + text("甲") + call("parbreak") + SPACE


def test_quizzes_are_to_be_ticked_by_trainees_and_judged_on_the_key() -> None:
    question = (
        '<div class="quiz"><p class="quiz__question">问 <span class="quiz__hint">选一项</span></p><ul><li>甲</li><li>乙</li></ul>{}</div>'
    )
    asked = source(fragment(question.format(""), HERE))
    assert "#ticks(" in asked and "quiz-hint" in asked
    verdicts = (
        '<div class="answer"><p class="answer__title">看</p><ul><li><b class="verdict verdict--right">✓ 对</b> 甲<br>因为</li></ul></div>'
    )
    judged = source(fragment(question.format(verdicts), HERE))
    assert "#ticks(" not in judged and "quiz-hint" not in judged and "乙" not in judged
    assert '#verdict(tick)[#"对";]' in judged
    assert "对甲因为" in bare(read(compiled(judged))), "the verdict is read out with what it is about"


def test_a_box_to_tick_stands_once_before_its_words() -> None:
    made = fragment('- <span class="box">☐</span> 甲\n- <span class="box">☐</span> 乙\n', HERE)
    assert made == call("ticks", text("甲"), text("乙")) + EMPTY_LINE
    assert fragment("- 甲\n- 乙\n", HERE) == call("dotted", text("甲"), text("乙")) + EMPTY_LINE


def test_a_line_break_in_the_source_is_a_space_in_english_alone() -> None:
    assert "甲乙" in fragment("甲\n乙", HERE).pieces
    assert "one two" in fragment("one\ntwo", Setting("index.md", "en")).pieces


def test_a_short_note_stays_on_one_page_and_a_long_one_may_go_on() -> None:
    note = '<div class="note note--myth"><p class="note__title"><span class="note__label">误解</span> 题</p><p>{}</p></div>'
    assert source(fragment(note.format("一句话。"), HERE)).startswith("#note(whole: true)[")
    assert source(fragment(note.format("一句话。" * 200), HERE)).startswith("#note(whole: false)[")


def test_a_section_for_trainers_has_no_box_on_their_own_sheet_and_a_note_among_others_has() -> None:
    assert "#note" not in source(fragment('<div class="trainer"><p>念。</p></div>', HERE))
    assert "#note" in source(fragment('<div class="trainer"><p class="trainer__title">给讲师</p><p>念。</p></div>', HERE))


def test_a_comment_is_not_printed() -> None:
    assert fragment("先查。<!-- 以后再说 -->\n\n<!-- 再问 -->\n\n后判。", HERE) == fragment("先查。\n\n\n\n后判。", HERE)


def test_columns_are_set_as_they_were_written() -> None:
    table = "| a | b | c |\n|:--|{}|\n| 1 | 2 | 3 |\n"
    made, plain = (fragment(table.format(sides), HERE) for sides in (":-:|--:", ":--|:--"))
    assert "#listing(" in source(made) and " sides: (left, center, right, )" in source(made)
    assert compiled(made) != compiled(plain)
    assert "sides" not in source(fragment("| a | b |\n|:--|---|\n| 1 | 2 |\n", HERE))
    assert compiled(fragment("| 分钟 | 做什么 |\n|--:|---|\n| 1 | 二 |\n", HERE))
