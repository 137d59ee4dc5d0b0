"""No word of an author becomes code in a print: not in the place of a link, a title, a code, a table, a drawing."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.prints import book, press
from course.prints.fragment import fragment
from course.prints.html_to_typst import _BY_CLASS, _BY_TAG
from course.prints.markup import Call, Label, Markup, Name, Setting, Unknown, call, joined, source, text
from course.sessions.printables import prints
from pdf_text import marks, read
from set_type import compiled
from small import ROOT, edited

Tree = Callable[..., Path]
CASE = "docs/zh/cases/meter.md"
BROKEN_OUT = '../references.md#m01>)[x]#panic(read("fonts/README.md"))//'
ATTACKS = {
    "a reference-style link": f"换表后电费[多][甲]了一半。\n\n[甲]: <{BROKEN_OUT}>\n",
    "an address in capitals": f"换表后电费<A HREF='{BROKEN_OUT}'>多</A>了一半。",
    "an element over two lines": f"换表后电费<a\nhref='{BROKEN_OUT}'>多</a>了一半。",
}
CODE = [
    '#panic("x")',
    '")[x]#panic(1)//',
    "<a>",
    "#let",
    "\\",
    '"',
    "]",
    "[",
    "*",
    "_",
    "$",
    "`",
    "@a",
    "//",
    "/*",
    "\\u{41}",
    "= ",
    "- ",
    "~",
    "'",
    "--",
    "#",
]
"""What means something in Typst."""
PLAIN = (ROOT / "hooks/course/prints/fonts/characters.txt").read_text(encoding="utf-8")[:95] + "先查读数"
words = (
    st.lists(st.one_of(st.sampled_from(CODE), st.text(PLAIN.replace("\n", ""), max_size=3)), min_size=1, max_size=6)
    .map("".join)
    .filter(str.strip)
)


def said(pdf: bytes) -> str:
    """The text of its pages, without spaces."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return "".join("".join(mark.words for mark in marks(opened)).split())


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_place_of_a_link_never_runs_in_the_book(tree: Tree, attack: str) -> None:
    root = tree(edited(CASE, ("换表后电费多了一半。", attack)))
    course = load(root)
    book = next(one for one in prints(course, "zh") if one.kind == "book")
    made = press.run(root, [book], course)
    words = read(made[book].file).words
    assert "换表后电费" in words and "了一半。" in words
    assert "打印稿的字体" not in words, "what is in the file the attack reads"


@pytest.mark.parametrize("words", [f'<a href="{BROKEN_OUT.replace(chr(34), "&quot;")}">多</a>', f"[多][甲]\n\n[甲]: <{BROKEN_OUT}>"])
def test_the_place_of_a_link_is_no_source_wherever_the_link_came_from(tree: Tree, words: str) -> None:
    """Whatever the rules let through: what is typeset leads to places of the book, as strings, or nowhere."""
    course = load(tree())
    made = fragment(words, Setting("cases/meter.md", link=book._see(course, [*course.cases.values()])))
    assert "panic" not in source(made) and "多" in source(made)


@settings(max_examples=4)
@given(st.lists(words, min_size=16, max_size=24), st.sampled_from(LANGS))
def test_any_words_come_out_letter_by_letter_wherever_they_stand(samples: list[str], lang: Lang) -> None:
    """As content, in content, as a string, in an array, in a dictionary, as the name of a place and the words that lead there."""
    stop = text("§")

    def everywhere(number: int, sample: str) -> Markup:
        place = Label(f"{sample}{number}")
        kept = call("metadata", [{"front": text(sample), "back": sample}, place]) + call("label", place.name)
        return joined(
            [
                text(sample),
                call("strong", content=text(sample)),
                call("block", sample),
                call("stack", text(sample), stop, call("emph", sample)),
                kept + call("link", place, content=text(sample)),
                call("turn", speaker=text(sample), sign="good", mark=stop + text(sample), content=stop + text(sample)),
            ],
            stop,
        )

    made = stop + joined([everywhere(*numbered) for numbered in enumerate(samples)], stop) + stop
    assert said(compiled(made, lang)).split("§")[1:-1] == ["".join(sample.split()) for sample in samples for _ in range(9)]


def test_there_is_no_way_to_write_source_past_the_tree() -> None:
    """A piece that is a string is words, and a name is a name."""
    assert source(Markup(('#panic("x")',))) == '#"#panic(\\"x\\")";'
    for name in ('panic("x")', "a]", "", "a b", "1", "A", "a\n"):
        with pytest.raises(ValueError, match="no name of Typst"):
            Name(name)
    with pytest.raises(ValueError, match="no name of Typst"):
        source(Markup((Call(Name("x"), (), (("a: panic(1), b", 1),)),)))


def test_every_value_has_one_way_to_be_written() -> None:
    made = call("f", 'a"b\\', 1, 0.5, True, Label('x")'), [text("y"), "z"], [], {}, {"k": "v"}, content=text("c"), some_name=Name("auto"))
    assert source(made) == '#f("a\\"b\\\\", 1, 0.5, true, label("x\\")"), ([#"y";], "z", ), (), (:), (k: "v"), some-name: auto)[#"c";];'


@pytest.mark.parametrize("path", ["/fonts/README.md", "../fonts/README.md", "/../press.py", "/etc/hostname", "@preview/cetz:0.3.0"])
def test_a_source_reads_nothing_but_the_looks(path: str) -> None:
    """Were there a way to run something after all, it could tell nothing."""
    wanted = f'#import "{path}"' if path.startswith("@") else f'#read("{path}")'
    with pytest.raises(Exception, match="not found|access denied|failed to download|would escape|outside"):
        compiled(wanted)
    assert {file.suffix for file in (press.HERE / "look").rglob("*")} == {".typ"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("glossary.md", "no-such-term"),
        ("references.md", "r99"),
        ("references.md", "m01>)[x]#panic(1)//"),
        ("cases/gone.md", ""),
        ("forms/call-log.md", ""),
    ],
)
def test_a_place_that_is_not_in_the_book_is_not_led_to(tree: Tree, path: str, place: str) -> None:
    course = load(tree())
    see = book._see(course, list(course.cases.values()))
    assert see(path, place, text("词")) == text("词")


def test_a_place_that_is_in_the_book_is_led_to(tree: Tree) -> None:
    course = load(tree())
    see = book._see(course, list(course.cases.values()))
    (term, *_), (reference, *_) = course.terms, course.references
    assert see("glossary.md", term.id, text("词")) == call("to", Label(f"term-{term.id}"), content=text("词"))
    assert see("references.md", reference.lower(), text("词")) == call("to", Label(f"reference-{reference.lower()}"), content=text("词"))
    assert see("cases/meter.md", "events", text("词")) == call("see", Label("cases-meter"), content=text("词"))


TURN = '<p class="turn"><b class="turn__speaker">甲：</b> <span class="turn__words">乙</span></p>'


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ('<p class="turn">x</p>', '<p class="turn"> without'),
        ('<p class="turn"><b class="turn__speaker">x</b></p>', '<p class="turn"> without'),
        ('<b class="turn__sign">x</b>', '<b class="turn__sign"> without ✓ or ✗'),
        ('<b class="turn__sign"></b>', '<b class="turn__sign"> without ✓ or ✗'),
        ('<span class="verdict">x</span>', '<span class="verdict"> without ✓ or ✗'),
        ("<ul></ul>", "<ul> without <li>"),
        ("<ol> </ol>", "<ol> without <li>"),
        ("<ul>x<li>y</li></ul>", "words in <ul>"),
        ("<table></table>", "<table> without"),
        ("<table><tr></tr></table>", "<tr> without <td>"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr></table>", "<table> without rows, or"),
        ('<table><tr><th colspan="2">a</th></tr><tr><td>c</td><td>d</td></tr></table>', "<th> over several cells"),
        ("<table><caption>x</caption><tr><td>c</td></tr></table>", "<caption> in <table>"),
        ("<table><tr><p>x</p></tr></table>", "<p> in <tr>"),
        ("<p><li>x</li></p>", "<li>"),
        ("<svg></svg>", "<svg> without aria-label"),
        ('<p class="lines">many</p>', 'class="lines"> without a small number'),
        ('<p class="lines">-3</p>', 'class="lines"> without a small number'),
        ('<p class="lines">1000000</p>', 'class="lines"> without a small number'),
        ('<div class="quiz"><p class="quiz__question">x</p><div class="answer"><ul><li>y</li></ul></div></div>', "<p> without span"),
    ],
)
def test_what_is_not_whole_is_told_and_no_traceback(words: str, unknown: str) -> None:
    with pytest.raises(Unknown, match=re.escape(unknown)):
        fragment(words, Setting("index.md"))


ELEMENTS = sorted({*_BY_TAG, "li", "tr", "td", "th", "thead", "figcaption", "video", "script"})
NAMES = sorted({*_BY_CLASS, "chip", "odd"})
TREES = st.recursive(
    st.sampled_from(["", " ", "x", "✓ 对", "<!-- y -->"]),
    lambda inside: st.builds(
        lambda tag, name, parts: f'<{tag} class="{name}">{"".join(parts)}</{tag}>',
        st.sampled_from(ELEMENTS),
        st.one_of(st.just(""), st.sampled_from(NAMES)),
        st.lists(inside, max_size=3),
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(TREES)
def test_any_elements_are_set_or_told(words: str) -> None:
    """Whatever is nested in whatever: content, or Unknown, and nothing else."""
    with suppress(Unknown):
        source(fragment(words, Setting("index.md")))


def test_a_wide_space_between_words_is_one_on_paper_too() -> None:
    """As on the screen, where only spaces, tabs and line ends run together."""
    assert "表一\u3000本所三季度" in fragment("表一\u3000本所三季度", Setting("index.md")).pieces
    assert "甲乙\u00a0丙" in fragment("甲\n 乙\u00a0丙", Setting("index.md")).pieces
    assert "甲\ufffc乙" in fragment("甲\ufffc乙", Setting("index.md")).pieces
