"""The book: cover, contents, every part with its chapters and their cases, principles, what a reader looks up, and the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from course.content import citations
from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import PartRow
from course.language.lang import Lang
from course.prints import facts, handout, key, lookup
from course.prints.markup import NOTHING, SPACE, Call, Label, Link, Markup, Name, Piece, Value, call, joined, mapped, text
from course.prints.typesetter import Typesetter
from course.render import company
from course.render.wording import say

_HEADING, _SEE, _SEE_INSIDE, _TO = map(Name, ("heading", "see", "see-inside", "to"))

_OPEN = tuple(bracket + arrow for bracket in "（(" for arrow in ("", "→"))
"""What precedes a reference in brackets: its page number then needs no brackets of its own."""


def content(catalogue: Catalogue, lang: Lang) -> Markup:
    """The whole book. Answers are in a part of their own at its end; trainer's notes are left out."""
    taught: list[AnyPage] = [page for part in catalogue.programme.parts for page in catalogue.pages_in(part)]
    typesetter = Typesetter(catalogue, lang, depth=1, link=_see(catalogue, taught))
    programme = catalogue.programme
    answers = {page.path: words for page in taught if (words := key.answers(page, typesetter))}
    return joined(
        [
            call(
                "cover",
                title=programme.title[lang],
                tagline=programme.tagline[lang],
                note=_note(catalogue, lang),
                owner=company.said(catalogue, lang),
            ),
            call("contents", say("contents", lang)),
            lookup.finder(typesetter),
            *_parts(typesetter, frozenset(answers)),
            *_principles(typesetter),
            lookup.phrases(typesetter),
            lookup.glossary(typesetter),
            lookup.references(typesetter),
            *_answers(typesetter, answers),
            lookup.index(typesetter),
        ],
        SPACE,
    )


def _note(catalogue: Catalogue, lang: Lang) -> str:
    """What the cover says of the text, and of references that are to be looked at again by now."""
    overdue = len(citations.overdue(catalogue))
    return say("book_note", lang) + (f"{'' if lang == 'zh' else ' '}{say('overdue_in_book', lang, overdue)}" if overdue else "")


def _see(catalogue: Catalogue, taught: list[AnyPage]) -> Link:
    """How the book leads to a place; a place that is not in it is not led to."""
    places = {("glossary.md", row.id): lookup.term_label(row.id) for row in catalogue.terms}
    places |= {("references.md", id.lower()): lookup.reference_label(id) for id in catalogue.references}
    pages = {page.path: lookup.page_label(page) for page in (*taught, *catalogue.principles.values())}

    def see(path: str, place: str, words: Markup) -> Markup:
        if label := places.get((path, place)):
            return call("to", label, content=words)
        return call(_SEE.name, pages[path], content=words) if path in pages else words

    return see


def _parts(typesetter: Typesetter, answered: frozenset[str]) -> Iterator[Markup]:
    for part in typesetter.catalogue.programme.parts:
        pages = typesetter.catalogue.pages_in(part)
        if pages:
            yield _opener(part, pages, typesetter.lang)
        for page in pages:
            yield _article(page, typesetter, page.path in answered)


def _opener(part: PartRow, pages: Sequence[AnyPage], lang: Lang) -> Markup:
    """The page a part begins with: its name, what it is about, what is in it."""
    lines: list[Value] = [[lookup.page_label(page), page.code, page.title(lang)] for page in pages]
    return call("opener", say("part", lang, part.id), part.title[lang], part.about[lang], lines)


def _article(page: AnyPage, typesetter: Typesetter, answered: bool) -> Markup:
    """A chapter, on a page of its own, or a case; its head says where its answers are."""
    is_chapter = page.kind.name == "chapter"
    known = text(" · ".join(facts.of(page, typesetter)[is_chapter:]))  # The running head says which part.
    if answered:
        known += call("see-answers", _answers_label(page), say("see_answers", typesetter.lang))
    return _head(page, typesetter, known, fresh=is_chapter) + sparing(handout.body(page, typesetter), lookup.page_label(page))


def _answers_label(page: AnyPage) -> Label:
    return Label(f"answers-{lookup.page_label(page).name}")


def _head(page: AnyPage, typesetter: Typesetter, known: Markup = NOTHING, level: int = 2, fresh: bool = False) -> Markup:
    title, lead, place = page.title(typesetter.lang), text(page.summary(typesetter.lang)), lookup.page_label(page)
    return call("article", code=page.code, title=title, lead=lead, facts=known, place=place, level=level, fresh=fresh) + SPACE


def sparing(content: Markup, own: Label) -> Markup:
    """Content of a page whose place is ``own``: a place is given with its number once in a section, and the page itself never."""
    seen: set[Value] = {own}

    def shown(call: Call, before: Piece | None) -> Call:
        if call.function == _HEADING:
            seen.clear()
            seen.add(own)
        if call.function != _SEE or not call.given:
            return call
        if call.given[0] in seen:
            return replace(call, function=_TO)
        seen.add(call.given[0])
        return replace(call, function=_SEE_INSIDE) if isinstance(before, str) and before.endswith(_OPEN) else call

    return mapped(content, shown)


def _principles(typesetter: Typesetter) -> Iterator[Markup]:
    """Family by family; a principle is one level below its family, and its sections one below that."""
    catalogue, lang = typesetter.catalogue, typesetter.lang
    deeper = Typesetter(catalogue, lang, typesetter.depth + 1, typesetter.link)
    yield lookup.chapter(say("principles", lang))
    for family in catalogue.choices.families:
        pages = catalogue.principles_in(family.id)
        if pages:
            yield call("family", title=family[lang], content=text(family.about(lang)))
        for page in pages:
            body = deeper.set(page, *deeper.sections(page, "trainee").values())
            yield _head(page, typesetter, level=3) + sparing(body, lookup.page_label(page))


def _answers(typesetter: Typesetter, answers: Mapping[str, list[str]]) -> Iterator[Markup]:
    lang = typesetter.lang
    yield lookup.chapter(say("answers_part", lang), place=Label("answers"))
    for path, words in answers.items():
        page, own = typesetter.catalogue.pages[path], lookup.page_label(typesetter.catalogue.pages[path])
        yield call("answers-of", _answers_label(page), own, page.code, page.title(lang), say("text_at", lang)) + SPACE
        yield sparing(typesetter.set(page, *words), own)
