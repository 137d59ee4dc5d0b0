"""The kinds of authored page: folder, front matter of either language, and the sections each must have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, Field, create_model

from course.content import company, model, tables
from course.language.lang import Bilingual

MARK = "✎"
"""What every hint of a new page begins with: where it is left, something is still to be written."""


@dataclass(frozen=True)
class Section(Bilingual[str]):
    """A section every page of a kind has; its heading is fixed per language and its id follows from it."""

    id: str
    zh: str
    en: str
    hidden: str = ""
    """Class of the block its content is folded into: ``answer``, ``trainer`` or nothing."""


@dataclass(frozen=True)
class Kind:
    """One kind of page."""

    name: str
    folder: str
    front: type[BaseModel]
    """Front matter of the Chinese page: words and facts."""
    words: type[BaseModel]
    """The part of it that is words, which the English page has, too."""
    sections: tuple[Section, ...] = ()
    free: bool = False
    """Whether sections of the author's own, with explicit ids, may precede the fixed ones."""

    @cached_property
    def english(self) -> type[BaseModel]:
        """Front matter of the English page: the words, and what Chinese text each section was made from."""
        return create_model(f"{self.name.title()}English", __base__=self.words, translated=(dict[str, str], Field(default={})))


CASE = Kind(
    "case",
    "cases",
    model.CaseFront,
    model.CaseWords,
    (
        Section("situation", "情境", "Situation"),
        Section("events", "经过", "What happened"),
        Section("questions", "想一想", "Questions"),
        Section("analysis", "参考分析", "Analysis", "answer"),
        Section("try", "试一试", "Try it"),
        Section("better", "更好的做法", "A better way", "answer"),
        Section("aftermath", "后来", "What came of it", "answer"),
        Section("rules", "依据", "Rules", "answer"),
        Section("practice", "演练", "Practice"),
        Section("trainer", "讲师提示", "Trainer notes", "trainer"),
    ),
)
PRINCIPLE = Kind(
    "principle",
    "principles",
    model.PrincipleFront,
    model.PrincipleWords,
    (
        Section("do", "怎么做", "Do"),
        Section("dont", "不要", "Don't"),
        Section("why", "为什么", "Why"),
        Section("limits", "适用边界", "Limits"),
        Section("check", "自测", "Check yourself"),
    ),
)
CHAPTER = Kind(
    "chapter",
    "chapters",
    model.ChapterFront,
    model.ChapterWords,
    (
        Section("key-points", "要点", "Key points"),
        Section("self-check", "自测", "Check yourself"),
        Section("trainer", "讲师提示", "Trainer notes", "trainer"),
    ),
    free=True,
)
FORM = Kind("form", "forms", model.FormFront, model.FormWords, free=True)
PAGE = Kind("page", "", model.PageFront, model.PageWords, free=True)

KINDS: tuple[Kind, ...] = (CHAPTER, CASE, PRINCIPLE, FORM, PAGE)

TABLES: Mapping[str, type[BaseModel]] = {
    "terms": tables.TermRow,
    "phrases": tables.PhraseRow,
    "references": tables.ReferenceRow,
    "plans": tables.PlanRow,
    "asked": tables.AskedRow,
}
"""Tables that are one list of rows, by file name."""

DOCUMENTS: Mapping[str, type[BaseModel]] = {
    "course": tables.CourseTable,
    "company": company.CompanyTable,
    "vocabulary": tables.Vocabulary,
    "syllabus": tables.SyllabusTable,
    "addresses": tables.AddressTable,
    "synonyms": tables.SynonymTable,
    "spelling": tables.SpellingTable,
}
"""Tables that are one mapping, by file name."""


PLAIN = "about"
"""The folder of plain pages; they may also be next to the folders."""
FOLDERS: tuple[str, ...] = (*(kind.folder for kind in KINDS if kind.folder), PLAIN)
"""The folders for pages, the same in both languages."""
FIGURES = "figures"
"""The folder of drawings among the tables."""


def kind_of(path: str) -> Kind:
    """The kind of the page at that path, relative to its language's folder."""
    folder = path.split("/")[0]
    return next((kind for kind in KINDS if kind.folder == folder), PAGE)


def kind_of_code(code: str) -> Kind | None:
    """The kind of page that has codes such as that one."""
    patterns = {kind: kind.front.model_json_schema()["properties"].get("id", {}).get("pattern") for kind in KINDS}
    return next((kind for kind, pattern in patterns.items() if pattern and re.fullmatch(pattern, code)), None)
