"""Everything the site offers to print, in tables: what the handout room shows."""

from __future__ import annotations

import html
from typing import Any

from course import markdown
from course.catalogue import Catalogue, Page, Printed
from course.directives.inline import Scope
from course.model import Lang
from course.printouts import BOOK, PER_PAGE, PER_PLAN, PHRASES, Print, PrintKind, amount, link, offered
from course.wording import say


def lists(scope: Scope) -> str:
    """Everything the site offers to print, with pages and size; where it offers nothing, how to get it."""
    lang, catalogue = scope.lang, scope.catalogue
    files = offered(catalogue, lang)
    if not files:
        return f'<div class="note note--note" markdown="1">\n\n{say("print_none", lang)}\n\n</div>'
    groups: list[tuple[str, tuple[PrintKind, ...], list[tuple[str, str]]]] = [
        (say("print_whole", lang), ("book", "cards"), [(BOOK, say("print_book", lang)), (PHRASES, say("phrases", lang))]),
        (say("plans", lang), PER_PLAN, [(plan.id, plan.title[lang]) for plan in catalogue.plans]),
        *(
            (f"{say('part', lang, part.id)} · {part.title[lang]}", PER_PAGE, _taught(part.id, catalogue, lang))
            for part in catalogue.outline.parts
        ),
        (say("forms", lang), ("form",), [(form.code, f"{form.code} {form.title(lang)}") for form in catalogue.forms.values()]),
    ]
    return markdown.join(
        f'<p class="about">{html.escape(say("print_how", lang))}</p>',
        *(
            markdown.join(markdown.heading(2, html.escape(title)), _table(kinds, rows, files, scope))
            for title, kinds, rows in groups
            if any((subject, kind) in files for subject, _ in rows for kind in kinds)
        ),
    )


def _taught(part: int, catalogue: Catalogue, lang: Lang) -> list[tuple[str, str]]:
    """The chapters of a part, each before its cases."""
    found = []
    for chapter in catalogue.chapters.values():
        if chapter.front.part == part:
            pages: list[Page[Any, Any]] = [chapter, *(catalogue.cases[code] for code in chapter.front.cases if code in catalogue.cases)]
            found += [(page.code, f"{page.code} {page.title(lang)}") for page in pages]
    return found


def _table(
    kinds: tuple[PrintKind, ...],
    rows: list[tuple[str, str]],
    files: dict[tuple[str, PrintKind], tuple[Print, Printed]],
    scope: Scope,
) -> str:
    """Subjects down, kinds across; a cell that has nothing is empty."""
    lang = scope.lang
    header = [say("what", lang), *(say(f"print_{kind}", lang) for kind in kinds)]
    lines = []
    for subject, words in rows:
        page = scope.catalogue.coded.get(subject)
        name = markdown.link(scope.path, page.path, markdown.escape(words)) if page else markdown.escape(words)
        cells = []
        for kind in kinds:
            one, file = files.get((subject, kind), (None, Printed()))
            cells.append(link(one, scope.path, html.escape(amount(file, lang))) if one else "")
        lines.append([name, *cells])
    return markdown.block("div", markdown.table(header, lines), "print-table")
