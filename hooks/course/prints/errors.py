"""What is printed, and what can go wrong with it."""

from __future__ import annotations

from typing import Any

from course.content.catalogue import Page

AnyPage = Page[Any, Any]


class Unprintable(ValueError):
    """A page holds something that cannot be printed."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path, self.what = path, what
