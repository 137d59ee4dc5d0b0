"""``[[codes]]``, ``[Rnn]`` marks and the codes on dialogue turns name what exists, and a turn's code is explained above."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Any

from course.content.catalogue import Catalogue, Page
from course.content.kinds import MARK
from course.content.problem import Problem
from course.rules.bodies import Pages, problem, sides
from course.syntax.branching import Branching
from course.syntax.dialogue import Dialogue
from course.syntax.inline import is_mark, marks, without_code
from course.syntax.nodes import Node

CODE = "E205"
WHY = "对话里标出的原则要有理由，读者才知道为什么。/ A principle marked on a turn needs its reason, or the reader cannot learn from it."


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Unknown codes and reference marks, in bodies and in reasons; turn marks whose code the front matter gives no reason for."""
    for page, lang, source in sides(catalogue, pages):
        for number, line in source.tree.prose:
            for zh, en in _unknown(line, catalogue):
                yield problem(source, number, CODE, zh, en)
        for name in ("principles", "breaks") if page.kind.name == "case" else ():
            for code, reason in getattr(page.words[lang], name).items():
                for zh, en in _unknown(reason, catalogue):
                    yield Problem(source.path, source.line(name, code), CODE, zh, en)
        for talk in source.tree.leaves:
            for turn in talk.turns if isinstance(talk, Dialogue) else ():
                name = "principles" if turn.mark == "good" else "breaks"
                explained = _explained(page, name, talk) if page.kind.name == "case" else {*catalogue.principles, *catalogue.unread}
                for code in turn.codes:
                    if code not in explained and MARK not in turn.words:
                        yield problem(
                            source,
                            turn.line,
                            CODE,
                            f"这一句标了 {code}，但开头的 {name} 里没有它的理由",
                            f"this turn is marked {code}, expected a reason for it under `{name}` in the front matter",
                        )


def _explained(page: Page[Any, Any], name: str, talk: Node) -> Collection[str]:
    """Codes with a reason in the front matter: where one tries, wrong words may break what others on the page hold, or the other way round."""
    return {*page.front.principles, *page.front.breaks} if isinstance(talk, Branching) else getattr(page.front, name, {})


_BRACKETED = re.compile(r"([\[［【〔]+)([^\[\]［］【】〔〕\n]{1,60})([\]］】〕]+)(?![(（])")
_ROUND = re.compile(r"[（(]([RMU]\d{2,3})[）)]")
_ARROW = re.compile(r"(?:→|⇒|->|=>) ?([CPFW]\d{2,3})(?![\w\]])")
_BETWEEN = re.compile(r"[、,，;；/和及与\s]+")
_LIKE_CODE, _LIKE_REFERENCE = re.compile(r"[CPFW]\d{1,3}"), re.compile(r"[RMU]\d{1,4}")


def _unknown(text: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What to say, in both languages, of each mark that names nothing or is almost one."""
    plain = without_code(text)
    for found in _BRACKETED.finditer(plain):
        if not is_mark(found[0]):
            yield from _almost(found, catalogue)
    for id in _ROUND.findall(plain):
        if id in catalogue.references:
            yield f"引用要用半角方括号：[{id}]", f"expected half-width brackets round a reference: [{id}]"
    for id in _ARROW.findall(plain):
        if id in catalogue.coded:
            yield f"箭头加编号不会成为链接，应写成 [[{id}]]", f"an arrow before a code makes no link, expected [[{id}]]"
    for mark in marks(text):
        id = mark.id
        if mark.kind == "page" and id not in catalogue.coded and id not in catalogue.unread:
            yield f"没有编号 [[{id}]]，应是已有页面的编号", f"unknown code [[{id}]], expected the code of a page that exists"
        if mark.kind == "reference" and id not in catalogue.references and id not in catalogue.unread:
            yield (
                f"依据表里没有 [{id}]，应先写进 docs/data/references.yml",
                f"no reference [{id}], expected a row in docs/data/references.yml",
            )


def _almost(found: re.Match[str], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What to say of brackets that hold codes or references, and are no mark."""
    opening, inside, closing = found.groups()
    single = (opening, closing) == ("[", "]")
    words = unicodedata.normalize("NFKC", inside.partition("|")[0]).strip()
    close = re.sub(r"(?<=^[A-Za-z])\s+(?=\d)", "", words)
    ids = [part.upper() for part in _BETWEEN.split(close) if part]
    if ids and all(_LIKE_REFERENCE.fullmatch(id) for id in ids):
        known = [id if id in catalogue.references else f"{id[0]}{id[1:]:0>2}" for id in ids]
        if not single and not any(id in catalogue.references for id in known):
            return
        written = " ".join(f"[{id}]" for id in known)
        if single and len(ids) == 1 and inside == inside.lower() and ids[0] in catalogue.references:
            yield f"引用编号用大写字母：{written}", f"expected a capital letter in a reference: {written}"
        elif not single and len(ids) == 1:
            yield f"引用要用半角方括号：{written}", f"expected half-width brackets round a reference: {written}"
        else:
            yield f"{found[0]} 不会成为引用，应写成 {written}", f"{found[0]} is no reference, expected {written}"
    elif ids and all(id in catalogue.coded or _LIKE_CODE.fullmatch(id) for id in ids) and (not single or _LIKE_CODE.fullmatch(ids[0])):
        if not {*ids} & {*catalogue.coded} and not opening.startswith("[["):
            return
        written = "、".join(f"[[{id}]]" for id in ids)
        if len(ids) == 1 and (opening, closing) != ("[[", "]]"):
            yield f"按编号链接要用两层半角方括号：{written}", f"expected double half-width brackets round a code: {written}"
        else:
            zh, en = "一对 [[ ]] 里只写一个编号，不空格", "expected one code in each pair of brackets, without spaces"
            yield f"{found[0]} 不会成为链接：{zh}：{written}", f"{found[0]} is no link, {en}: {written}"
