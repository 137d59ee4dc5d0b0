"""Data as read -> typed, or a problem per mistake with its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from course.content.problem import Problem
from course.content.source import Source

T = TypeVar("T")

_SHAPES = {
    r"^C\d{2,3}$": ("案例编号，如 C09", "a case code such as C09"),
    r"^P\d{2,3}$": ("原则编号，如 P07", "a principle code such as P07"),
    r"^\d\.\d{1,2}$": ('加引号的章号，如 "1.2"', 'a chapter number in quotes such as "1.2"'),
    r"^F\d{2,3}$": ("表单编号，如 F01", "a form code such as F01"),
    r"^W\d{2,3}$": ("话术编号，如 W01", "a phrase code such as W01"),
    r"^[RMU]\d{2,3}$": ("依据编号，如 R13、M05、U01", "a reference id such as R13, M05 or U01"),
    r"^[A-E]\d*(\.\d+)*$": ("来源条目编号，如 A1.3", "the id of a source item such as A1.3"),
    r"^[A-E]$": ("一个字母，A 到 E", "a letter from A to E"),
    r"^([01]\d|2[0-3]):[0-5]\d$": ('加引号的钟点，如 "09:00"', 'a time of day in quotes such as "09:00"'),
    r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": ('加引号的日子，如 "2026-11-30"', 'a day in quotes such as "2026-11-30"'),
    r"^([a-z0-9]+(-[a-z0-9]+)*/){0,2}[a-z0-9]+(-[a-z0-9]+)*\.md$": (
        "页面的路径，如 cases/old-name.md",
        "the path of a page such as cases/old-name.md",
    ),
    r"^[A-Za-z0-9][\w-]*\.(svg|png)$": (
        "旁边一个 .svg 或 .png 文件的名字，如 logo.svg",
        "the name of an .svg or .png file beside this one, such as logo.svg",
    ),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("小写英文、数字和连字符", "lower-case letters, digits and hyphens"),
}
"""A pattern of ``model.py`` -> what it means, in words."""

_EXPECTED = {
    "missing": ("缺少这一项", "is missing"),
    "string_type": ("应是文字（像数字的要加引号）", "expected text (put quotes round what looks like a number)"),
    "string_too_short": ("不能为空", "expected it not to be empty"),
    "int_type": ("应是整数", "expected a whole number"),
    "int_parsing": ("应是整数", "expected a whole number"),
    "int_from_float": ("应是整数", "expected a whole number"),
    "finite_number": ("应是整数", "expected a whole number"),
    "bool_type": ("应是 true 或 false", "expected true or false"),
    "bool_parsing": ("应是 true 或 false", "expected true or false"),
    "greater_than_equal": ("应至少是 1", "expected at least 1"),
    "less_than_equal": ("太大了，应不超过 100000", "is too large, expected 100000 at most"),
    "tuple_type": ("应是列表，如 [a, b]，方括号和逗号用半角", "expected a list such as [a, b], with half-width brackets and commas"),
    "list_type": ("应是列表，如 [a, b]，方括号和逗号用半角", "expected a list such as [a, b], with half-width brackets and commas"),
    "too_short": ("列表不能为空", "expected at least one entry"),
    "dict_type": ("应是“名称: 内容”", "expected `name: value` lines"),
    "invalid_key": ("名称应是文字（像数字的要加引号）", "expected the name to be text (put quotes round what looks like a number)"),
    "model_type": ("应是“名称: 内容”", "expected `name: value` lines"),
    "model_attributes_type": ("应是“名称: 内容”", "expected `name: value` lines"),
}

_COLON = re.compile(r"[\w-]+(?:：|:(?=\S))")
"""A name followed by a full-width colon, or by a colon without a space: YAML takes it for part of a text."""

_COMMA = re.compile("[，、；;]")


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def check(source: Source, shape: type[T], facts: frozenset[str] = frozenset()) -> T | list[Problem]:
    """The source's data as that type, or every mistake in it.

    ``facts`` are names that are not allowed here because they belong in the Chinese page only.
    """
    try:
        return cast(T, _adapter(cast(Any, shape)).validate_python(source.data))
    except ValidationError as error:
        known = _names(shape)
        details = error.errors(include_url=False)
        within = {detail["loc"][:-1] for detail in details}
        # A list whose entries are wrong counts as empty, too, for pydantic.
        details = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in within]
        return [_problem(source, detail, known, facts) for detail in details]


def _names(shape: Any) -> tuple[str, ...]:
    fields: Mapping[str, Any] = getattr(shape, "model_fields", {})
    return tuple(fields)


def _problem(source: Source, error: ErrorDetails, known: tuple[str, ...], facts: frozenset[str]) -> Problem:
    """One pydantic error in an editor's words."""
    key = tuple(part for part in error["loc"] if part != "[key]")
    kind = error["type"]
    line = source.line(*key[:-1], str(key[-1]).lower()) if kind == "invalid_key" else source.line(*key)
    if not key:
        zh, en = _EXPECTED[kind]
        return Problem(source.path, line, "E104", f"整个文件{zh}", f"the whole file: {en}")
    name = _readable(source, key)
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        last = str(key[-1])
        if last in facts:
            return Problem(
                source.path,
                line,
                "E103",
                f"“{last}”是事实，只写在中文页里，请从英文页删去",
                f"`{last}` is a fact and stands in the Chinese page only; expected it not to be here",
            )
        if error["input"] is None and " " in last:
            zh, en = f"“{last}”前面的半角逗号把句子断开了", f"the comma before `{last}` cuts the sentence in two"
            return Problem(source.path, line, "E102", f"{zh}，请给整句加上半角引号", f"{en}, expected quotes round the whole of it")
        close = difflib.get_close_matches(last, known, n=1)
        zh, en = (f"，是不是想写“{close[0]}”？", f"; did you mean `{close[0]}`?") if close else ("", "")
        return Problem(source.path, line, "E102", f"不认识“{name}”{zh}", f"unknown name `{name}`, expected a known one{en}")
    if kind in ("dict_type", "model_type") and (found := _COLON.match(str(error["input"]))):
        zh, en = f"“{found[0]}”的冒号要用半角，后面空一格", f"`{found[0]}`: expected a half-width colon and a space after it"
        return Problem(source.path, _line_of(source, line, found[0]), "E104", zh, en)
    if kind == "string_pattern_mismatch":
        zh, en = _SHAPES.get(str(context.get("pattern")), (str(context.get("pattern")),) * 2)
        if _COMMA.search(str(error["input"])):
            zh, en = f"{zh}；两项之间用半角逗号", f"{en}; a half-width comma stands between two entries"
        return Problem(
            source.path, line, "E104", f"“{name}”写的是“{error['input']}”，应是{zh}", f"`{name}` is {error['input']!r}, expected {en}"
        )
    if kind == "string_too_long":
        most = context["max_length"]
        zh, en = f"“{name}”有 {len(error['input'])} 个字符", f"`{name}` has {len(error['input'])} characters"
        return Problem(source.path, line, "E104", f"{zh}，应不超过 {most} 个", f"{en}, expected {most} at most")
    if error["input"] is None:
        return Problem(source.path, line, "E104", f"“{name}”是空的，应有内容", f"`{name}` is empty, expected content")
    if kind == "literal_error":
        wanted = str(context["expected"]).replace("'", "")
        return Problem(
            source.path,
            line,
            "E104",
            f"“{name}”写的是“{error['input']}”，应是其中之一：{wanted}",
            f"`{name}` is {error['input']!r}, expected one of: {wanted}",
        )
    zh, en = _EXPECTED.get(kind, (error["msg"], error["msg"]))
    if kind == "string_type" and isinstance(error["input"], list | dict):
        zh, en = "只能有一个值，不写成列表，也不分项", "holds one value, expected neither a list nor `name: value` lines"
    code = "E101" if kind == "missing" else "E104"
    return Problem(source.path, line, code, f"“{name}”{zh}", f"`{name}` {en}")


def _line_of(source: Source, line: int, start: str) -> int:
    """The first line from that one on which begins with these words; that one where none does."""
    lines = source.text.split("\n")
    return next((number for number, text in enumerate(lines, start=1) if number >= line and text.lstrip(" -").startswith(start)), line)


def _readable(source: Source, key: tuple[str | int, ...]) -> str:
    """Where a value is, in words: a row of a table by its id, an entry of a list by its number from one."""
    words = []
    here = source.data
    for part in key:
        listed = isinstance(here, list) and isinstance(part, int)
        inside = here[part] if listed or isinstance(here, dict) and part in here else None
        row = here is source.data and listed and isinstance(inside, dict) and inside.get("id")
        words.append(str(row or (int(part) + 1 if listed else part)))
        here = inside
    return " › ".join(words)
