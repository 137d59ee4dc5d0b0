"""Signs of Markdown that are shown although they were to mark something, and those that vanish although they were to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.rules.looks import Line
from course.rules.placed import Placed
from course.rules.rendered import Rendered

_BOX = re.compile(r"\s*[-*]\s+\[ \](?!\()")


def told(found: Sequence[Placed], shown: Rendered) -> Iterator[tuple[int, str, str]]:
    """Line of each, and what to say of it in both languages."""
    for at, around in shown.swallowed:
        if line := _line(found, at, around[1]):
            zh = f"“{around}”里的 * 会被当成斜体的记号，不会显示；乘号写 ×，要显示 * 就写 \\*"
            yield line.number, zh, f"* in `{around}` is taken for emphasis and not shown, expected × or \\*"
    for at, sign, around in shown.signs:
        line = _line(found, at, sign)
        if line and (said := _sign(sign, around, line)):
            yield line.number, *said


def _line(found: Sequence[Placed], at: int, sign: str) -> Line | None:
    """The line a sign before the letter at that position is on."""
    near = [one.line for one in found if one.at is not None and one.at <= at <= one.at + len(one.line.letters)]
    return next((line for line in reversed(near) if sign in line.text), None)


def _sign(sign: str, around: str, line: Line) -> tuple[str, str] | None:
    before, after = around.partition(sign)[0], around.partition(sign)[2]
    if sign == "**" or sign == "*" and _marks(before, after) or sign == "__" and before.isalnum() != after.isalnum():
        return (
            f"“{around}”里的 {sign} 没有成对，会原样显示：前后各一个，紧贴着字，中间不空格；要显示 * 就写 \\*",
            f"{sign} in `{around}` is shown as typed: expected one before and one after the words, without a space inside, or \\* for the sign itself",
        )
    if sign in ("~~", "==") and _marks(before, after):
        return f"{sign} 会原样显示，这里没有这种写法，应删去", f"{sign} is shown as typed, expected none: there is no such mark here"
    if sign.startswith("`"):
        return f"“{around}”里的 ` 没有成对，会原样显示", f"the ` in `{around}` has no other half and is shown as typed"
    if sign.startswith("] "):
        return "[文字] 和 (地址) 之间有空格，不会成为链接，应紧挨着", "a space between [words] and (address) keeps this from being a link"
    if sign == "\\":
        return "行末的 \\ 会原样显示，应删去", "the \\ at the end of a line is shown as typed, expected none"
    if sign.startswith("[^"):
        return (
            f"{sign} 会原样显示：没有脚注，备注写进句子里或放进（），依据写 [R01]",
            f"{sign} is shown as typed: there are no footnotes, expected a sentence or [R01]",
        )
    if sign.startswith("[") and not _BOX.match(line.text):
        return (
            f"{sign} 会原样显示，勾选框应写成 - [ ] ，减号、方括号、字之间各空一格",
            f"{sign} is shown as typed, expected a tick box as `- [ ] ` with a space on either side of the brackets",
        )
    return None


def _marks(before: str, after: str) -> bool:
    """Whether a sign touches a word on one side at least, and is no sign of arithmetic between two."""
    one, other = before.strip(), after.strip()
    between = one.isascii() and one.isalnum() and other.isascii() and other.isalnum()
    return bool(one or other) and not between
