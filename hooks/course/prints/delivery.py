"""What a build, the preview and the command line want of the press: all prints, those that are ready, or one just asked for."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from course.content.catalogue import Catalogue, Printed
from course.language.lang import LANGS, Lang
from course.prints import press
from course.sessions.printables import Print, prints

Files = Mapping[tuple[Lang, str], Path]
"""Language and path of each print -> its file."""
_ADDRESS = re.compile(r"(?:^|/)(en/)?(prints/[\w.-]+\.pdf)$")
PAUSE = 2
"""Seconds between two words about how far it is."""


def everything(catalogue: Catalogue) -> list[Print]:
    """All prints in all languages."""
    return [one for lang in LANGS for one in prints(catalogue, lang)]


def delivered(root: Path, catalogue: Catalogue, strict: bool = False) -> tuple[Catalogue, Files]:
    """The course with every print made, and the files; without any where the press lacks something, which is said.

    press.NotPrinted where some could not be made; press.Unavailable where the press lacks something and ``strict`` asks for all.
    """
    try:
        made = press.run(root, everything(catalogue), catalogue, progress())
    except press.Unavailable as missing:
        if strict:
            raise
        print(missing, file=sys.stderr)
        return catalogue, {}
    printed = {(one.lang, one.path): Printed(ready.pages, ready.size) for one, ready in made.items()}
    return replace(catalogue, printed=printed), {(one.lang, one.path): ready.file for one, ready in made.items()}


def promised(root: Path, catalogue: Catalogue) -> Catalogue:
    """The course with every print offered, whether it is ready or will be made when it is asked for."""
    wanted = everything(catalogue)
    ready = press.known(root, wanted, catalogue)
    return replace(
        catalogue,
        printed={(one.lang, one.path): Printed(ready[one].pages, ready[one].size) if one in ready else Printed() for one in wanted},
    )


def asked(root: Path, catalogue: Catalogue, address: str) -> Path | None:
    """The print at that address of the site, made now if need be; None where there is none of that name.

    press.Unavailable or press.NotPrinted where it cannot be made.
    """
    match = _ADDRESS.search(address)
    if not match:
        return None
    lang: Lang = "en" if match[1] else "zh"
    wanted = next((one for one in prints(catalogue, lang) if one.path == match[2]), None)
    return press.run(root, [wanted], catalogue)[wanted].file if wanted else None


def progress() -> Callable[[int, int], None]:
    """Something that says from time to time how many of how many are ready."""
    said = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal said
        if time.monotonic() - said > PAUSE:
            said = time.monotonic()
            print(f"打印稿 / prints: {done} / {total}", file=sys.stderr, flush=True)

    return tell


def chosen(catalogue: Catalogue, subjects: list[str]) -> Iterator[Print]:
    """The prints of those pages, plans, ``book`` or ``phrases``; of everything where none is named."""
    return (one for one in everything(catalogue) if not subjects or one.subject.lower() in {subject.lower() for subject in subjects})
