"""Write the table of messages in the guides anew from ``hooks/course/rules/explanations.yml``: ``make contributing``."""

from __future__ import annotations

import re
from pathlib import Path

from course.language.lang import LANGS, Lang
from course.rules import explained

ROOT = Path(__file__).resolve().parents[1]
GUIDES: dict[Lang, Path] = {"zh": ROOT / "contributing" / "look-up.md", "en": ROOT / "contributing" / "look-up.en.md"}
ROWS = re.compile(r"(?<=\| --- \| --- \|\n)(?:\|.*\[E\d{3}\].*\n)+")
"""The rows below the head of the table."""


def written(guide: str, lang: Lang) -> str:
    """A guide with the rows there are now. Raises ValueError where it has no such table, or two."""
    rows = "".join(f"{row}\n" for row in explained.rows(lang))
    new, count = ROWS.subn(lambda _: rows, guide)
    if count != 1:
        raise ValueError(f"{count} tables of messages, expected one")
    return new


if __name__ == "__main__":
    for lang in LANGS:
        GUIDES[lang].write_text(written(GUIDES[lang].read_text(encoding="utf-8"), lang), encoding="utf-8")
