"""A chapter: objectives, body, self-check, and the principles and cases it leans on."""

from __future__ import annotations

import html

from course import cards, markdown
from course.articles.sections import REPEATED, finished
from course.catalogue import Chapter
from course.directives.inline import Scope
from course.wording import count_cases, say


def finish(chapter: Chapter, scope: Scope) -> str:
    """The chapter in that language, without its title."""
    lang, catalogue, front = scope.lang, scope.catalogue, chapter.front
    part = next((part for part in catalogue.outline.parts if part.id == front.part), None)
    meta = [
        f'<b class="code">{chapter.code}</b>',
        *([html.escape(part.title[lang])] if part else []),
        say("minutes", lang, front.minutes),
        count_cases(len(front.cases), lang),
    ]
    goals = markdown.bullets(markdown.escape(goal) for goal in chapter.word("objectives", lang))
    lead = f'<p class="lead">{html.escape(chapter.summary(lang))}</p>'
    objectives = markdown.block("div", markdown.join(f'<p class="objectives__title">{say("objectives", lang)}</p>', goals), "objectives")
    parts = finished(chapter, scope)
    chips = " ".join(scope.link(code, "", "chip") for code in front.principles)
    relations = markdown.join(
        markdown.heading(2, say("leans_on", lang), "principles", REPEATED),
        chips and markdown.block("div", chips, "chips"),
        markdown.heading(2, say("cases", lang), "cases", REPEATED),
        cards.case_cards([catalogue.cases[code] for code in front.cases if code in catalogue.cases], catalogue, lang, scope.path)
        if front.cases
        else markdown.inline(say("none_cases", lang), "p", "empty"),
    )
    trainer = parts.pop("trainer", "")
    return markdown.join(
        f'<p class="meta">{markdown.dots(meta)}</p>',
        lead,
        objectives,
        *parts.values(),
        relations,
        trainer,
        cards.pager(catalogue, chapter.code, chapter.code, lang, scope.path),
    )
