"""Blocks of a body -> Markdown that any builder can read (HTML elements carry ``markdown="1"``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from course.render import answer_lines, markdown, views
from course.render.inline import Scope, expand, expand_block
from course.render.wording import say
from course.syntax.allowed import harmless
from course.syntax.dialogue import Dialogue, Turn
from course.syntax.joined import joined
from course.syntax.nodes import Code, Container, Node, Plain, View
from course.syntax.quiz import Quiz

_BOX = re.compile(r"^(\s*[-*]\s+)\[ \](?!\()[ \t]*", re.MULTILINE)


def render(nodes: Iterable[Node], scope: Scope) -> str:
    """Nodes of a body with everything an author wrote beyond Markdown turned into Markdown and HTML.

    Expects a body the rules have passed; what cannot be read is left as it stands, and what is not allowed is shown as typed.
    """
    done = []
    for is_plain, group in groupby(nodes, lambda node: isinstance(node, Plain)):
        found = list(group)
        done += [_prose("\n".join(node.text for node in found), scope)] if is_plain else [one(node, scope) for node in found]
    return markdown.join(*done)


def one(node: Node, scope: Scope) -> str:
    """One block of a body, which is more than Markdown, as Markdown."""
    match node:
        case View():
            return views.render(node.name, node.argument, scope)
        case Container():
            return _container(node, scope)
        case Dialogue():
            return _dialogue(node, scope)
        case Quiz():
            return _quiz(node, scope)
        case Code():
            return _fenced(node)
    raise TypeError(f"nobody has said how {type(node).__name__} looks")


def _prose(text: str, scope: Scope) -> str:
    return expand_block(_BOX.sub(r'\1<span class="box">☐</span> ', harmless(joined(text))), scope)


def _fenced(code: Code) -> str:
    """Lines as they were typed, in HTML: what is fenced for us is fenced for whoever reads the page next."""
    return "<pre><code>" + "".join(f"{markdown.escape(line)}\n" for line in code.inside) + "</code></pre>"


def _container(block: Container, scope: Scope) -> str:
    content = render(block.nodes, scope)
    lang = scope.lang
    if block.name == "answer":
        return answer(content, scope, block.title) or f'<p class="lines">{answer_lines.for_answer(block.inside)}</p>'
    if block.name == "trainer":
        return notes(content, scope, block.title)
    if block.name == "role":
        return _hidden(say("role_card", lang, block.title), content, scope, "role-card")
    label = say(block.name, lang)
    title = markdown.escape(block.title)
    lead = f'<p class="note__title"><span class="note__label">{label}</span> {title}</p>'
    return markdown.block("div", content, "note", f"note--{block.name}", lead=lead)


def answer(content: str, scope: Scope, summary: str = "") -> str:
    """An answer: behind one click, which a printed page leaves out with a line that says so; open for the trainer; none for trainees."""
    shown = _hidden(summary or say("answer_open" if scope.audience == "trainer" else "answer", scope.lang), content, scope, "answer")
    hint = f'<p class="print-only">{say("print_no_answers", scope.lang)}</p>'
    return markdown.join(shown, hint) if scope.audience == "reader" else shown


def notes(content: str, scope: Scope, summary: str = "") -> str:
    """Trainer's notes: behind one click, out of the search and of the printed page; open for the trainer; none for trainees."""
    return _hidden(summary or say("trainer", scope.lang), content, scope, "trainer", attributes="data-search-exclude")


def _hidden(summary: str, content: str, scope: Scope, kind: str, attributes: str = "") -> str:
    """What not everybody is to see, as far as this audience is."""
    if scope.audience == "trainee":
        return ""
    if scope.audience == "reader":
        return markdown.folded(summary, content, kind, attributes=attributes)
    return markdown.block("div", content, kind, attributes=attributes, lead=f'<p class="{kind}__title">{markdown.escape(summary)}</p>')


def _dialogue(talk: Dialogue, scope: Scope) -> str:
    return markdown.block("div", "\n\n".join(_turn(turn, scope) for turn in talk.turns), "dialogue")


def _turn(turn: Turn, scope: Scope) -> str:
    words = expand(turn.words, scope)
    if not turn.speaker:
        return f'<p class="stage" markdown="1">{words}</p>'
    speaker = markdown.escape(turn.speaker) + ("：" if scope.lang == "zh" else ":")
    parts = [markdown.inline(speaker, "b", "turn__speaker"), markdown.inline(words, "span", "turn__words")]
    if turn.mark and scope.audience != "trainee":  # Finding the turn that went wrong is their task.
        sign = "✓" if turn.mark == "good" else "✗"
        meaning = say("stage_good" if turn.mark == "good" else "stage_bad", scope.lang)
        chips = " ".join(scope.link(code, "", "chip", f"chip--{turn.mark}") for code in turn.codes)
        shown = f'<span class="turn__sign" role="img" aria-label="{meaning}">{sign}</span> {chips}'
        parts.append(markdown.inline(shown, "span", "turn__mark"))
    return f'<p class="turn{f" turn--{turn.mark}" if len(parts) > 2 else ""}" markdown="1">{" ".join(parts)}</p>'


def _quiz(quiz: Quiz, scope: Scope) -> str:
    question = quiz.question
    if question is None:
        return ""
    hint = say("quiz_several" if question.several else "quiz_one", scope.lang)
    options = markdown.bullets(expand(option.words, scope) for option in question.options)
    verdicts = markdown.bullets(
        f'<b class="verdict verdict--{"right" if option.right else "wrong"}">'
        f"{'✓' if option.right else '✗'} {say('right' if option.right else 'wrong', scope.lang)}</b> "
        f"{expand(option.words, scope)}<br>{expand(option.feedback, scope)}"
        for option in question.options
    )
    verdict = answer(verdicts, scope, say("quiz_answer", scope.lang) if scope.audience == "reader" else "")  # An open one needs no "look".
    lead = f'<p class="quiz__question" markdown="1">{expand(question.words, scope)} <span class="quiz__hint">{hint}</span></p>'
    return markdown.block("div", markdown.join(lead, options, verdict), "quiz")
