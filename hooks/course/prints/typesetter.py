"""Where type is set: pages of the catalogue as content of a print, for one language and one kind of print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from course.content import citations, headings
from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import ReferenceRow
from course.language.lang import Lang
from course.prints.errors import Unprintable
from course.prints.fragment import fragment
from course.prints.markup import EMPTY_LINE, NOTHING, SPACE, Link, Markup, Setting, call, called, joined, text, unlinked
from course.render import company, look_again, markdown
from course.render.inline import Audience, Scope
from course.render.wording import say
from course.site.articles.sections import finished, sections

GRADES = ("primary", "textbook", "secondary", "unverified")
"""From sure to unsure."""

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)

SCALES = {
    "handout": (1, 0.97, 0.94, 0.91),
    "key": (1, 0.96, 0.92),
    "sheet": (1.16, 1.1, 1.04, 1),
    "agenda": (1.1, 1.05, 1, 0.95, 0.9),
    "form": (1, 0.96, 0.92, 0.88, 0.84),
}
"""Kind of sheet -> sizes of its text, the usual one being 1: a trainer reads at arm's length; a form stays on one page."""

_set = lru_cache(maxsize=4096)(fragment)
"""The same section is part of several prints."""


@dataclass(frozen=True)
class Typesetter:
    """What a print is set from and how."""

    catalogue: Catalogue
    lang: Lang
    depth: int = 0
    """How many levels headings go down."""
    link: Link = unlinked

    def parts(self, page: AnyPage) -> list[headings.Section]:
        """The page's sections as the author wrote them."""
        return headings.parts(page.body(self.lang).tree, page.kind, page.shown(self.lang))

    def sections(self, page: AnyPage, audience: Audience) -> dict[str, str]:
        """The page's sections as that audience gets them, as Markdown; one with nothing under its heading is left out."""
        scope = Scope(self.catalogue, self.lang, page.path, audience=audience)
        return {id: words for id, words in finished(page, scope).items() if _HEADING.sub("", words).strip()}

    def contents(self, page: AnyPage, audience: Audience) -> dict[str, str]:
        """The same sections without their headings."""
        scope = Scope(self.catalogue, self.lang, page.path, audience=audience)
        return {section.id: section.content for section in sections(page, scope)}

    def set(self, page: AnyPage, *words: str) -> Markup:
        """Markdown of that page as it is printed; Unprintable where something of it cannot be set."""
        try:
            setting = Setting(page.path, page.shown(self.lang), self.depth, self.link, page.kind.name == "form")
            return self._spoken(page, joined([_set(part, setting) for part in words if part], SPACE))
        except ValueError as error:
            raise Unprintable(page.body(self.lang).path, str(error)) from error

    def _spoken(self, page: AnyPage, content: Markup) -> Markup:
        """Content in the language the page is shown in."""
        return content if page.shown(self.lang) == self.lang else call("in-chinese", content=content)

    def heading(self, level: int, words: str) -> Markup:
        """A heading of our own."""
        return SPACE + call("heading", level=level + self.depth, content=text(words)) + EMPTY_LINE

    def references(self, content: Markup) -> Markup:
        """The references cited in that content, a line each: how binding, of what years, how sure we are of the least sure."""
        ids = _cited(content)
        if not ids:
            return NOTHING
        cells: list[Markup] = []
        for id in ids:
            row = self.catalogue.references[id]
            cells += [text(id), text(row.title[self.lang]) + SPACE + call("hint", content=text(self._points(row)))]
        return self.heading(3, say("cited", self.lang)) + call("works", *cells) + SPACE

    def look_again(self, content: Markup) -> str:
        """What is to be said of the references cited in that content whose sources are to be read again by now, if any is."""
        overdue = citations.overdue(self.catalogue)
        return look_again.note([overdue[id] for id in _cited(content) if id in overdue], self.lang) if overdue else ""

    def _points(self, row: ReferenceRow) -> str:
        """What a reference's points are together."""
        levels = markdown.listed(list(dict.fromkeys(say(f"level_{point.level}", self.lang) for point in row.points)), self.lang)
        years = sorted({point.date[:4] for point in row.points} - {""})
        span = years[:1] if len(years) < 2 else [f"{years[0]}–{years[-1]}"]
        least = max((point.grade for point in row.points), key=GRADES.index)
        return " · ".join([levels, *span, say(f"grade_{least}", self.lang)])

    def standing(self, level: str, date: str, grade: str) -> str:
        """How binding a statement is, of what date, how sure we are of it."""
        return markdown.listed([say(f"level_{level}", self.lang), *([date] if date else []), say(f"grade_{grade}", self.lang)], self.lang)

    def sheet(self, kind: str, code: str, title: str, *body: Markup) -> Markup:
        """A sheet of that kind, such as ``handout``: it counts its own pages; one that is given away begins on a leaf of its own.

        At its foot it says which of the references it cites are to be looked at again. It is set at one of the ``SCALES``: the largest that saves a page.
        """
        content = joined(body, SPACE)
        due = self.look_again(content)
        made = call(
            "sheet",
            course=company.titled(self.catalogue.programme.title[self.lang], self.catalogue, self.lang),
            kind=say(f"print_{kind}", self.lang),
            code=code,
            title=title,
            scales=SCALES[kind],
            tight=kind == "form",
            leaf=kind in ("handout", "form"),
            content=content,
            **({"due": due} if due else {}),
        )
        return made + SPACE

    def title(self, page: AnyPage, facts: list[str], fields: tuple[str, ...] = ()) -> Markup:
        """The head of a page's sheet: code, title, summary, facts, and what is to be filled in by hand."""
        name, lead = (self._spoken(page, text(words)) for words in (page.title(self.lang), page.summary(self.lang)))
        given = [text(say(field, self.lang)) for field in fields]
        return call("title-block", code=page.code, title=name, lead=lead, facts=text(" · ".join(facts)), fields=given) + SPACE


def _cited(content: Markup) -> list[str]:
    """The ids of the references cited in that content, in order."""
    marks = called(content, "reference")
    return sorted({piece for mark in marks if mark.content for piece in mark.content.pieces if isinstance(piece, str)})
