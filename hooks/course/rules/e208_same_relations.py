"""Both pages of a case give a reason for the same principles."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.translation.outdated import FRONT, unwritten

CODE = "E208"
WHY = "少一条理由，英文读者就看到中文。/ Where a reason is missing, the English reader meets Chinese."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Codes that only one of the two pages has, where both have been written."""
    for case in catalogue.cases.values():
        if "en" not in case.sides:
            continue
        source = case.sides["en"]
        if f"{FRONT}principles" in unwritten(case):
            continue
        for name in ("principles", "breaks"):
            zh, en = set(getattr(case.front, name)), set(getattr(case.words["en"], name))
            for code in sorted(zh - en):
                yield Problem(
                    source.path, source.line(name), CODE, f"{name} 缺 {code} 的英文理由", f"`{name}` has no reason for {code}, expected one"
                )
            for code in sorted(en - zh):
                yield Problem(
                    source.path,
                    source.line(name, code),
                    CODE,
                    f"{name} 多了 {code}，中文页没有它",
                    f"`{name}` has {code}, expected only codes of the Chinese page",
                )
