"""A company's own edition: what the course says by default (``docs/data/company.yml``), and the one file in which a company says it its way.

That file, ``company.yml`` in the project's folder, is the company's alone: the course has none, so that no update of the course can touch it.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from course.content import front_matter, logo, validation
from course.content.model import Frozen, NonBlank, Slug, Text
from course.content.problem import Problem
from course.content.source import Source
from course.files import disk
from course.language.lang import Lang

FILE = "company.yml"
"""Below the project's root."""
LARGEST_LOGO = 300_000
"""Bytes: every page loads it."""
LOGO = r"^[A-Za-z0-9][\w-]*\.(svg|png)$"


class CompanyRow(Frozen):
    """Something that each company says its own way."""

    id: Slug
    about: Text = Field(description="是什么 / what it is")
    words: Text = Field(description="本单位没写时用的 / what stands there until a company has its own")
    confirm: bool = Field(default=False, description="要本单位确认 / whether a company has to confirm it")


class RetiredRow(Frozen):
    """A name that pages no longer use, so that whoever still writes it is told what to write."""

    id: Slug
    instead: Slug | None = Field(default=None, description="现在用的名称；没有就不写 / the name that took its place, if one did")


class CompanyTable(Frozen):
    """What companies say their own way. Ids are never reused."""

    rows: tuple[CompanyRow, ...] = ()
    retired: tuple[RetiredRow, ...] = ()


def _both(value: Any) -> Any:
    """One text for both languages."""
    if isinstance(value, bool | int | float):  # A number of a telephone, say, which YAML would not keep as it was written.
        raise PydanticCustomError("string_type", "text")
    return {"zh": value, "en": value} if isinstance(value, str) else value


Words = Annotated[Text, BeforeValidator(_both)]


class Own(Frozen):
    """What a company's file holds; nothing of it need be there."""

    name: Words | None = None
    contact: Words | None = None
    logo: Annotated[str, StringConstraints(pattern=LOGO)] | None = None
    words: dict[NonBlank, Words] = Field(default={})


@dataclass(frozen=True)
class Overlay:
    """The company's file as read."""

    own: Own = Own()
    source: Source | None = None
    """None where there is no file, or one that cannot be read."""
    problems: tuple[Problem, ...] = ()


def read(root: Path, table: CompanyTable) -> Overlay:
    """The company's file below that root, with everything that is wrong with it."""
    if not os.path.lexists(root / FILE):
        return Overlay()
    text = front_matter.read(root / FILE, FILE)
    source = text if isinstance(text, Problem) else front_matter.table(text, FILE)
    if isinstance(source, Problem):
        return Overlay(problems=(source,))
    found = validation.check(source, Own)
    own, wrong = (Own(), found) if isinstance(found, list) else (found, [])
    return Overlay(own, source, (*wrong, *_unknown(source, table), *_logo(root, source)))


def _unknown(source: Source, table: CompanyTable) -> Iterator[Problem]:
    """Names under ``words`` that the course does not ask for, or no longer under that name."""
    given = source.data.get("words") if isinstance(source.data, dict) else None
    for name in given if isinstance(given, dict) else ():
        if wrong := unknown(str(name), table):
            yield Problem(FILE, source.line("words", str(name)), "E102", *wrong)


def unknown(name: str, table: CompanyTable) -> tuple[str, str] | None:
    """What to say of a name the table does not have; None where it has it."""
    known = {row.id: row for row in table.rows}
    if name in known:
        return None
    if old := next((row for row in table.retired if row.id == name), None):
        if new := known.get(old.instead or ""):
            return (
                f"“{name}”改名了，现在写 {new.id}（{new.about.zh}），内容照旧",
                f"`{name}` has another name now, expected {new.id} ({new.about.en}) with the same words",
            )
        return f"课程不再用“{name}”了，应删去", f"the course no longer uses `{name}`, expected it gone"
    close = difflib.get_close_matches(name, known, n=1)
    zh, en = (f"，是不是想写 {close[0]}？", f"; did you mean {close[0]}?") if close else ("", "")
    return (
        f"没有“{name}”这一项，能写的有：{'、'.join(known)}{zh}",
        f"there is no `{name}`, expected one of: {', '.join(known)}{en}",
    )


def _logo(root: Path, source: Source) -> Iterator[Problem]:
    """A logo that cannot be shown."""
    name = source.data.get("logo") if isinstance(source.data, dict) else None
    if not isinstance(name, str) or "/" in name or "\\" in name:
        return  # A place elsewhere, or no name at all, is told by its shape.
    line = source.line("logo")
    try:
        content = disk.read(root / name, LARGEST_LOGO + 1)
    except (OSError, ValueError):
        zh, en = f"没有标志文件 {name}，应放在 {FILE} 旁边，不用链接", f"there is no logo {name}, expected the file itself beside {FILE}"
        yield Problem(FILE, line, "E104", zh, en)
        return
    if len(content) > LARGEST_LOGO:
        most = LARGEST_LOGO // 1000
        yield Problem(
            FILE, line, "E104", f"标志 {name} 太大，应不超过 {most} KB", f"the logo {name} is too large, expected {most} KB at most"
        )
    elif re.fullmatch(LOGO, name) and not logo.still(name, content):
        zh = f"标志 {name} 应是只有形状和颜色的图：里面有脚本、链接、样式表，或者读不懂；请另存为“纯 SVG”或 .png"
        en = f"the logo {name} holds scripts, links or style sheets, or cannot be read: expected shapes and colours alone (plain SVG), or a .png"
        yield Problem(FILE, line, "E319", zh, en)


def to_confirm(own: Own, table: CompanyTable) -> list[CompanyRow]:
    """What the company has to confirm and has not."""
    return [row for row in table.rows if row.confirm and row.id not in own.words]


def words(id: str, own: Own, table: CompanyTable, lang: Lang) -> str | None:
    """What stands for that name: the company's words, or those of the course; None where the name is none."""
    row = next((row for row in table.rows if row.id == id), None)
    return own.words.get(id, row.words)[lang] if row else None
