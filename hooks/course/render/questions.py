"""The questions of a case, each with its own answer: folded for a reader, open for a trainer, not there for a trainee."""

from __future__ import annotations

from course.render import directives, markdown
from course.render.inline import Scope, expand
from course.render.wording import say
from course.syntax.answers import Numbered, answers, questions


def asked(text: str, analysis: str, scope: Scope) -> str:
    """The section of questions with the answers of the section ``analysis``; questions alone where there is nobody to see them."""
    if scope.audience == "trainee":
        return directives.render(text, scope)
    found = questions(text)
    if not found:
        return directives.render(text, scope)
    before = "\n".join(text.split("\n")[: found[0].line - 1])
    known = {answer.number: answer for answer in answers(analysis)}
    return markdown.join(directives.render(before, scope), *(_question(question, known.get(question.number), scope) for question in found))


def _question(question: Numbered, answer: Numbered | None, scope: Scope) -> str:
    number = f'<b class="asked__number">{question.number}</b>'
    words = f'<p class="asked__words" markdown="1">{number} {expand(question.title, scope)}</p>'
    below = directives.render(question.text, scope)
    return markdown.block("div", markdown.join(words, below, _answer(answer, scope) if answer else ""), "asked")


def _answer(answer: Numbered, scope: Scope) -> str:
    title = f'<p class="answer__lead" markdown="1"><b>{expand(answer.title, scope)}</b></p>'
    content = markdown.join(title, directives.render(answer.text, scope))
    return directives.hidden(say("answer_to", scope.lang, answer.number), content, scope, "answer")
