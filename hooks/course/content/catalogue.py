"""The whole course, read once: every page and table of both languages, and every relation in both directions.

::

    Catalogue ── parts ─> chapters ─> cases ──(reason)──> principles
        │                    │          │  └─> roles, channel, issues, steps (vocabulary)
        │                    └─> principles     └─> neighbours: cases sharing most principles
        ├── terms, phrases ─> principles      references <─ cited by any page
        └── syllabus items <─ taught by chapters, cases, principles, forms
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from course.content.company import CompanyTable, Overlay, Own
from course.content.kinds import Kind
from course.content.model import (
    CaseFront,
    CaseWords,
    ChapterFront,
    ChapterWords,
    FormFront,
    FormWords,
    Frozen,
    PageFront,
    PageWords,
    PrincipleFront,
    PrincipleWords,
)
from course.content.problem import Problem
from course.content.source import Source
from course.content.tables import (
    AddressTable,
    AskedRow,
    CourseTable,
    FigureTable,
    PartRow,
    PhraseRow,
    PlanRow,
    ReferenceRow,
    SpellingTable,
    SyllabusTable,
    TermRow,
    Vocabulary,
)
from course.language.lang import Lang

F = TypeVar("F", bound=Frozen)
W = TypeVar("W", bound=Frozen)


@dataclass(frozen=True)
class Page(Generic[F, W]):
    """An authored page in its languages. Facts are in ``front``; words are asked for by language."""

    kind: Kind
    path: str
    """Relative to the language's folder, such as ``cases/the-queue-line.md``; the same in both."""
    front: F
    words: Mapping[Lang, W]
    sides: Mapping[Lang, Source]
    """The file of each language there is."""

    @property
    def code(self) -> str:
        """Printed code such as ``C09`` or ``1.2``; empty for a plain page."""
        return str(getattr(self.front, "id", ""))

    def word(self, name: str, lang: Lang) -> Any:
        """A field that is words, in that language or, where it is not translated yet, in Chinese."""
        return getattr(self.words.get(lang, self.words["zh"]), name)

    def title(self, lang: Lang) -> str:
        return str(self.word("title", lang))

    def name(self, lang: Lang) -> str:
        """Code, if it has one, and title."""
        return f"{self.code} {self.title(lang)}".strip()

    def summary(self, lang: Lang) -> str:
        """The sentence that says what the page is about; of a principle, its statement."""
        return str(self.word("statement" if self.kind.name == "principle" else "summary", lang))

    def shown(self, lang: Lang) -> Lang:
        """The language it is shown in on the site of that language: the same, or Chinese where it is not translated yet."""
        return lang if lang in self.sides else "zh"

    def body(self, lang: Lang) -> Source:
        """The file to show on the site of that language."""
        return self.sides[self.shown(lang)]


AnyPage = Page[Any, Any]
Case = Page[CaseFront, CaseWords]
Principle = Page[PrincipleFront, PrincipleWords]
Chapter = Page[ChapterFront, ChapterWords]
Form = Page[FormFront, FormWords]
Plain = Page[PageFront, PageWords]

Verb = Literal["holds", "breaks"]


@dataclass(frozen=True)
class Relation:
    """A case and a principle it holds or breaks; the reason is given on the case's page."""

    case: Case
    verb: Verb
    principle: str

    def reason(self, lang: Lang) -> str:
        """Why, in that language or else in Chinese."""
        name = "principles" if self.verb == "holds" else "breaks"
        reasons: dict[str, str] = self.case.word(name, lang)
        return reasons.get(self.principle) or str(getattr(self.case.front, name)[self.principle])


@dataclass(frozen=True)
class Figure:
    """A drawing without words, and the words of both languages for it."""

    name: str
    svg: str
    table: FigureTable


@dataclass(frozen=True)
class Printed:
    """A file to print, as far as it is known already: one that is made when it is asked for has no pages yet."""

    pages: int = 0
    size: int = 0
    """Bytes."""


@dataclass(frozen=True)
class Catalogue:
    """Everything the course holds. Pages are by code, in order of code; tables are in the order of their file."""

    chapters: Mapping[str, Chapter] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    principles: Mapping[str, Principle] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    plain: Mapping[str, Plain] = field(default_factory=dict)
    """Plain pages by path."""
    terms: tuple[TermRow, ...] = ()
    phrases: tuple[PhraseRow, ...] = ()
    references: Mapping[str, ReferenceRow] = field(default_factory=dict)
    plans: tuple[PlanRow, ...] = ()
    asked: tuple[AskedRow, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    course: CourseTable | None = None
    vocabulary: Vocabulary | None = None
    syllabus: SyllabusTable = SyllabusTable(items=())
    addresses: AddressTable = AddressTable()
    spelling: SpellingTable = SpellingTable()
    company: CompanyTable = CompanyTable()
    """What each company says its own way, as the course says it."""
    overlay: Overlay = Overlay()
    """What the company whose edition this is says instead."""
    tables: Mapping[str, Source] = field(default_factory=dict)
    """Each table as read, by file name without ending: the rules need its line numbers."""
    unread: frozenset[str] = frozenset()
    """Codes of pages that could not be read, so that nobody is told they do not exist."""
    confirmed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Path and passage -> the Chinese its English was confirmed against, where that has changed since and the history has it."""
    printed: Mapping[tuple[Lang, str], Printed] = field(default_factory=dict)
    """Language and path of each file to print that the site offers."""
    today: str = ""
    """The day it is read for, such as 2026-11-30, which is an input like the files; empty where nobody said, and then nothing is overdue."""
    problems: tuple[Problem, ...] = ()
    """What went wrong while reading."""

    @cached_property
    def coded(self) -> Mapping[str, AnyPage]:
        """Every page that has a code, by code."""
        return {**self.chapters, **self.cases, **self.principles, **self.forms}

    @cached_property
    def pages(self) -> Mapping[str, AnyPage]:
        """Every authored page, by path."""
        return {page.path: page for page in (*self.coded.values(), *self.plain.values())}

    @property
    def own(self) -> Own:
        """What the company whose edition this is says of itself and its own way."""
        return self.overlay.own

    @property
    def choices(self) -> Vocabulary:
        """The vocabulary of a course that has passed the rules; RuntimeError where it could not be read."""
        if self.vocabulary is None:
            raise RuntimeError("the vocabulary could not be read")
        return self.vocabulary

    @property
    def programme(self) -> CourseTable:
        """The course table of a course that has passed the rules; RuntimeError where it could not be read."""
        if self.course is None:
            raise RuntimeError("the course table could not be read")
        return self.course

    def part_of(self, chapter: Chapter) -> PartRow | None:
        """The part a chapter belongs to, if the course table has it."""
        return next((part for part in self.programme.parts if part.id == chapter.front.part), None)

    def chapters_in(self, part: PartRow) -> list[Chapter]:
        """The chapters of a part, in order."""
        return [chapter for chapter in self.chapters.values() if chapter.front.part == part.id]

    def cases_in(self, chapter: Chapter) -> list[Case]:
        """The cases of a chapter that exist, in teaching order."""
        return [self.cases[code] for code in chapter.front.cases if code in self.cases]

    def pages_in(self, part: PartRow) -> list[Chapter | Case]:
        """The chapters of a part, each followed by its cases."""
        found: list[Chapter | Case] = []
        for chapter in self.chapters_in(part):
            found += [chapter, *self.cases_in(chapter)]
        return found

    @cached_property
    def way(self) -> tuple[tuple[PartRow, Chapter | Case | None], ...]:
        """Everything in teaching order, each page once, with the part it comes in; None closes a part."""
        seen: set[str] = set()
        found: list[tuple[PartRow, Chapter | Case | None]] = []
        for part in self.programme.parts:
            own = {page.path: page for page in self.pages_in(part) if page.path not in seen}
            seen |= own.keys()
            found += [(part, page) for page in own.values()] + ([(part, None)] if own else [])
        return tuple(found)

    @cached_property
    def places_on_way(self) -> Mapping[str | int, int]:
        """Path of a page, or number of a part for what closes it -> where on the way it comes."""
        return {page.path if page else part.id: at for at, (part, page) in enumerate(self.way)}

    def principles_in(self, family: str) -> list[Principle]:
        """The principles of the family with that id, in order."""
        return [principle for principle in self.principles.values() if principle.front.family == family]

    def phrases_for(self, situation: str) -> list[PhraseRow]:
        """The pairs of wordings for the situation with that id, in the order of their table."""
        return [row for row in self.phrases if row.situation == situation]

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every case-principle relation, by case, held before broken."""
        return tuple(self._relations())

    def _relations(self) -> Iterator[Relation]:
        for case in self.cases.values():
            yield from (Relation(case, "holds", code) for code in case.front.principles)
            yield from (Relation(case, "breaks", code) for code in case.front.breaks)

    def relations_of(self, code: str) -> list[Relation]:
        """The relations of a case or of a principle, whichever the code names."""
        return [relation for relation in self.relations if code in (relation.case.code, relation.principle)]

    def chapters_of(self, code: str) -> list[Chapter]:
        """The chapters that lean on a principle or teach a case."""
        return [chapter for chapter in self.chapters.values() if code in (*chapter.front.principles, *chapter.front.cases)]

    def neighbours(self, case: Case, most: int = 3) -> list[tuple[Case, list[str]]]:
        """Other cases by how many principles they share with this one, most first, with the codes shared."""
        own = {*case.front.principles, *case.front.breaks}
        shared = [
            (other, sorted(own & {*other.front.principles, *other.front.breaks}))
            for other in self.cases.values()
            if other.code != case.code
        ]
        near = [(other, codes) for other, codes in shared if codes]
        return sorted(near, key=lambda row: (-len(row[1]), row[0].code))[:most]

    @cached_property
    def taught(self) -> Mapping[str, list[AnyPage]]:
        """Source item -> the pages that teach it."""
        found: dict[str, list[AnyPage]] = {}
        for page in self.coded.values():
            for item in getattr(page.front, "sources", ()):
                found.setdefault(item, []).append(page)
        return found
