"""A job aid: what it is for, then the sheet itself."""

from __future__ import annotations

from course.content.catalogue import Form
from course.render import markdown
from course.render.inline import Scope
from course.sessions import printables
from course.site.articles.sections import finished


def finish(form: Form, scope: Scope) -> str:
    """The form in that language, without its title."""
    lead = f'<p class="meta"><b class="code">{form.code}</b></p>\n\n<p class="lead">{markdown.escape(form.summary(scope.lang))}</p>'
    sheet = markdown.block("div", markdown.join(*finished(form, scope).values()), "sheet")
    return markdown.join(lead, sheet, printables.links(form.code, scope))
