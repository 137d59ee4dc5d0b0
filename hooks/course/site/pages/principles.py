"""The principle index: by family, each with its sentence and its cases."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import markdown, names
from course.render.wording import say
from course.site.pages.generated import Generated, only

PATH = "principles/index.md"
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one index page; a family without principles says so."""
    blocks = []
    for family in catalogue.choices.families:
        lines = []
        for principle in catalogue.principles_in(family.id):
            title = markdown.link(PATH, principle.path, names.of_page(principle, lang))
            cases = " ".join(
                markdown.link(
                    PATH,
                    relation.case.path,
                    relation.case.code,
                    "chip",
                    f"chip--{names.TONES[relation.verb]}",
                    title=relation.case.title(lang),
                )
                for relation in catalogue.relations_of(principle.code)
            )
            lines.append(f"{title}  \n{markdown.escape(principle.summary(lang))}  \n{cases}".rstrip())
        content = (
            markdown.block("div", markdown.bullets(lines), "index") if lines else markdown.inline(say("none_relations", lang), "p", "empty")
        )
        blocks.append(
            markdown.join(
                markdown.heading(2, markdown.escape(family[lang]), family.id),
                f'<p class="about">{markdown.escape(family.about(lang))}</p>',
                content,
            )
        )
    yield Generated(
        PATH, say("principle_index", lang), say("principle_index_summary", lang), markdown.join(*blocks), "docs/data/vocabulary.yml"
    )
