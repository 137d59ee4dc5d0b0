"""The job aids, in a list."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.language.lang import Lang
from course.render import markdown, names
from course.render.wording import say
from course.site.pages.generated import Generated, only

PATH = "forms/index.md"
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one list."""
    lines = [
        f"{markdown.link(PATH, form.path, names.of_page(form, lang))}  \n{markdown.escape(form.summary(lang))}"
        for form in catalogue.forms.values()
    ]
    content = markdown.bullets(lines) if lines else markdown.inline(say("none_forms", lang), "p", "empty")
    yield Generated(PATH, say("forms", lang), say("forms_summary", lang), content, "docs/zh/forms")
