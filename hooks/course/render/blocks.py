"""Blocks of a body -> Markdown that any builder can read (HTML elements carry ``markdown="1"``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from course.render import answer_lines, branching, markdown, placeholders, spoken
from course.render.inline import Scope, expand, expand_block
from course.render.wording import say
from course.syntax import papers, worksheets
from course.syntax.allowed import harmless
from course.syntax.branching import Branching
from course.syntax.dialogue import Dialogue
from course.syntax.joined import joined
from course.syntax.nodes import Code, Container, Node, Plain, View
from course.syntax.quiz import Quiz
from course.syntax.tree import parse

GAP = '<span class="blank"></span>'
"""Room to write a word or two."""

_BOX = re.compile(r"^(\s*[-*]\s+)\[ \](?!\()[ \t]*", re.MULTILINE)


def render(nodes: Iterable[Node], scope: Scope) -> str:
    """Nodes of a body with everything an author wrote beyond Markdown turned into Markdown and HTML.

    Expects a body the rules have passed; what cannot be read is left as it is, and what is not allowed is shown as typed.
    """
    held = tuple(nodes)
    numbers = numbered(held)
    done = []
    for is_plain, group in groupby(held, lambda node: isinstance(node, Plain)):
        found = list(group)
        if is_plain:
            done.append(_prose("\n".join(node.text for node in found), scope))
        else:
            done += [one(node, scope, numbers.get(node.line, 0)) for node in found]
    return markdown.join(*done)


def numbered(nodes: Iterable[Node]) -> dict[int, int]:
    """Line of each quiz -> its number, where there is more than one: whoever speaks of them needs a name for each."""
    lines = [node.line for node in nodes if isinstance(node, Quiz)]
    return {line: at for at, line in enumerate(lines, start=1)} if len(lines) > 1 else {}


def one(node: Node, scope: Scope, number: int = 0) -> str:
    """One block of a body, which is more than Markdown, as Markdown; ``number`` is that of a quiz among several."""
    match node:
        case View():
            return placeholders.render(node.name, node.argument, scope)
        case Container():
            return _container(node, scope)
        case Branching():
            return branching.talk(node, scope)
        case Dialogue():
            return spoken.turns(node.turns, scope)
        case Quiz():
            return quiz(node, scope, number)
        case Code():
            return _fenced(node)
    raise TypeError(f"nobody has said how {type(node).__name__} looks")


def _prose(text: str, scope: Scope) -> str:
    return expand_block(_BOX.sub(r'\1<span class="box">☐</span> ', harmless(joined(text), filled=True)), scope)


def _fenced(code: Code) -> str:
    """Lines as they were typed, in HTML: what is fenced for us is fenced for whoever reads the page next."""
    return "<pre><code>" + "".join(f"{markdown.escape(line)}\n" for line in code.inside) + "</code></pre>"


def _container(block: Container, scope: Scope) -> str:
    lang = scope.lang
    if block.name == "worksheet":
        return _worksheet(block, scope)
    if block.name in ("prop", "paper") and scope.audience == "trainee":  # They are given out by themselves.
        return ""
    content = render(block.nodes, scope)
    if block.name == "answer":
        return answer(content, scope, block.title) or f'<p class="lines">{answer_lines.for_answer(block.inside)}</p>'
    if block.name == "trainer":
        return notes(content, scope, block.title)
    if block.name == "role":
        return hidden(say("role_card", lang, block.title), content, scope, "role-card")
    if block.name == "paper":
        return _paper(block, content, scope)
    label = say(block.name, lang)
    title = markdown.escape(block.title)
    lead = f'<p class="note__title"><span class="note__label">{label}</span> {title}</p>'
    return markdown.block("div", content, "note", f"note--{block.name}", lead=lead)


def _paper(block: Container, content: str, scope: Scope) -> str:
    """A paper of a dossier, looking like what it is: closed for a reader, who opens one date after the other."""
    look, title = papers.look_and_title(block.title)
    if scope.audience == "reader":
        return markdown.folded(title, content, "paper", f"paper--{look}")
    lead = f'<p class="paper__title">{markdown.escape(title)}</p>'
    return markdown.block("div", content, "paper", f"paper--{look}", lead=lead)


def _worksheet(block: Container, scope: Scope) -> str:
    """Something to fill in: blank, with the answers folded below for a reader; filled for the trainer."""
    blank = render(parse(worksheets.blank(block.inside)).nodes, scope).replace(worksheets.GAP, GAP)
    filled = render(parse(worksheets.filled(block.inside)).nodes, scope) if worksheets.answers(block.inside) else ""
    label = f'<span class="note__label">{say("worksheet", scope.lang)}</span>'
    lead = f'<p class="note__title">{label} {markdown.escape(block.title)}</p>'
    if scope.audience == "trainer" and filled:
        return markdown.block("div", filled, "worksheet", lead=lead)
    sheet = markdown.block("div", blank, "worksheet", lead=lead)
    return markdown.join(sheet, hidden(say("worksheet_filled", scope.lang), filled, scope, "answer") if filled else "")


def answer(content: str, scope: Scope, summary: str = "") -> str:
    """An answer: behind one click, which a printed page leaves out with a line that says so; open for the trainer; none for trainees."""
    shown = hidden(summary or say("answer_open" if scope.audience == "trainer" else "answer", scope.lang), content, scope, "answer")
    hint = f'<p class="print-only">{say("print_no_answers", scope.lang)}</p>'
    return markdown.join(shown, hint) if scope.audience == "reader" else shown


def notes(content: str, scope: Scope, summary: str = "") -> str:
    """Trainer's notes: behind one click, out of the search and of the printed page; open for the trainer; none for trainees."""
    return hidden(summary or say("trainer", scope.lang), content, scope, "trainer", attributes="data-search-exclude")


def hidden(summary: str, content: str, scope: Scope, kind: str, attributes: str = "") -> str:
    """What not everybody is to see, as far as this audience is: a fold of that kind for a reader, nothing for a trainee."""
    if scope.audience == "trainee":
        return ""
    if scope.audience == "reader":
        return markdown.folded(summary, content, kind, attributes=attributes)
    return markdown.block("div", content, kind, attributes=attributes, lead=f'<p class="{kind}__title">{markdown.escape(summary)}</p>')


def quiz(block: Quiz, scope: Scope, number: int = 0, id: str = "") -> str:
    """A quiz; ``id`` names it in all that remembers it, and is made of the page's code where none is given."""
    question = block.question
    if question is None:
        return ""
    count = f'<b class="quiz__number">{number}</b> ' if number else ""
    hint = say("quiz_several" if question.several else "quiz_one", scope.lang)
    options = markdown.bullets(expand(option.words, scope) for option in question.options)
    verdicts = markdown.bullets(
        f'<b class="verdict verdict--{"right" if option.right else "wrong"}">'
        f"{'✓' if option.right else '✗'} {say('right' if option.right else 'wrong', scope.lang)}</b> "
        f"{expand(option.words, scope)}<br>{expand(option.feedback, scope)}"
        for option in question.options
    )
    verdict = answer(verdicts, scope, say("quiz_answer", scope.lang) if scope.audience == "reader" else "")  # An open one needs no "look".
    lead = f'<p class="quiz__question" markdown="1">{count}{expand(question.words, scope)} <span class="quiz__hint">{hint}</span></p>'
    id = id or scope.next_quiz()
    return markdown.block("div", markdown.join(lead, options, verdict), "quiz", attributes=f'data-quiz="{id}"' if id else "")
