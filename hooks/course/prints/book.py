"""The book: cover, contents, every part with its chapters and their cases, principles, what a reader looks up, and the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from course.catalogue import Catalogue
from course.model import Lang
from course.prints import facts, handout, key, lookup
from course.prints.galley import Galley
from course.prints.markup import anchor, call, string, text
from course.prints.wanted import AnyPage
from course.tables import PartRow
from course.wording import say

_SEE = re.compile(r"(?P<section>#heading\()|#see\(<(?P<place>[\w-]+)>\)")

_OPEN = tuple(f'{bracket}{arrow}";' for bracket in "（(" for arrow in ("", "→"))
"""What stands before a place that is named in brackets: its page needs no brackets of its own."""


def source(catalogue: Catalogue, lang: Lang) -> str:
    """The whole book as Typst. Answers stand in a part of their own at its end; trainer's notes are not in it."""
    inside = frozenset(page.path for page in catalogue.coded.values() if page.kind.name != "form")

    def see(path: str, place: str, words: str) -> str:
        if path == "glossary.md" and place:
            return f"#to(<term-{place}>)[{words}]"
        if path == "references.md" and place:
            return f"#to(<reference-{place}>)[{words}]"
        return f"#see(<{anchor(path)}>)[{words}]" if path in inside else words

    galley = Galley(catalogue, lang, depth=1, link=see)
    outline = catalogue.outline
    taught = [page for part in outline.parts for page in _taught(part, catalogue)]
    answers = {page.path: words for page in taught if (words := key.answers(page, galley))}
    return "\n".join(
        [
            f"#cover(title: {string(outline.title[lang])}, tagline: {string(outline.tagline[lang])}, note: {string(say('book_note', lang))})",
            f"#contents({string(say('contents', lang))})",
            lookup.finder(galley),
            *_parts(galley, frozenset(answers)),
            *_principles(galley),
            lookup.phrases(galley),
            lookup.glossary(galley),
            lookup.references(galley),
            *_answers(galley, answers),
            lookup.index(galley),
        ]
    )


def _parts(galley: Galley, answered: frozenset[str]) -> Iterator[str]:
    for part in galley.catalogue.outline.parts:
        pages = list(_taught(part, galley.catalogue))
        if pages:
            yield _opener(part, pages, galley.lang)
        yield from (_article(page, galley, page.path in answered) for page in pages)


def _taught(part: PartRow, catalogue: Catalogue) -> Iterator[AnyPage]:
    """The part's chapters, each followed by its cases."""
    for chapter in catalogue.chapters.values():
        if chapter.front.part == part.id:
            yield chapter
            yield from (catalogue.cases[code] for code in chapter.front.cases if code in catalogue.cases)


def _opener(part: PartRow, pages: list[AnyPage], lang: Lang) -> str:
    """The page a part begins with: its name, what it is about, what is in it."""
    lines = "".join(f"(<{anchor(page.path)}>, {string(page.code)}, {string(page.title(lang))})," for page in pages)
    return f"#opener({string(say('part', lang, part.id))}, {string(part.title[lang])}, {string(part.about[lang])}, ({lines}))"


def _article(page: AnyPage, galley: Galley, answered: bool) -> str:
    """A chapter, on a page of its own, or a case; its head says where its answers stand."""
    is_chapter = page.kind.name == "chapter"
    known = text(" · ".join(facts.of(page, galley)[is_chapter:]))  # The running head says which part.
    if answered:
        known += f"#see-answers(<answers-{anchor(page.path)}>, {string(say('see_answers', galley.lang))})"
    return _head(page, galley, known, fresh=str(is_chapter).lower()) + sparing(handout.body(page, galley), anchor(page.path))


def _head(page: AnyPage, galley: Galley, known: str = "", **options: str) -> str:
    lang = galley.lang
    return (
        f"#article(code: {string(page.code)}, title: {string(page.title(lang))}, lead: [{text(page.summary(lang))}], "
        f"facts: [{known}], place: <{anchor(page.path)}>{''.join(f', {name}: {value}' for name, value in options.items())})\n"
    )


def sparing(source: str, own: str) -> str:
    """Typst of a page whose label is ``own``: a place is given with its number once in a section, and the page itself never."""
    seen = {own}

    def shown(match: re.Match[str]) -> str:
        if match["section"]:
            seen.clear()
            seen.add(own)
        elif match["place"] in seen:
            return f"#to(<{match['place']}>)"
        else:
            seen.add(match["place"])
            if match.string.endswith(_OPEN, 0, match.start()):
                return f"#see-inside(<{match['place']}>)"
        return match[0]

    return _SEE.sub(shown, source)


def _principles(galley: Galley) -> Iterator[str]:
    """Family by family; a principle stands a level below its family, and its sections below that."""
    catalogue, lang = galley.catalogue, galley.lang
    deeper = Galley(catalogue, lang, galley.depth + 1, galley.link)
    yield lookup.chapter(say("principles", lang))
    for family in catalogue.words.families:
        pages = [page for page in catalogue.principles.values() if page.front.family == family.id]
        if pages:
            yield call("family", text(family.about(lang)), title=string(family[lang]))
        for page in pages:
            body = deeper.set(page, *deeper.sections(page, "trainee").values())
            yield _head(page, galley, level="3") + sparing(body, anchor(page.path))


def _answers(galley: Galley, answers: Mapping[str, list[str]]) -> Iterator[str]:
    lang = galley.lang
    yield lookup.chapter(say("answers_part", lang), place="<answers>")
    for path, words in answers.items():
        page, own = galley.catalogue.pages[path], anchor(path)
        yield f"#answers-of(<answers-{own}>, <{own}>, {string(page.code)}, {string(page.title(lang))}, {string(say('text_at', lang))})\n"
        yield sparing(galley.set(page, *words), own)
