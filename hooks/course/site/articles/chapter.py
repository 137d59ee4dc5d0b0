"""A chapter: objectives, body, self-check, and the principles and cases it leans on."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Chapter
from course.language.lang import Lang
from course.render import cards, markdown, way
from course.render.inline import Scope
from course.render.wording import count_cases, say
from course.sessions import printables
from course.site.articles.sections import REPEATED, finished


def finish(chapter: Chapter, scope: Scope) -> str:
    """The chapter in that language, without its title."""
    lang, catalogue, front = scope.lang, scope.catalogue, chapter.front
    part = catalogue.part_of(chapter)
    meta = [
        f'<b class="code">{chapter.code}</b>',
        *([markdown.escape(part.title[lang]), way.place(chapter, catalogue, lang)] if part else []),
        say("minutes", lang, front.minutes),
        *([count_cases(len(front.cases), lang)] if front.cases else []),
    ]
    goals = markdown.bullets(markdown.escape(goal) for goal in chapter.word("objectives", lang))
    lead = f'<p class="lead">{markdown.escape(chapter.summary(lang))}</p>'
    objectives = markdown.block("div", markdown.join(f'<p class="objectives__title">{say("objectives", lang)}</p>', goals), "objectives")
    parts = finished(chapter, scope)
    chips = " ".join(scope.link(code, "", "chip") for code in front.principles)
    taught = catalogue.cases_in(chapter)
    relations = markdown.join(
        *_section("leans_on", "principles", chips and markdown.block("div", chips, "chips"), lang),
        *_section("cases", "cases", cards.case_cards(taught, catalogue, lang, scope.path) if taught else "", lang),
    )
    trainer = parts.pop("trainer", "")
    return markdown.join(
        f'<p class="meta">{markdown.dots(meta)}</p>',
        lead,
        objectives,
        *parts.values(),
        relations,
        way.pager(catalogue, lang, chapter.path),
        trainer,
        printables.links(chapter.code, scope),
    )


def _section(name: str, id: str, content: str, lang: Lang) -> Iterator[str]:
    """A heading and what is below it; neither where there is nothing."""
    if content:
        yield markdown.heading(2, say(name, lang), id, REPEATED)
        yield content
