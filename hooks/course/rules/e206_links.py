"""Links between pages lead to a page, and to a heading, that exists."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from course import outline
from course.catalogue import Catalogue, Page
from course.exports import PATHS
from course.model import Lang
from course.pages import paths as generated_paths
from course.problem import Problem, places, told
from course.rules.bodies import code_left_out, problem, prose, sides, torn

CODE = "E206"
WHY = "点不开的链接，读者不会再点第二次。/ A reader who meets a dead link does not try the next one."

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
"""E207 says what is to be done with it."""
_ALMOST = re.compile(r"\](?:（\s*([^）)\s]+\.md[^）)\s]*)|\(\s*([^）)\s]+\.md[^）)\s]*)\s*）)")
"""A link in Chinese brackets; of one in HTML E318 tells."""

_MAYBE = re.compile(r"\][(（]")
"""What a page with a link has: many have none."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Relative links and their anchors; addresses of other hosts are not followed."""
    made = generated_paths(catalogue)
    wrong = places(catalogue.problems)
    for page, lang, source in sides(catalogue):
        if not _MAYBE.search(source.body):
            continue
        for number, line in prose(source.body):
            words = code_left_out(line)
            for found in _ALMOST.findall(words):
                target = "".join(found)
                zh = f"链接 {target} 点不开，应写成 [文字](页面.md)，括号用半角"
                en = f"the link {target} does not work, expected [words](page.md) with half-width brackets"
                yield problem(source, number, CODE, zh, en)
            for target in _LINK.findall(_PICTURE.sub("", words)):
                if re.match(r"[a-z]+:|//", target):
                    continue
                path, _, anchor = target.partition("#")
                wanted = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
                if wanted in made or wanted in PATHS:
                    continue
                found = catalogue.pages.get(wanted)
                if found is None and told(f"docs/zh/{wanted}", wrong):
                    continue
                if found is None:
                    yield problem(
                        source,
                        number,
                        CODE,
                        f"链接 {target} 指不到任何页面，应是相对本文件的 .md 路径",
                        f"the link {target} leads to no page, expected a .md path relative to this file",
                    )
                elif anchor and anchor not in _anchors(found, lang) and not torn(found.body(lang).body):
                    yield problem(
                        source,
                        number,
                        CODE,
                        f"页面 {wanted} 没有标题编号 #{anchor}",
                        f"{wanted} has no heading id #{anchor}, expected one of its ids",
                    )


def _anchors(page: Page[Any, Any], lang: Lang) -> set[str]:
    side = page.body(lang)
    shown: Lang = "zh" if side is page.sides["zh"] else lang
    return {heading.id for heading in outline.headings(side.body, page.kind, shown)}
