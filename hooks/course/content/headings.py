"""The headings and sections of a body, as its kind of page names them."""

from __future__ import annotations

from course.content.kinds import Kind
from course.language.lang import Lang
from course.syntax import outline
from course.syntax.outline import Heading


def of(body: str, kind: Kind, lang: Lang) -> list[Heading]:
    """All headings in order; a fixed section of the kind gets its id from there."""
    return outline.headings(body, {section[lang]: section.id for section in kind.sections})


def parts(body: str, kind: Kind, lang: Lang) -> list[tuple[Heading | None, str]]:
    """The body cut at its second-level headings: each heading with the text under it; None is the heading of what precedes the first."""
    lines = body.split("\n")
    heads = [heading for heading in of(body, kind, lang) if heading.level == 2]
    starts = [0, *(heading.line for heading in heads)]
    ends = [*(heading.line - 1 for heading in heads), len(lines)]
    texts = ["\n".join(lines[start:end]).strip("\n") for start, end in zip(starts, ends, strict=True)]
    return list(zip([None, *heads], texts, strict=True))


def sections(body: str, kind: Kind, lang: Lang) -> dict[str, str]:
    """Text of each second-level section by id (``intro`` for what precedes the first); empty ones are left out."""
    cut = parts(body, kind, lang)
    return {(heading.id if heading else "intro"): text for heading, text in cut if text.strip()}
