"""The book: cover, contents, every part with its chapters and their cases, principles, phrases, terms, references, answers, index."""

from __future__ import annotations

from collections.abc import Iterator

from course import markdown
from course.catalogue import Catalogue
from course.model import Lang
from course.prints import facts, handout, key
from course.prints.galley import Galley
from course.prints.typeset import anchor, call, string, text
from course.prints.wanted import AnyPage
from course.wording import say


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
    title = outline.title[lang]
    return "\n".join(
        [
            f"#cover(title: {string(title)}, tagline: {string(outline.tagline[lang])}, note: {string(say('book_note', lang))})",
            f"#contents({string(say('contents', lang))})",
            *_parts(galley),
            _principles(galley),
            _phrases(galley),
            _terms(galley),
            _references(galley),
            *_answers(galley),
            _index(galley),
        ]
    )


def _parts(galley: Galley) -> Iterator[str]:
    catalogue, lang = galley.catalogue, galley.lang
    for part in catalogue.outline.parts:
        chapters = [chapter for chapter in catalogue.chapters.values() if chapter.front.part == part.id]
        if chapters:
            yield call("part", text(part.about[lang]), title=string(f"{say('part', lang, part.id)} · {part.title[lang]}"))
        for chapter in chapters:
            yield _article(chapter, galley)
            yield from (_article(catalogue.cases[code], galley) for code in chapter.front.cases if code in catalogue.cases)


def _article(page: AnyPage, galley: Galley) -> str:
    """A chapter or a case; a case says where its analysis stands."""
    answered = ""
    if key.answers(page, galley):
        answered = f"#see-answers(<answers-{anchor(page.path)}>, {string(say('see_answers', galley.lang))})\n"
    return _head(page, galley, facts.of(page, galley)) + handout.body(page, galley) + answered


def _head(page: AnyPage, galley: Galley, known: list[str]) -> str:
    lang = galley.lang
    return (
        f"#article(code: {string(page.code)}, title: {string(page.title(lang))}, lead: [{text(page.summary(lang))}], "
        f"facts: {string(' · '.join(known))}, place: <{anchor(page.path)}>)\n"
    )


def _principles(galley: Galley) -> str:
    catalogue, lang = galley.catalogue, galley.lang
    done = [_chapter(say("principles", lang))]
    for family in catalogue.words.families:
        for page in catalogue.principles.values():
            if page.front.family == family.id:
                done.append(_head(page, galley, [family[lang]]) + galley.set(page, *galley.sections(page, "trainee").values()))
    return "\n".join(done)


def _chapter(title: str) -> str:
    """A chapter of the back of the book."""
    return call("part", "", title=string(title))


def _phrases(galley: Galley) -> str:
    catalogue, lang = galley.catalogue, galley.lang
    done = [_chapter(say("phrases", lang))]
    for situation in catalogue.words.situations:
        rows = [row for row in catalogue.phrases if row.situation == situation.id]
        if rows:
            done.append(galley.heading(1, situation[lang]))
        for row in rows:
            channels = markdown.listed([catalogue.words.row("channels", id)[lang] for id in row.channels], lang)
            owner = catalogue.principles[row.principle]
            where = text(f"{row.id} · {channels} · ") + f"#see(<{anchor(owner.path)}>)[{text(f'{owner.code} {owner.title(lang)}')}]"
            done.append(f"#pair([{where}], [{text(row.avoid[lang])}], [{text(row.say[lang])}], [{text(row.why[lang])}])")
    return "\n".join(done)


def _terms(galley: Galley) -> str:
    lang = galley.lang
    other: Lang = "en" if lang == "zh" else "zh"
    rows = [
        f"#entry(<term-{row.id}>, [{text(row.term[lang])}], [{text(row.term[other])}], {string('en' if other == 'en' else 'zh')})[{text(row.definition[lang])}]"
        for row in sorted(galley.catalogue.terms, key=lambda row: row.term[lang].lower() if lang == "en" else row.id)
    ]
    return "\n".join([_chapter(say("glossary", lang)), *rows])


def _references(galley: Galley) -> str:
    lang = galley.lang
    done = [_chapter(say("references", lang)), call("lead", text(say("check_local", lang)))]
    for row in galley.catalogue.references.values():
        points = ", ".join(
            f"[{text(point.text[lang])} #hint[{text(galley.standing(point.level, point.date, point.grade) + ' · ' + point.source[lang])}]]" for point in row.points
        )
        done.append(f"#work(<reference-{row.id.lower()}>, {string(row.id)}, [{text(row.title[lang])}], ({points},))")
    return "\n".join(done)


def _answers(galley: Galley) -> Iterator[str]:
    yield call("part", "", title=string(say("answers_part", galley.lang)), place="<answers>")
    taught: list[AnyPage] = [*galley.catalogue.chapters.values(), *galley.catalogue.cases.values()]
    for page in taught:
        words = key.answers(page, galley)
        if words:
            back = f"#see(<{anchor(page.path)}>)[{text(f'{page.code} {page.title(galley.lang)}')}]"
            yield f"#answers-of(<answers-{anchor(page.path)}>, [{back}])\n" + galley.set(page, *words)


def _index(galley: Galley) -> str:
    """Every principle with the pages on which chapters and cases use it."""
    catalogue, lang = galley.catalogue, galley.lang
    lines = []
    for code, page in catalogue.principles.items():
        users: list[AnyPage] = [*catalogue.chapters_of(code), *(relation.case for relation in catalogue.relations_of(code))]
        places = dict.fromkeys(anchor(user.path) for user in users)
        labels = "".join(f"<{place}>, " for place in (anchor(page.path), *places))
        lines.append(f"#indexed({string(f'{code} {page.title(lang)}')}, ({labels}))")
    return "\n".join([_chapter(say("principle_index", lang)), call("columns", "\n".join(lines)).replace("#columns[", "#columns(2)[", 1)])
