"""What can go wrong with a print."""

from __future__ import annotations


class Unprintable(ValueError):
    """A page holds something that cannot be printed."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path, self.what = path, what
