"""What a code of the check means, for whoever meets it: why, an example that is told, one that is not, and what mostly helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from course.content.model import Frozen, Text
from course.language.lang import Lang
from course.rules import RULES

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
