"""No authored page is where a generated one will be."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.language.lang import LANGS
from course.site.pages import own_paths

CODE = "E209"
WHY = "自动生成的页面会悄悄盖掉同名的手写页面。/ A generated page silently replaces an authored one of the same name."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Authored pages whose path is taken; `cases/index.md` and the like count though they have no valid front matter."""
    authored = {source.path for page in catalogue.pages.values() for source in page.sides.values()}
    authored |= {problem.path for problem in catalogue.problems}
    taken = own_paths(catalogue)  # E308 tells of a page that moved and is still there.
    for path in sorted(authored & {f"docs/{lang}/{path}" for lang in LANGS for path in taken}):
        yield Problem(
            path,
            1,
            CODE,
            "这个文件名留给自动生成的页面，请换一个",
            "this file name belongs to a generated page, expected another name",
        )
