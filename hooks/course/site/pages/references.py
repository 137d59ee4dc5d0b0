"""The references: every law, standard, promise and study, how sure we are of it, and the pages that lean on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.content import citations
from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import ReferenceRow
from course.language.lang import Lang
from course.render import look_again, markdown
from course.render.inline import REFERENCES, Scope
from course.render.wording import say
from course.site import leaning
from course.site.pages import filters
from course.site.pages.generated import Generated, only

paths = only(REFERENCES)

LEVELS = ("law", "regulation", "rule", "local", "standard", "promise", "practice", "study", "foreign")
"""Levels of a statement, the most binding first; a rule of another country binds nobody here."""


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page: the most binding first, within a level in the order of the table."""
    scope = Scope(catalogue, lang, REFERENCES)
    levels = {level: [row for row in catalogue.references.values() if level_of(row) == level] for level in LEVELS}
    used = {level: rows for level, rows in levels.items() if rows}
    jumps = [
        markdown.link(REFERENCES, REFERENCES, f"{say(f'level_{level}', lang)} {len(rows)}", "facet", anchor=f"level-{level}")
        for level, rows in used.items()
    ]
    uses, overdue = _uses(scope), citations.overdue(catalogue)
    groups = [
        filters.group(
            2, say(f"level_{level}", lang), f"level-{level}", [_entry(row, lang, uses[row.id], row.id in overdue) for row in rows]
        )
        for level, rows in used.items()
    ]
    note = f'<p class="check-local">{say("check_local", lang)}</p>'
    content = markdown.block("div", markdown.join(*groups), "references")
    yield Generated(
        REFERENCES,
        say("references", lang),
        say("references_summary", lang),
        markdown.join(note, filters.jumps(say("binding", lang), jumps), content),
        "docs/data/references.yml",
        tells_due=True,
        needs=("assets/css/lookup.css", "assets/js/narrow.js"),
    )


def level_of(row: ReferenceRow) -> str:
    """How binding a reference is: its most binding statement."""
    return min((point.level for point in row.points), key=LEVELS.index)


def _uses(scope: Scope) -> dict[str, str]:
    """Of each reference the pages that lean on it, in words; nothing where only a table cites it."""
    lang = scope.lang
    said = {row.id: "" for row in scope.catalogue.references.values()}
    said |= {id: cited_on(pages, scope) for id, pages in citations.pages_citing(scope.catalogue).items()}
    return said | {row.id: say("cited_nowhere", lang) for row in citations.uncited(scope.catalogue)}


def cited_on(pages: Iterable[AnyPage], scope: Scope) -> str:
    """That those pages lean on something, with a link to each."""
    lang = scope.lang
    links = [
        scope.link(page.code) if page.code else markdown.link(scope.path, page.path, markdown.escape(page.title(lang))) for page in pages
    ]
    return markdown.named(say("cited_on", lang), markdown.listed(links, lang), lang)


def _entry(row: ReferenceRow, lang: Lang, uses: str, overdue: bool) -> str:
    """A reference: what it says, point by point, when its sources were read and whether that is too long ago, and where it is used."""
    points = []
    for point in row.points:
        level = f'<span class="level level--{point.level}">{say(f"level_{point.level}", lang)}</span>'
        grade = f'<span class="grade grade--{point.grade}">{say(f"grade_{point.grade}", lang)}</span>'
        points.append(f"{markdown.escape(point.text[lang])}  \n{level} {markdown.escape(point.dated_source(lang))} · {grade}")
    uses += "\n{: data-search-exclude }" if uses else ""
    title = markdown.heading(3, f"{row.id} {markdown.escape(row.title[lang])}", row.id.lower())
    days = f'<p class="about" data-search-exclude>{say("checked_and_due", lang, row.checked, row.due)}</p>'
    mark = leaning.mark(look_again.of(row, lang)) if overdue else ""
    return markdown.join(title, markdown.bullets(points), days, mark, uses)
