"""The references: every law, standard, promise and study, how sure we are of it, and the pages that lean on it."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import citations
from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import markdown
from course.render.inline import REFERENCES, Scope
from course.render.wording import say
from course.site.pages.generated import Generated


def paths(_: Catalogue) -> list[str]:
    """Its one path."""
    return [REFERENCES]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page, in the order of the table."""
    scope = Scope(catalogue, lang, REFERENCES)
    citing = citations.pages_citing(catalogue)
    uncited = {row.id for row in citations.uncited(catalogue)}
    entries = []
    for row in catalogue.references.values():
        points = []
        for point in row.points:
            level = f'<span class="level level--{point.level}">{say(f"level_{point.level}", lang)}</span>'
            grade = f'<span class="grade grade--{point.grade}">{say(f"grade_{point.grade}", lang)}</span>'
            points.append(f"{markdown.escape(point.text[lang])}  \n{level} {markdown.escape(point.dated_source(lang))} · {grade}")
        used = [
            scope.link(page.code) if page.code else markdown.link(REFERENCES, page.path, markdown.escape(page.title(lang)))
            for page in citing.get(row.id, [])
        ]
        uses = markdown.named(say("cited_on", lang), markdown.listed(used, lang), lang) if used else ""
        if row.id in uncited:
            uses = say("cited_nowhere", lang)
        uses += "\n{: data-search-exclude }" if uses else ""
        entries.append(
            markdown.join(
                markdown.heading(2, f"{row.id} {markdown.escape(row.title[lang])}", row.id.lower()), markdown.bullets(points), uses
            )
        )
    note = f'<p class="check-local">{say("check_local", lang)}</p>'
    content = markdown.join(note, markdown.block("div", markdown.join(*entries), "references"))
    yield Generated(REFERENCES, say("references", lang), say("references_summary", lang), content, "docs/data/references.yml")
