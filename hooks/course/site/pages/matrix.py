"""The matrix: principles down by family, cases across by code; a filled mark is held, a ring is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course.content.catalogue import Catalogue, Relation, Verb
from course.language.lang import Lang
from course.render import markdown, names
from course.render.wording import say
from course.site.pages.generated import Generated, only

PATH = "principles/matrix.md"
paths = only(PATH)
SIGNS: Mapping[Verb, str] = {"holds": "●", "breaks": "○"}


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page."""
    relations: dict[tuple[str, str], list[Relation]] = {}
    for relation in catalogue.relations:
        relations.setdefault((relation.principle, relation.case.code), []).append(relation)
    cases = list(catalogue.cases.values())
    header = [say("principle", lang), *(markdown.link(PATH, case.path, case.code, title=case.title(lang)) for case in cases)]
    rows = []
    for family in catalogue.choices.families:
        for principle in catalogue.principles_in(family.id):
            name = markdown.link(PATH, principle.path, names.of_page(principle, lang), title=principle.summary(lang))
            cells = [" ".join(_mark(relation, lang) for relation in relations.get((principle.code, case.code), [])) for case in cases]
            rows.append([name, *cells])
    legend = f'<p class="legend">{" · ".join(f"{sign} {names.of_verb(verb, lang)}" for verb, sign in SIGNS.items())}</p>'
    label = markdown.escape(say("matrix", lang))
    table = markdown.block("div", markdown.table(header, rows), "matrix", attributes=f'role="region" tabindex="0" aria-label="{label}"')
    content = markdown.join(legend, table) if cases and rows else markdown.inline(say("none_relations", lang), "p", "empty")
    yield Generated(PATH, say("matrix", lang), say("matrix_summary", lang), content, "docs/zh/cases", wide=True)


def _mark(relation: Relation, lang: Lang) -> str:
    """One mark, which leads to the case and says why on hover or focus."""
    case, verb = relation.case, names.of_verb(relation.verb, lang)
    shown = f'<span class="visually-hidden">{verb} {case.code}</span>{SIGNS[relation.verb]}'
    hint = markdown.named(f"{case.code} {verb} {relation.principle}", relation.reason(lang), lang)
    return markdown.link(PATH, case.path, shown, f"mark--{relation.verb}", anchor="principles", title=hint)
