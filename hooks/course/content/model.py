"""The types everything else is written in. Frozen, checked by pydantic, the source of the editors' JSON Schemas.

``*Front`` is the front matter of a Chinese page (facts and words); ``*Words`` is the part of it that is words and
is translated for the front matter of the English page. ``tables`` has the rows of the tables.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from course.language.lang import Bilingual

NonBlank = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
CaseCode = Annotated[str, StringConstraints(pattern=r"^C\d{2,3}$")]
PrincipleCode = Annotated[str, StringConstraints(pattern=r"^P\d{2,3}$")]
ChapterCode = Annotated[str, StringConstraints(pattern=r"^\d\.\d{1,2}$")]
FormCode = Annotated[str, StringConstraints(pattern=r"^F\d{2,3}$")]
PhraseCode = Annotated[str, StringConstraints(pattern=r"^W\d{2,3}$")]
ReferenceCode = Annotated[str, StringConstraints(pattern=r"^[RMU]\d{2,3}$")]
LONGEST_SLUG = 60
"""Letters of an id that becomes the name of a file and a part of its address."""
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_SLUG)]
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/){0,2}[a-z0-9]+(-[a-z0-9]+)*\.md$", max_length=200)]
"""Path of a page within its language's folder: nothing that could lead out of it."""
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
"""A day as in 2026-11-30; whether the month has it is for a rule to say."""
Positive = Annotated[int, Field(ge=1, le=100_000)]
"""Minutes and the like: more would be a slip, and a number of thousands of digits cannot even be printed."""


class Frozen(BaseModel):
    """Base of all types: immutable, and a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Frozen, Bilingual[str]):
    """The same words in both languages."""

    zh: NonBlank
    en: NonBlank


class WordLists(Frozen, Bilingual[tuple[str, ...]]):
    """Lists of words that need not correspond, such as the synonyms of each language."""

    zh: tuple[NonBlank, ...] = ()
    en: tuple[NonBlank, ...] = ()


# ---- front matter: words (both pages), then facts (Chinese page only) ----


class PageWords(Frozen):
    """A plain page: about, home."""

    title: NonBlank = Field(description="标题 / title")
    summary: NonBlank = Field(description="一句话说明 / one sentence")


class ChapterWords(PageWords):
    objectives: tuple[NonBlank, ...] = Field(min_length=1, description="学完能做什么 / what a reader can do afterwards")


class CaseWords(PageWords):
    principles: dict[PrincipleCode, NonBlank] = Field(description="做到的原则：理由 / held: reason")
    breaks: dict[PrincipleCode, NonBlank] = Field(default={}, description="违反的原则：理由 / broken: reason")


class PrincipleWords(Frozen):
    title: NonBlank = Field(description="标题 / title")
    statement: NonBlank = Field(description="一句累了也能用的话 / one sentence a tired person can use")


class FormWords(PageWords):
    """A job aid to print."""


class Minutes(Frozen):
    """Class time of a case, in minutes."""

    read: Positive
    discuss: Positive
    practise: Positive

    @property
    def total(self) -> int:
        return self.read + self.discuss + self.practise


class PageFront(PageWords):
    """A plain page has no facts."""


class ChapterFront(ChapterWords):
    id: ChapterCode = Field(description='章号，加引号，如 "1.2" / number, in quotes')
    minutes: Positive = Field(description="课堂分钟数，不含案例 / class minutes without its cases")
    principles: tuple[PrincipleCode, ...] = Field(description="按讲授顺序 / in teaching order")
    cases: tuple[CaseCode, ...] = Field(description="按讲授顺序 / in teaching order")
    sources: tuple[NonBlank, ...] = Field(description="讲到的来源条目 / syllabus items it teaches")

    @property
    def part(self) -> int:
        return int(self.id.split(".")[0])


class CaseFront(CaseWords):
    id: CaseCode = Field(description="编号，如 C09，不重复使用 / code, never reused")
    chapter: ChapterCode = Field(description='所属章，加引号 / its chapter, in quotes: "1.2"')
    form: NonBlank = Field(description="形式 / form, an id of vocabulary.yml")
    channel: NonBlank = Field(description="渠道 / channel, an id of vocabulary.yml")
    roles: tuple[NonBlank, ...] = Field(min_length=1, description="岗位 / staff roles, ids of vocabulary.yml")
    customers: tuple[NonBlank, ...] = Field(min_length=1, description="客户类型 / customer kinds, ids of vocabulary.yml")
    issues: tuple[NonBlank, ...] = Field(min_length=1, description="事由 / issues, ids of vocabulary.yml")
    steps: tuple[NonBlank, ...] = Field(default=(), description="练到的五步 / complaint steps, ids of vocabulary.yml")
    level: NonBlank = Field(description="难度 / level, an id of vocabulary.yml")
    minutes: Minutes = Field(description="读、讨论、演练的分钟数 / minutes to read, discuss, practise")
    sources: tuple[NonBlank, ...] = Field(description="来源条目 / syllabus items")


class PrincipleFront(PrincipleWords):
    id: PrincipleCode = Field(description="编号，如 P07，不重复使用 / code, never reused")
    family: NonBlank = Field(description="类别 / family, an id of vocabulary.yml")
    sources: tuple[NonBlank, ...] = Field(description="来源条目 / syllabus items")


class FormFront(FormWords):
    id: FormCode = Field(description="编号，如 F01，不重复使用 / code, never reused")
    sources: tuple[NonBlank, ...] = Field(default=(), description="来源条目 / syllabus items")
