"""The list of session plans: for whom, from when to when, the minutes against the target. Each has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import markdown
from course.render.wording import say
from course.site.pages import plan as single
from course.site.pages.generated import Generated, only

PATH = "plans.md"
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one list, in the order of the table."""
    blocks = [
        markdown.join(
            markdown.heading(2, markdown.link(PATH, single.path(plan), markdown.escape(plan.title[lang])), plan.id),
            f'<p class="about">{markdown.escape(plan.who[lang])}</p>',
            f'<p class="about">{markdown.dots(single.facts(plan, catalogue, lang))}</p>',
        )
        for plan in catalogue.plans
    ]
    yield Generated(
        PATH,
        say("plans", lang),
        say("plans_summary", lang),
        markdown.join(*blocks) or markdown.inline(say("none_plans", lang), "p", "empty"),
        single.SOURCE,
    )
