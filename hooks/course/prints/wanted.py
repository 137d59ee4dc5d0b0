"""A print somebody may want: what kind, of what, in which language; and what can go wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from course.catalogue import Page
from course.model import Lang

AnyPage = Page[Any, Any]
PrintKind = Literal["handout", "key", "sheet", "cards", "all", "book"]


@dataclass(frozen=True)
class Print:
    """One file to print."""

    kind: PrintKind
    subject: str
    """Code of a page, id of a plan, or the name of a print of the whole course."""
    lang: Lang
    title: str
    pages: tuple[str, ...]
    """Codes of the pages it is made of."""

    @property
    def path(self) -> str:
        """Relative to the language's folder."""
        return f"prints/{self.subject}.pdf" if self.kind == "book" else f"prints/{self.subject}-{self.kind}.pdf"


class Unprintable(ValueError):
    """A page holds something that cannot be printed."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path, self.what = path, what
