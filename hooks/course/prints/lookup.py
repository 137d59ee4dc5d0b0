"""What a reader of the book looks up: cases by issue and channel, phrases, terms, references, and where each principle is used."""

from __future__ import annotations

import pypinyin

from course.content import citations
from course.content.catalogue import AnyPage
from course.content.tables import ReferencePoint, TermRow
from course.language.lang import OTHER, Lang
from course.prints.markup import NOTHING, SPACE, Label, Markup, Value, anchor, call, joined, named, text
from course.prints.typesetter import Typesetter
from course.render import cards, look_again, markdown, names
from course.render.wording import say


def chapter(title: str, **options: Value) -> Markup:
    """The head of a part without a number."""
    return call("part", title=title, **options, content=NOTHING)


def finder(typesetter: Typesetter) -> Markup:
    """Cases like the reader's own: by what it is about, and by where it happens; each with its page."""
    catalogue, lang = typesetter.catalogue, typesetter.lang
    lists: list[Value] = []
    for facet in ("issues", "channels"):
        groups: list[Value] = []
        for row in getattr(catalogue.choices, facet):
            if found := cards.cases_with(catalogue, facet, row.id):
                groups.append([row[lang], [[page_label(case), case.code, case.title(lang)] for case in found]])
        lists.append([names.by_facet(facet, lang), groups])
    return call("finder", say("finder", lang), lists)


def page_label(page: AnyPage) -> Label:
    """Where a page begins."""
    return Label(anchor(page.path))


def term_label(id: str) -> Label:
    """Where a term is explained."""
    return Label(f"term-{id}")


def reference_label(id: str) -> Label:
    """Where a reference is described."""
    return Label(f"reference-{id.lower()}")


def phrases(typesetter: Typesetter) -> Markup:
    """Every pair of wordings, by situation."""
    catalogue, lang = typesetter.catalogue, typesetter.lang
    done = [chapter(say("phrases", lang))]
    for situation in catalogue.choices.situations:
        rows = catalogue.phrases_for(situation.id)
        if rows:
            done.append(call("situation", content=text(situation[lang])))
        for row in rows:
            channels = markdown.listed([catalogue.choices.row("channels", id)[lang] for id in row.channels], lang)
            owner = catalogue.principles[row.principle]
            where = text(f"{row.id} · {channels} · ") + call("to", page_label(owner), content=text(owner.name(lang)))
            done.append(call("pair", where, text(row.avoid[lang]), text(row.say[lang]), text(row.why[lang])))
    return joined(done, SPACE)


def glossary(typesetter: Typesetter) -> Markup:
    """Every term under its letter, in Chinese by pinyin, with its name in the other language."""
    lang = typesetter.lang
    other = OTHER[lang]
    done: list[Markup] = []
    letter = ""
    for row in sorted(typesetter.catalogue.terms, key=lambda row: order(row.term[lang], lang)):
        if (initial := _initial(row.term[lang], lang)) != letter:
            letter = initial
            done.append(call("letter", letter))
        names = text(row.term[lang]), text(row.term[other])
        done.append(call("entry", term_label(row.id), *names, other, content=_meaning(row, typesetter)))
    return chapter(say("glossary", lang)) + call("in-columns", content=joined(done, SPACE))


def _meaning(row: TermRow, typesetter: Typesetter) -> Markup:
    """What a term means, the references for it, and the wordings to avoid."""
    lang = typesetter.lang
    known = [id for id in row.references if id in typesetter.catalogue.references]
    marks = [call("reference", content=call("to", reference_label(id), content=text(id))) for id in known]
    words = text(row.definition[lang]) + joined([SPACE, *marks] if marks else [])
    if row.avoid[lang]:
        words += SPACE + named("cross") + text(" " + markdown.listed(row.avoid[lang], lang))
    return words


def order(term: str, lang: Lang) -> list[str]:
    """What terms are sorted by: in Chinese syllable by syllable with its tone; digits come first."""
    name = term.lower()
    return pypinyin.lazy_pinyin(name, style=pypinyin.Style.TONE3, neutral_tone_with_five=True) if lang == "zh" else [name]


def _initial(term: str, lang: Lang) -> str:
    first = order(term, lang)[0][0].upper()
    return first if first.isalpha() else "0–9"


def references(typesetter: Typesetter) -> Markup:
    """What the course leans on: every statement taken from it, how binding it is, of what date and how sure we are; and what is overdue."""
    lang = typesetter.lang
    overdue = citations.overdue(typesetter.catalogue)
    done = [chapter(say("references", lang)), call("lead", content=text(say("check_local", lang)))]
    for row in typesetter.catalogue.references.values():
        points = [text(point.text[lang]) + SPACE + call("hint", content=text(_standing(point, typesetter))) for point in row.points]
        mark = SPACE + call("hint", content=text(look_again.of(row, lang))) if row.id in overdue else NOTHING
        done.append(call("work", reference_label(row.id), row.id, text(row.title[lang]) + mark, points))
    return joined(done, SPACE)


def _standing(point: ReferencePoint, typesetter: Typesetter) -> str:
    return f"{typesetter.standing(point.level, point.date, point.grade)} · {point.source[typesetter.lang]}"


def index(typesetter: Typesetter) -> Markup:
    """Every principle with the pages on which chapters and cases use it."""
    catalogue, lang = typesetter.catalogue, typesetter.lang
    lines: list[Value] = []
    for code, page in catalogue.principles.items():
        users: list[AnyPage] = [*catalogue.chapters_of(code), *(relation.case for relation in catalogue.relations_of(code))]
        lines.append([page_label(page), code, page.title(lang), list(dict.fromkeys(map(page_label, users)))])
    head = chapter(say("principle_index", lang), place=Label("index"))
    return head + SPACE + call("index", say("principle_index_hint", lang), lines)
