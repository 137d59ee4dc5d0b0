"""A plain page: its words as they stand."""

from __future__ import annotations

from course import markdown
from course.articles.sections import finished
from course.catalogue import Plain
from course.directives.inline import Scope


def finish(page: Plain, scope: Scope) -> str:
    """The page in that language, without its title."""
    return markdown.join(*finished(page, scope).values())
