"""The rows of the tables in ``docs/data``: small things, both languages side by side in one row."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from course.content.model import (
    Address,
    CaseCode,
    ChapterCode,
    Clock,
    Day,
    Frozen,
    NonBlank,
    PhraseCode,
    Positive,
    PrincipleCode,
    ReferenceCode,
    Slug,
    Text,
    WordLists,
)
from course.language.lang import Bilingual, Lang


class TermRow(Frozen):
    id: Slug
    term: Text
    definition: Text
    avoid: WordLists = WordLists()
    aliases: WordLists = WordLists()
    not_in: WordLists = Field(
        default=WordLists(), description="含有它、却不是它的词，如“施工单位”之于“工单” / words that hold it by chance"
    )
    references: tuple[ReferenceCode, ...] = ()


class PhraseRow(Frozen):
    id: PhraseCode
    situation: NonBlank
    channels: tuple[NonBlank, ...] = Field(min_length=1)
    issues: tuple[NonBlank, ...] = Field(
        default=(), description="话里说死了的事由；哪件事都能说的不写 / matters the words name; none where they fit any"
    )
    principle: PrincipleCode
    avoid: Text
    say: Text
    why: Text


class ReferencePoint(Frozen):
    """One statement of a reference: how binding it is, where it is written, and how sure we are of it."""

    level: Literal["law", "regulation", "rule", "local", "standard", "promise", "study", "practice", "foreign"]
    source: Text
    date: str
    grade: Literal["primary", "secondary", "textbook", "unverified"]
    text: Text

    def dated_source(self, lang: Lang) -> str:
        """The source, with the date where that is not part of it."""
        source = self.source[lang]
        return f"{source} {self.date}" if self.date not in source else source


class ReferenceRow(Frozen):
    id: ReferenceCode
    title: Text
    checked: Day = Field(description='哪天查过来源，加引号，如 "2026-11-30" / the day its sources were last read, in quotes')
    due: Day = Field(description="哪天以前要再查一遍 / the day by which they are to be read again")
    points: tuple[ReferencePoint, ...] = Field(min_length=1)


class PlanItem(Frozen):
    """One line of a session plan: exactly one of chapter, case, break, open and close is set (a rule checks)."""

    chapter: ChapterCode | None = None
    case: CaseCode | None = None
    pause: Positive | None = Field(default=None, alias="break", description="休息几分钟 / a break, in minutes")
    opening: Positive | None = Field(default=None, alias="open", description="开场几分钟 / the opening, in minutes")
    closing: Positive | None = Field(default=None, alias="close", description="收尾几分钟 / the closing, in minutes")
    say: Text | None = Field(default=None, description="讲师开口说的话 / what the trainer says as it begins")

    @property
    def page(self) -> str:
        """Code of the chapter or case; empty where the line is none."""
        return self.chapter or self.case or ""

    @property
    def kind(self) -> Literal["chapter", "case", "pause", "opening", "closing"]:
        """What the line is."""
        if self.page:
            return "chapter" if self.chapter else "case"
        return "opening" if self.opening else "closing" if self.closing else "pause"


class PlanCut(Frozen):
    """Something a trainer leaves out when the session runs late."""

    cut: Text
    saves: Positive = Field(description="省下几分钟 / minutes it saves")


class PlanRow(Frozen):
    id: Slug
    title: Text
    who: Text
    start: Clock = Field(description='通常几点开始，加引号，如 "09:00" / usual start, in quotes')
    target: Positive = Field(description="目标分钟数 / target minutes")
    items: tuple[PlanItem, ...] = Field(min_length=1)
    late: tuple[PlanCut, ...] = Field(min_length=1, description="晚了先砍什么，按顺序 / what to cut when late, in that order")
    bring: tuple[Text, ...] = Field(default=(), description="纸以外要带的 / what to bring besides paper")


class SyllabusRow(Frozen, Bilingual[str]):
    id: Annotated[str, StringConstraints(pattern=r"^[A-E]\d*(\.\d+)*$")]
    kind: Literal["concept", "skill", "standard", "case", "exercise", "figure"]
    level: Literal["section", "item"]
    source: Literal["A", "B", "C", "D", "E"]
    zh: NonBlank
    en: NonBlank


class ReplacedRow(Frozen):
    """A source item the course does not teach, and why."""

    id: str
    reason: Text


class SyllabusTable(Frozen):
    items: tuple[SyllabusRow, ...]
    replaced: tuple[ReplacedRow, ...] = ()


class VocabularyRow(Frozen, Bilingual[str]):
    id: Slug
    zh: NonBlank
    en: NonBlank
    zh_about: NonBlank
    en_about: NonBlank
    zh_also: tuple[NonBlank, ...] = Field(default=(), description="别的叫法，只用来搜 / other names, for the search only")
    en_also: tuple[NonBlank, ...] = Field(default=(), description="英文别的叫法 / other names in English")

    def about(self, lang: Lang) -> str:
        return self.zh_about if lang == "zh" else self.en_about

    def also(self, lang: Lang) -> tuple[str, ...]:
        """What else people call it."""
        return self.zh_also if lang == "zh" else self.en_also


class DocumentRow(VocabularyRow):
    """One of the documents the course was made from; its letter begins the ids of its items."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-E]$")]


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
    documents: tuple[DocumentRow, ...]

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
    open: bool = Field(default=False, description="还有章没写 / chapters are still to come")


class DoorRow(Frozen):
    """A door of the home page: who it is for and the short path behind it."""

    id: Slug
    title: Text
    line: Text
    roles: tuple[NonBlank, ...]
    chapters: tuple[ChapterCode, ...]
    cases: tuple[CaseCode, ...]


class CourseTable(Frozen):
    title: Text
    tagline: Text
    parts: tuple[PartRow, ...]
    doors: tuple[DoorRow, ...]


class MovedRow(Frozen):
    """An old address and the page it leads to now; paths of .md files within a language's folder."""

    old: Address = Field(alias="from")
    new: Address = Field(alias="to")


class PublishedRow(Frozen):
    path: Address
    code: str = ""


class AddressTable(Frozen):
    """What readers may have written down: every address and code ever published, and where those went that moved."""

    moved: tuple[MovedRow, ...] = ()
    published: tuple[PublishedRow, ...] = ()


class SynonymTable(Frozen):
    """Groups of words that find each other in the search, beyond those of the glossary."""

    zh: tuple[tuple[NonBlank, ...], ...]
    en: tuple[tuple[NonBlank, ...], ...]


class AskedRow(WordLists):
    """How people ask aloud for a page, for the search only: the lists of the two languages need not correspond."""

    page: NonBlank = Field(description='页面编号，章号加引号 / code of the page; that of a chapter in quotes: "1.2"')


class SpellingRow(Frozen):
    """A way of writing English that is never right here, and what to write."""

    avoid: NonBlank
    write: NonBlank
    note: Text | None = None


class SpellingTable(Frozen):
    """What a checker of British spelling cannot know: more words to avoid, and words that are right here."""

    words: tuple[SpellingRow, ...] = ()
    right: tuple[NonBlank, ...] = ()


class FigureTable(Frozen):
    """The words of a drawing: its alternative text, its caption, and its labels."""

    alt: Text
    caption: Text
    words: dict[str, FigureWord]


class FigureWord(Frozen, Bilingual[str]):
    """A label of a figure; may be empty where one language needs fewer lines."""

    zh: str
    en: str
