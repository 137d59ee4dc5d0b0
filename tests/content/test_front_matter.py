"""Text -> data, body and lines; every mistake comes back as a problem with its line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import front_matter
from course.content.front_matter import MAX_BYTES, page, read, table
from course.content.problem import Problem
from course.content.source import Source


def good(found: Source | Problem) -> Source:
    assert isinstance(found, Source), found
    return found


def bad(found: Source | str | Problem) -> Problem:
    assert isinstance(found, Problem), found
    return found


def test_a_page_is_data_and_body_with_their_lines() -> None:
    source = good(page("---\nid: C01\nprinciples:\n  P01: x\n  P02: y\n---\n\nwords\n", "a.md"))
    assert source.data == {"id": "C01", "principles": {"P01": "x", "P02": "y"}}
    assert (source.body, source.body_line) == ("\nwords\n", 7)
    assert [source.line("id"), source.line("principles"), source.line("principles", "P02")] == [2, 3, 5]


def test_a_place_without_a_line_has_that_of_what_it_stands_in() -> None:
    source = good(table("a:\n- 1\n- 2\n", "a.yml"))
    assert [source.line("a", 1), source.line("a", 1, "x"), source.line("b"), source.line()] == [3, 3, 1, 1]


def test_three_dashes_in_the_body_are_the_bodys() -> None:
    assert good(page("---\na: b\n---\nx\n---\ny", "a.md")).body == "x\n---\ny"


def test_a_date_stays_text() -> None:
    assert good(table("date: 2024-05-01\n", "a.yml")).data == {"date": "2024-05-01"}


@pytest.mark.parametrize(
    ("text", "line", "code", "words"),
    [
        ("words only", 1, "E005", "expected the first line to be ---"),
        ("\n---\na: b\n---\n", 1, "E005", "expected the first line to be ---"),
        ("---\na: b\n", 1, "E005", "the opening --- is never closed"),
        ("---\n---\n", 2, "E006", "expected `name: value` lines"),
        ("---\n- a\n---\n", 2, "E006", "expected `name: value` lines"),
        ("---\na: 1\nb: 2\na: 3\n---\n", 4, "E007", "`a` stands twice"),
        ("---\na:\n  b: 1\n  b: 2\n---\n", 4, "E007", "`b` stands twice"),
        ("---\na:\n- {b: 1, b: 2}\n---\n", 3, "E007", "`b` stands twice"),
        ("---\na: b\nc: \x07\n---\n", 3, "E006", "invisible control character 0x07"),
        ("---\na: &x [*x]\n---\n", 2, "E006", "broken YAML"),
        ("---\n? [a]\n: b\n---\n", 2, "E006", "unhashable key"),
        ("---\na: !!int ''\n---\n", 2, "E006", "a `!!` tag does not suit its value"),
        ("---\na: !!bool x\n---\n", 2, "E006", "a `!!` tag does not suit its value"),
        ("---\na: !!timestamp x\n---\n", 2, "E006", "a `!!` tag does not suit its value"),
        ("---\na: " + "9" * 5000 + "\n---\n", 2, "E006", "broken YAML"),
    ],
)
def test_a_mistake_has_its_line_and_says_what_was_expected(text: str, line: int, code: str, words: str) -> None:
    problem = bad(page(text, "a.md"))
    assert (problem.path, problem.line, problem.code) == ("a.md", line, code)
    assert words in problem.en
    assert problem.zh


COLON = ("冒号要用半角，后面空一格", "expected a half-width colon and a space after it")
TAB = ("行首不能用制表符（Tab），请用空格", "expected spaces instead of a tab")
SPACE = ("冒号后面要空一格", "expected a space after the colon")
SIGN = ("这一句以特殊符号开头，请在整句外面加一对 ' '", "the value starts with a sign of YAML's own, expected ' ' round the whole of it")
INSIDE = ("句子里有半角冒号，请在整句外面加一对 ' '", "the value holds a colon, expected ' ' round the whole of it")
LIST = ("列表要用半角的 ] 结束，如 [a, b]", "the list is not closed, expected a half-width ] as in [a, b]")
COMMA = ("两项之间的逗号要用半角", "expected a half-width comma between two entries")
WIDE = ("括号要用半角：{ } 和 [ ]", "expected half-width brackets, { } and [ ]")
UNEVEN = ("行首的空格数不对，同一组的几行要对齐", "uneven indents, expected the lines of one group to begin in the same column")
PAIRS = ("半角引号不成对，每段话前后各要一个", "the quotes do not pair, expected one before and one after each text")
QUOTES = ("半角引号不成对，句子里的引号请用“ ”", "the quotes do not pair, expected curly ones inside the sentence")


@pytest.mark.parametrize(
    ("front", "line", "cause"),
    [
        ("title：题目\nsummary: 话", 2, COLON),
        ("a: b\nP04：理由\nP05: 理由", 3, COLON),
        ("a: b\n\tc: d", 3, TAB),
        ("a:\n\tc: d", 3, TAB),
        ("title:题目\nsummary: 话", 2, SPACE),
        ("minutes:\n  read: 5\n  discuss:10\n  practise: 8", 4, SPACE),
        ("a: *nobody", 2, SIGN),
        ("a: `话`", 2, SIGN),
        ("a: 话\nb: @她", 3, SIGN),
        ("a: %话", 2, SIGN),
        ("a: [1", 2, SIGN),
        ("title: [急\nsummary: 话\nlevel: x", 2, SIGN),
        ("title: [急] 电费\nsummary: 话", 2, SIGN),
        ("a:\n- 话\n- {话", 4, SIGN),
        ("a: !!python/object:os.system x", 2, SIGN),
        ("a: b\nc: 先说: 再查", 3, INSIDE),
        ("a: b\nc: “x: y\nd: 'e", 3, INSIDE),
        ("a:\n- b\n- 先说: 再查: 后判", 4, INSIDE),
        ('title: "题目\nsummary: 话', 2, QUOTES),
        ('title: "题目\nsummary: "话"', 2, QUOTES),
        ('a: b\ntitle: "表"走得快\nsummary: 话', 3, QUOTES),
        ('a: b\ntitle: "他说"好"。"', 3, QUOTES),
        ("a: b\nc: [d, e\nf: g", 3, LIST),
        ("a: b\nc: [d, e】\nf: g", 3, LIST),
        ('a: b\nc: {zh: "话"，en: "words"}\nd: e', 3, COMMA),
        ('a: b\nc: {zh: "话", en: "words}\nd: e', 3, PAIRS),
        ("a: b\nc: {zh: 话，en: words}\nd: e", 3, COMMA),
        ("a: b\nc: {read: 5，discuss: 10}\nd: e", 3, COMMA),
        ("a: b\nc: ｛read: 5, discuss: 10}\nd: e", 3, WIDE),
        ('a: b\nc: "他说好" 就走了\nd: e', 3, QUOTES),
        ("a: 1\n b: 2", 3, UNEVEN),
        ("id: C01\n title: b\nc: d", 3, UNEVEN),
        (" id: C01\ntitle: b\nc: d", 2, UNEVEN),
        ("a:\n  P01: b\n P02: c\n  P03: d\ne: f", 4, UNEVEN),
        ("a:\n- id: x\n  b: []\n - id: y\n  b: []\nc: d", 5, UNEVEN),
        ('a:\n- {id: x, zh: "他说"好"", en: "words"}\nd: e', 3, QUOTES),
    ],
)
def test_a_mistake_of_yaml_names_its_usual_cause_on_its_own_line(front: str, line: int, cause: tuple[str, str]) -> None:
    problem = bad(page(f"---\n{front}\n---\n", "a.md"))
    assert (problem.path, problem.line, problem.code) == ("a.md", line, "E006")
    assert (problem.zh, problem.en) == (f"YAML 写法有误：{cause[0]}", f"broken YAML: {cause[1]}")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\na: b\n---\n\n<<<<<<< HEAD\n话\n=======\n字\n>>>>>>> other\n", 5),
        ("---\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other\n---\n", 2),
        ("---\na: b\n---\n\n话\n>>>>>>>\n", 6),
    ],
)
def test_both_versions_left_by_git_are_told(text: str, line: int) -> None:
    problem = bad(page(text, "a.md"))
    assert (problem.path, problem.line, problem.code) == ("a.md", line, "E009")
    assert problem.zh.startswith("两个人改了同一处")


def test_arrows_in_a_sentence_are_no_versions_of_git() -> None:
    assert isinstance(page("---\na: b\n---\n\n先查 >>>>>>> 再判\n<<<<<<<<<<\n> 引用\n", "a.md"), Source)


@pytest.mark.parametrize(
    ("front", "line", "said"),
    [
        ("a: b\n- c", 3, "did not find expected key"),
        ("title: 'it's'\nb: c", 2, "did not find expected key"),
        ("summary: >\n  话\nroles: [a,\n  b]\nhttp: |\n  a:b\nx: 'e", 8, "found unexpected end of stream"),
        ("a: 'x\nb: [1", 3, "found unexpected end of stream"),
        ("a: [[b\n" + "[" * 200, 3, "did not find expected"),
    ],
)
def test_without_a_usual_cause_the_words_of_yaml_are_said_in_english_only(front: str, line: int, said: str) -> None:
    problem = bad(page(f"---\n{front}\n---\n", "a.md"))
    assert (problem.line, problem.code) == (line, "E006")
    assert problem.zh == "YAML 写法有误：检查引号是否成对、冒号后有没有空格、缩进是否整齐"
    assert problem.en.startswith(f"broken YAML: {said}")
    assert problem.en.endswith("; expected balanced quotes, a space after each colon, even indents")


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: 电费 #1", 2),
        ("a: b\nsummary: 第一 # 第二", 3),
        ("a:\n  - b\n  - c\t#d", 4),
        ("a: 按 # 号键", 2),
        ("a: # b", 2),
        ("a:\n  b: c # d", 3),
        ("a: >\n  b #c\nd: e #f", 4),
    ],
)
def test_a_value_cut_short_by_a_sign_is_told(front: str, line: int) -> None:
    problem = bad(page(f"---\n{front}\n---\n", "a.md"))
    assert (problem.path, problem.line, problem.code) == ("a.md", line, "E008")
    assert problem.zh == "“ #”和后面的字会被当成注释丢掉：是内容，请在整句外面加一对 ' '；是备注，请另起一行，以 # 开头"
    assert problem.en == (
        "` #` and what follows would be dropped as a comment, expected ' ' round the whole value, or, for a note, a line of its own"
    )


@pytest.mark.parametrize(
    ("front", "value"),
    [
        ("a: [b] # c", ["b"]),
        ("a: [b]  # c #d", ["b"]),
        ("a: {b: c} # d", {"b": "c"}),
        ("a:\n- [b] # c", [["b"]]),
        ("a: # words\n  b: c", {"b": "c"}),
        ("a: # words\n- b", ["b"]),
    ],
)
def test_a_note_that_can_be_no_part_of_the_value_is_no_mistake(front: str, value: object) -> None:
    assert good(page(f"---\n{front}\n---\n", "a.md")).data == {"a": value}


@pytest.mark.parametrize(
    ("front", "value"),
    [
        ('a: "b #c"', "b #c"),
        ("a: 'b #c'", "b #c"),
        ("a: b#c", "b#c"),
        ("# words\na: b\n  # words", "b"),
        ('a: "b\n  c #d"', "b c #d"),
        ("a: >-\n  b #c", "b #c"),
        ("a: |-\n  b\n  #c", "b\n#c"),
    ],
)
def test_a_sign_that_cuts_nothing_is_no_mistake(front: str, value: str) -> None:
    assert good(page(f"---\n{front}\n---\n", "a.md")).data == {"a": value}


def test_a_comment_in_a_table_is_no_mistake() -> None:
    assert good(table("a: b # words\n", "a.yml")).data == {"a": "b"}


def test_a_short_text_cannot_hold_millions_of_values() -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    problem = bad(table(bomb, "a.yml"))
    assert "more than 100000 values" in problem.en


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 200_000 + "a", "a: " + "{b: " * 200_000])
def test_nesting_without_end_does_not_break_down_the_process(text: str, tmp_path: Path) -> None:
    file = tmp_path / "deep.yml"
    file.write_text(text, encoding="utf-8")
    program = "import sys; from course.content.front_matter import table; print(table(open(sys.argv[1]).read(), 'a.yml').en)"
    folder = Path(front_matter.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program, str(file)], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "broken YAML: more than 50 levels deep\n"), done.stderr


@pytest.mark.parametrize(
    ("content", "line", "code", "words"),
    [
        (b"", 1, "E004", "the file is empty"),
        (b" \n\t\n", 1, "E004", "the file is empty"),
        (b"\xef\xbb\xbf", 1, "E004", "the file is empty"),
        ("一\n二\n".encode() + "三".encode("gbk"), 3, "E002", "not UTF-8"),
        ("x".encode("utf-16"), 1, "E002", "not UTF-8"),
        (b"x" * (MAX_BYTES + 1), 1, "E001", "the file has 1.0 MB, expected less than 1 MB"),
        (b"x" * 10_000_000, 1, "E001", "the file has 10.0 MB, expected less than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, content: bytes, line: int, code: str, words: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(content)
    problem = bad(read(file, "a.md"))
    assert (problem.line, problem.code) == (line, code)
    assert words in problem.en


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert bad(read(tmp_path / "none.md", "none.md")).code == "E003"
    assert front_matter.glimpse(tmp_path / "none.md") == ""


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa\r\nb\r\n", b"a\rb\r", b"a\nb\n", "a\u2028b\u2029".encode(), "a\x85b\n".encode()])
def test_byte_order_mark_and_line_ends_do_not_matter(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(content)
    assert read(file, "a.md") == "a\nb\n"


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_a_glimpse_shows_the_ids_of_what_cannot_be_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("---\nid: P01\ntitle: 先查后判\n".encode(encoding))
    assert "id: P01\n" in front_matter.glimpse(file)


YAML_LIKE = st.text(alphabet="ab:-[]{}&*!?|>'\"#,% \n\t\r\x07é中0.~<=@`", max_size=80)


@given(st.one_of(st.text(), YAML_LIKE, YAML_LIKE.map("---\n{}\n---\nbody".format)))
def test_no_text_breaks_the_reader(text: str) -> None:
    text = front_matter._LINE_END.sub("\n", text)
    for found, first in ((page(text, "a.md"), 1), (table(text, "a.yml"), 1)):
        last = first + text.count("\n") + 1
        lines = [found.line] if isinstance(found, Problem) else list(found.lines.values())
        assert all(1 <= line <= last for line in lines)


@given(st.text(alphabet="ab-: \n"))
def test_a_body_is_what_follows_its_line(body: str) -> None:
    text = f"---\na: b\n---\n{body}"
    source = good(page(text, "a.md"))
    assert "\n".join(text.split("\n")[source.body_line - 1 :]) == source.body == body
