"""A plain page: only what its author wrote."""

from __future__ import annotations

from course.content.catalogue import Plain
from course.render import markdown
from course.render.inline import Scope
from course.site.articles.sections import finished


def finish(page: Plain, scope: Scope) -> str:
    """The page in that language, without its title."""
    return markdown.join(*finished(page, scope).values())
