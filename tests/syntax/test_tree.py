"""A body -> its tree: every line in one place, blocks with their edges, comments taken out wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.syntax.dialogue import Dialogue
from course.syntax.kinds import CONTAINERS, FENCES
from course.syntax.nodes import Code, Container, Fenced, Heading, List, Node, Plain, Prose, Table, View
from course.syntax.quiz import Quiz
from course.syntax.tree import Tree, parse

BODIES = st.lists(
    st.sampled_from(
        ["", "words", ":::", "::: note", "::: role 客户", "::: odd", "```", "```dialogue", "~~~ quiz", "~~~", "````", "```py", "{{ doors }}", "{{ figure: a }}",
         "甲：话", "- [x] a", "- b", "1. c", "    d", "| e | f |", "| - | - |", "## 题 {#g}", "#h", "---", "> i", "<!--", "-->", "<!-- j -->", "k <!-- l", "'''dialogue"]
    ),
    max_size=16,
).map("\n".join)  # fmt: skip
ANY = st.one_of(BODIES, st.text())


def sorts(body: str) -> list[tuple[type[Node], int, int, str]]:
    """Sort, first and last line and container of every leaf that is more than empty lines."""
    return [(type(leaf), leaf.line, leaf.last, leaf.within) for leaf in parse(body).leaves if type(leaf) is not Plain]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("one\ntwo\n\nthree", [(Prose, 1, 2, ""), (Prose, 4, 4, "")]),
        ("a\n## b\nc\n\n---\n#d", [(Prose, 1, 1, ""), (Heading, 2, 2, ""), (Prose, 3, 3, ""), (Prose, 5, 5, ""), (Prose, 6, 6, "")]),
        ("a\n```dialogue\nb\nc\n```\nd", [(Prose, 1, 1, ""), (Dialogue, 2, 5, ""), (Prose, 6, 6, "")]),
        ("~~~quiz\na\n```\n~~~", [(Quiz, 1, 4, "")]),
        ("````dialogue\na\n```\n````", [(Dialogue, 1, 4, "")]),
        ("```\n::: note\n```\n```\n```", [(Code, 1, 3, ""), (Code, 4, 5, "")]),
        ("a\n```py\nb", [(Prose, 1, 1, ""), (Code, 2, 3, "")]),
        ("::: role 营业员 \na\n:::\n", [(Prose, 2, 2, "role")]),
        ("::: answer\n```dialogue\n:::\n```\n\n- a\n:::", [(Dialogue, 2, 4, "answer"), (List, 6, 6, "answer")]),
        ("{{ doors }}\n{{figure:one-call}}", [(View, 1, 1, ""), (View, 2, 2, "")]),
        ("a {{ doors }}", [(Prose, 1, 1, "")]),
        ("| a |\n| - |\n| b |\n\n- c\n\n    d", [(Table, 1, 3, ""), (List, 5, 7, "")]),
    ],
)
def test_what_stands_where(body: str, wanted: list[tuple[type[Node], int, int, str]]) -> None:
    assert sorts(body) == wanted
    assert not parse(body).torn or any(type_ is Code for type_, *_ in wanted)


def test_what_nodes_know() -> None:
    found = parse("::: role 营业员 · 小周 \na\n:::\n{{ figure: one-call }}\n```py\nb\n```")
    container, view, code = found.nodes
    assert isinstance(container, Container) and (container.name, container.title, container.inside) == ("role", "营业员 · 小周", "a")
    assert isinstance(view, View) and (view.name, view.argument) == ("figure", "one-call")
    assert isinstance(code, Code) and (code.mark, code.name, code.inside) == ("```", "py", ("b",))


def test_a_dialogue_and_a_quiz() -> None:
    body = "\n```dialogue\n甲：话\n（看。）\n乙（✗ P02、P01）：话\n```\n\n```quiz\n问？\n- [ ] a\n  > 1\n- [x] b\n  > 2\n```"
    talk, question = (leaf for leaf in parse(body).leaves if isinstance(leaf, Fenced))
    assert isinstance(talk, Dialogue) and isinstance(question, Quiz)
    assert (talk.line, talk.sound) == (2, True)
    assert [(turn.speaker, turn.mark, turn.codes, turn.line) for turn in talk.turns] == [
        ("甲", "", (), 3),
        ("", "", (), 4),
        ("乙", "bad", ("P02", "P01"), 5),
    ]
    assert [*talk.words] == [(3, "话"), (4, "看。"), (5, "话")]
    assert [(option.right, option.line) for option in question.options] == [(False, 10), (True, 12)] and question.sound
    assert [*question.asked] == [(9, "问？")]
    assert [*question.words] == [(9, "问？"), (10, "a"), (11, "1"), (12, "b"), (13, "2")]


@pytest.mark.parametrize("body", ["```dialogue\n没有冒号\n```", "```quiz\n问？\n- [ ] a\n```", "```quiz\n```"])
def test_what_cannot_be_read_is_not_sound(body: str) -> None:
    (block,) = parse(body).nodes
    assert isinstance(block, Dialogue | Quiz) and not block.sound


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("- a\n- b", [(1, "bulleted", 2)]),
        ("x\n\n* a\n  more\n\n* b\n\n    c\n\n+ d", [(3, "bulleted", 3)]),
        ("1. a\n2. b\n    - deep", [(1, "ordered", 2)]),
        ("- [ ] a\n- [ ] b", [(1, "checklist", 2)]),
        ("- a\n\n1. b", [(1, "bulleted", 1), (3, "ordered", 1)]),
        ("- a\n\nx\n\n- b", [(1, "bulleted", 1), (5, "bulleted", 1)]),
        ("- a\n### x\n- b", [(1, "bulleted", 1), (3, "bulleted", 1)]),
        ("- a\n\n```\n- x\n```\n\n- b", [(1, "bulleted", 1), (7, "bulleted", 1)]),
        ("| a | b |\n| --- | --- |\n| c | d |\n| e | f |", [(1, 2, 2)]),
        ("a | `x|y` | b\\|c\n:-- | :-: | --:", [(1, 0, 3)]),
    ],
)
def test_lists_and_tables(body: str, wanted: list[tuple[int, str | int, int]]) -> None:
    found: list[tuple[int, str | int, int]] = []
    for leaf in parse(body).leaves:
        if isinstance(leaf, List):
            found.append((leaf.line, leaf.kind, leaf.entries))
        elif isinstance(leaf, Table):
            found.append((leaf.line, leaf.rows, leaf.columns))
    assert found == wanted


@pytest.mark.parametrize(
    "body", ["text\n- no", "-no", "**- no**", "1) no", "    - code", "---", "* * *", "| a |\n| b |", "| a | b |\n| - |"]
)
def test_neither_a_list_nor_a_table(body: str) -> None:
    assert not any(isinstance(leaf, List | Table) for leaf in parse(body).leaves)


@given(st.lists(st.tuples(st.sampled_from(["-", "1."]), st.integers(1, 5)), max_size=5))
def test_lists_parted_by_text_are_counted_as_written(written: list[tuple[str, int]]) -> None:
    body = "\n\ntext\n\n".join("\n".join([f"{marker} x"] * entries) for marker, entries in written)
    assert [leaf.entries for leaf in parse(body).leaves if isinstance(leaf, List)] == [entries for _, entries in written]


@pytest.mark.parametrize(
    ("body", "line", "zh", "en"),
    [
        ("a\n```dialogue\nb", 2, "```dialogue 没有结束，应有一行 ```", "```dialogue is never closed, expected a line ```"),
        ("a\n\n~~~~\nb\n~~~", 3, "~~~~ 没有结束，应有一行 ~~~~", "~~~~ is never closed, expected a line ~~~~"),
        ("a\n::: note\nb", 2, "::: note 没有结束，应有一行 :::", "::: note is never closed, expected a line :::"),
        ("::: note\n::: myth\nb\n:::", 1, "::: note 没有结束", "::: note is never closed"),
        ("a\n:::", 2, "这一行 ::: 前面没有对应的开头", "this ::: closes nothing"),
        ("'''quiz\nb\n```", 1, "''quiz 应写成 ```quiz，三个反引号", "quiz: expected ```quiz, with three backticks"),
        (
            "::: warning\nb\n:::",
            1,
            "不认识 ::: warning，应是其中之一：answer、trainer、note",
            "unknown block ::: warning, expected one of: answer, trainer, note",
        ),
    ],
)
def test_a_wrong_edge_has_its_line(body: str, line: int, zh: str, en: str) -> None:
    mistake = parse(body).edges[0]
    assert parse(body).torn and mistake.line == line
    assert zh in mistake.zh
    assert en in mistake.en


@pytest.mark.parametrize("next", ["## b {#b}", "```quiz\nb\n```", "~~~ dialogue\nb\n~~~"])
@pytest.mark.parametrize("opening", ["```dialogue", "~~~quiz"])
def test_one_of_ours_that_is_not_closed_is_told_once_where_it_opens_and_ends_where_another_block_begins(opening: str, next: str) -> None:
    found = parse(f"a\n{opening}\nb\n\n{next}\n\n```dialogue\nc\n```")
    assert [(mistake.line, mistake.en) for mistake in found.edges] == [(2, f"{opening} is never closed, expected a line {opening[:3]}")]
    assert [(leaf.line, leaf.last) for leaf in found.leaves if isinstance(leaf, Code)] == [(2, 4)]
    assert found.leaves[-1].lines == ("```dialogue", "c", "```")


COMMENTED = """一
<!-- ## 题 {#a}

- 项 [R01]
```dialogue
客户：二
-->
三 <!-- 四 --> 五
```
<!-- 六 -->
```
"""


def test_comments_are_in_nothing_that_is_read() -> None:
    found = parse(COMMENTED)
    assert found.text == "一\n\n\n\n\n\n\n三  五\n```\n\n```\n"
    assert found.commented == {2, 3, 4, 5, 6, 7, 8, 10}
    assert not found.torn and not found.headings and sorts(COMMENTED) == [(Prose, 1, 1, ""), (Prose, 8, 8, ""), (Code, 9, 11, "")]


def test_blanks_before_a_comment_break_no_line() -> None:
    assert parse("甲  <!-- 乙 -->\n丙  \n丁").lines == ("甲", "丙  ", "丁")


@pytest.mark.parametrize("body", ["<!-- a\n\nb", "<!-->\na", "a -->"])
def test_what_never_ends_is_no_comment(body: str) -> None:
    assert parse(body).text == body and not parse(body).commented


def test_where_lines_are_read() -> None:
    body = "一\n```dialogue\n客户：二\n```\n::: note 三\n四\n:::\n{{ doors }}\n```\n五\n```\n<!-- 六\n七 -->\n八\n"
    found = parse(body)
    assert [line for line in found.prose if line[1]] == [(1, "一"), (3, "客户：二"), (6, "四"), (14, "八")]
    assert [line for line in found.unfenced if line[1]] == [
        (1, "一"),
        (5, "::: note 三"),
        (6, "四"),
        (7, ":::"),
        (8, "{{ doors }}"),
        (14, "八"),
    ]
    assert [(number, words.spoken) for number, words in found.words] == [(1, False), (3, True), (5, False), (6, False), (14, False)]


def test_names_are_plain() -> None:
    assert all(name.isalpha() for name in (*FENCES, *CONTAINERS))


def holds(tree: Tree) -> list[int]:
    """Number of the line of every leaf and of every edge of a container."""
    edges = [number for block in tree.containers for number in [block.line, *([block.last] if block.closed else [])]]
    return sorted([*edges, *(number for leaf in tree.leaves for number, _ in leaf.numbered)])


@given(ANY)
def test_every_line_is_in_one_leaf_or_is_an_edge_of_a_container(body: str) -> None:
    found, count = parse(body), body.count("\n") + 1
    assert holds(found) == [*range(1, count + 1)]
    assert [line for node in found.nodes for line in node.lines] == [*found.lines] and len(found.lines) == count
    assert all(found.lines[leaf.line - 1 : leaf.last] == leaf.lines for leaf in found.leaves)
    assert all(1 <= mistake.line <= count for mistake in found.edges)
    assert all(leaf.within == block.name for block in found.containers for leaf in block.nodes)


@given(ANY)
def test_a_line_without_a_comment_is_as_it_was_written(body: str) -> None:
    found = parse(body)
    pairs = enumerate(zip(body.split("\n"), found.lines, strict=True), start=1)
    assert {number for number, (written, read) in pairs if written != read} <= found.commented
    assert parse(found.text).text.count("\n") == body.count("\n")


@given(ANY)
def test_what_is_read_of_a_leaf_is_its_own(body: str) -> None:
    found = parse(body)
    assert all({*leaf.read} <= {*leaf.numbered} for leaf in found.leaves)
    assert [*found.prose] == sorted(found.prose) and {number for number, _ in found.words} <= {
        number for number, _ in enumerate(found.lines, 1)
    }


@given(BODIES, st.integers(0, 5))
def test_empty_lines_above_move_a_tree_and_nothing_else(body: str, more: int) -> None:
    moved = [(sort, line - more, last - more, within) for sort, line, last, within in sorts("\n" * more + body)]
    assert moved == sorts(body)
