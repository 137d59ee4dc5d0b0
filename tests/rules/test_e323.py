"""E323: lines mean to the renderer what they look like to their author, and every word is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.content.problem import Problem
from course.content.reading import load
from course.render.markdown import EXTENSIONS
from course.rules import e323_as_it_looks as rule
from course.rules import misread
from course.rules.looks import letters, lines
from course.rules.rendered import rendered
from course.syntax.tree import parse
from small import MINIMAL, ROOT, edited, line_of

Tree = Callable[..., Path]
ABOUT, CASE, CASE_EN, TERMS = "docs/zh/about/x.md", "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/terms.yml"
PLACE, PLACE_EN = "先让大家读。", "Let everyone read first."


def told(root: Path) -> list[Problem]:
    return sorted(rule.check(load(root)))


def of(body: str) -> list[tuple[int, str]]:
    """Line and Chinese of all that is told of a body."""
    return [(line, zh) for line, zh, _ in misread.told(list(lines(parse(body))))]


LISTS = [
    ("文字：\n- 甲\n- 乙", 2, "列表和上面一行连在一起，“-”会显示在句子里，应在列表上面空一行"),
    ("文字：\n1. 甲\n2. 乙", 2, "列表和上面一行连在一起，“1.”会显示在句子里"),
    ("- 甲\n\n文\n- 乙", 4, "列表和上面一行连在一起"),
    ("- 甲\n  - 乙", 2, "下一级列表缩进了 2 个空格，会和上一级排在一起，应缩进四个"),
    ("1. 甲\n   - 乙", 2, "下一级列表缩进了 3 个空格"),
    ("1. 甲\n2. 乙\n- 丙", 3, "这里的项目列表会接进上面的编号列表"),
    ("- 甲\n\n1. 乙\n2. 丙", 3, "这里的编号列表会接进上面的项目列表"),
    ("1. 甲\n2. 乙\n\n一段话。\n\n3. 丙", 6, "这一项写的是 3.，会显示成 1.：上面的段落把列表断开了"),
    ("1. 甲\n1. 乙", 2, "这一项写的是 1.，会显示成 2.，应按 1. 2. 3. 的次序写"),
    ("1. 甲\n3. 乙\n4. 丙", 2, "这一项写的是 3.，会显示成 2."),
    ("2026. 甲", 1, "行首的“2026.”会变成列表编号，显示成 1.，应写成“2026 年”"),
    ("- 甲\n\n  乙", 3, "这一段缩进了 2 个空格，不会接在上面的列表项里，应缩进四个"),
    ("1、甲\n2、乙", 1, "行首的“1、”不会排成列表，几行会连成一段；应写成“1. ”"),
    ("1）甲\n2）乙", 1, "行首的“1）”不会排成列表"),
    ("1) 甲\n2) 乙", 1, "行首的“1)”不会排成列表"),
    ("（1）甲\n（2）乙", 1, "行首的“（1）”不会排成列表"),
    ("1.甲\n2.乙", 1, "行首的“1.”不会排成列表，几行会连成一段；应写成“1. ”"),
    ("1、甲\n2. 乙\n3. 丙", 1, "行首的“1、”不会排成列表"),
    ("1. 甲\n2.乙\n3. 丙", 2, "行首的“2.”不会排成列表"),
    ("① 甲\n② 乙", 1, "行首的“①”不会排成列表"),
    ("• 甲\n• 乙", 1, "行首的“•”不会排成列表，几行会连成一段；应写成“- ”"),
    ("-甲\n-乙", 1, "行首的“-”不会排成列表"),
    ("– 甲\n– 乙", 1, "行首的“–”不会排成列表"),
    ("    甲", 1, "行首有四个以上空格（或 Tab），会变成一段代码"),
    ("\t甲", 1, "行首有四个以上空格（或 Tab），会变成一段代码"),
    ("文\n\n    - 甲", 3, "行首有四个以上空格（或 Tab），会变成一段代码"),
    ("::: note 题\n文\n- 乙\n:::", 3, "列表和上面一行连在一起"),
]
TABLES = [
    ("甲\t乙\n丙\t丁", 1, "用 Tab 隔开的几列不会成为表格"),
    ("｜甲｜乙｜\n｜---｜---｜\n｜丙｜丁｜", 1, "表格的竖线要用半角 |"),
    ("| 甲 | 乙 |\n| —— | —— |\n| 丙 | 丁 |", 1, "表头下面一行要用半角的减号"),
    ("| 甲 | 乙 |\n| 丙 | 丁 |", 1, "这几行不会成为表格，表头下面应有一行 | --- | --- |"),
    ("| 甲 | 乙 |\n| --- |\n| 丙 | 丁 |", 1, "表头有 2 格，下面一行有 1 格，不会成为表格"),
    ("文：\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", 2, "表格和上面一行连在一起"),
    ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 | 三 |", 3, "这一行有 3 格，表头只有 2 格，多出来的“三”不会显示"),
    ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 | 三 |\n| 1 | 2 | 四 |", 1, "表头有 2 格，下面的行有 3 格，多出来的不会显示；应给表头补上"),
    ("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n文字", 4, "这一行紧跟在表格下面，会变成表格的一行"),
]
WORDS = [
    ("[注]: 说明", 1, "以 [ ]: 开头的这一行是 Markdown 的链接定义，不会显示"),
    ("见[注]。\n\n[注]: 说明", 3, "以 [ ]: 开头的这一行"),
    ("[^1]: 说明", 1, "以 [ ]: 开头的这一行"),
]
SIGNS = [
    ("长 3*4*5 米", 1, "“3*4”里的 * 会被当成斜体的记号，不会显示；乘号写 ×"),
    ("** 甲 **", 1, "“** ”里的 ** 没有成对，会原样显示"),
    ("**甲 **", 1, "“**甲”里的 ** 没有成对"),
    ("说**甲，乙", 1, "“说**甲”里的 ** 没有成对"),
    ("- **甲**：乙\n- **丙：丁", 2, "“**丙”里的 ** 没有成对"),
    ("*甲", 1, "“*甲”里的 * 没有成对"),
    ("`甲", 1, "“`甲”里的 ` 没有成对，会原样显示"),
    ("~~甲~~", 1, "~~ 会原样显示，这里没有这种写法"),
    ("甲[^1]", 1, "[^1] 会原样显示：没有脚注"),
    ("[字] (a.md)", 1, "[文字] 和 (地址) 之间有空格"),
    ("- []甲", 1, "[] 会原样显示，勾选框应写成 - [ ] "),
    ("- [x] 甲", 1, "[x] 会原样显示"),
    ("```dialogue\n甲：**好\n```", 2, "“**好”里的 ** 没有成对"),
    ("```quiz\n哪个？\n- [x] 3*4*5\n  > 好\n- [ ] 乙\n  > **不\n```", 3, "“3*4”里的 * 会被当成斜体的记号"),
]


@pytest.mark.parametrize(("body", "line", "zh"), [*LISTS, *TABLES, *WORDS, *SIGNS])
def test_it_is_told_at_its_line(body: str, line: int, zh: str) -> None:
    found = of(f"开头一句。\n\n{body}\n\n末尾一句。")
    assert found and found[0][0] == line + 2, found
    assert found[0][1].startswith(zh)
    assert len(found) == (2 if "quiz" in body else 1), found


@pytest.mark.parametrize(
    "body",
    [
        "- 甲\n- 乙\n    - 丙\n    - 丁\n- 戊",
        "1. 甲\n\n    接着说。\n\n2. 乙\n\n    - 丙",
        "- 甲\n\n中间一句。\n\n1. 乙\n2. 丙",
        "1. 甲\n   续一行\n2. 乙",
        "> - 甲\n>     - 乙",
        "- [ ] 甲\n- [ ] 乙",
        "* 甲\n* 乙",
        "**甲**：乙*丙*，***丁***，`**`，`3*4*5`。",
        "长 3\\*4\\*5 米，2026\\. 甲，5 * 3，138****0000，____ 元，甲_乙_丙。",
        "| 甲 | `a|b` |\n| --- | :-: |\n| a\\|b | 乙 |",
        "甲 | 乙\n--- | ---\n丙 | 丁",
        "```\n    甲\t乙\n- 丙\n**\n```",
        "（1）先看；（2）再问。\n\n1）先看；2）再问。",
        "15、16、17。红漆喷的号码还在。",
        "1.5 元。\n\n-5 ℃。\n\n—— 甲",
        '[[P01]]、[[P01|先查]]、[R01]、[字](../a_b_(c).md "题")、<https://a.b/c>。',
        "## 标题 {#a-b}\n\n### 小题\n\n&lt;甲&gt; &amp; 乙",
        "甲 {乙} 丙 [丁] 戊",
        "甲  \n乙",
        "```dialogue\n甲：1. 好，- 是\n（停）\n```",
        "::: role 客户 · 李阿姨\n- 甲\n:::\n\n- 乙",
        "{{ parts }}\n\n- 甲",
        '<div markdown="1">\n\n- 甲\n\n</div>',
    ],
)
def test_what_is_as_it_looks_is_not_told(body: str) -> None:
    assert of(f"开头一句。\n\n{body}\n\n末尾一句。") == []


@pytest.mark.parametrize(("path", "place"), [(CASE, PLACE), (CASE_EN, PLACE_EN)])
def test_each_language_is_told_by_itself(tree: Tree, path: str, place: str) -> None:
    root = tree(edited(path, (place, f"{place}\n- one\n- two")))
    (problem,) = told(root)
    assert (problem.path, problem.line, problem.code) == (path, line_of(root, path, "- one"), "E323")
    assert problem.en.startswith("the list runs on from the line above and `-` is shown inside its sentence, expected an empty line")


def test_a_page_only_chinese_is_told_too(tree: Tree) -> None:
    root = tree({ABOUT: "---\ntitle: 题\nsummary: 话\n---\n\n1、甲\n2、乙\n"})
    assert [(problem.path, problem.line) for problem in told(root)] == [(ABOUT, 6)]


def test_a_reason_is_read_as_markdown_and_a_title_is_not(tree: Tree) -> None:
    root = tree(edited(CASE, ("title: 表走得快", "title: 表走得**快**"), ("  P01: 先查读数，", "  P01: 先查 3*4*5，")))
    assert [(problem.line, problem.zh[:6]) for problem in told(root)] == [
        (line_of(root, CASE, "title:"), "“**快”在"), (line_of(root, CASE, "  P01:"), "“3*4”里"),
    ]  # fmt: skip


def test_a_table_shows_words_alone(tree: Tree) -> None:
    root = tree(edited(TERMS, ("zh: 记下一件事和办理经过的单子。", "zh: '单子，见[[P01]]。'")))
    (problem,) = told(root)
    assert (problem.path, problem.line) == (TERMS, line_of(root, TERMS, "见[[P01]]"))


def test_words_after_a_number_sign_in_a_table_are_told(tree: Tree) -> None:
    root = tree(
        edited(
            TERMS,
            ("definition: {zh: 记下一件事和办理经过的单子。, en", "definition:\n    zh: 记下 #3 单子。\n    en"),
            ("about it.}", "about it."),
        )
    )
    (problem,) = told(root)
    assert (problem.path, problem.line) == (TERMS, line_of(root, TERMS, "#3"))
    assert problem.zh.startswith("“ #”和后面的字会被当成注释丢掉")


def test_a_note_after_a_whole_row_is_one(tree: Tree) -> None:
    assert told(tree(edited(TERMS, ("avoid: {zh: [单子], en: [slip]}", "avoid: {zh: [单子], en: [slip]} # 常用")))) == []


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "<a", "`", "*a ", "**a", "{", "> ", "1、", "[[a", "\\", "|", "a\t"])
def test_a_heap_of_signs_is_no_obstacle(sign: str) -> None:
    assert len(of(sign * (4_900 // len(sign)))) <= 1
    assert of("\n".join(["甲" + sign * 50] * 300)) is not None


def test_what_a_torn_page_looks_like_is_not_asked(tree: Tree) -> None:
    assert told(tree(edited(CASE, (PLACE, "```dialogue\n- 甲\n    乙")))) == []


def test_the_minimal_course_has_none() -> None:
    assert told(MINIMAL) == []


def test_the_extensions_are_those_of_the_site() -> None:
    """A table of contents adds links to headings and changes no word."""
    names = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    assert {*names} == {*EXTENSIONS, "toc"}


PIECES = st.sampled_from([*"好是3a*_`[]{}()<>|#>-+.、）\\ \n", "\n\n", "**", "- ", "1. ", "    ", "| a | b |\n| --- | --- |\n", "```", "[a]: b", "](", "{#a}", "&amp;", "\t"])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
def test_whatever_stands_in_a_body_it_is_told_once_a_line_and_on_a_line_there_is(body: str) -> None:
    numbers = [line for line, _ in of(body)]
    assert numbers == sorted({*numbers})
    assert all(1 <= number <= body.count("\n") + 1 for number in numbers)


@given(
    st.lists(st.text("好是的3a，。", min_size=1).map(lambda words: f"字{words}"), min_size=1, max_size=8),
    st.sampled_from(["- ", "1. ", ""]),
)
def test_plain_lists_and_paragraphs_are_as_they_look(words: list[str], mark: str) -> None:
    body = "\n".join(f"{number}. {text}" if mark == "1. " else f"{mark}{text}" for number, text in enumerate(words, start=1))
    assert of(body) == []
    html = markdown.markdown(body, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
    assert rendered(body).letters.startswith(letters(words[0]))
    assert html.count("<li>") == (len(words) if mark else 0)
