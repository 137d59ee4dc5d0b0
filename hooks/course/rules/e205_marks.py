"""``[[codes]]``, ``[Rnn]`` marks and the codes on dialogue turns name what exists, and a turn's code is explained above."""

from __future__ import annotations

from collections.abc import Iterator

from course.catalogue import Catalogue
from course.directives import dialogue
from course.directives.inline import CODE as CODE_LINK
from course.directives.inline import REFERENCE
from course.directives.scan import scan
from course.problem import Problem
from course.rules.bodies import problem, sides

CODE = "E205"
WHY = "对话里标出的原则要有理由，读者才知道为什么。/ A principle marked on a turn needs its reason, or the reader cannot learn from it."


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown codes and reference marks; turn marks whose code the front matter gives no reason for."""
    known = {*catalogue.coded, *catalogue.unread}
    references = {*catalogue.references, *catalogue.unread}
    for page, _, source in sides(catalogue):
        for number, line in enumerate(source.body.split("\n"), start=1):
            for code, _ in CODE_LINK.findall(line):
                if code not in known:
                    yield problem(
                        source,
                        number,
                        CODE,
                        f"没有编号 [[{code}]]，应是已有页面的编号",
                        f"unknown code [[{code}]], expected the code of a page that exists",
                    )
            for id in REFERENCE.findall(line):
                if id not in references:
                    yield problem(
                        source,
                        number,
                        CODE,
                        f"依据表里没有 [{id}]，应先写进 docs/data/references.yml",
                        f"no reference [{id}], expected a row in docs/data/references.yml",
                    )
        for block in scan(source.body)[0]:
            if block.kind != "fence" or block.name != "dialogue":
                continue
            for turn in dialogue.parse(block.lines, block.line)[0]:
                name = "principles" if turn.mark == "good" else "breaks"
                explained = getattr(page.front, name, {}) if page.kind.name == "case" else {*catalogue.principles, *catalogue.unread}
                for code in turn.codes:
                    if code not in explained:
                        yield problem(
                            source,
                            turn.line,
                            CODE,
                            f"这一句标了 {code}，但开头的 {name} 里没有它的理由",
                            f"this turn is marked {code}, expected a reason for it under `{name}` in the front matter",
                        )
