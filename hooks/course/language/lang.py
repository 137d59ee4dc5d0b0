"""The languages of the course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
OTHER: Mapping[Lang, Lang] = {"zh": "en", "en": "zh"}
TAG: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en"}
"""Value of the ``lang`` attribute in HTML."""

T = TypeVar("T", covariant=True)


class Bilingual(Generic[T]):
    """Base of whatever has a field ``zh`` and a field ``en``: either is looked up by language."""

    def __getitem__(self, lang: Lang) -> T:
        found: T = getattr(self, lang)
        return found
