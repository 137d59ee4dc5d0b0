"""Our own small drawings without words: one for each channel and each matter, beside the word it stands for and never instead of it.

A drawing is the file ``channels/<id>.svg`` or ``issues/<id>.svg`` beside this module: 24 by 24, lines of one width with round ends in the colour
of the text and no areas, so that it is the same in the dark, in forced colours and on a copier.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from course.content.tables import Vocabulary
from course.language.lang import Lang
from course.render import markdown

FOLDER = Path(__file__).parent
GROUPS = ("channels", "issues")
"""The lists of the vocabulary that have drawings, which are also the folders."""


@cache
def drawings() -> Mapping[tuple[str, str], str]:
    """List and id -> the drawing as it was saved."""
    files = [file for group in GROUPS for file in sorted((FOLDER / group).glob("*.svg"))]
    return {(file.parent.name, file.stem): file.read_text(encoding="utf-8").strip() for file in files}


def drawn(group: str, id: str) -> str:
    """The drawing for a page, hidden from those who listen; nothing for an id that has none."""
    svg = drawings().get((group, id), "")
    return svg.replace('<svg xmlns="http://www.w3.org/2000/svg"', '<svg class="pictogram" aria-hidden="true"', 1)


def beside(vocabulary: Vocabulary, group: str, id: str, lang: Lang) -> str:
    """The word for an id with its drawing before it, as HTML that is also Markdown."""
    word = markdown.escape(vocabulary.row(group, id)[lang])
    return markdown.inline(f"{drawn(group, id)}{word}", "span", "drawn") if drawn(group, id) else word


def missing(vocabulary: Vocabulary) -> list[str]:
    """Channels and matters without a drawing, as ``issues/meter``, in the order of the vocabulary."""
    return [f"{group}/{row.id}" for group in GROUPS for row in getattr(vocabulary, group) if (group, row.id) not in drawings()]
