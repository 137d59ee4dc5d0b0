"""The references: every law, standard, promise and study, how sure we are of it, and the pages that lean on it."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import citations
from course.content.catalogue import Catalogue
from course.content.tables import ReferenceRow
from course.language.lang import Lang
from course.render import markdown
from course.render.inline import REFERENCES, Scope
from course.render.wording import say
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
    uses = _uses(scope)
    groups = [
        filters.group(2, say(f"level_{level}", lang), f"level-{level}", [_entry(row, lang, uses[row.id]) for row in rows])
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
        needs=("assets/css/lookup.css", "assets/js/narrow.js"),
    )


def level_of(row: ReferenceRow) -> str:
    """How binding a reference is: its most binding statement."""
    return min((point.level for point in row.points), key=LEVELS.index)


def _uses(scope: Scope) -> dict[str, str]:
    """Of each reference the pages that lean on it, in words; nothing where only a table cites it."""
    lang, citing = scope.lang, citations.pages_citing(scope.catalogue)
    said = {row.id: "" for row in scope.catalogue.references.values()}
    for id, pages in citing.items():
        links = [
            scope.link(page.code) if page.code else markdown.link(REFERENCES, page.path, markdown.escape(page.title(lang)))
            for page in pages
        ]
        said[id] = markdown.named(say("cited_on", lang), markdown.listed(links, lang), lang)
    return said | {row.id: say("cited_nowhere", lang) for row in citations.uncited(scope.catalogue)}


def _entry(row: ReferenceRow, lang: Lang, uses: str) -> str:
    """A reference: what it says, point by point, when its sources were read, and where it is used."""
    points = []
    for point in row.points:
        level = f'<span class="level level--{point.level}">{say(f"level_{point.level}", lang)}</span>'
        grade = f'<span class="grade grade--{point.grade}">{say(f"grade_{point.grade}", lang)}</span>'
        points.append(f"{markdown.escape(point.text[lang])}  \n{level} {markdown.escape(point.dated_source(lang))} · {grade}")
    uses += "\n{: data-search-exclude }" if uses else ""
    title = markdown.heading(3, f"{row.id} {markdown.escape(row.title[lang])}", row.id.lower())
    days = f'<p class="about" data-search-exclude>{say("checked_and_due", lang, row.checked, row.due)}</p>'
    return markdown.join(title, markdown.bullets(points), days, uses)
