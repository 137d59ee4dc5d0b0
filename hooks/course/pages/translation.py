"""Translation status: every page, and the sections whose Chinese has moved on since the English was confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course import markdown, outline
from course.catalogue import Catalogue, Page
from course.model import Lang
from course.pages.generated import Generated
from course.translation import behind, state
from course.wording import say

PATH = "about/translation.md"


def paths(_: Catalogue) -> list[str]:
    """Where it stands."""
    return [PATH]


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page: what needs work first, then the rest."""
    order = ["missing", "behind", "unstamped", "complete"]
    shown = sorted(catalogue.pages.values(), key=lambda page: order.index(state(page)))
    rows = [
        (
            markdown.link(PATH, page.path, f"{page.code} {markdown.escape(page.title(lang))}".strip()),
            _state(page, lang),
            f"`docs/en/{page.path}`",
        )
        for page in shown
    ]
    complete = sum(state(page) == "complete" for page in shown)
    content = markdown.join(
        f'<p class="about">{say("state_complete", lang)} {say("x_of_y", lang, complete, len(shown))}</p>',
        markdown.table([say("what", lang), say("state", lang), say("file", lang)], rows),
    )
    yield Generated(PATH, say("translation", lang), say("translation_summary", lang), content, "docs/en", wide=True)


def _state(page: Page[Any, Any], lang: Lang) -> str:
    now = state(page)
    if now != "behind":
        return say(f"state_{now}", lang)
    titles = {heading.id: heading.text for heading in outline.headings(page.sides["zh"].body, page.kind, "zh")}
    links = [
        markdown.link(PATH, page.path, markdown.escape(titles.get(id, id)), anchor=id if id in titles else "")
        for id in sorted(behind(page))
    ]
    return say("state_behind", lang, markdown.listed(links, lang))
