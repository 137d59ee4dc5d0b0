"""HTML an author writes can be printed, too: it uses elements and classes the prints know how to set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.catalogue import Catalogue
from course.prints.typeset import CLASSES, TAGS
from course.problem import Problem
from course.rules.bodies import Pages, code_left_out, problem, prose, sides, uncommented

CODE = "E317"
WHY = "网页上看得见，印出来却没有的东西，上课的人会发现得太晚。/ What shows on the screen and not on paper is found out in class."

_TAG = re.compile(r"<([A-Za-z][\w-]*)(?=[\s/>])([^<>]*)>")
_CLASS = re.compile(r"""\bclass=["']([^"']*)["']""")
_MARK = re.compile(r"\{:?\s*((?:[.#][\w-]+\s*)+)\}")


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Lines with an element or class that cannot be printed; plain pages, such as the home page, never are."""
    for _, _, source in (side for side in sides(catalogue, pages) if side[0].code):
        for number, line in prose(uncommented(source.body)):
            for found in unprintable(code_left_out(line)) if "<" in line or "{" in line else ():
                yield problem(
                    source,
                    number,
                    CODE,
                    f"打印稿排不了 {found}，应换成 CONTRIBUTING.md“除了普通文字还能写什么”里有的写法",
                    f"the prints cannot set {found}, expected something CONTRIBUTING.en.md lists as what may be written",
                )


def unprintable(line: str) -> list[str]:
    """The elements and classes in a line of Markdown that prints do not know, as they are written, each once."""
    found = []
    for tag in _TAG.finditer(line):
        if tag[1].lower() not in {*TAGS, "img"}:  # E207 tells of pictures.
            found.append(f"<{tag[1]}>")
        found += [f".{name}" for name in " ".join(_CLASS.findall(tag[2])).split() if name not in CLASSES]
    for mark in _MARK.findall(line):
        found += [name for name in mark.replace("#", " #").replace(".", " .").split() if name[0] == "." and name[1:] not in CLASSES]
    return list(dict.fromkeys(found))
