"""Source coverage: every item of the five documents, with the pages that teach it or the reason it was replaced."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.tables import SyllabusRow
from course.language.lang import Lang
from course.render import markdown
from course.render.inline import Scope
from course.render.wording import say
from course.site.pages.generated import Generated, only

PATH = "about/coverage.md"
paths = only(PATH)


def answered(catalogue: Catalogue) -> frozenset[str]:
    """Ids of items that are taught or replaced; a heading counts once everything under it does."""
    done = set(catalogue.taught) | {row.id for row in catalogue.syllabus.replaced}
    below: dict[str, list[str]] = {}
    for row in catalogue.syllabus.items:
        numbers = row.id.split(".")
        for depth in range(1, len(numbers)):
            below.setdefault(".".join(numbers[:depth]), []).append(row.id)
    headings = [row.id for row in catalogue.syllabus.items if row.level == "section" and row.id in below]
    leaves = {id: [item for item in below[id] if item not in below] for id in headings}
    return frozenset(done | {id for id in headings if done.issuperset(leaves[id])})


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page: a table per document."""
    scope = Scope(catalogue, lang, PATH)
    done = answered(catalogue)
    replaced = {row.id: row.reason[lang] for row in catalogue.syllabus.replaced}
    blocks = []
    for document in catalogue.choices.documents:
        items = [row for row in catalogue.syllabus.items if row.source == document.id]
        rows = [(row.id, _label(row, lang), _where(row, scope, done, replaced)) for row in items]
        count = say("x_of_y", lang, sum(row.id in done for row in items), len(items))
        blocks.append(
            markdown.join(
                markdown.heading(2, f"{document.id} · {markdown.escape(document[lang])}", f"document-{document.id.lower()}"),
                f'<p class="about">{markdown.escape(document.about(lang))} · {count}</p>',
                markdown.block("div", markdown.table([say("code", lang), say("what", lang), say("taught_on", lang)], rows), "coverage"),
            )
        )
    yield Generated(PATH, say("coverage", lang), say("coverage_summary", lang), markdown.join(*blocks), "docs/data/syllabus.yml", wide=True)


def _label(row: SyllabusRow, lang: Lang) -> str:
    text = markdown.escape(row[lang])
    return f"**{text}**" if row.level == "section" else text


def _where(row: SyllabusRow, scope: Scope, done: frozenset[str], replaced: dict[str, str]) -> str:
    pages = scope.catalogue.taught.get(row.id, [])
    if pages:
        return " ".join(scope.link(page.code, page.code) for page in pages)
    if row.id in replaced:
        return say("replaced", scope.lang) + markdown.escape(replaced[row.id])
    return "✓" if row.id in done else markdown.inline(say("uncovered", scope.lang), "span", "minutes")
