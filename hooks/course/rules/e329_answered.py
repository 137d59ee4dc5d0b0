"""Each question of a case has its answer, of the same number and in the same order."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import headings
from course.content.catalogue import Catalogue
from course.content.kinds import CASE
from course.content.problem import Problem
from course.content.source import Source
from course.language.lang import Lang
from course.rules.bodies import Pages, problem, settled, sides
from course.syntax.answers import answers, before, questions

CODE = "E329"
WHY = "读者一题一题想，答案也要一题一题看。/ Readers think question by question, and look at the answers the same way."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Questions without an answer, answers without a question, out of order or empty, and what is written before the first."""
    for page, lang, source in sides(catalogue, pages):
        if page.kind is CASE and settled(source, page.kind, lang):
            yield from _case(source, lang)


def _case(source: Source, lang: Lang) -> Iterator[Problem]:
    parts = {section.id: section for section in headings.parts(source.tree, CASE, lang)}
    asked, said = parts["questions"], parts["analysis"]
    top, here = asked.line, said.line
    wanted, found = questions(asked.nodes), answers(said.nodes)
    if [question.number for question in wanted] != list(range(1, len(wanted) + 1)) or not wanted:
        zh, en = "题目应写成编号列表，从 1 起，一题一行", "expected the questions as a numbered list counting from 1, one a line"
        yield problem(source, top, CODE, zh, en)
        return
    if [answer.number for answer in found] != [question.number for question in wanted]:
        zh = f"有 {len(wanted)} 道题，答案应写成 ### 1. 到 ### {len(wanted)}.，每题一个，按顺序"
        en = f"{len(wanted)} question(s), expected as many answers under headings ### 1. to ### {len(wanted)}., in order"
        yield problem(source, here, CODE, zh, en)
        return
    if early := before(said.nodes):
        zh, en = "第一题的答案前面不写别的，应移到某一题下面", "nothing comes before the first answer, expected it below one of them"
        yield problem(source, early.line, CODE, zh, en)
    for answer in found:
        if not answer.nodes:
            zh, en = f"第 {answer.number} 题的答案是空的", f"the answer to question {answer.number} is empty"
            yield problem(source, answer.line, CODE, f"{zh}，应写内容", f"{en}, expected words")
