"""Every rule by examples: what is written wrong, where it is told, and a phrase of what is said in either language."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from course import rules
from course.content.problem import Problem
from course.rules import RULES, CourseRule, PageRule
from small import edited, line_of, original
from small import problems as all_problems

Tree = Callable[..., Path]
Place = tuple[str, str | int]
"""A file, and words on the line or the line itself."""

CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE, PRINCIPLE_EN = "docs/zh/principles/check-first.md", "docs/en/principles/check-first.md"
CHAPTER, CHAPTER_EN = "docs/zh/chapters/service.md", "docs/en/chapters/service.md"
FORM, FORM_EN = "docs/zh/forms/call-log.md", "docs/en/forms/call-log.md"
HOME, HOME_EN = "docs/zh/index.md", "docs/en/index.md"
ASKED = "docs/data/asked.yml"
COURSE, PHRASES, PLANS, REFERENCES = (f"docs/data/{name}.yml" for name in ("course", "phrases", "plans", "references"))
SYLLABUS, TERMS, VOCABULARY = (f"docs/data/{name}.yml" for name in ("syllabus", "terms", "vocabulary"))
SVG, FIGURE = "docs/data/figures/one.svg", "docs/data/figures/one.yml"


@dataclass(frozen=True)
class Wrong:
    """A change to the minimal course, and the problems of one rule it makes."""

    code: str
    places: tuple[Place, ...]
    zh: str
    en: str
    files: Mapping[str, str]


SAID = "{zh: 大家早, en: Good morning}"
"""What a trainer says, as a row of a plan has it."""


def wrong(
    code: str, place: Place | list[Place], zh: str, en: str, *edits: tuple[str, str, str], files: Mapping[str, str] | None = None
) -> Wrong:
    """``edits`` are (file, old words, new words)."""
    changes: dict[str, list[tuple[str, str]]] = {}
    for path, old, new in edits:
        changes.setdefault(path, []).append((old, new))
    made = {name: text for path, pairs in changes.items() for name, text in edited(path, *pairs).items()}
    return Wrong(code, tuple(place) if isinstance(place, list) else (place,), zh, en, {**made, **(files or {})})


def unknown(place: Place, id: str, hint: str, *edits: tuple[str, str, str], files: Mapping[str, str] | None = None) -> Wrong:
    """An id that names nothing; ``hint`` is what it may have meant."""
    zh, en = (f"，是不是 {hint}？", f"; did you mean {hint}?") if hint else ("", "")
    return wrong(
        "E201", place, f"没有编号“{id}”，应是已有的编号{zh}", f"unknown id `{id}`, expected one that exists{en}", *edits, files=files
    )


def unlisted(place: Place, id: str, rows: str, *edits: tuple[str, str, str]) -> Wrong:
    """A word the vocabulary does not have; ``rows`` are those it has, with their Chinese names."""
    ids = ", ".join(re.findall(r"([\w-]+)（", rows))
    return wrong("E201", place, f"不认识“{id}”，能用的是：{rows}", f"unknown `{id}`, expected one of: {ids}", *edits)


def body(path: str, text: str) -> str:
    """A page of the minimal course with another body."""
    return original(path).split("---\n", 2)[1].join(["---\n", "---\n\n"]) + text


def home(*lines: str) -> dict[str, str]:
    """The Chinese home page with that body; it is translated later."""
    return {HOME: body(HOME, "\n".join(lines))}


def figure(svg: str, words: str) -> dict[str, str]:
    return {SVG: svg, FIGURE: f"alt: {{zh: 图, en: Figure}}\ncaption: {{zh: 图, en: Figure}}\nwords: {words}\n"}


ONE = '<svg xmlns="http://www.w3.org/2000/svg">\n<text>{{ one }}</text>\n</svg>'
OTHER_CASE = original(CASE).replace("id: C01", "id: C02")
TERM = "- id: {}\n  term: {{zh: {}, en: {}}}\n  definition: {{zh: 意思。, en: Meaning.}}\n"

WRONG = [
    # E201: ids
    unknown((CASE, "  P77:"), "P77", "", files={path: original(path).replace("P01", "P77") for path in (CASE, CASE_EN)}),
    unknown((CASE, "chapter:"), "2.7", "", (CASE, '"1.1"', '"2.7"'), (CHAPTER, "cases: [C01]", "cases: []")),
    unknown((ASKED, "- page:"), "C77", "", (ASKED, "C01", "C77")),
    unlisted((PHRASES, "issues:"), "metr", "meter（电表）", (PHRASES, "  principle", "  issues: [metr]\n  principle")),
    unlisted((CASE, "form:"), "cases", "case（案例）", (CASE, "form: case", "form: cases")),
    unlisted((CASE, "channel:"), "hotlin", "hotline（热线）", (CASE, "channel: hotline", "channel: hotlin")),
    unlisted((CASE, "level:"), "hard", "standard（一般）", (CASE, "level: standard", "level: hard")),
    unlisted((CASE, "- clerk"), "clerk", "hotline-agent（热线坐席）", (CASE, "roles: [hotline-agent]", "roles:\n  - hotline-agent\n  - clerk")),
    unlisted((CASE, "customers:"), "resident", "residential（居民）", (CASE, "[residential]", "[resident]")),
    unlisted((CASE, "issues:"), "bill", "meter（电表）", (CASE, "[meter]", "[bill]")),
    unlisted((CASE, "steps:"), "x", "calm（接住）", (CASE, "[calm]", "[x]")),
    unknown((CASE, "sources:"), "B9.9", "", (CASE, "[A1.1]", "[A1.1, B9.9]")),
    unlisted((PRINCIPLE, "family:"), "praise", "complaint（投诉）", (PRINCIPLE, "family: complaint", "family: praise")),
    unknown((CHAPTER, "principles:"), "P02", "P01", (CHAPTER, "principles: [P01]", "principles: [P01, P02]")),
    unknown((CHAPTER, "cases:"), "C02", "C01", (CHAPTER, "cases: [C01]", "cases: [C01, C02]")),
    unknown((FORM, "sources:"), "B", "", (FORM, "[A1.1]", "[B]")),
    unknown((TERMS, "references:"), "R99", "", (TERMS, "[R01]", "[R01, R99]")),
    unknown((PHRASES, "principle:"), "P22", "", (PHRASES, "principle: P01", "principle: P22")),
    unlisted((PHRASES, "situation:"), "x", "explaining（解释）", (PHRASES, "situation: explaining", "situation: x")),
    unlisted((PHRASES, "channels:"), "hall", "hotline（热线）", (PHRASES, "[hotline]", "[hotline, hall]")),
    unknown((PLANS, "C22"), "C22", "", (PLANS, "case: C01", "case: C22")),
    unknown((PLANS, "2.7"), "2.7", "", (PLANS, '"1.1"', '"2.7"')),
    unknown((COURSE, "cases:"), "C22", "", (COURSE, "[C01]", "[C22]")),
    unknown((COURSE, "chapters:"), "2.7", "", (COURSE, '["1.1"]', '["2.7"]')),
    unlisted((COURSE, "roles:"), "x", "hotline-agent（热线坐席）", (COURSE, "[hotline-agent]", "[x]")),
    unknown((SYLLABUS, "id: Z1"), "Z1", "A1", (SYLLABUS, "What service means}\n", "What service means}\nreplaced:\n- id: Z1\n  reason: {zh: 无, en: None}\n")),
    unknown(("docs/zh/chapters/x.md", 'id: "7.1"'), "7", "", files={
        "docs/zh/chapters/x.md": original(CHAPTER).replace('"1.1"', '"7.1"').replace("cases: [C01]", "cases: []"),
    }),
    unlisted((CASE, "channel:"), "柜台", "hotline（热线）、hall（大厅）", (CASE, "channel: hotline", "channel: 柜台"),
             (VOCABULARY, "en_about: Hotline.}\n", "en_about: Hotline.}\n- {id: hall, zh: 大厅, en: Hall, zh_about: 大厅。, en_about: Hall.}\n")),
    # E202: sections
    wrong("E202", [(PRINCIPLE, "## 自测"), (PRINCIPLE_EN, "## Check yourself")], "缺小节“## 适用边界”，应在“## 自测”前面", "the section `## 适用边界` is missing, expected before `## 自测`",
          (PRINCIPLE, "## 适用边界\n\n有危险时先让人离开。\n\n", ""), (PRINCIPLE_EN, "## Limits\n\nIn danger, move people away first.\n\n", "")),
    wrong("E202", [(PRINCIPLE, "## 自测"), (PRINCIPLE_EN, "## Check yourself")], "缺小节“## Limits”，应在“## Check yourself”前面", "the section `## Limits` is missing, expected before `## Check yourself`",
          (PRINCIPLE, "## 适用边界\n\n有危险时先让人离开。\n\n", ""), (PRINCIPLE_EN, "## Limits\n\nIn danger, move people away first.\n\n", "")),
    wrong("E202", (CASE, "先让大家读。"), "缺小节“## 讲师提示”，应在最后", "the section `## 讲师提示` is missing, expected at the end", (CASE, "## 讲师提示\n\n", "")),
    wrong("E202", (PRINCIPLE, "## 适用范围"), "没有“适用范围”这个小节，应是：适用边界", "there is no section `适用范围` here, expected: 适用边界", (PRINCIPLE, "## 适用边界", "## 适用范围")),
    wrong("E202", (PRINCIPLE_EN, "## Check Yourself"), "没有“Check Yourself”这个小节，应是：Check yourself", "there is no section `Check Yourself` here, expected: Check yourself",
          (PRINCIPLE_EN, "## Check yourself", "## Check Yourself")),
    wrong("E202", (CHAPTER, "## 自测"), "缺小节“## 要点”，应在“## 自测”前面", "the section `## 要点` is missing, expected before `## 自测`", (CHAPTER, "## 要点", "## 重点 {#points}\n")),
    wrong("E202", [(PRINCIPLE, "## 为什么"), (PRINCIPLE_EN, "## Why")], "小节“为什么”重复了，或位置不对，应是：怎么做 → 不要 → 为什么 → 适用边界 → 自测", "the section `为什么` is doubled or out of order, expected: 怎么做 → 不要 → 为什么",
          (PRINCIPLE, "## 为什么", "## 甲"), (PRINCIPLE, "## 适用边界", "## 为什么"), (PRINCIPLE, "## 甲", "## 适用边界"),
          (PRINCIPLE_EN, "## Why", "## X"), (PRINCIPLE_EN, "## Limits", "## Why"), (PRINCIPLE_EN, "## X", "## Limits")),
    wrong("E202", (PRINCIPLE, "## 怎么做"), "小节“怎么做”重复了，或位置不对", "the section `怎么做` is doubled or out of order", (PRINCIPLE, "## 怎么做", "## 甲"), (PRINCIPLE, "## 不要", "## 怎么做"), (PRINCIPLE, "## 甲", "## 不要")),
    wrong("E202", [(CASE, "## 另外"), (CASE_EN, "## More")], "没有“另外”这个小节，应是：情境、经过、想一想、参考分析", "there is no section `另外` here, expected: 情境, 经过",
          (CASE, "## 想一想", "## 另外 {#more}\n\n话\n\n## 想一想"), (CASE_EN, "## Questions", "## More {#more}\n\nx\n\n## Questions")),
    wrong("E202", (CASE, "## 情境"), "小节“情境”是空的，应有内容", "the section `情境` is empty, expected content", (CASE, "换表后电费多了一半。", "")),
    wrong("E202", (CASE_EN, "## Analysis"), "小节“Analysis”是空的", "the section `Analysis` is empty", (CASE_EN, "### 1. What comes first\n\nCheck before you judge.", "\t ")),
    wrong("E202", (CHAPTER, "## 一件事"), "小节“一件事”是空的", "the section `一件事` is empty", (CHAPTER, "客户要办一件事，见 [[C01]]。", "")),
    # E203: headings
    wrong("E203", (HOME, "# 题目"), "正文里不写一级标题", "expected no `#` heading in the body", files=home("# 题目")),
    wrong("E203", [(HOME, "### 深"), (HOME_EN, 5)], "标题跳级了，应是 ##", "the heading skips a level, expected ##", files=home("### 深 {#deep}")),
    wrong("E203", (HOME, "#### 深"), "标题跳级了，应是 ###", "the heading skips a level, expected ###", files={
        **home("## 浅 {#a}", "x", "#### 深"), HOME_EN: body(HOME_EN, "## A {#a}\n\nx"),
    }),
    wrong("E203", (HOME, "## 一"), "标题“一”没有编号，应在行末写 {#english-id}", "the heading `一` has no id, expected {#english-id}", files=home("## 一", "x")),
    wrong("E203", [(HOME, "## 二"), (HOME_EN, 5)], "标题编号 #a 用了两次", "the heading id #a stands twice, expected once",
          files=home("## 一 {#a}", "x", "## 二 {#a}", "x")),
    wrong("E203", (FORM_EN, "{#how}"), "英文页的标题编号和中文页对不上：缺 {#how-to}，多了 {#how}", "heading ids are not those of the Chinese page: {#how-to} missing, {#how} too many; expected the same in the same order", (FORM_EN, "#how-to", "#how")),
    wrong("E203", (FORM_EN, 5), "对不上：缺 {#how-to}", "not those of the Chinese page: {#how-to} missing; expected", (FORM_EN, "## How to record {#how-to}\n", "")),
    wrong("E203", (FORM_EN, "{#more}"), "对不上：多了 {#more}, {#most}", "not those of the Chinese page: {#more}, {#most} too many; expected", (FORM_EN, "Write down", "## More {#more}\n\nx\n\n## Most {#most}\n\nWrite down")),
    wrong("E203", (HOME_EN, "{#b}"), "对不上：次序不同", "not those of the Chinese page: another order; expected", files={
        **home("## 一 {#a}", "x", "## 二 {#b}", "x"), HOME_EN: body(HOME_EN, "## B {#b}\n\nx\n\n## A {#a}\n\nx"),
    }),
    wrong("E203", [(FORM, "#intro"), (FORM_EN, "#intro")], "标题编号 #intro 留给页面自动生成的部分", "the heading id #intro belongs to a generated part",
          (FORM, "#how-to", "#intro"), (FORM_EN, "#how-to", "#intro")),
    wrong("E203", [(HOME, "## 一"), (HOME_EN, 5)], "二级标题不能写在 ::: 里面", "a second-level heading cannot stand inside a ::: block",
          files=home("::: note", "## 一 {#a}", "x", ":::")),
    wrong("E203", (HOME, "##"), "标题没有字，应写上标题，或删去这一行", "the heading has no words, expected some", files=home("x", "", "##")),
    wrong("E203", [(HOME, "## {#a}"), (HOME_EN, 5)], "标题没有字", "the heading has no words", files=home("## {#a}", "x")),
    wrong("E203", (CASE, 24), "标题没有字", "the heading has no words", (CASE, "换表后电费多了一半。", "换表后电费多了一半。\n\n## \n\nx")),
    wrong("E203", (HOME, "##### 深"), "标题最多到 ####", "the heading is too deep, expected #### at most", files={
        **home("## 浅 {#a}", "### 中", "#### 低", "##### 深"), HOME_EN: body(HOME_EN, "## A {#a}\n\nx"),
    }),
    wrong("E203", (HOME, "##标题"), "行首的“##”会变成标题，标题应写成“## 标题”，# 后面空一格", "`##` at the start of a line makes a heading, expected `## Heading`", files=home("##标题", "x")),
    wrong("E203", (HOME, "#1 号表"), "行首的“#”会变成标题", "`#` at the start of a line makes a heading", files=home("#1 号表坏了。")),
    wrong("E203", (HOME, "####### 深"), "行首的“#######”会变成标题", "`#######` at the start of a line", files=home("####### 深")),
    wrong("E203", (HOME, "＃＃ 题"), "标题的 # 要用半角", "expected half-width # and a space", files=home("＃＃ 题")),
    wrong("E203", (HOME, " ## 题"), "标题前面有空格，不会成为标题，应从行首写起", "a heading that is set in is shown as plain text", files=home(" ## 题")),
    wrong("E203", (HOME, 8), "“---”紧跟在一行字下面，那行字会变成标题", "`---` right under a line of text makes a heading of it", files=home("", "一行字", "---")),
    wrong("E203", (CASE_EN, "==="), "“===”紧跟在一行字下面", "`===` right under a line of text", (CASE_EN, "Check before you judge.", "Check before you judge.\n===")),
    wrong("E203", (HOME, "### 例 "), "标题“例”和第 6 行的标题一样，目录里分不清", "the heading `例` says the same as the one on line 6, expected other words", files={
        **home("## 例 {#a}", "x", "### 例 {#b}", "x"), HOME_EN: body(HOME_EN, "## A {#a}\n\nx\n\n### B {#b}\n\nx"),
    }),
    wrong("E203", (CASE_EN, "### The Call "), "标题“The Call”和第", "the heading `The Call` says the same as the one on line",
          (CASE_EN, "Check before you judge.", "### The call\n\nx\n\n#### More\n\nx\n\n### The Call \n\nx")),
    # E204: directives
    wrong("E204", (HOME, "::: box"), "不认识 ::: box，应是其中之一：answer、trainer", "unknown block ::: box, expected one of: answer", files=home("::: box", "x", ":::")),
    wrong("E204", (HOME, "::: note"), "::: note 没有结束", "::: note is never closed", files=home("x", "::: note", "x")),
    wrong("E204", (HOME, 9), "前面没有对应的开头", "closes nothing", files=home("x", "x", "", ":::")),
    wrong("E204", (HOME, "```python"), "不认识 ```python，应是其中之一：dialogue, quiz", "unknown fence ```python, expected one of: dialogue, quiz", files=home("```python", "x", "```")),
    wrong("E204", (HOME, "```dialogue of two"), "不认识 ```dialogue of two", "unknown fence ```dialogue of two", files=home("```dialogue of two", "客户：话", "```")),
    wrong("E204", (HOME, "```quiz"), "```quiz 没有结束，应有一行 ```", "```quiz is never closed, expected a line ```", files=home("x", "```quiz", "问？", "- [x] 甲", "> 一", "- [ ] 乙", "> 二")),
    wrong("E204", (CASE, "```dialogue"), "```dialogue 没有结束，应有一行 ```", "```dialogue is never closed, expected a line ```", (CASE, "查一下读数。\n```\n", "查一下读数。\n")),
    wrong("E204", (CASE, "```dialogue"), "```dialogue 没有结束", "```dialogue is never closed", (CASE, "```dialogue\n", "::: note\n```dialogue\n"), (CASE, "查一下读数。\n```\n", "查一下读数。\n:::\n")),
    wrong("E204", (PRINCIPLE_EN, "```quiz"), "```quiz 没有结束", "```quiz is never closed", (PRINCIPLE_EN, "judge.\n```", "judge.\n")),
    wrong("E204", (CHAPTER, "```quiz"), "```quiz 没有结束", "```quiz is never closed", (CHAPTER, "办完。\n```\n", "办完。\n"), (FORM, "写下原话。", "写下[原话](../chapters/service.md#trainer)。")),
    wrong("E204", (HOME, "```dialogue"), "```dialogue 没有结束", "```dialogue is never closed", files={
        **home("```dialogue", "客户：话", "", "## 一 {#a}", "", "x", "", "```quiz", "问？", "- [x] 甲", "> 一", "- [ ] 乙", "> 二", "```"), HOME_EN: body(HOME_EN, "## A {#a}\n\nx"),
    }),
    wrong("E204", (FORM, "~~~~"), "~~~~ 没有结束，应有一行 ~~~~", "~~~~ is never closed, expected a line ~~~~", (FORM, "## 怎么记", "~~~~\n## 怎么记")),
    wrong("E204", (HOME, "一句没有冒号"), "这一行不是对话", "not a turn", files=home("```dialogue", "客户：话", "一句没有冒号", "```")),
    wrong("E204", (HOME, "（✗ 5）"), "标记里的“5”看不懂", "cannot read `5` in the mark", files=home("```dialogue", "坐席（✗ 5）：话", "```")),
    wrong("E204", (HOME, "一句没有冒号"), "这一行不是对话", "not a turn", files=home("::: answer", "x", "", "```dialogue", "一句没有冒号", "```", ":::")),
    wrong("E204", (HOME, "- [ ] 乙"), "这个选项没有反馈", "this option has no feedback", files=home("```quiz", "问？", "- [x] 甲", "> 对", "- [ ] 乙", "```")),
    wrong("E204", (HOME, "{{ door }}"), "不认识 {{ door }}，应是其中之一：figure、doors", "unknown {{ door }}, expected one of: figure", files=home("{{ door }}")),
    wrong("E204", (HOME, "{{ figure"), "没有图 none，应有 docs/data/figures/none.svg 和 .yml", "there is no figure none, expected", files=home("x", "{{ figure: none }}")),
    wrong("E204", (HOME, "｛｛"), "{{ }} 和 ::: 要用半角", "expected half-width {{ }} and :::", files=home("｛｛ doors ｝｝")),
    wrong("E204", [(HOME, "：：："), (HOME, 9)], "::: 要用半角", "expected half-width {{ }} and :::", files=home("x", "：：： note", "x", ":::")),
    wrong("E204", [(HOME, "::: note"), (HOME, 9)], "::: 要用半角", "expected half-width {{ }} and :::", files=home("x", "::: note", "x", "：：：")),
    wrong("E204", (HOME, "见 {{"), "{{ }} 和 ::: 应从行首写起，单独成行", "expected {{ }} and ::: at the start of a line of their own", files=home("见 {{ doors }}")),
    wrong("E204", (HOME, "  {{"), "应从行首写起", "at the start of a line", files=home("- x", "  {{ doors }}")),
    wrong("E204", (HOME, "{{ doors: }}"), "应从行首写起", "at the start of a line", files=home("{{ doors: }}")),
    wrong("E204", (HOME, "  ::: note"), "应从行首写起", "at the start of a line", files=home("- x", "  ::: note")),
    wrong("E204", (HOME, "::: !"), "应从行首写起", "at the start of a line", files=home("::: !")),
    wrong("E204", (HOME, "  ```"), "``` 前面有空格，不会显示成原样的文字，应从行首写起", "``` is set in and would not show its text as typed", files=home("- x", "", "  ```", "  a", "  ```")),
    wrong("E204", (HOME, "    ~~~"), "~~~ 前面有空格", "~~~ is set in", files=home("1. x", "", "    ~~~", "    a")),
    # E205: marks
    wrong("E205", (HOME, "[[C77]]"), "没有编号 [[C77]]", "unknown code [[C77]], expected the code of a page that exists", files=home("x", "见 [[C77]]。")),
    wrong("E205", (HOME, "[[C77|这里]]"), "没有编号 [[C77]]", "unknown code [[C77]]", files=home("[[C77|这里]]")),
    wrong("E205", (CASE, "[R77]"), "依据表里没有 [R77]", "no reference [R77], expected a row in docs/data/references.yml", (CASE, "[R01]", "[R77]")),
    wrong("E205", (CASE, "[M77]"), "依据表里没有 [M77]", "no reference [M77]", (CASE, "我先查一下读数。", "我先查[M77]。")),
    wrong("E205", (CASE, "  P01:"), "没有编号 [[C77]]", "unknown code [[C77]]", (CASE, "再说快慢。", "再说快慢，见 [[C77]]。")),
    wrong("E205", (CASE_EN, "  P01:"), "依据表里没有 [R77]", "no reference [R77]", (CASE_EN, "talking of fast", "talking [R77] of fast")),
    wrong("E205", (CASE, "（✗ P01）"), "这一句标了 P01，但开头的 breaks 里没有它的理由", "this turn is marked P01, expected a reason for it under `breaks`", (CASE, "✓ P01", "✗ P01")),
    wrong("E205", (CASE_EN, "(✓ P77)"), "这一句标了 P77，但开头的 principles 里没有它的理由", "marked P77, expected a reason for it under `principles`", (CASE_EN, "✓ P01", "✓ P77")),
    wrong("E205", (HOME, "（✓ P77）"), "这一句标了 P77", "this turn is marked P77", files=home("```dialogue", "坐席（✓ P77）：话", "```")),
    wrong("E205", (HOME, "（✓ P77）"), "这一句标了 P77", "this turn is marked P77", files=home("::: answer", "```dialogue", "坐席（✓ P77）：话", "```", ":::")),
    wrong("E205", (HOME, "【【P01】】"), "按编号链接要用两层半角方括号：[[P01]]", "expected double half-width brackets round a code: [[P01]]", files=home("x", "见【【P01】】。")),
    wrong("E205", (HOME, "【1.1】"), "按编号链接要用两层半角方括号：[[1.1]]", "round a code: [[1.1]]", files=home("见【1.1】。")),
    wrong("E205", (HOME, "见 [P01]"), "按编号链接要用两层半角方括号：[[P01]]", "expected double half-width brackets round a code: [[P01]]", files=home("x", "见 [P01]。")),
    wrong("E205", (HOME, "【R01】"), "引用要用半角方括号：[R01]", "expected half-width brackets round a reference: [R01]", files=home("一天内答复【R01】。")),
    wrong("E205", (HOME, "【【 R01 】】"), "引用要用半角方括号：[R01]", "round a reference: [R01]", files=home("一天内答复【【 R01 】】。")),
    wrong("E205", (CASE, "  P01:"), "按编号链接要用两层半角方括号：[[C01]]", "round a code: [[C01]]", (CASE, "再说快慢。", "再说快慢，见【【C01】】。")),
    wrong("E205", (CASE, "我先查"), "引用要用半角方括号：[R01]", "round a reference: [R01]", (CASE, "我先查一下读数。", "我先查一下读数【R01】。")),
    # E206: links
    wrong("E206", (HOME, "none.md"), "链接 none.md 指不到任何页面", "the link none.md leads to no page, expected a .md path relative to this file", files=home("x", "[这里](none.md)")),
    wrong("E206", (CASE, "cases/meter.md"), "链接 cases/meter.md 指不到任何页面", "leads to no page", (CASE, "先查后判。", "[这里](cases/meter.md)")),
    wrong("E206", (HOME, "/glossary"), "链接 /glossary.md 指不到任何页面", "the link /glossary.md leads to no page", files=home("[这里](/glossary.md)")),
    wrong("E206", (HOME, "#none"), "页面 chapters/service.md 没有标题编号 #none", "chapters/service.md has no heading id #none, expected one of its ids", files=home("[这里](chapters/service.md#none)")),
    wrong("E206", (FORM, "#none"), "没有标题编号 #none", "has no heading id #none", (FORM, "写下原话。", "写下[原话](#none)。")),
    wrong("E206", (CASE, "none.md"), "链接 none.md 指不到", "the link none.md leads to no page", (CASE, "我先查一下读数。", "我先查[读数](none.md)。")),
    wrong("E206", (HOME, "none.md"), "链接 none.md 指不到", "the link none.md leads to no page", files=home('[这里](<none.md> "题目")')),
    wrong("E206", (HOME, "none.md"), "链接 none.md 指不到", "the link none.md leads to no page", files=home('[这里](none.md "题目")')),
    wrong("E206", (HOME, "data/gone.csv"), "链接 data/gone.csv 指不到任何页面", "the link data/gone.csv leads to no page", files=home("[表](data/gone.csv)")),
    wrong("E206", (HOME, "data/"), "链接 data/ 指不到任何页面", "the link data/ leads to no page", files=home("[表](data/)")),
    wrong("E206", (HOME, "[x]"), "链接 chapters/service.md “说明” 里的引号要用半角", "has curly quotes, expected straight ones", files=home("y", "[x](chapters/service.md “说明”)")),
    wrong("E206", (HOME, "[x]"), "链接 https://example.com “说明” 里的引号要用半角", "the link https://example.com “说明” has curly quotes", files=home("y", "[x](https://example.com “说明”)")),
    wrong("E206", (HOME, "[x]"), "链接 () 指不到", "the link () leads to no page", files=home("[x]()")),
    wrong("E206", (HOME, "[x]"), "链接 http://[ 指不到", "the link http://[ leads to no page", files=home("[x](http://[)")),
    wrong("E206", (HOME, "#none"), "glossary.md 没有标题编号 #none", "glossary.md has no heading id #none", files=home("[x](glossary.md#none)")),
    wrong("E206", (HOME, "none.csv"), "链接 data/none.csv 指不到", "the link data/none.csv leads to no page", files=home("[x](data/none.csv)")),
    wrong("E206", (CASE, "  P01:"), "这里不能写链接 ../index.md，应只写文字", "the link ../index.md cannot stand here, expected words alone", (CASE, "先查读数，再", "先查[读数](../index.md)，再")),
    wrong("E206", (TERMS, "  definition:"), "这里不能写链接 index.md", "the link index.md cannot stand here", (TERMS, "zh: 记下一件事和办理经过的单子。", 'zh: "记下[一件事](index.md)的单子。"')),
    # E207: pictures
    wrong("E207", (HOME, "![]"), "图片这样写显示不出来", "a picture written like this is not shown", files=home("x", "![](https://a.b/c.svg)")),
    wrong("E207", (HOME, "![表]"), "docs/data/figures/", "and here a line {{ figure: name }}", files=home("![表](https://a.b/c.svg)")),
    wrong("E207", (HOME, "![表]"), "docs/data/figures/", "and here a line {{ figure: name }}", files=home("![表](c.png)")),
    wrong("E207", (CASE, "![]"), "图片这样写显示不出来", "a picture written like this is not shown", (CASE, "我先查一下读数。", "我先查![](https://a.b/c.svg)。")),
    # E208: the same relations
    wrong("E208", (CASE_EN, "principles:"), "principles 缺 P01 的英文理由", "`principles` has no reason for P01, expected one",
          (CASE_EN, "principles:\n  P01: Look up the readings before talking of fast or slow.\n", "principles: {}\n")),
    wrong("E208", (CASE_EN, "breaks:"), "breaks 缺 P01 的英文理由", "`breaks` has no reason for P01", (CASE, "breaks: {}", "breaks: {P01: 理由}")),
    wrong("E208", (CASE_EN, "  P01: Too."), "breaks 多了 P01，中文页没有它", "`breaks` has P01, expected only codes of the Chinese page", (CASE_EN, "breaks: {}", "breaks:\n  P01: Too.")),
    # E209: collisions
    wrong("E209", ("docs/zh/glossary.md", 1), "这个文件名留给自动生成的页面", "this file name belongs to a generated page, expected another name",
          files={"docs/zh/glossary.md": original(HOME)}),
    wrong("E209", [("docs/zh/about/translation.md", 1), ("docs/en/about/translation.md", 1)], "请换一个", "expected another name",
          files={"docs/zh/about/translation.md": original(HOME), "docs/en/about/translation.md": original(HOME_EN)}),
    wrong("E209", ("docs/zh/about/coverage.md", 1), "请换一个", "expected another name", files={"docs/zh/about/coverage.md": original(HOME)}),
    wrong("E209", ("docs/zh/cases/index.md", 1), "请换一个", "expected another name", (CHAPTER, "cases: [C01]", "cases: [C01, C02]"),
          files={"docs/zh/cases/index.md": OTHER_CASE}),
    # E210: plans
    wrong("E210", (PLANS, "- break: 5"), "每行应是 chapter、case、break、open、close 其中一个", "expected exactly one of chapter, case, break, open, close", (PLANS, "- break: 5", "- break: 5\n      case: C01")),
    wrong("E210", (PLANS, "- {}"), "每行应是 chapter、case、break、open、close 其中一个", "expected exactly one of", (PLANS, "- break: 5", "- {}")),
    wrong("E210", (PLANS, "target:"), "安排共 30 分钟，目标 27 分钟，应不超过一成", "the plan takes 30 minutes against a target of 27, expected at most a tenth over", (PLANS, "target: 30", "target: 27")),
    wrong("E210", (PLANS, "- break: 5"), "休息一边没有课，应排在两段课中间", "the break has no class on one side, expected it between two parts of the class", (PLANS, '- chapter: "1.1"\n    - break: 5', '- break: 5\n    - chapter: "1.1"')),
    wrong("E210", (PLANS, "- break: 5"), "休息一边没有课，应排在两段课中间", "the break has no class on one side, expected it between", (PLANS, "- break: 5\n    - case: C01", "- case: C01\n    - break: 5")),
    wrong("E210", (PLANS, "- break: 5"), "休息一边没有课", "the break has no class on one side", (PLANS, "- case: C01", f"- close: 5\n      say: {SAID}")),
    wrong("E210", (PLANS, "- open: 3"), "open 排在后面，应是第一行", "`open` comes later, expected it as the first line", (PLANS, "- break: 5", f"- open: 3\n      say: {SAID}")),
    wrong("E210", (PLANS, "- close: 3"), "close 后面还有，应是最后一行", "more comes after `close`, expected it as the last line", (PLANS, "- break: 5", f"- close: 3\n      say: {SAID}")),
    wrong("E210", (PLANS, "- open: 2"), "open 和 close 应带 say：讲师开口怎么说", "expected a `say` with `open` and `close`", (PLANS, '- chapter: "1.1"', '- open: 2\n    - chapter: "1.1"')),
    wrong("E210", (PLANS, "say: {zh"), "休息这一行有 say，应去掉", "a break has `say`, expected none", (PLANS, "- break: 5", f"- break: 5\n      say: {SAID}")),
    wrong("E210", (PLANS, "items:"), "安排共 76 分钟，没有休息；超过 75 分钟，中间应有一行 break", "the plan takes 76 minutes without a break, expected a line `break` in any of more than 75",
          (PLANS, "target: 30", "target: 75"), (PLANS, "    - break: 5\n", ""), (PLANS, "saves: 3", "saves: 8"), (CHAPTER, "minutes: 10", "minutes: 61")),
    wrong("E210", (PLANS, "late:"), "晚了能砍的加起来 2 分钟，应至少是目标 30 分钟的一成", "what can be cut saves 2 minutes in all, expected at least a tenth of the target of 30", (PLANS, "saves: 3", "saves: 2")),
    wrong("E210", (PLANS, "saves: 30"), "这一项省 30 分钟，整个安排才 30 分钟，应比它少", "this saves 30 minutes of a plan that takes 30, expected fewer", (PLANS, "saves: 3", "saves: 30")),
    # E211: figures
    wrong("E211", (SVG, "{ one }"), "“{ one }}”应写成 {{ 名称 }}", "`{ one }}`: expected {{ name }}", files=figure(ONE.replace("{{ one", "{ one"), "{one: {zh: 一, en: one}}")),
    wrong("E211", (SVG, "{{ one"), "应写成 {{ 名称 }}", "expected {{ name }}, with the words of both languages in one.yml", files=figure(ONE.replace("one }}", "one }"), "{one: {zh: 一, en: one}}")),
    wrong("E211", (SVG, "<text>一"), "“一”应写成 {{ 名称 }}", "`一`: expected {{ name }}", files=figure(ONE.replace("{{ one }}", "一"), "{one: {zh: 一, en: one}}")),
    wrong("E211", [(SVG, "{{ one }}"), (FIGURE, "words:")], "，是不是 on", "did you mean on", files=figure(ONE, "{onne: {zh: 一, en: one}}")),
    wrong("E211", (SVG, 3), "{{on}} 在 one.yml 的 words 里没有", "{{on}} has no words", files=figure(ONE.replace("</svg>", "<text>{{ on }}</text></svg>"), "{one: {zh: 一, en: one}}")),
    wrong("E211", (SVG, 3), "SVG 写法有误", "broken SVG", files=figure(ONE.replace("{{ one }}", "").replace("</svg>", "</sv>"), "{one: {zh: 一, en: one}}")),
    wrong("E211", (SVG, 2), "{{one}} 在 one.yml 的 words 里没有", "{{one}} has no words, expected them in one.yml", files=figure(ONE, "{}")),
    wrong("E211", (FIGURE, "two:"), "图里没有用到 two", "the drawing does not use two", files=figure(ONE, "\n  one: {zh: 一, en: One}\n  two: {zh: 二, en: Two}")),
    wrong("E211", (SVG, 3), "SVG 写法有误", "broken SVG", files=figure(ONE.replace("</text>", ""), "{one: {zh: 一, en: One}}")),
    wrong("E211", (SVG, 1), "最外层应是 <svg", "the outermost element is drawing, expected <svg", files=figure("<drawing/>", "{}")),
    wrong("E211", (SVG, 1), "最外层应是 <svg", "the outermost element is svg, expected <svg", files=figure("<svg/>", "{}")),
    # E212: chapter of a case
    wrong("E212", (CASE, "chapter:"), f"1.1 的 cases 里没有 C01，请加到 {CHAPTER}:9", f"the `cases` of 1.1 do not list C01, expected it at {CHAPTER}:9", (CHAPTER, "cases: [C01]", "cases: []")),
    wrong("E212", ("docs/zh/chapters/x.md", "cases:"), "C01 的 chapter 写的是 1.1", "C01 says its chapter is 1.1, expected 1.2", files={"docs/zh/chapters/x.md": original(CHAPTER).replace('"1.1"', '"1.2"')}),
    # E213: unique rows
    wrong("E213", (PHRASES, 8), "“W01”已写在第 1 行，应只写一次", "`W01` stands on line 1 already, expected once", files={PHRASES: original(PHRASES) * 2}),
    wrong("E213", (REFERENCES, 11), "“R01”已写在第 1 行", "`R01` stands on line 1 already", files={REFERENCES: original(REFERENCES) * 2}),
    wrong("E213", (PLANS, 15), "“short-class”已写在第 1 行", "`short-class` stands on line 1 already", files={PLANS: original(PLANS) * 2}),
    wrong("E213", (TERMS, 4), "“a”已写在第 1 行", "`a` stands on line 1 already", files={TERMS: TERM.format("a", "一", "one") + TERM.format("a", "二", "two")}),
    wrong("E213", (TERMS, 4), "“一”已写在第 1 行", "`一` stands on line 1 already", files={TERMS: TERM.format("a", "一", "one") + TERM.format("b", "一", "two")}),
    wrong("E213", (TERMS, 4), "“one”已写在第 1 行", "`one` stands on line 1 already", files={TERMS: TERM.format("a", "一", "one") + TERM.format("b", "二", "One")}),
    wrong("E213", (SYLLABUS, 4), "“A1.1”已写在第 3 行", "`A1.1` stands on line 3 already", files={
        SYLLABUS: original(SYLLABUS) + original(SYLLABUS).splitlines()[-1],
    }),
    wrong("E213", (VOCABULARY, 3), "“hotline-agent”已写在第 2 行", "`hotline-agent` stands on line 2 already", (VOCABULARY, "roles:\n", "roles:\n- {id: hotline-agent, zh: 坐席, en: A, zh_about: 坐席。, en_about: A.}\n")),
]  # fmt: skip


def problems(root: Path) -> list[Problem]:
    """What reading and the rules of this file find; rules about the pair of languages and about wording (E3) have files of their own."""
    return [problem for problem in all_problems(root) if problem.code < "E3"]


@pytest.mark.parametrize("example", WRONG, ids=lambda example: f"{example.code} {example.en[:60]}")
def test_it_is_told_where_it_is_and_nowhere_else(tree: Tree, example: Wrong) -> None:
    root = tree(example.files)
    wanted = {(path, at if isinstance(at, int) else line_of(root, path, at)) for path, at in example.places}
    found = problems(root)
    assert {(problem.path, problem.line) for problem in found} == wanted, found
    assert {problem.code for problem in found} == {example.code}
    assert [problem for problem in found if example.zh in problem.zh and example.en in problem.en], found


RIGHT: dict[str, Mapping[str, str]] = {
    "a plan may run a tenth over": edited(PLANS, ("target: 30", "target: 28")),
    "what can be cut may be just a tenth, and just less than all": edited(PLANS, ("saves: 3", "saves: 29")),
    "75 minutes need no break": {
        **edited(PLANS, ("target: 30", "target: 75"), ("    - break: 5\n", ""), ("saves: 3", "saves: 8")),
        **edited(CHAPTER, ("minutes: 10", "minutes: 60")),
    },
    "what is almost a mark, in code or naming nothing": home(
        "写作 `[P01]`、`【【P01】】`。", "", "```", "[P01]【R01】", "```", "见【注】、【P77】、[P77]、[W01]。"
    ),
    "a code that is the words of a link": home("[P01](principles/check-first.md)、[[P01]]、[[P01|先查]]、[R01]"),
    "braces in code": home("写作 `{{ doors }}`。"),
    "code is no mark, no link and no picture": home(
        "写作 `[[C77]]`、`[R77]`、`[a](b.md)`、`![](c.svg)`。", "", "```", "[[C77]] [a](b.md) ![](c.svg)", "```"
    ),
    "links to other hosts are not followed": home("[a](https://a.b/c.md#d) [b](mailto:a@b.c) [c](tel:95598) [d](//a.b/c)"),
    "links to pages, headings, generated pages and data": home(
        "[a](chapters/service.md#one-matter) [b](cases/meter.md#situation) [c](glossary.md#work-order) [d](data/cases.csv) [e](index.md)"
    ),
    "a fence shown inside a fence": home("````", "```python", "  ```", "````"),
    "signs of headings that are none": home(
        "第 #1 号、C# 和 `## x`。",
        "",
        "    ## 原样",
        "",
        "按 # 号键。",
        "",
        "---",
        "",
        "两行",
        "字",
        "---",
        "",
        "| a |",
        "|---|",
        "| b |",
        "",
        "```",
        "##x",
        "```",
    ),
    "a line under a block": home("::: note", "x", ":::", "---", "", "```", "x", "```", "---"),
    "the same heading under two others": {
        **home("## 一 {#a}", "### 例", "x", "## 二 {#b}", "### 例", "x"),
        HOME_EN: body(HOME_EN, "## A {#a}\n\nx\n\n## B {#b}\n\nx"),
    },
    "four levels": home("## 一 {#a}", "### 二", "#### 三", "x") | {HOME_EN: body(HOME_EN, "## A {#a}\n\n### B\n\n#### C\n\nx")},
    "a figure and its words": {**figure(ONE, "{one: {zh: 一, en: One}}"), **home("{{ figure: one }}")},
    "a dialogue on a page without reasons of its own": home("```dialogue", "坐席（✓ P01）：话", "```"),
    "third-level headings need no id": home("## 一 {#a}", "### 二", "x") | {HOME_EN: body(HOME_EN, "## A {#a}\n\n### B\n\nx")},
    "a third-level heading in a block": home("## 一 {#a}", "::: note", "### 二", "x", ":::") | {HOME_EN: body(HOME_EN, "## A {#a}\n\nx")},
    "forms and plain pages have no fixed sections": {FORM: body(FORM, ""), FORM_EN: body(FORM_EN, "")},
}


@pytest.mark.parametrize("files", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_not_told(tree: Tree, files: Mapping[str, str]) -> None:
    assert problems(tree(files)) == []


def test_a_doubled_section_is_told_where_it_stands_again_and_not_on_the_other_page(tree: Tree) -> None:
    found = problems(tree(edited(CASE, ("## 想一想", "## 情境\n\n又一次。\n\n## 想一想"))))
    assert [(problem.path, problem.line, problem.code) for problem in found] == [(CASE, 31, "E202")]
    assert "小节“情境”重复了，或位置不对，应是：情境 → 经过" in found[0].zh
    assert "the section `情境` is doubled or out of order, expected: 情境 → 经过" in found[0].en


def test_a_section_doubled_right_below_itself_is_told_once(tree: Tree) -> None:
    found = problems(tree(edited(CASE, ("## 想一想", "## 经过\n\n又一次。\n\n## 想一想"))))
    assert [problem.code for problem in found] == ["E202"]


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (CASE, "## 想一想", "## 另说 {#situation}\n\nx\n\n## 想一想", "编号 #situation 留给小节“情境”，这里应写“## 情境”，或换一个编号"),
        (CHAPTER, "## 一件事", "## 小结 {#key-points}\n\nx\n\n## 一件事", "编号 #key-points 留给小节“要点”"),
        (
            CASE_EN,
            "## Situation",
            "## The situation {#situation}",
            "the id #situation is that of the section `Situation`, expected `## Situation` here",
        ),
    ],
)
def test_the_id_of_a_standard_section_is_not_for_another_and_told_once(tree: Tree, path: str, old: str, new: str, said: str) -> None:
    found = [problem for problem in problems(tree(edited(path, (old, new)))) if problem.path == path]
    assert [(problem.code, said in f"{problem.zh} {problem.en}") for problem in found] == [("E202", True)]


def test_a_refused_figure_is_told_once(tree: Tree) -> None:
    found = problems(tree(figure(ONE, "{one: 1}") | home("{{ figure: one }}")))
    assert {problem.path for problem in found} == {FIGURE}


def test_rows_without_an_id_are_not_called_doubled(tree: Tree) -> None:
    found = problems(tree({TERMS: TERM.replace("- id: {}\n  term", "- term").format("一", "one") * 2}))
    assert {problem.code for problem in found} == {"E101"}


def test_without_vocabulary_or_syllabus_their_ids_are_not_called_unknown(tree: Tree) -> None:
    found = problems(tree({VOCABULARY: "x", SYLLABUS: "x"}))
    assert {problem.path for problem in found} == {VOCABULARY, SYLLABUS}


def test_a_plan_that_names_what_is_not_there_is_not_summed_up(tree: Tree) -> None:
    found = problems(tree(edited(PLANS, ('"1.1"', '"1.9"'), ("target: 30", "target: 1"))))
    assert [problem.code for problem in found] == ["E201"]


# ---- the rules themselves ----

FILES = sorted(name for _, name, _ in pkgutil.iter_modules(rules.__path__) if re.match(r"e\d", name))


def test_the_list_names_every_rule_file_and_each_once() -> None:
    assert [getattr(rule, "__name__", "").rpartition(".")[2] for rule in RULES] == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_rule_has_its_code_its_reason_and_its_description(name: str) -> None:
    rule = importlib.import_module(f"course.rules.{name}")
    assert f"E{name[1:4]}" == rule.CODE
    zh, en = rule.WHY.split("/ ")
    assert re.search(r"[\u4e00-\u9fff]", zh) and en.strip().endswith(".")
    assert rule.__doc__ and rule.check.__doc__


def test_codes_are_never_used_twice() -> None:
    codes = [rule.CODE for rule in RULES]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_every_rule_has_examples(rule: CourseRule | PageRule) -> None:
    own = list(Path(__file__).parent.glob(f"test_{rule.CODE.lower()}*.py"))
    assert own or len([example for example in WRONG if example.code == rule.CODE]) >= 2
