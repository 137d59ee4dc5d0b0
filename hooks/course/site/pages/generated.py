"""What a module of this package makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from course.content.catalogue import Catalogue


@dataclass(frozen=True)
class Generated:
    """A page made from the catalogue; its path is the same in both languages."""

    path: str
    title: str
    summary: str
    body: str
    source: str
    """The file an editor changes to change this page, relative to the project's root."""
    moved_to: str = ""
    """Path of the page this address leads to, if it only leads on."""
    wide: bool = False
    """Whether it needs the width of the right-hand column, too."""
    hidden: bool = False
    """Whether it is for trainers and stays out of every search."""
    part: int = 0
    """Number of the part it belongs to, if to one."""
    tells_due: bool = False
    """Whether it says itself of each reference that is overdue that it is, and needs no note on top."""
    needs: tuple[str, ...] = ()
    """Paths of style sheets and scripts that it needs and most pages do not."""


def only(path: str) -> Callable[[Catalogue], list[str]]:
    """``paths`` of a module that makes one page, always at that path."""
    return lambda _: [path]
