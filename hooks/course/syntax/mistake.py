"""Something an author wrote that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a line of a body, before it is known in which file."""

    line: int
    zh: str
    en: str
