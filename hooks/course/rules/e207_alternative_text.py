"""A picture says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.catalogue import Catalogue
from course.problem import Problem
from course.rules.bodies import Pages, code_left_out, problem, prose, sides

CODE = "E207"
WHY = "看不见图的人、断网的人，要靠文字知道图里说什么。/ Who cannot see the picture, or cannot load it, needs its words."

_IMAGE = re.compile(
    r"!\[\s*\]\(|<img(?![^>]*\balt=\"[^\"]+\")[^>]*>"
    r"|!\[\s*(?:[\w .()-]+\.(?:jpe?g|png|gif|svg|webp)|(?:图片|图像|截图|image|picture|screenshot|img|dsc)[\s_-]*\d*)\s*\]\(",
    re.IGNORECASE,
)
"""No words, or only the name of a file."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Images with no alternative text."""
    for _, _, source in sides(catalogue, pages):
        for number, line in prose(source.body):
            if _IMAGE.search(code_left_out(line)):
                yield problem(
                    source,
                    number,
                    CODE,
                    "图片没有替代文字，应写成 ![图里说的事](图.svg)",
                    "the image has no alternative text, expected ![what it shows](picture.svg)",
                )
