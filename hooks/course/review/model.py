"""The report as data: what is written to ``report.json``, and read again by whoever posts it without trusting whoever made it.

A change from anybody is reviewed by code that the change may have touched, so what comes out is read as data alone: every field has its type
and its length, none is unknown, and no words in it become more than words (``harmless``). It has no address of any site: where links lead
is for its reader to say (``outline.Sites``).
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from course.content.model import Day
from course.language.lang import Bilingual, Lang
from course.sessions.printables import PrintKind

FORMAT = 1
"""Counted up whenever a reader of an older report would misread a newer one."""
MAX_BYTES = 10_000_000
"""More than the longest report takes."""
MOST = {
    "pages": 200,
    "files": 60,
    "others": 40,
    "problems": 400,
    "behind": 200,
    "figures": 200,
    "plans": 60,
    "prints": 1000,
    "due": 100,
    "addresses": 60,
}
"""Entries of each list of a report; how many more there were is in ``Review.left_out``."""
PASSAGES = 12
"""Passages told of one page or table."""
LINES = 3
"""Changed lines told of one passage."""
PIECES = 24
LONGEST_PATH = 300
SHORT, LONG = 120, 600
"""Letters of a piece of text or a name, and of a message."""


def _inside(path: str) -> str:
    if re.match("[A-Za-z]:/", path) or any(part in ("", ".", "..") for part in path.split("/")):
        raise ValueError("expected a path that stays where it belongs")
    return path


Count = Annotated[int, Field(ge=0, le=1_000_000)]
Commit = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
File = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PATH)]
PagePath = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]+\.md$", max_length=300), AfterValidator(_inside)]
"""Path of a page within its language's folder. It may be misnamed, which a rule tells of; to one that is no ``Address`` nothing leads."""
Code = Annotated[str, StringConstraints(pattern=r"^E\d{3}$")]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]{0,60}$")]
"""Code of a page, id of a plan or of a reference; empty for a page without one."""
Words = Annotated[str, StringConstraints(max_length=SHORT)]
Message = Annotated[str, StringConstraints(max_length=LONG)]
Told = Literal["hostile", "address", "quiz", "other"]


class Strict(BaseModel):
    """Base of all of them: what does not fit is refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Both(Strict, Bilingual[str]):
    """A message in both languages."""

    zh: Message
    en: Message


class Piece(Strict):
    """Text that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: Words


ChangedLine = Annotated[tuple[Piece, ...], Field(max_length=PIECES)]


class Passage(Strict):
    """A passage that changed, of one language or of a table: its name, and the lines that changed with the words that did."""

    lang: Lang
    name: Both
    lines: Annotated[tuple[ChangedLine, ...], Field(max_length=LINES)] = ()
    more: Count = 0
    """Changed lines that are not told."""


class PageName(Strict):
    """A page, as people call it."""

    path: PagePath
    code: Id = ""
    title: Both


class PageChange(PageName):
    """A page that is new, gone, moved, other than it was, or cannot be read any more."""

    what: Literal["new", "changed", "moved", "gone", "unread"]
    was: PagePath | Literal[""] = ""
    """Where a page stood that has moved."""
    before: tuple[Lang, ...] = Field(default=(), max_length=2)
    after: tuple[Lang, ...] = Field(default=(), max_length=2)
    """The languages it was there in, and is there in now."""
    confirmed: bool = False
    """Whether the change records its English as current."""
    passages: Annotated[tuple[Passage, ...], Field(max_length=PASSAGES)] = ()
    more: Count = 0
    """Passages that are not told."""


class FileChange(Strict):
    """A table or a drawing."""

    path: File
    what: Literal["new", "changed", "gone"]
    lines: Annotated[tuple[ChangedLine, ...], Field(max_length=PASSAGES)] = ()
    more: Count = 0


class NewAddress(Strict):
    """An address of another site that was nowhere in the course before."""

    path: File
    line: Annotated[int, Field(ge=1, le=10_000_000)]
    address: Message


class Found(Strict):
    """A problem, and what mostly helps."""

    path: File
    line: Annotated[int, Field(ge=1, le=10_000_000)]
    code: Code
    message: Both
    mend: Both | None = None
    new: bool
    """Whether it came with this change."""
    told: Told = "other"
    """The heading it is told under."""


class Behind(PageName):
    """A passage whose Chinese this change has changed, so that its English is behind."""

    passage: Passage
    touched: bool
    """Whether its English was changed as well, so that it may only have to be confirmed."""


class FigureChange(PageName):
    """A passage that has other figures now in one language, and not in the other."""

    passage: Both
    lang: Lang
    """The language whose figures changed."""
    gone: Annotated[tuple[Words, ...], Field(max_length=PASSAGES)]
    come: Annotated[tuple[Words, ...], Field(max_length=PASSAGES)]
    still: Annotated[tuple[Words, ...], Field(max_length=PASSAGES)]
    """What the other language still says of those that went."""


class PlanOver(Strict):
    """A session plan that takes longer than before, and longer than it should."""

    id: Id
    title: Both
    before: Count | None
    """Minutes; None for a new plan."""
    after: Count
    target: Count
    allowed: bool
    """Whether it is within the tenth that a plan may take over."""


class PrintChange(Strict):
    """A print that this change changes, with its pages where they were counted; 0 where there is none."""

    subject: Id
    kind: PrintKind
    lang: Lang
    before: Count | None = None
    after: Count | None = None


class Due(Strict):
    """A reference whose sources should have been read again, and the changed pages that lean on it."""

    id: Id
    title: Both
    due: Day
    pages: Annotated[tuple[PageName, ...], Field(max_length=PASSAGES)]


class Review(Strict):
    """All that is said of a change. ``Review.model_validate_json(content)`` refuses whatever is not exactly this."""

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)]
    base: Commit
    """The commit it was compared with."""
    today: Day
    in_all: Count
    """Authored pages there are now."""
    pages: Annotated[tuple[PageChange, ...], Field(max_length=MOST["pages"])] = ()
    files: Annotated[tuple[FileChange, ...], Field(max_length=MOST["files"])] = ()
    others: Annotated[tuple[File, ...], Field(max_length=MOST["others"])] = ()
    """Files that are no content: programs, settings, looks."""
    addresses: Annotated[tuple[NewAddress, ...], Field(max_length=MOST["addresses"])] = ()
    problems: Annotated[tuple[Found, ...], Field(max_length=MOST["problems"])] = ()
    behind: Annotated[tuple[Behind, ...], Field(max_length=MOST["behind"])] = ()
    figures: Annotated[tuple[FigureChange, ...], Field(max_length=MOST["figures"])] = ()
    plans: Annotated[tuple[PlanOver, ...], Field(max_length=MOST["plans"])] = ()
    prints: Annotated[tuple[PrintChange, ...], Field(max_length=MOST["prints"])] = ()
    counted: bool = False
    """Whether the prints were set, so that ``prints`` are exactly those that change, with their pages."""
    due: Annotated[tuple[Due, ...], Field(max_length=MOST["due"])] = ()
    left_out: Count = 0
    """Entries for which there was no room."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with the course as it is now."""
        return not self.problems


def read(content: bytes) -> Review:
    """The report in that JSON, which may come from anybody. ValueError where it is not one, or longer than any is."""
    if len(content) > MAX_BYTES:
        raise ValueError(f"a report of {len(content)} bytes, expected at most {MAX_BYTES}")
    return Review.model_validate_json(content)
