"""The answer key: analyses and better ways of a case, verdicts and answers of a chapter, each under the heading it belongs to."""

from __future__ import annotations

from course import markdown
from course.directives import render
from course.directives.inline import Scope, expand
from course.directives.scan import Block, scan
from course.prints import facts
from course.prints.galley import Galley
from course.prints.markup import NOTHING, Markup
from course.prints.wanted import AnyPage
from course.wording import say

CASE = ("questions", "analysis", "better", "rules")


def sheet(page: AnyPage, galley: Galley) -> Markup:
    """The key of a chapter or a case; nothing where there is no answer."""
    words = answers(page, galley)
    if not words:
        return NOTHING
    return galley.sheet(
        "key",
        page.code,
        page.title(galley.lang),
        galley.title(page, facts.of(page, galley)),
        galley.set(page, *words),
        galley.references(*words),
    )


def answers(page: AnyPage, galley: Galley) -> list[str]:
    """The page's answers, section by section, as Markdown."""
    scope = Scope(galley.catalogue, galley.lang, page.path, audience="trainer")
    if page.kind.name == "case":
        parts = galley.sections(page, "trainer")
        return [*(parts[id] for id in CASE if id in parts), _principles(page, scope)]
    found = []
    for heading, words in galley.parts(page):
        blocks = [render.one(block, scope) for block in scan(words)[0] if _asks(block)]
        if blocks:
            found.append(markdown.join(markdown.heading(2, heading.text) if heading else "", *blocks))
    return found


def _asks(block: Block) -> bool:
    return block.name in ("quiz", "answer")


def _principles(page: AnyPage, scope: Scope) -> str:
    """Principles held and broken, each with its reason: a line for each principle."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for relation in scope.catalogue.relations_of(page.code):
        reasons.setdefault(relation.principle, {}).setdefault(relation.verb, []).append(expand(relation.reason(scope.lang), scope))
    if not reasons:
        return ""
    signs = {"holds": f"{_sign('✓')} {say('handled', scope.lang)}", "breaks": f"{_sign('✗')} {say('broken', scope.lang)}"}
    verbs = [verb for verb in signs if any(verb in own for own in reasons.values())]
    rows = [[say("principle", scope.lang), *(signs[verb] for verb in verbs)]]
    for code, own in reasons.items():
        name = f"{code} {markdown.escape(scope.catalogue.principles[code].title(scope.lang))}"
        rows.append([name, *(" ".join(own.get(verb, ["–"])) for verb in verbs)])
    return markdown.join(markdown.heading(2, say("leans_on", scope.lang)), markdown.table(rows[0], rows[1:]))


def _sign(sign: str) -> str:
    return f'<span class="turn__sign">{sign}</span>'
