"""What a reader of the book looks up: cases by issue and channel, phrases, terms, references, and where each principle is used."""

from __future__ import annotations

import pypinyin

from course import cards, markdown
from course.model import Lang
from course.prints.galley import Galley
from course.prints.markup import anchor, call, string, text
from course.prints.wanted import AnyPage
from course.tables import TermRow
from course.wording import say


def chapter(title: str, **options: str) -> str:
    """The head of a part without a number."""
    return call("part", "", title=string(title), **options)


def finder(galley: Galley) -> str:
    """Cases like the reader's own: by what it is about, and by where it happens; each with its page."""
    catalogue, lang = galley.catalogue, galley.lang
    lists = []
    for facet in ("issues", "channels"):
        groups = []
        for row in getattr(catalogue.words, facet):
            found = [case for case in catalogue.cases.values() if row.id in cards.values(case, facet)]
            places = "".join(f"(<{anchor(case.path)}>, {string(case.code)}, {string(case.title(lang))})," for case in found)
            if found:
                groups.append(f"({string(row[lang])}, ({places})),")
        name = say(cards.FACET_NAMES[facet], lang)
        lists.append(f"({string(say('by', lang, name if lang == 'zh' else name.lower()))}, ({''.join(groups)})),")
    return f"#finder({string(say('finder', lang))}, ({''.join(lists)}))"


def phrases(galley: Galley) -> str:
    """Every pair of wordings, by situation."""
    catalogue, lang = galley.catalogue, galley.lang
    done = [chapter(say("phrases", lang))]
    for situation in catalogue.words.situations:
        rows = [row for row in catalogue.phrases if row.situation == situation.id]
        if rows:
            done.append(call("situation", text(situation[lang])))
        for row in rows:
            channels = markdown.listed([catalogue.words.row("channels", id)[lang] for id in row.channels], lang)
            owner = catalogue.principles[row.principle]
            where = text(f"{row.id} · {channels} · ") + f"#to(<{anchor(owner.path)}>)[{text(f'{owner.code} {owner.title(lang)}')}]"
            done.append(f"#pair([{where}], [{text(row.avoid[lang])}], [{text(row.say[lang])}], [{text(row.why[lang])}])")
    return "\n".join(done)


def glossary(galley: Galley) -> str:
    """Every term under its letter, in Chinese by pinyin, with its name in the other language."""
    lang = galley.lang
    other: Lang = "en" if lang == "zh" else "zh"
    done = []
    letter = ""
    for row in sorted(galley.catalogue.terms, key=lambda row: order(row.term[lang], lang)):
        if (initial := _initial(row.term[lang], lang)) != letter:
            letter = initial
            done.append(f"#letter({string(letter)})")
        done.append(
            f"#entry(<term-{row.id}>, [{text(row.term[lang])}], [{text(row.term[other])}], {string(other)})[{_meaning(row, galley)}]"
        )
    return chapter(say("glossary", lang)) + call("in-columns", "\n".join(done))


def _meaning(row: TermRow, galley: Galley) -> str:
    """What a term means, where that stands, and the wordings to avoid."""
    lang = galley.lang
    marks = "".join(f"#reference[#to(<reference-{id.lower()}>)[{id}]]" for id in row.references if id in galley.catalogue.references)
    words = text(row.definition[lang]) + (f" {marks}" if marks else "")
    if row.avoid[lang]:
        words += f" #cross;{text(' ' + markdown.listed(row.avoid[lang], lang))}"
    return words


def order(term: str, lang: Lang) -> list[str]:
    """What terms are sorted by: in Chinese syllable by syllable with its tone; digits come first."""
    name = term.lower()
    return pypinyin.lazy_pinyin(name, style=pypinyin.Style.TONE3, neutral_tone_with_five=True) if lang == "zh" else [name]


def _initial(term: str, lang: Lang) -> str:
    first = order(term, lang)[0][0].upper()
    return first if first.isalpha() else "0–9"


def references(galley: Galley) -> str:
    """What the course leans on: every statement taken from it, how binding it is, of what date and how sure we are."""
    lang = galley.lang
    done = [chapter(say("references", lang)), call("lead", text(say("check_local", lang)))]
    for row in galley.catalogue.references.values():
        points = ", ".join(
            f"[{text(point.text[lang])} #hint[{text(galley.standing(point.level, point.date, point.grade) + ' · ' + point.source[lang])}]]"
            for point in row.points
        )
        done.append(f"#work(<reference-{row.id.lower()}>, {string(row.id)}, [{text(row.title[lang])}], ({points},))")
    return "\n".join(done)


def index(galley: Galley) -> str:
    """Every principle with the pages on which chapters and cases use it."""
    catalogue, lang = galley.catalogue, galley.lang
    lines = []
    for code, page in catalogue.principles.items():
        users: list[AnyPage] = [*catalogue.chapters_of(code), *(relation.case for relation in catalogue.relations_of(code))]
        places = "".join(f"<{place}>, " for place in dict.fromkeys(anchor(user.path) for user in users))
        lines.append(f"(<{anchor(page.path)}>, {string(code)}, {string(page.title(lang))}, ({places})),")
    return "\n".join(
        [chapter(say("principle_index", lang), place="<index>"), f"#index({string(say('principle_index_hint', lang))}, ({''.join(lines)}))"]
    )
