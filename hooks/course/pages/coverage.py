"""Source coverage: every item of the five documents, with the pages that teach it or the reason it was replaced."""

from __future__ import annotations

import html
from collections.abc import Iterator

from course import markdown
from course.catalogue import Catalogue
from course.directives.inline import Scope
from course.model import Lang, SyllabusRow
from course.pages.generated import Generated
from course.wording import say

PATH = "about/coverage.md"


def answered(catalogue: Catalogue) -> frozenset[str]:
    """Ids of items that are taught or replaced; a heading counts once everything under it does."""
    done = set(catalogue.taught) | {row.id for row in catalogue.syllabus.replaced}
    for row in reversed(catalogue.syllabus.items):
        below = [item.id for item in catalogue.syllabus.items if _under(item.id, row.id)]
        if row.level == "section" and below and all(id in done for id in below):
            done.add(row.id)
    return frozenset(done)


def _under(id: str, section: str) -> bool:
    return id.startswith(f"{section}.") or (section.endswith("0") and len(section) == 2 and id != section and id[0] == section[0])


def paths(_: Catalogue) -> list[str]:
    """Where it stands."""
    return [PATH]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page: a table per document."""
    scope = Scope(catalogue, lang, PATH)
    done = answered(catalogue)
    replaced = {row.id: row.reason[lang] for row in catalogue.syllabus.replaced}
    blocks = []
    for document in catalogue.words.documents:
        items = [row for row in catalogue.syllabus.items if row.source == document.id]
        rows = [(row.id, _label(row, lang), _where(row, scope, done, replaced)) for row in items]
        count = say("x_of_y", lang, sum(row.id in done for row in items), len(items))
        blocks.append(
            markdown.join(
                markdown.heading(2, f"{document.id} · {html.escape(document[lang])}", f"document-{document.id.lower()}"),
                f'<p class="about">{html.escape(document.about(lang))} · {count}</p>',
                markdown.block("div", markdown.table([say("code", lang), say("what", lang), say("taught_on", lang)], rows), "coverage"),
            )
        )
    yield Generated(PATH, say("coverage", lang), say("coverage_summary", lang), markdown.join(*blocks), "docs/data/syllabus.yml", wide=True)


def _label(row: SyllabusRow, lang: Lang) -> str:
    text = markdown.escape(row.zh if lang == "zh" else row.en)
    return f"**{text}**" if row.level == "section" else text


def _where(row: SyllabusRow, scope: Scope, done: frozenset[str], replaced: dict[str, str]) -> str:
    pages = scope.catalogue.taught.get(row.id, [])
    if pages:
        return " ".join(scope.link(page.code, page.code) for page in pages)
    if row.id in replaced:
        return say("replaced", scope.lang) + markdown.escape(replaced[row.id])
    return "✓" if row.id in done else markdown.inline(say("uncovered", scope.lang), "span", "minutes")
