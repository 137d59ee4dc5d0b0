"""E301 by examples: what one language has and the other has not, where it is told, and a phrase of what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.problem import Problem
from course.content.reading import load
from course.rules.e301_same_structure import CODE, check
from course.translation.outdated import accepted, stamps
from small import MINIMAL, edited, line_of, original

Tree = Callable[..., Path]
ZH, EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
CHAPTER, CHAPTER_EN = "docs/zh/chapters/service.md", "docs/en/chapters/service.md"
ANALYSIS = ("先查后判。", "Check before you judge.")
TALK = (
    "```dialogue\n客户：表是不是走得快？\n坐席（✓ P01）：我先查一下读数。\n",
    "```dialogue\nCustomer: Is the meter running fast?\nAgent (✓ P01): Let me look up the readings first.\n",
)


def analysis(zh: str, en: str) -> dict[str, str]:
    """The minimal case with that text in its section on the analysis; its first line is ``FIRST``."""
    return {**edited(ZH, (ANALYSIS[0], zh)), **edited(EN, (ANALYSIS[1], en))}


def talk(zh: str, en: str) -> dict[str, str]:
    """The minimal case with those turns added to its dialogue."""
    return {**edited(ZH, (TALK[0], TALK[0] + zh)), **edited(EN, (TALK[1], TALK[1] + en))}


FIRST = line_of(MINIMAL, EN, ANALYSIS[1])
TURN = line_of(MINIMAL, EN, "Agent (") + 1
"""Line of the first added turn."""
ZH_FIRST = line_of(MINIMAL, ZH, ANALYSIS[0])
QUIZ = "```quiz\n?\n- [{}] a\n  > x\n- [{}] b\n  > x\n```"
TABLE = "| a | b |\n| - | - |\n| c | d |"


@pytest.mark.parametrize(
    ("files", "line", "zh", "en"),
    [
        (analysis("- 一\n- 二", "- one"), FIRST, "“参考分析”：第 1 个列表：中文 2 项，英文 1 项", "`Analysis`: list 1: 2 entries in Chinese, 1 here"),
        (analysis("- 一\n\n话\n\n- 一", "- one\n\nx\n\n- one\n- two"), FIRST + 4, "第 2 个列表：中文 1 项，英文 2 项", "list 2: 1 entries in Chinese, 2 here"),
        (analysis("1. 一", "- one"), FIRST, f"中文第 {ZH_FIRST} 行是编号列表，英文这里是项目列表", f"expected a numbered list as on line {ZH_FIRST} of the Chinese page, found a bulleted list"),
        (analysis("- [ ] 一", "- one"), FIRST, "是勾选列表，英文这里是项目列表", "expected a checklist"),
        (analysis("话\n\n- 一", "text\n\none"), FIRST + 2, f"中文第 {ZH_FIRST + 2} 行是项目列表，英文没有", "found none"),
        (analysis("话", "x\n\n- one"), FIRST + 2, "英文多了项目列表，中文没有", "a bulleted list that the Chinese does not have"),
        (analysis(f"- 一\n\n{TABLE}", f"{TABLE}\n\n- one"), FIRST, "英文多了表格", "a table that the Chinese does not have"),
        (analysis(TABLE, TABLE + "\n| e | f |"), FIRST, "第 1 个表格：中文 1 行，英文 2 行", "table 1: 1 rows in Chinese, 2 here"),
        (analysis(TABLE, "| a |\n| - |\n| c |"), FIRST, "第 1 个表格：中文 2 列，英文 1 列", "table 1: 2 columns in Chinese, 1 here"),
        (analysis("::: note 一\n话\n:::", "::: myth One\nx\n:::"), FIRST, "是::: note，英文这里是::: myth", "a ::: note as on line"),
        (analysis("::: note 一\n- 话\n:::", "::: note One\nx\n:::\n\n- x"), FIRST + 4, "是项目列表（在 ::: note 里），英文这里是项目列表", "a bulleted list (inside ::: note)"),
        (analysis("{{ figure: one }}", "x"), FIRST, "是{{ figure: one }}，英文没有", "{{ figure: one }} as on line"),
        (analysis("{{ figure: one }}", "{{ figure: two }}"), FIRST, "英文这里是{{ figure: two }}", "found a {{ figure: two }}"),
        (analysis("话", "x\n\n![x](a.svg)"), FIRST + 2, "图片，中文 0 处，英文 1 处", "pictures: 0 in Chinese, 1 here"),
        (analysis(QUIZ.format("x", " "), QUIZ.format(" ", "x")), [FIRST + 2, FIRST + 4], "中文是", "in Chinese, expected the same here"),
        (analysis(QUIZ.format("x", " "), QUIZ.format("x", "x")), FIRST + 4, "第 2 项中文是错的，英文是对的", "option 2 is wrong in Chinese"),
        (analysis(QUIZ.format("x", " ").replace("- [ ] b", "- [ ] c\n  > x\n- [ ] b"), QUIZ.format("x", " ")), FIRST, "第 1 个自测题：中文 3 个选项，英文 2 个选项", "quiz 1: 3 options in Chinese, 2 here"),
        (analysis("话[R01]", "x\n\ny"), FIRST - 4, f"[R01]，中文 1 处，英文 0 处；中文在第 {ZH_FIRST} 行", f"[R01]: 1 in Chinese, 0 here; on line {ZH_FIRST} of the Chinese page"),
        (analysis("话[R01]", "x [R01]\n\ny [R01]"), FIRST + 2, "[R01]，中文 1 处，英文 2 处", "[R01]: 1 in Chinese, 2 here"),
        (analysis("话\n\n话[R01]", "x\n\n::: compare UK\n[R01]\n:::\n\ny"), FIRST + 6, "[R01]，中文 1 处，英文 0 处", "[R01]: 1 in Chinese, 0 here"),
        (analysis("话[R01]\n\n话[R01]", "x [R01]\n\ny"), FIRST + 2, "[R01]，中文 2 处，英文 1 处", "[R01]: 2 in Chinese, 1 here"),
        (analysis("话\n\n话[R01]", "x [R01]\n\ny [R01]"), FIRST, "[R01]，中文 1 处，英文 2 处", "[R01]: 1 in Chinese, 2 here"),
        (analysis("话[R01][R01]", "x [R01]"), FIRST, "[R01]，中文 2 处，英文 1 处", "[R01]: 2 in Chinese, 1 here"),
        (analysis("[[P01|话]]", "[[P01|x]] [[C01]]"), FIRST, "[[C01]]，中文 0 处，英文 1 处", "[[C01]]: 0 in Chinese, 1 here"),
        (talk("客户：好。\n", ""), TURN - 1, "第 1 个对话：中文 3 句，英文 2 句", "dialogue 1: 3 turns in Chinese, 2 here"),
        (talk("客户：好。\n（停。）\n坐席：是。\n", "Customer: Good.\nAgent: Yes.\n"), TURN + 1, "中文 5 句，英文 4 句，从这里对不上", "they part on this line"),
        (talk("客户：好。\n坐席：是。\n客户：走。\n", "Customer: Good.\nCustomer: Off.\n"), TURN + 1, "中文 5 句，英文 4 句", "5 turns in Chinese, 4 here"),
        (talk("（停。）\n", "Agent: Stop.\n"), TURN, "第 3 句中文是括号里的动作，英文是没有标记的话", "turn 3 is a stage direction in Chinese, speech without a mark here"),
        (talk("坐席（✓ P01）：好。\n", "Agent (✗ P01): Good.\n"), TURN, "中文是标了 ✓ P01 的话，英文是标了 ✗ P01 的话", "speech marked ✓ P01 in Chinese, speech marked ✗ P01 here"),
        (talk("坐席（✓ P01）：好。\n", "Agent (✓ P02): Good.\n"), TURN, "英文是标了 ✓ P02", "marked ✓ P02 here"),
        (talk("坐席（✓ P01）：好。\n", "Agent: Good.\n"), TURN, "英文是没有标记的话", "speech without a mark here"),
        (talk("客户：好。\n", "Caller: Good.\n"), TURN, "第 3 句说话的是“客户”，本页英文里叫“Customer”，这里写的是“Caller”", "turn 3 is spoken by 客户, Customer elsewhere on this page; found Caller"),
        (talk("班长：好。\n", "Agent: Good.\n"), TURN, "第 3 句说话的是“班长”，这里的“Agent”在本页已是“坐席”，两个人要用两个名字", "but Agent is 坐席 on this page; expected a name for each"),
    ],
)  # fmt: skip
def test_what_differs_is_told(tree: Tree, files: dict[str, str], line: int | list[int], zh: str, en: str) -> None:
    found = told(tree(files))
    assert [(problem.path, problem.line, problem.code) for problem in found] == [
        (EN, at, CODE) for at in (line if isinstance(line, list) else [line])
    ]
    assert all(zh in problem.zh and en in problem.en for problem in found), found


def told(root: Path) -> list[Problem]:
    return sorted(check(load(root)))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {EN: None},
        analysis("- 一\n- 二", "* one\n\n* two"),
        analysis("话", "x\n\n::: compare Great Britain\n- x [R01]\n:::"),
        analysis("- 一\n\n::: note 甲\n- 一\n:::", "- one\n\n::: compare Great Britain\nx\n:::\n\n::: note A\n- one\n:::"),
        analysis("`[R01]`", "x"),
        talk("坐席（✓ P01、P02）：好。\n", "Agent (✓ P02, P01): Good.\n"),
        talk("客户：好。\n看不懂\n", "Customer: Good.\n"),
        analysis("```quiz\n问\n```", QUIZ.format("x", " ")),
        analysis("::: note 没关\n\n- 一", "x"),
        analysis("- 一\n\n## 依据", "x"),
        analysis("- 一", "x\n\n## Unknown\n\ny"),
        {**edited(CHAPTER, ("## 要点", "## 甲 {#a}\n\n- 一\n\n## 要点")), **edited(CHAPTER_EN, ("## Key points", "## B {#b}\n\nx\n\n## Key points"))},
    ],
)  # fmt: skip
def test_what_is_the_same_or_cannot_be_told_is_passed_over(tree: Tree, files: dict[str, str]) -> None:
    assert told(tree(files)) == []


def test_the_rarer_name_is_the_wrong_one_wherever_it_stands(tree: Tree) -> None:
    files = talk("客户：一。\n客户：二。\n", "Customer: One.\nCustomer: Two.\n")
    files[EN] = files[EN].replace("Customer: Is", "Caller: Is", 1)
    assert [(problem.line, "这里写的是“Caller”" in problem.zh) for problem in told(tree(files))] == [(TURN - 2, True)]


def test_a_speaker_has_one_name_in_all_dialogues_of_a_page(tree: Tree) -> None:
    files = analysis("```dialogue\n坐席：好。\n```", "```dialogue\nClerk: Good.\n```")
    assert [problem.line for problem in told(tree(files))] == [FIRST + 1]


def test_a_dialogue_that_cannot_be_read_hides_no_other(tree: Tree) -> None:
    zh, en = "```dialogue\n看不懂\n```\n\n```dialogue\n丙：好。\n```", "```dialogue\nC: x\n```\n\n```dialogue\n(Waits.)\n```"
    assert [problem.line for problem in told(tree(analysis(zh, en)))] == [FIRST + 5]


def test_free_sections_and_the_opening_count(tree: Tree) -> None:
    zh, en = original(CHAPTER).split("---\n"), original(CHAPTER_EN).split("---\n")
    zh[2], en[2] = "\n- 一\n" + zh[2], "\nx\n" + en[2]
    (found,) = told(tree({CHAPTER: "---\n".join(zh), CHAPTER_EN: "---\n".join(en)}))
    assert "开头：中文第" in found.zh and "the opening: expected a bulleted list" in found.en


def test_a_section_that_waits_for_its_translator_is_passed_over_until_it_is_confirmed(tree: Tree) -> None:
    confirmed = stamps(load(tree()).cases["C01"])
    changed = edited(ZH, (ANALYSIS[0], "- 一\n- 二"))
    english = accepted(original(EN), confirmed)
    assert told(tree({**changed, EN: english})) == []
    now = stamps(load(tree(changed)).cases["C01"])
    (found,) = told(tree({**changed, EN: accepted(original(EN), now)}))
    assert "项目列表，英文没有" in found.zh
    (other,) = told(tree({**changed, EN: english.replace("1. What", "What")}))
    assert "编号列表，英文没有" in other.zh, "the other sections are still compared"
