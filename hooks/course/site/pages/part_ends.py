"""A page at the end of each part: eight questions out of it, mixed, and what was covered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, zip_longest

from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import PartRow
from course.language.lang import Lang
from course.render import blocks, cards, markdown, names, way
from course.render.inline import Scope
from course.render.wording import say
from course.site.articles.sections import REPEATED
from course.site.pages.generated import Generated
from course.syntax import quiz

QUESTIONS = 8


def paths(catalogue: Catalogue) -> list[str]:
    """One for every part that has chapters."""
    parts = catalogue.course.parts if catalogue.course else ()
    return [way.end_of(part) for part in parts if catalogue.chapters_in(part)]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The parts in order."""
    for part in catalogue.programme.parts:
        if not catalogue.chapters_in(part):
            continue
        path = way.end_of(part)
        asked = "\n\n".join(_asked(part, catalogue, lang))
        chapters = markdown.bullets(cards.chapter_line(chapter, lang, path) for chapter in catalogue.chapters_in(part))
        body = markdown.join(
            *(
                [markdown.heading(2, say("part_questions", lang), "questions", REPEATED), markdown.block("div", asked, attributes=REPEATED)]
                if asked
                else []
            ),
            markdown.heading(2, say("part_covered", lang), "covered", REPEATED),
            chapters,
            way.pager(catalogue, lang, part.id),
        )
        title = f"{say('part_end', lang, part.id)} · {part.title[lang]}"
        yield Generated(path, title, say("part_end_about", lang), body, "docs/data/course.yml", part=part.id)


def _asked(part: PartRow, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    """Questions of the part's chapters and of the principles they teach, one page after the other, so that they are mixed."""
    scope = Scope(catalogue, lang, way.end_of(part))
    chapters = catalogue.chapters_in(part)
    codes = dict.fromkeys(code for chapter in chapters for code in chapter.front.principles)
    principles = [catalogue.principles[code] for code in codes if code in catalogue.principles]
    taught = _mixed([_quizzes(chapter, lang)[::-1] for chapter in chapters])
    drawn = _mixed([taught[: QUESTIONS // 2 + 1], _mixed([_quizzes(principle, lang) for principle in principles])])[:QUESTIONS]
    for number, (page, at, block) in enumerate(drawn, start=1):
        question = blocks.quiz(block, replace(scope, marked=set()), number, f"{page.code}-{at}")
        yield markdown.join(
            question,
            f'<p class="asked-from" markdown="1">{say("asked_from", lang)} {markdown.link(scope.path, page.path, names.of_page(page, lang))}</p>',
        )


Quiz = tuple[AnyPage, int, quiz.Quiz]
"""A quiz, the page it is on, and its number there."""


def _mixed(lists: list[list[Quiz]]) -> list[Quiz]:
    """The first of each, then the second of each, and so on."""
    return [one for one in chain.from_iterable(zip_longest(*lists)) if one is not None]


def _quizzes(page: AnyPage, lang: Lang) -> list[Quiz]:
    quizzes = [leaf for leaf in page.body(lang).tree.leaves if isinstance(leaf, quiz.Quiz)]
    return [(page, at, block) for at, block in enumerate(quizzes, start=1)]
