"""What a code of the check means, for whoever meets it: why, an example that is told, one that is not, and what mostly helps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from course.content.model import Frozen, Text
from course.content.problem import Problem
from course.language.lang import Lang
from course.rules import RULES

_ALIKE = 0.7
"""From here on two messages say the same of different words."""
_MESSAGE = re.compile(r"\[(E\d{3})\] ?(.+?)(?=`*、`|`*\s*$)")
_QUOTED = re.compile(r"“[^”]*”|<[^>\n]*>|`[^`\n]+`|[\w/.-]+\.(?:md|yml)|[A-Z]\d+|\d+|[…` ]")

TABLE = Path(__file__).with_name("explanations.yml")


class Told(Frozen):
    """A message as it begins, and what mostly helps."""

    seen: Text
    mend: Text


class Explanation(Frozen):
    """One code."""

    why: Text | None = None
    """Of what is found while reading; a rule says it in its module."""
    wrong: str
    right: str
    told: tuple[Told, ...] = ()


@cache
def explanations() -> Mapping[str, Explanation]:
    """Every code there is, in order."""
    return TypeAdapter(dict[str, Explanation]).validate_python(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


def why(code: str) -> str:
    """Why what that code tells of matters, in both languages. Raises KeyError for a code there is not."""
    rules = {rule.CODE: rule.WHY for rule in RULES}
    said = explanations()[code].why
    return f"{said.zh}/ {said.en}" if said else rules[code]


def mend(problem: Problem) -> Text | None:
    """What mostly helps where the check says that; None where nobody has written anything down for it."""
    said = _bare(problem.zh)
    alike = [
        (SequenceMatcher(None, said[: len(seen)], seen, autojunk=False).ratio(), number, told.mend)
        for number, (seen, told) in enumerate(_seen().get(problem.code, ()))
    ]
    ratio, _, found = max(alike, default=(0.0, 0, None), key=lambda row: row[:2])
    return found if ratio >= _ALIKE else None


@cache
def _seen() -> Mapping[str, list[tuple[str, Told]]]:
    """Code -> the Chinese messages it has a mend for, without what they quote."""
    found: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for explanation in explanations().values():
        for told in explanation.told:
            for code, seen in _MESSAGE.findall(told.seen.zh):
                found[code].append((_bare(seen.strip("` ")), told))
    return found


def _bare(message: str) -> str:
    """A message without what it quotes and counts, which is other words each time."""
    return _QUOTED.sub("", message)


def lines(code: str) -> Iterator[str]:
    """What to print for a code. Raises KeyError for a code there is not."""
    found = explanations()[code]
    yield f"{code}  {why(code)}"
    for name, example in (("会报 / told", found.wrong), ("不会报 / not told", found.right)):
        yield f"\n{name}:"
        yield from (f"    {line}" for line in example.split("\n"))
    for told in found.told:
        yield f"\n{told.seen.zh}\n    {told.mend.zh}\n{told.seen.en}\n    {told.mend.en}"


def rows(lang: Lang) -> Iterator[str]:
    """The rows of the guide's table of messages in that language, as Markdown."""
    for found in explanations().values():
        yield from (f"| {told.seen[lang]} | {told.mend[lang]} |" for told in found.told)
