"""What is wrong, where, and how to mend it, in both languages: the one way this project reports a mistake."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

Message = tuple[str, str]
"""What is wrong and what was expected, in Chinese and in English."""

_TAIL = re.compile(r"(?<=\.md).*$")


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content. Sorts by place, so a list of them reads from the top of a file down."""

    path: str
    """File, relative to the project's root, with forward slashes."""
    line: int
    """1-based line; 1 where the whole file is meant."""
    code: str
    """Code of the rule that found it; codes are never reused."""
    zh: str
    """What is wrong and what was expected, for an editor who does not program."""
    en: str

    def __str__(self) -> str:
        return " ".join(f"{self.path}:{self.line}: [{self.code}] {self.zh} / {self.en}".split())


def places(problems: Iterable[Problem]) -> frozenset[str]:
    """Where these problems are, for ``told``: files and folders, each under the name that was meant (``x.md`` for ``X.MD`` or ``x.md~``)."""
    return frozenset(_TAIL.sub("", problem.path.lower()) for problem in problems)


def told(path: str, places: Collection[str]) -> bool:
    """Whether a file, or a folder it belongs in, is among the places: then its absence is not reported again elsewhere."""
    return any(path[:end] in places for end in (*(at for at, sign in enumerate(path) if sign == "/"), len(path)))


def report(problems: Iterable[Problem]) -> str:
    """All problems, one line each in order of place, and a last line that counts them."""
    found = sorted(set(problems))
    files = len({problem.path for problem in found})
    lines = [str(problem) for problem in found]
    lines.append(f"共 {len(found)} 处问题，在 {files} 个文件里 / {len(found)} problem(s) in {files} file(s)")
    return "\n".join(lines)
