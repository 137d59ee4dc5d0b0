"""Blocks of a body -> Markdown that any builder can read (HTML elements carry ``markdown="1"``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from course.render import answer_lines, branching, markdown, spoken, views
from course.render.inline import Scope, expand, expand_block
from course.render.wording import say
from course.syntax import quiz, worksheets
from course.syntax.allowed import harmless
from course.syntax.blocks import Block, scan
from course.syntax.joined import joined
from course.syntax.outline import stretches

GAP = '<span class="blank"></span>'
"""Room to write a word or two."""

_BOX = re.compile(r"^(\s*[-*]\s+)\[ \](?!\()[ \t]*", re.MULTILINE)


def render(body: str, scope: Scope) -> str:
    """A body with everything an author wrote beyond Markdown turned into Markdown and HTML.

    Expects a body the rules have passed; what cannot be read is left as it is, and what is not allowed is shown as typed.
    """
    blocks = scan(body)[0]
    numbers = numbered(blocks)
    return markdown.join(*(one(block, scope, numbers.get(block.line, 0)) for block in blocks))


def numbered(blocks: Iterable[Block]) -> dict[int, int]:
    """Line of each quiz -> its number, where there is more than one: whoever speaks of them needs a name for each."""
    lines = [block.line for block in blocks if block.name == "quiz"]
    return {line: at for at, line in enumerate(lines, start=1)} if len(lines) > 1 else {}


def one(block: Block, scope: Scope, number: int = 0) -> str:
    """One block of a body as Markdown; ``number`` is that of a quiz among several."""
    if block.name == "quiz":
        return quiz_block(block, scope, number)
    if block.kind == "view":
        return views.render(block.name, block.title, scope)
    if block.kind == "fence":
        return FENCED[block.name](block, scope)
    if block.kind == "container":
        return _container(block, scope)
    return markdown.join(*(_fenced(lines) if edge else _prose("\n".join(lines), scope) for edge, lines in stretches(block.text)))


def _prose(text: str, scope: Scope) -> str:
    return expand_block(_BOX.sub(r'\1<span class="box">☐</span> ', harmless(joined(text))), scope)


def _fenced(lines: list[str]) -> str:
    """Lines as they were typed, in HTML: what is fenced for us is fenced for whoever reads the page next."""
    return "<pre><code>" + "".join(f"{markdown.escape(line)}\n" for line in lines) + "</code></pre>"


def _container(block: Block, scope: Scope) -> str:
    lang = scope.lang
    if block.name == "worksheet":
        return _worksheet(block, scope)
    if block.name == "prop" and scope.audience == "trainee":  # It is given out as a card.
        return ""
    content = render(block.text, scope)
    if block.name == "answer":
        return answer(content, scope, block.title) or f'<p class="lines">{answer_lines.for_answer(block.text)}</p>'
    if block.name == "trainer":
        return notes(content, scope, block.title)
    if block.name == "role":
        return hidden(say("role_card", lang, block.title), content, scope, "role-card")
    label = say(block.name, lang)
    title = markdown.escape(block.title)
    lead = f'<p class="note__title"><span class="note__label">{label}</span> {title}</p>'
    return markdown.block("div", content, "note", f"note--{block.name}", lead=lead)


def _worksheet(block: Block, scope: Scope) -> str:
    """Something to fill in: blank, with the answers folded below for a reader; filled for the trainer."""
    blank = render(worksheets.blank(block.text), scope).replace(worksheets.GAP, GAP)
    filled = render(worksheets.filled(block.text), scope) if worksheets.answers(block.text) else ""
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


def quiz_block(block: Block, scope: Scope, number: int = 0, id: str = "") -> str:
    """A quiz; ``id`` names it in all that remembers it, and is made of the page's code where none is given."""
    question, _ = quiz.parse(block.lines)
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


FENCED: Mapping[str, Callable[[Block, Scope], str]] = {"dialogue": spoken.talk, "try": branching.talk}
