"""A chapter: objectives, body, self-check, and the principles and cases it leans on."""

from __future__ import annotations

from course.content.catalogue import Chapter
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
        markdown.section(2, say("leans_on", lang), "principles", chips and markdown.block("div", chips, "chips"), REPEATED),
        markdown.section(2, say("cases", lang), "cases", cards.case_cards(taught, catalogue, lang, scope.path) if taught else "", REPEATED),
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
