"""Session plans: what each covers, and its minutes against its target. Minutes come from the pages themselves."""

from __future__ import annotations

import html
from collections.abc import Iterator

from course import markdown
from course.catalogue import Catalogue
from course.directives.inline import Scope
from course.model import Lang
from course.pages.generated import Generated
from course.tables import PlanItem
from course.wording import say

PATH = "plans.md"


def minutes(item: PlanItem, catalogue: Catalogue) -> int:
    """Class minutes of one line of a plan."""
    if item.chapter:
        return catalogue.chapters[item.chapter].front.minutes
    if item.case:
        return catalogue.cases[item.case].front.minutes.total
    return item.pause or 0


def paths(_: Catalogue) -> list[str]:
    """Where it stands."""
    return [PATH]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page, in the order of the table."""
    scope = Scope(catalogue, lang, PATH)
    blocks = []
    for plan in catalogue.plans:
        rows = [
            (
                scope.link(item.chapter or item.case or "") if not item.pause else say("pause", lang),
                say("minutes", lang, minutes(item, catalogue)),
            )
            for item in plan.items
        ]
        total = sum(minutes(item, catalogue) for item in plan.items)
        facts = [
            html.escape(plan.who[lang]),
            f"{say('target', lang)} {say('minutes', lang, plan.target)}",
            f"{say('total', lang)} {say('minutes', lang, total)}",
        ]
        blocks.append(
            markdown.join(
                markdown.heading(2, html.escape(plan.title[lang]), plan.id),
                f'<p class="about">{markdown.dots(facts)}</p>',
                markdown.table([say("what", lang), say("minutes", lang, "").strip()], rows),
            )
        )
    yield Generated(
        PATH,
        say("plans", lang),
        say("plans_summary", lang),
        markdown.join(*blocks) or markdown.inline(say("none_plans", lang), "p", "empty"),
        "docs/data/plans.yml",
    )
