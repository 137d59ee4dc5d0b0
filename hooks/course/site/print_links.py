"""Everything the site offers to print, part by part: what the handout room shows."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import AnyPage, Catalogue
from course.language.lang import Lang
from course.render import markdown, names
from course.render.inline import Scope
from course.render.wording import say
from course.sessions.printables import BOOK, PHRASES, links_of

Row = tuple[str, str]
"""Subject of prints, and its words."""


def lists(scope: Scope) -> str:
    """The prints of every plan, chapter, case and form with pages and size; where the site has none, how to get them."""
    lang, catalogue = scope.lang, scope.catalogue
    if not catalogue.printed:
        return markdown.block("div", say("print_none", lang), "note", "note--note")
    how = f'<p class="about">{markdown.escape(say("print_how", lang))}</p>'
    return markdown.join(how, *(_group(title, rows, scope) for title, rows in _groups(catalogue, lang)))


def _groups(catalogue: Catalogue, lang: Lang) -> Iterator[tuple[str, list[Row]]]:
    yield say("print_whole", lang), [(BOOK, say("print_book", lang)), (PHRASES, say("phrases", lang))]
    yield say("plans", lang), [(plan.id, plan.title[lang]) for plan in catalogue.plans]
    for part in catalogue.programme.parts:
        yield names.of_part(part, lang), [_row(page, lang) for page in catalogue.pages_in(part)]
    yield say("forms", lang), [_row(form, lang) for form in catalogue.forms.values()]


def _row(page: AnyPage, lang: Lang) -> Row:
    return page.code, page.name(lang)


def _group(title: str, rows: list[Row], scope: Scope) -> str:
    """A heading and a line for each subject that has prints; neither where none has."""
    lines = []
    for subject, words in rows:
        if files := links_of(subject, scope):
            page = scope.catalogue.coded.get(subject)
            name = markdown.link(scope.path, page.path, markdown.escape(words)) if page else markdown.escape(words)
            lines.append(
                f'<li class="printlist__row" markdown="1"><span class="printlist__name" markdown="1">{name}</span> {" ".join(files)}</li>'
            )
    if not lines:
        return ""
    return markdown.join(markdown.heading(2, markdown.escape(title)), markdown.block("ul", "\n".join(lines), "printlist"))
