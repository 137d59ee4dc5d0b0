"""What a passage of a Chinese page said when its English was confirmed: found in the project's own history."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from course.content import front_matter
from course.content.catalogue import AnyPage, Catalogue
from course.content.source import Source
from course.translation.outdated import behind, passages, stamp

DEPTH = 200
"""How many versions of a file to look back through."""


def remembered(root: Path, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the confirmed text of every passage that is behind, as far as the history has it.

    Asks git only about pages that are behind; without git, in a download or in a shallow clone it finds less or nothing.
    """
    late = [page for page in catalogue.pages.values() if behind(page)]
    if not late:
        return catalogue
    return replace(catalogue, confirmed={(page.path, name): text for page in late for name, text in confirmed_texts(root, page).items()})


def confirmed_texts(root: Path, page: AnyPage) -> dict[str, str]:
    """Passage -> its text when the English was confirmed, of those that are behind; what the history does not have is left out."""
    confirmed: dict[str, str] = page.words["en"].translated
    wanted = {name: confirmed[name] for name in behind(page) if name in confirmed}
    found: dict[str, str] = {}
    for text in _versions(root, page.sides["zh"].path) if wanted else ():
        source = front_matter.page(text, page.path)
        if isinstance(source, Source):
            then = passages(source, page.kind)
            found |= {name: then[name] for name in wanted.keys() - found if name in then and stamp(then[name]) == wanted[name]}
        if len(found) == len(wanted):
            break
    return found


def _versions(root: Path, path: str) -> Iterator[str]:
    """Earlier texts of a file, newest first, also from before it was renamed."""
    log = _git(root, "log", f"--max-count={DEPTH}", "--follow", "--name-only", "--format=:%H", "--", path).split("\n")
    commit = ""
    for line in log:
        if line.startswith(":"):
            commit = line[1:]
        elif line and (text := _git(root, "show", f"{commit}:{line}")):
            yield text.removeprefix("\ufeff")


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where there is no git, no repository or no such version."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
