"""The questions of a case, each with its own answer: folded for a reader, open for a trainer, not there for a trainee."""

from __future__ import annotations

from course.content.headings import Section
from course.render import blocks, markdown
from course.render.inline import Scope, expand
from course.render.wording import say
from course.syntax.answers import Entry, answers, questions, unasked


def asked(section: Section, analysis: Section | None, scope: Scope) -> str:
    """The section of questions with the answers of ``analysis``; questions alone where there is nobody to see them."""
    found = questions(section.nodes)
    if scope.audience == "trainee" or not found:
        return blocks.render(section.nodes, scope)
    known = {answer.number: answer for answer in answers(analysis.nodes if analysis else ())}
    return markdown.join(
        blocks.render(unasked(section.nodes), scope),
        *(_question(question, known.get(question.number), scope) for question in found),
    )


def _question(question: Entry, answer: Entry | None, scope: Scope) -> str:
    number = f'<b class="asked__number">{question.number}</b>'
    words = f'<p class="asked__words" markdown="1">{number} {expand(question.title, scope)}</p>'
    below = blocks.render(question.nodes, scope)
    return markdown.block("div", markdown.join(words, below, _answer(answer, scope) if answer else ""), "asked")


def _answer(answer: Entry, scope: Scope) -> str:
    title = f'<p class="answer__lead" markdown="1"><b>{expand(answer.title, scope)}</b></p>'
    content = markdown.join(title, blocks.render(answer.nodes, scope))
    return blocks.hidden(say("answer_to", scope.lang, answer.number), content, scope, "answer")
