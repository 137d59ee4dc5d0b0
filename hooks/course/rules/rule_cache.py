"""What was found on a page is kept by a fingerprint of all it depends on, so that an unchanged page is not looked at again.

Rules about single pages read a page's own two files, the tables and the codes there are; the memory asks them only about pages
whose fingerprint is new. An entry counts only with its seal (``seals``). Losing the file costs time, nothing else.
"""

from __future__ import annotations

import hmac
import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from course import rules
from course.content import cache_keys
from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.files import disk, seals

FILE = ".cache/checked.json"
"""Below the project's root."""

MAX_BYTES = 100_000_000
"""More than ten thousand bad pages take."""

Known = Mapping[str, tuple[Problem, ...]]
"""What was found on a page, by its fingerprint."""


def problems(root: Path, catalogue: Catalogue) -> list[Problem]:
    """All problems of a course that was read from that root, in order of place: what ``rules.check`` finds, sooner."""
    known = _recalled(root)
    found, now = check(catalogue, known)
    if now.keys() != known.keys():
        with suppress(disk.Unwritten):  # A folder that may not be written to is checked all the same.
            entries = {mark: [vars(problem) for problem in problems] for mark, problems in now.items()}
            kept = {mark: {"seal": _seal(root, mark, entry), "found": entry} for mark, entry in entries.items()}
            disk.write(root, {FILE: json.dumps(kept)})
    return found


def supposing(root: Path, catalogue: Catalogue, changed: Collection[str]) -> list[Problem]:
    """The same for a course whose pages at the paths ``changed`` are not as read from that root: those are looked at, and nothing is kept."""
    return check(catalogue, _recalled(root), changed)[0]


def check(catalogue: Catalogue, known: Known, changed: Collection[str] = ()) -> tuple[list[Problem], Known]:
    """All problems, and what is to be known the next time: the pages there are now and no others. Pages ``changed`` are looked at in any case."""
    prints = cache_keys.of_pages(catalogue)
    known = {mark: found for mark, found in known.items() if mark not in {prints[path] for path in changed}}
    new = [page for path, page in catalogue.pages.items() if prints[path] not in known]
    paths = {source.path: page.path for page in new for source in page.sides.values()}
    fresh: dict[str, list[Problem]] = defaultdict(list)
    elsewhere: list[Problem] = [*catalogue.problems, *(problem for rule in rules.COURSE_RULES for problem in rule.check(catalogue))]
    for rule in rules.PAGE_RULES:
        for problem in rule.check(catalogue, new):
            (fresh[paths[problem.path]] if problem.path in paths else elsewhere).append(problem)
    now = {mark: known[mark] if mark in known else tuple(fresh[path]) for path, mark in prints.items()}
    return sorted({*elsewhere, *(problem for found in now.values() for problem in found)}), now


def _recalled(root: Path) -> dict[str, tuple[Problem, ...]]:
    """What an earlier run kept and can be proven; nothing where there is no file or none that makes sense."""
    try:
        kept = json.loads(disk.read(disk.place(root, FILE), MAX_BYTES))
        return {
            mark: tuple(Problem(**problem) for problem in entry["found"])
            for mark, entry in kept.items()
            if hmac.compare_digest(entry["seal"], _seal(root, mark, entry["found"]))
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, disk.Unwritten):
        return {}


def _seal(root: Path, mark: str, found: object) -> str:
    return seals.seal(root, mark.encode(), json.dumps(found).encode())
