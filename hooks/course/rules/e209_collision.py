"""No authored page stands where a generated one will."""

from __future__ import annotations

from collections.abc import Iterator

from course.catalogue import Catalogue
from course.pages import paths
from course.problem import Problem

CODE = "E209"
WHY = "自动生成的页面会悄悄盖掉同名的手写页面。/ A generated page silently replaces an authored one of the same name."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Authored pages whose path is taken; `cases/index.md` and the like count though they have no valid front matter."""
    for path in sorted(paths(catalogue) & set(catalogue.pages)):
        source = catalogue.pages[path].sides["zh"]
        yield Problem(
            source.path,
            1,
            CODE,
            "这个文件名留给自动生成的页面，请换一个",
            "this file name belongs to a generated page, expected another name",
        )
