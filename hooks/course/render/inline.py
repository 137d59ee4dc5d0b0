"""Marks inside a line: ``[R13]``, ``[[C09]]``, and the first use of each term in a section.

Works on Markdown text. What must not be touched (code, links, HTML, attributes) is stepped over as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from course.content import company
from course.content.catalogue import Catalogue
from course.content.tables import TermRow
from course.language.lang import Lang
from course.render import markdown, names
from course.render.terms import Terms
from course.render.wording import say
from course.syntax.allowed import harmless
from course.syntax.inline import stretches, tokens
from course.syntax.tree import Tree

_QUIET = ("#", "|", "<", "    ")
"""How a line begins in which no terms are marked: headings, tables, HTML, code."""

Audience = Literal["reader", "trainer", "trainee"]
"""Who reads: ``reader`` finds answers and trainer's notes folded away, ``trainer`` open, ``trainee`` (on paper) not at all."""

GLOSSARY = "glossary.md"
REFERENCES = "references.md"


@dataclass
class Scope:
    """Where text is being finished: in which page and language, with which terms already marked."""

    catalogue: Catalogue
    lang: Lang
    path: str
    marked: set[str] = field(default_factory=set)
    """Terms already marked in this section."""
    audience: Audience = "reader"
    judged: bool = True
    """Whether turns show their marks; where they do not, finding the turn that went wrong is the reader's task."""

    quizzes: int = 0
    """How many quizzes of this page have been finished."""

    def next_quiz(self) -> str:
        """The id of the next quiz of this page, such as ``C09-1``: in both languages the same; nothing on a page without a code."""
        self.quizzes += 1
        page = self.catalogue.pages.get(self.path)
        return f"{page.code}-{self.quizzes}" if page and page.code else ""

    @property
    def marked_turns(self) -> bool:
        """Whether turns of a dialogue show whether they were good or bad: never to a trainee, whose task it is to find them."""
        return self.judged and self.audience != "trainee"

    def link(self, code: str, words: str = "", *classes: str) -> str:
        """A link to the page of that code, in this page's language, showing the code and its title or the given words."""
        page = self.catalogue.coded[code]
        shown = words or names.of_page(page, self.lang)
        return markdown.link(self.path, page.path, shown, *(classes or ("code-link",)), title=page.summary(self.lang))

    def reference(self, id: str) -> str:
        """A mark that leads to the reference of that id."""
        title = self.catalogue.references[id].title[self.lang]
        return markdown.link(self.path, REFERENCES, id, "ref", anchor=id.lower(), title=title)

    def own(self, name: str) -> str:
        """What the company says for that name, as Markdown, with a mark where it has yet to confirm what the course says; nothing for no name."""
        said = company.words(name, self.catalogue.own, self.catalogue.company, self.lang)
        waits = any(row.id == name for row in company.to_confirm(self.catalogue.own, self.catalogue.company))
        mark = f'<span class="unconfirmed">{say("to_confirm", self.lang)}</span>' if waits else ""
        return markdown.escape(said) + mark if said else ""

    @cached_property
    def terms(self) -> Terms:
        """The terms of this language."""
        return Terms(self.catalogue.terms, self.lang)


def mentions(tree: Tree, scope: Scope) -> Iterator[tuple[int, str, int, int, TermRow]]:
    """Each place where ``expand_block`` may mark a term: number and text of its line, where in that it starts and ends, and its row."""
    for number, line in tree.unfenced:
        if not line.startswith((*_QUIET, ":::")):
            for at, words in stretches(line):
                for start, end, row in scope.terms.found(words):
                    yield number, line, at + start, at + end, row


def expand(text: str, scope: Scope) -> str:
    """A run of Markdown with its references and codes turned into links; no terms."""
    return "".join(_expanded(harmless(text, filled=True), scope, terms=False))


def expand_block(text: str, scope: Scope) -> str:
    """Lines of Markdown, none of them code, with terms marked as well; each second-level heading lets them be marked anew."""
    done = []
    for line in text.split("\n"):
        if line.startswith("## "):
            scope.marked.clear()
        done.append("".join(_expanded(line, scope, terms=not line.startswith(_QUIET))))
    return "\n".join(done)


def _expanded(text: str, scope: Scope, terms: bool) -> Iterator[str]:
    for token in tokens(text):
        if token.kind == "page":
            yield scope.link(token.id, token.words)
        elif token.kind == "reference":
            yield scope.reference(token.id)
        elif token.kind == "own":
            yield scope.own(token.id) or markdown.escape(token.text)
        else:
            yield _mark_terms(token.text, scope) if terms and token.kind == "words" else token.text


def _mark_terms(text: str, scope: Scope) -> str:
    done, at = [], 0
    for start, end, row in scope.terms.found(text):
        if row.id not in scope.marked:
            scope.marked.add(row.id)
            mark = markdown.link(scope.path, GLOSSARY, text[start:end], "term", anchor=row.id, title=row.definition[scope.lang])
            done += [text[at:start], mark]
            at = end
    return "".join([*done, text[at:]])
