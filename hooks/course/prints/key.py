"""The answer key: analyses and better ways of a case, verdicts and answers of a chapter, each under the heading it belongs to."""

from __future__ import annotations

from course.content.catalogue import AnyPage
from course.prints import facts
from course.prints.markup import NOTHING, Markup
from course.prints.typesetter import Typesetter
from course.render import blocks, markdown, names
from course.render.inline import Scope, expand
from course.render.wording import say
from course.syntax.nodes import Container, Node
from course.syntax.quiz import Quiz

CASE = ("events", "questions", "try", "better", "aftermath", "rules")


def sheet(page: AnyPage, typesetter: Typesetter) -> Markup:
    """The key of a chapter or a case; nothing where there is no answer."""
    words = answers(page, typesetter)
    if not words:
        return NOTHING
    head, body = typesetter.title(page, facts.of(page, typesetter)), typesetter.set(page, *words)
    return typesetter.sheet("key", page.code, page.title(typesetter.lang), head, body, typesetter.references(body))


def answers(page: AnyPage, typesetter: Typesetter) -> list[str]:
    """The page's answers, section by section, as Markdown."""
    scope = Scope(typesetter.catalogue, typesetter.lang, page.path, audience="trainer")
    if page.kind.name == "case":
        parts = typesetter.sections(page, "trainer")
        return [*(parts[id] for id in CASE if id in parts), _principles(page, scope)]
    found = []
    for section in typesetter.parts(page):
        numbers = blocks.numbered(section.nodes)
        made = [blocks.one(node, scope, numbers.get(node.line, 0)) for node in section.nodes if _asks(node)]
        if made:
            found.append(markdown.join(markdown.heading(2, section.heading.title) if section.heading else "", *made))
    return found


def _asks(node: Node) -> bool:
    return isinstance(node, Quiz) or isinstance(node, Container) and node.name in ("answer", "worksheet")


def _principles(page: AnyPage, scope: Scope) -> str:
    """Principles held and broken, each with its reason: a line for each principle."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for relation in scope.catalogue.relations_of(page.code):
        reasons.setdefault(relation.principle, {}).setdefault(relation.verb, []).append(expand(relation.reason(scope.lang), scope))
    if not reasons:
        return ""
    verbs = [verb for verb in names.SIGNS if any(verb in own for own in reasons.values())]
    heads = [f'<span class="turn__sign">{names.SIGNS[verb]}</span> {names.of_verb(verb, scope.lang)}' for verb in verbs]
    rows = [
        [names.of_page(scope.catalogue.principles[code], scope.lang), *(" ".join(own.get(verb, ["–"])) for verb in verbs)]
        for code, own in reasons.items()
    ]
    return markdown.join(markdown.heading(2, say("leans_on", scope.lang)), markdown.table([say("principle", scope.lang), *heads], rows))
