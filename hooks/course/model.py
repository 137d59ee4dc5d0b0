"""The types everything else is written in. Frozen, checked by pydantic, the source of the editors' JSON Schemas.

``*Front`` is what stands at the top of a Chinese page (facts and words); ``*Words`` is the part that is words and
stands again, translated, at the top of the English page. A row type is one row of a table in ``docs/data``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
CaseCode = Annotated[str, StringConstraints(pattern=r"^C\d{2,3}$")]
PrincipleCode = Annotated[str, StringConstraints(pattern=r"^P\d{2,3}$")]
ChapterCode = Annotated[str, StringConstraints(pattern=r"^\d\.\d{1,2}$")]
FormCode = Annotated[str, StringConstraints(pattern=r"^F\d{2,3}$")]
PhraseCode = Annotated[str, StringConstraints(pattern=r"^W\d{2,3}$")]
ReferenceCode = Annotated[str, StringConstraints(pattern=r"^[RMU]\d{2,3}$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Positive = Annotated[int, Field(ge=1)]


class Frozen(BaseModel):
    """Base of all types: immutable, and a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Frozen):
    """The same words in both languages."""

    zh: Line
    en: Line

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


class WordLists(Frozen):
    """Lists of words that need not correspond, such as the synonyms of each language."""

    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.zh if lang == "zh" else self.en


# ---- front matter: words (both pages), then facts (Chinese page only) ----


class PageWords(Frozen):
    """A plain page: about, home."""

    title: Line = Field(description="标题 / title")
    summary: Line = Field(description="一句话说明 / one sentence")


class ChapterWords(PageWords):
    objectives: tuple[Line, ...] = Field(min_length=1, description="学完能做什么 / what a reader can do afterwards")


class CaseWords(PageWords):
    principles: dict[PrincipleCode, Line] = Field(description="做到的原则：理由 / held: reason")
    breaks: dict[PrincipleCode, Line] = Field(default={}, description="违反的原则：理由 / broken: reason")


class PrincipleWords(Frozen):
    title: Line = Field(description="标题 / title")
    statement: Line = Field(description="一句累了也能用的话 / one sentence a tired person can use")


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
    sources: tuple[Line, ...] = Field(description="讲到的来源条目 / syllabus items it teaches")

    @property
    def part(self) -> int:
        return int(self.id.split(".")[0])


class CaseFront(CaseWords):
    id: CaseCode = Field(description="编号，如 C09，不重复使用 / code, never reused")
    chapter: ChapterCode = Field(description='所属章，加引号 / its chapter, in quotes: "1.2"')
    form: Slug = Field(description="形式 / form, an id of vocabulary.yml")
    channel: Slug = Field(description="渠道 / channel, an id of vocabulary.yml")
    roles: tuple[Slug, ...] = Field(min_length=1, description="岗位 / staff roles, ids of vocabulary.yml")
    customers: tuple[Slug, ...] = Field(min_length=1, description="客户类型 / customer kinds, ids of vocabulary.yml")
    issues: tuple[Slug, ...] = Field(min_length=1, description="事由 / issues, ids of vocabulary.yml")
    steps: tuple[Slug, ...] = Field(default=(), description="练到的五步 / complaint steps, ids of vocabulary.yml")
    level: Slug = Field(description="难度 / level, an id of vocabulary.yml")
    minutes: Minutes = Field(description="读、讨论、演练的分钟数 / minutes to read, discuss, practise")
    sources: tuple[Line, ...] = Field(description="来源条目 / syllabus items")


class PrincipleFront(PrincipleWords):
    id: PrincipleCode = Field(description="编号，如 P07，不重复使用 / code, never reused")
    family: Slug = Field(description="类别 / family, an id of vocabulary.yml")
    sources: tuple[Line, ...] = Field(description="来源条目 / syllabus items")


class FormFront(FormWords):
    id: FormCode = Field(description="编号，如 F01，不重复使用 / code, never reused")
    sources: tuple[Line, ...] = Field(default=(), description="来源条目 / syllabus items")


# ---- rows of the tables in docs/data ----


class TermRow(Frozen):
    id: Slug
    term: Text
    definition: Text
    avoid: WordLists = WordLists()
    aliases: WordLists = WordLists()
    references: tuple[ReferenceCode, ...] = ()


class PhraseRow(Frozen):
    id: PhraseCode
    situation: Slug
    channels: tuple[Slug, ...] = Field(min_length=1)
    principle: PrincipleCode
    avoid: Text
    say: Text
    why: Text


class ReferencePoint(Frozen):
    """One statement of a reference: how binding it is, where it stands, and how sure we are of it."""

    level: Literal["law", "regulation", "rule", "local", "standard", "promise", "study", "practice", "foreign"]
    source: Text
    date: str
    grade: Literal["primary", "secondary", "textbook", "unverified"]
    text: Text


class ReferenceRow(Frozen):
    id: ReferenceCode
    title: Text
    points: tuple[ReferencePoint, ...] = Field(min_length=1)


class PlanItem(Frozen):
    """One line of a session plan: exactly one of the three is set (a rule checks)."""

    chapter: ChapterCode | None = None
    case: CaseCode | None = None
    pause: Positive | None = Field(default=None, alias="break")


class PlanRow(Frozen):
    id: Slug
    title: Text
    who: Text
    target: Positive = Field(description="目标分钟数 / target minutes")
    items: tuple[PlanItem, ...] = Field(min_length=1)


class SyllabusRow(Frozen):
    id: Annotated[str, StringConstraints(pattern=r"^[A-E]\d*(\.\d+)*$")]
    kind: Literal["concept", "skill", "standard", "case", "exercise", "figure"]
    level: Literal["section", "item"]
    source: Literal["A", "B", "C", "D", "E"]
    zh: Line
    en: Line


class ReplacedRow(Frozen):
    """A source item the course does not teach, and why."""

    id: str
    reason: Text


class SyllabusTable(Frozen):
    items: tuple[SyllabusRow, ...]
    replaced: tuple[ReplacedRow, ...] = ()


class VocabularyRow(Frozen):
    id: str
    zh: Line
    en: Line
    zh_about: Line
    en_about: Line

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def about(self, lang: Lang) -> str:
        return self.zh_about if lang == "zh" else self.en_about


class Vocabulary(Frozen):
    """The closed lists a page may choose from; their order is the order of display."""

    roles: tuple[VocabularyRow, ...]
    channels: tuple[VocabularyRow, ...]
    customers: tuple[VocabularyRow, ...]
    issues: tuple[VocabularyRow, ...]
    steps: tuple[VocabularyRow, ...]
    levels: tuple[VocabularyRow, ...]
    forms: tuple[VocabularyRow, ...]
    families: tuple[VocabularyRow, ...]
    situations: tuple[VocabularyRow, ...]
    documents: tuple[VocabularyRow, ...]

    def row(self, group: str, id: str) -> VocabularyRow:
        """The row of that id in that list; KeyError where there is none."""
        for row in getattr(self, group):
            if row.id == id:
                return row  # type: ignore[no-any-return]
        raise KeyError(id)


class PartRow(Frozen):
    id: Positive
    title: Text
    minutes: Positive
    about: Text


class DoorRow(Frozen):
    """A door of the home page: who it is for and the short path behind it."""

    id: Slug
    title: Text
    line: Text
    roles: tuple[Slug, ...]
    chapters: tuple[ChapterCode, ...]
    cases: tuple[CaseCode, ...]


class CourseTable(Frozen):
    title: Text
    tagline: Text
    parts: tuple[PartRow, ...]
    doors: tuple[DoorRow, ...]


class SynonymTable(Frozen):
    """Groups of words that find each other in the search, beyond what the term base says."""

    zh: tuple[tuple[Line, ...], ...]
    en: tuple[tuple[Line, ...], ...]


class FigureTable(Frozen):
    """The words of a drawing: its alternative text, its caption, and what stands in it."""

    alt: Text
    caption: Text
    words: dict[str, FigureWord]


class FigureWord(Frozen):
    """A label of a figure; may be empty where one language needs fewer lines."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en
