"""``[[codes]]``, ``[Rnn]`` marks and the codes on dialogue turns name what exists, and a turn's code is explained above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.catalogue import Catalogue
from course.directives import dialogue
from course.directives.inline import marks
from course.problem import Problem
from course.rules.bodies import Pages, blocks, code_left_out, problem, prose, sides

CODE = "E205"
WHY = "对话里标出的原则要有理由，读者才知道为什么。/ A principle marked on a turn needs its reason, or the reader cannot learn from it."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Unknown codes and reference marks, in bodies and in reasons; turn marks whose code the front matter gives no reason for."""
    for page, lang, source in sides(catalogue, pages):
        for number, line in prose(source.body):
            for zh, en in _unknown(line, catalogue):
                yield problem(source, number, CODE, zh, en)
        for name in ("principles", "breaks") if page.kind.name == "case" else ():
            for code, reason in getattr(page.words[lang], name).items():
                for zh, en in _unknown(reason, catalogue):
                    yield Problem(source.path, source.line(name, code), CODE, zh, en)
        for block in blocks(source.body):
            if block.name != "dialogue":
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


_ALMOST = re.compile(r"【+\s*([\w.]+)\s*】+|(?<!\[)\[([CPFWcpfwrmu]\d{2,3})\](?![\](])|[（(]([RMU]\d{2,3})[）)]")


def _unknown(text: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What to say, in both languages, of each mark that names nothing or is almost one."""
    for found in _ALMOST.findall(code_left_out(text)):
        written = "".join(found)
        id = written.upper()
        if id in catalogue.references and written != id:
            yield f"引用编号用大写字母：[{id}]", f"expected a capital letter in a reference: [{id}]"
        elif id in catalogue.references:
            yield f"引用要用半角方括号：[{id}]", f"expected half-width brackets round a reference: [{id}]"
        elif id in catalogue.coded:
            yield f"按编号链接要用两层半角方括号：[[{id}]]", f"expected double half-width brackets round a code: [[{id}]]"
    for kind, id in marks(text):
        if kind == "code" and id not in {*catalogue.coded, *catalogue.unread}:
            yield f"没有编号 [[{id}]]，应是已有页面的编号", f"unknown code [[{id}]], expected the code of a page that exists"
        if kind == "reference" and id not in {*catalogue.references, *catalogue.unread}:
            yield (
                f"依据表里没有 [{id}]，应先写进 docs/data/references.yml",
                f"no reference [{id}], expected a row in docs/data/references.yml",
            )
