"""Blocks of a body -> Markdown that any builder can read (HTML elements carry ``markdown="1"``)."""

from __future__ import annotations

import re

from course.render import answer_lines, markdown, views
from course.render.inline import Scope, expand, expand_block
from course.render.wording import say
from course.syntax import dialogue, quiz
from course.syntax.allowed import harmless
from course.syntax.blocks import Block, scan
from course.syntax.joined import joined
from course.syntax.outline import stretches

_BOX = re.compile(r"^(\s*[-*]\s+)\[ \](?!\()[ \t]*", re.MULTILINE)


def render(body: str, scope: Scope) -> str:
    """A body with everything an author wrote beyond Markdown turned into Markdown and HTML.

    Expects a body the rules have passed; what cannot be read is left as it is, and what is not allowed is shown as typed.
    """
    return markdown.join(*(one(block, scope) for block in scan(body)[0]))


def one(block: Block, scope: Scope) -> str:
    """One block of a body as Markdown."""
    if block.kind == "view":
        return views.render(block.name, block.title, scope)
    if block.kind == "fence":
        return _dialogue(block, scope) if block.name == "dialogue" else _quiz(block, scope)
    if block.kind == "container":
        return _container(block, scope)
    return markdown.join(*(_fenced(lines) if edge else _prose("\n".join(lines), scope) for edge, lines in stretches(block.text)))


def _prose(text: str, scope: Scope) -> str:
    return expand_block(_BOX.sub(r'\1<span class="box">☐</span> ', harmless(joined(text))), scope)


def _fenced(lines: list[str]) -> str:
    """Lines as they were typed, in HTML: what is fenced for us is fenced for whoever reads the page next."""
    return "<pre><code>" + "".join(f"{markdown.escape(line)}\n" for line in lines) + "</code></pre>"


def _container(block: Block, scope: Scope) -> str:
    content = render(block.text, scope)
    lang = scope.lang
    if block.name == "answer":
        return answer(content, scope, block.title) or f'<p class="lines">{answer_lines.for_answer(block.text)}</p>'
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


def _dialogue(block: Block, scope: Scope) -> str:
    turns, _ = dialogue.parse(block.lines)
    return markdown.block("div", "\n\n".join(_turn(turn, scope) for turn in turns), "dialogue")


def _turn(turn: dialogue.Turn, scope: Scope) -> str:
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


def _quiz(block: Block, scope: Scope) -> str:
    question, _ = quiz.parse(block.lines)
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
