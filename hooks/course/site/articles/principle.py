"""A principle: its one sentence, its sections, and every case that holds or breaks it, with the reason given there."""

from __future__ import annotations

from course.content.catalogue import Principle
from course.render import cards, markdown, names
from course.render.inline import Scope, expand
from course.render.wording import say
from course.site.articles.sections import REPEATED, finished, phrases


def finish(principle: Principle, scope: Scope) -> str:
    """The principle in that language, without its title."""
    lang, catalogue = scope.lang, scope.catalogue
    family = catalogue.choices.row("families", principle.front.family)
    meta = [f'<b class="code">{principle.code}</b>', markdown.escape(family[lang])]
    statement = f'<p class="statement">{markdown.escape(principle.summary(lang))}</p>'
    parts = finished(principle, scope)
    pair = [parts.pop("do", ""), parts.pop("dont", "")]
    columns = markdown.block("div", "\n\n".join(markdown.block("div", text, "pair__side") for text in pair if text), "pair")
    return markdown.join(
        f'<p class="meta">{markdown.dots(meta)}</p>',
        statement,
        parts.pop("intro", ""),
        columns,
        *parts.values(),
        _cases(principle, scope),
        _chapters(principle, scope),
        phrases([row for row in catalogue.phrases if row.principle == principle.code], scope),
    )


def _cases(principle: Principle, scope: Scope) -> str:
    lang = scope.lang
    lines = []
    for relation in scope.catalogue.relations_of(principle.code):
        verb = names.signed_verb(relation.verb, lang)
        lines.append(f"{verb} {scope.link(relation.case.code)}  \n{expand(relation.reason(lang), scope)}")
    content = (
        markdown.block("div", markdown.bullets(lines), "relations") if lines else markdown.inline(say("none_relations", lang), "p", "empty")
    )
    return markdown.join(markdown.heading(2, say("in_cases", lang), "cases", REPEATED), content)


def _chapters(principle: Principle, scope: Scope) -> str:
    chapters = [cards.chapter_line(chapter, scope.lang, scope.path) for chapter in scope.catalogue.chapters_of(principle.code)]
    content = markdown.bullets(chapters) if chapters else markdown.inline(say("none_chapters", scope.lang), "p", "empty")
    return markdown.join(markdown.heading(2, say("in_chapters", scope.lang), "chapters", REPEATED), content)
