"""Marks inside a line: ``[R13]``, ``[[C09]]``, and the first use of each term in a section.

Works on Markdown text. What must not be touched (code, links, HTML, attributes) is stepped over as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from course import markdown
from course.allowed import harmless
from course.catalogue import Catalogue
from course.model import Lang
from course.outline import unfenced
from course.tables import TermRow

REFERENCE = re.compile(r"\[([RMU]\d{2,3})\](?!\()")
CODE = re.compile(r"\[\[([\w.]+)(?:\|([^\]]+))?\]\]")
_TOKEN = re.compile(
    r"(?P<keep>《[^《》]*》|`+[^`]*`+|!?\[[^\[\]]*\]\([^)]*\)(?:\{[^}]*\})?|</?[A-Za-z][^>]*>|\{[:#.][^}]*\}|https?://\S+)"
    r"|\[\[(?P<code>[\w.]+)(?:\|(?P<words>[^\]]+))?\]\]"
    r"|\[(?P<reference>[RMU]\d{2,3})\](?!\()"
)

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

    def link(self, code: str, words: str = "", *classes: str) -> str:
        """A link to the page of that code, in this page's language, showing the code and its title or the given words."""
        page = self.catalogue.coded[code]
        shown = words or f"{code} {markdown.escape(page.title(self.lang))}"
        return markdown.link(self.path, page.path, shown, *(classes or ("code-link",)), title=page.summary(self.lang))

    def reference(self, id: str) -> str:
        """A mark that leads to the reference of that id."""
        title = self.catalogue.references[id].title[self.lang]
        return markdown.link(self.path, REFERENCES, id, "ref", anchor=id.lower(), title=title)

    @cached_property
    def terms(self) -> tuple[re.Pattern[str] | None, dict[str, TermRow]]:
        """A pattern that finds the longest term at a place, and the row of each by its lower-case form."""
        rows = {row.term[self.lang].lower(): row for row in self.catalogue.terms}
        words = "|".join(re.escape(word) for word in sorted(rows, key=len, reverse=True))
        if not words:
            return None, rows
        edge = (r"(?<![\w-])", r"(?![\w-])") if self.lang == "en" else ("", "")
        return re.compile(f"{edge[0]}(?:{words}){edge[1]}", re.IGNORECASE), rows


def marks(text: str) -> Iterator[tuple[str, str]]:
    """The codes and references ``expand`` would turn into links: ``("code", "C09")``, ``("reference", "R13")``."""
    for match in _TOKEN.finditer(harmless(text)):
        for kind in ("code", "reference"):
            if match[kind]:
                yield kind, match[kind]


def expand(text: str, scope: Scope) -> str:
    """A run of Markdown with its references and codes turned into links; no terms."""
    return "".join(_tokens(harmless(text), scope, terms=False))


def expand_block(text: str, scope: Scope) -> str:
    """Lines of Markdown, with terms marked as well; each second-level heading lets them be marked anew."""
    done = []
    shown = dict(unfenced(text))
    for number, line in enumerate(text.split("\n"), start=1):
        if number not in shown:
            done.append(line)
            continue
        if line.startswith("## "):
            scope.marked.clear()
        quiet = line.startswith(("#", "|", "<", "    "))
        done.append("".join(_tokens(line, scope, terms=not quiet)))
    return "\n".join(done)


def _tokens(text: str, scope: Scope, terms: bool) -> Iterator[str]:
    start = 0
    for match in _TOKEN.finditer(text):
        plain = text[start : match.start()]
        yield _mark_terms(plain, scope) if terms else plain
        start = match.end()
        if match["code"]:
            yield scope.link(match["code"], match["words"] or "")
        elif match["reference"]:
            yield scope.reference(match["reference"])
        else:
            yield match[0]
    yield _mark_terms(text[start:], scope) if terms else text[start:]


def _mark_terms(text: str, scope: Scope) -> str:
    pattern, rows = scope.terms
    if pattern is None:
        return text

    def mark(match: re.Match[str]) -> str:
        row = rows.get(match[0].lower())  # None where only the pattern takes two letters for the same, such as s and ſ.
        if row is None or row.id in scope.marked or _part_of_a_name(match[0], row.term[scope.lang]):
            return match[0]
        scope.marked.add(row.id)
        return markdown.link(scope.path, GLOSSARY, match[0], "term", anchor=row.id, title=row.definition[scope.lang])

    return pattern.sub(mark, text)


def _part_of_a_name(words: str, term: str) -> bool:
    """Whether the words are written as a name, such as the Personal Information of a Protection Law, and the term is not."""
    return " " in words and words.istitle() and not term.istitle()
