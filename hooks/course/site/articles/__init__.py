"""How an authored page is finished: its own words, rendered, with what the catalogue knows about it around them.

One module per kind; each has ``finish(page, scope) -> Markdown`` without the title.
"""

from __future__ import annotations

from collections.abc import Callable

from course.content.catalogue import AnyPage
from course.render.inline import Scope
from course.site.articles import case, chapter, form, plain, principle

FINISH: dict[str, Callable[[AnyPage, Scope], str]] = {
    "case": case.finish,
    "chapter": chapter.finish,
    "principle": principle.finish,
    "form": form.finish,
    "page": plain.finish,
}
