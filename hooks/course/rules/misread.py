"""What to say of lines the renderer reads otherwise than they look: what is wrong, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from course.content.problem import Message
from course.rules import stray_signs
from course.rules.looks import Line
from course.rules.looks import lines as lines_of
from course.rules.placed import Placed, placed
from course.rules.rendered import Place, Rendered, rendered
from course.syntax.plain import cells
from course.syntax.tree import Tree

Told = tuple[int, str, str]
"""Line, and what to say in either language."""

_LONGEST = 5_000
"""A longer line is told elsewhere, and would take the renderer minutes."""
_CELLS = ("td", "th")
_BRACKETS = 300
_DEFINED = re.compile(r" {0,3}\[\^?[^\[\]]*\]:")
_DASHES = re.compile(r"[ \t]*[|｜]?(?:[ \t]*:?[—–－─-]+:?[ \t]*[|｜]?)+$")
_YEAR = 1000


def of_body(tree: Tree) -> list[Told]:
    """The first thing to say of each line of a body, in order; lines are counted within it."""
    return list(told(list(lines_of(tree))))


def told(lines: Sequence[Line]) -> Iterator[Told]:
    """The first thing to say of each line, in order."""
    if any(len(line.text) > _LONGEST for line in lines):
        return
    if heaped := _heaped(lines):
        yield heaped
        return
    shown = rendered("\n".join(line.text for line in lines))
    found = list(placed(lines, shown))
    said: dict[int, tuple[str, str]] = {}
    for line, zh, en in (*_lost(found, lines), *_blocks(found, lines, shown), *stray_signs.told(found, shown)):
        said.setdefault(line, (zh, en))
    yield from ((line, zh, en) for line, (zh, en) in sorted(said.items()))


def _heaped(lines: Sequence[Line]) -> Told | None:
    """A paragraph with more brackets than the renderer can pair in good time."""
    count, first = 0, 0
    for line in lines:
        if not line.text.strip():
            count = 0
            continue
        first = first if count else line.number
        count += line.text.count("[") + line.text.count("<")
        if count > _BRACKETS:
            zh, en = (
                f"这一段有 {_BRACKETS} 个以上的 [ 和 <，应分成几段",
                f"more than {_BRACKETS} [ and < in one paragraph, expected several paragraphs",
            )
            return first, zh, en
    return None


def _lost(found: Sequence[Placed], lines: Sequence[Line]) -> Iterator[Told]:
    """Words that are not shown."""
    for one in found:
        if one.lost:
            yield _narrow(one.line, lines) or (one.line.number, *_why_lost(one, lines))


def _why_lost(one: Placed, lines: Sequence[Line]) -> tuple[str, str]:
    text = one.line.text
    if _DEFINED.match(text):
        return (
            "以 [ ]: 开头的这一行是 Markdown 的链接定义，不会显示；备注请写成一句话或放进（），链接写 [文字](地址)，依据写 [R01]",
            "a line that begins with [ ]: defines a link for Markdown and is not shown, expected a sentence, [words](address) or [R01]",
        )
    if one.line.look == "row" and (head := _head(lines, one.line)) and cells(text) > (wide := cells(head.text)):
        return (
            f"这一行有 {cells(text)} 格，表头只有 {wide} 格，多出来的“{one.lost}”不会显示；请删去多的 |，字里的竖线写成 \\|",
            f"this row has {cells(text)} cells and the head of the table {wide}, so that “{one.lost}” is not shown; "
            "expected as many, and \\| for a bar among the words",
        )
    return (
        f"“{one.lost}”不会显示：看看这一行的 < > [ ] {{ }} 是不是被当成了标记",
        f"“{one.lost}” is not shown, expected < > [ ] and {{ }} not to be read as markup",
    )


def _narrow(row: Line, lines: Sequence[Line]) -> Told | None:
    """The head of a table all of whose rows have more cells than it."""
    head = _head(lines, row) if row.look == "row" else None
    if not head:
        return None
    after = lines[lines.index(head) + 2 :]
    rows = [cells(line.text) for line in takewhile(lambda line: line.look == "row", after)]
    wide = cells(head.text)
    if len(rows) < 2 or min(rows) <= wide:
        return None
    most = max(rows)
    return (
        head.number,
        f"表头有 {wide} 格，下面的行有 {most} 格，多出来的不会显示；应给表头补上",
        f"the head of the table has {wide} cells and its rows have {most}, so that the last are not shown; expected as many in the head",
    )


def _head(lines: Sequence[Line], row: Line) -> Line | None:
    """The first row of the table a row is in."""
    at = next(at for at, line in enumerate(lines) if line is row)
    while at and lines[at - 1].text.strip() and lines[at - 1].number:
        at -= 1
    return lines[at] if lines[at].look == "row" else None


def _blocks(found: Sequence[Placed], lines: Sequence[Line], shown: Rendered) -> Iterator[Told]:
    """Lines that stand in something else than they look like."""
    above = {line.number: before for before, line in zip(lines, lines[1:], strict=False)}
    begun = _begun(lines)
    seen: set[tuple[str, int]] = set()
    item: tuple[Line, Place] | None = None
    for one in found:
        if one.at is None:
            continue
        line, place = one.line, shown.place(one.at)
        before = above.get(line.number)
        glued = before if before and before.text.strip() and before.number else None
        entry = bool(place.list) and shown.entries.get((place.list, place.number)) == one.at
        said: Message | None = None
        if line.look == "item":
            said = _item(line, place, entry, glued, item)
        elif line.look == "row" and place.block not in _CELLS:
            said = _row(line, lines, glued)
        elif line.look == "like an item" and place.block not in (*_CELLS, "pre"):
            said = _like(line)
        elif line.look in ("prose", "like an item"):
            said = _prose(line, place, glued, item)
        together = ("list" if "item" in line.look else line.look, begun[line.number])
        marks = {together, ("entries", place.list)} if entry else {together}
        if said and not marks & seen:  # One mend does for a whole list, and for lines that follow each other.
            yield line.number, *said
        seen |= marks if said else set()
        if line.look == "item":
            item = (line, place) if entry else None
        elif line.look in ("heading", "row", "as typed") or line.look == "prose" and not place.list:
            item = None


def _begun(lines: Sequence[Line]) -> dict[int, int]:
    """Number of a line -> that of the first of the lines it belongs with."""
    found: dict[int, int] = {}
    first = 0
    for line in lines:
        first = (first or line.number) if line.text.strip() else 0
        found[line.number] = first
    return found


def _item(line: Line, place: Place, entry: bool, glued: Line | None, item: tuple[Line, Place] | None) -> Message | None:
    shown_as = f"{line.mark} "
    if not entry and place.block == "pre":
        return _set_in()
    if not entry:
        if glued and glued.look in ("prose", "like an item"):
            return (
                f"列表和上面一行连在一起，“{shown_as.strip()}”会显示在句子里，应在列表上面空一行",
                f"the list runs on from the line above and `{shown_as.strip()}` is shown inside its sentence, expected an empty line above the list",
            )
        return (
            f"这一行不会成为列表项，“{shown_as.strip()}”会显示在句子里；应从行首写起，上面空一行，下一级缩进四个空格",
            "this does not become an entry of a list, expected it at the start of the line below an empty one, or set in by four spaces",
        )
    if item and line.indent >= item[0].indent + 2 and place.depth <= item[1].depth:
        return (
            f"下一级列表缩进了 {line.indent - item[0].indent} 个空格，会和上一级排在一起，应缩进四个",
            f"the list inside the list is set in by {line.indent - item[0].indent} spaces and becomes part of the outer one, expected four",
        )
    if (line.counted is not None) != place.ordered:
        is_zh, is_en = ("项目", "a bulleted") if line.counted is None else ("编号", "a numbered")
        was_zh, was_en = ("编号", "the numbered") if line.counted is None else ("项目", "the bulleted")
        return (
            f"这里的{is_zh}列表会接进上面的{was_zh}列表，应在两个列表之间写一句话或一个小标题",
            f"{is_en} list here is joined to {was_en} list above, expected a sentence or a heading between the two",
        )
    if line.counted is not None and line.counted != place.number:
        return _number(line, place.number)
    return None


def _number(line: Line, number: int) -> tuple[str, str]:
    if line.counted and line.counted >= _YEAR:
        return (
            f"行首的“{line.mark}”会变成列表编号，显示成 {number}.，应写成“{line.counted} 年”，或把点写成 \\.",
            f"`{line.mark}` at the start of a line becomes a number of a list and is shown as {number}., expected other words, or {line.counted}\\.",
        )
    zh = f"这一项写的是 {line.mark}，会显示成 {number}."
    en = f"this entry is numbered {line.mark} and is shown as {number}."
    if number == 1:
        return (
            f"{zh}：上面的段落把列表断开了，编号从头算；应把那一段缩进四个空格，接在上一项里",
            f"{en}, because what stands above ends the list; expected that set in by four spaces, as part of the entry before",
        )
    return (
        f"{zh}，应按 1. 2. 3. 的次序写；要另起一个列表，两个列表之间写一句话或一个小标题",
        f"{en}, expected 1. 2. 3. in order, or, where a list of its own is meant, a sentence or a heading before it",
    )


def _set_in() -> tuple[str, str]:
    return (
        "行首有四个以上空格（或 Tab），会变成一段代码；应从行首写起，前面不空格",
        "four spaces or a tab at the start of a line make code of it, expected no space before the words",
    )


def _row(line: Line, lines: Sequence[Line], glued: Line | None) -> tuple[str, str]:
    """What keeps a row from being one."""
    at = next(at for at, other in enumerate(lines) if other is line)
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if "|" not in line.text and "｜" not in line.text:
        return (
            "用 Tab 隔开的几列不会成为表格（多半是从 Word 或 Excel 粘贴的）；应写成 | 甲 | 乙 |，第二行写 | --- | --- |",
            "columns parted by tabs make no table (pasted from Word or Excel?), expected | a | b | and | --- | --- | as its second line",
        )
    if "｜" in line.text:
        return "表格的竖线要用半角 |，不用 ｜", "expected half-width bars | in a table, not ｜"
    if glued:
        return (
            "表格和上面一行连在一起，不会成为表格，应在上面空一行",
            "the table runs on from the line above, expected an empty line above it",
        )
    if _DASHES.match(below) and re.search("[—–－─]", below):
        return (
            "表头下面一行要用半角的减号：| --- | --- |，不用 —",
            "expected | --- | --- | under the head of the table, with the hyphens of the keyboard, not dashes",
        )
    if _DASHES.match(below) and cells(line.text) != cells(below):
        return (
            f"表头有 {cells(line.text)} 格，下面一行有 {cells(below)} 格，不会成为表格，应一样多",
            f"the head of the table has {cells(line.text)} cells and the line below {cells(below)}, expected as many",
        )
    return (
        "这几行不会成为表格，表头下面应有一行 | --- | --- |，格数和表头一样",
        "these lines make no table, expected a line | --- | --- | under the head, with as many cells",
    )


def _like(line: Line) -> tuple[str, str]:
    wanted = f"{line.counted}. " if line.counted is not None else "- "
    return (
        f"行首的“{line.mark}”不会排成列表，几行会连成一段；应写成“{wanted}”（半角，后面空一格），列表上面空一行",
        f"`{line.mark}` at the start of a line makes no list and its lines run together, expected `{wanted}` with a space, and an empty line above the list",
    )


def _prose(line: Line, place: Place, glued: Line | None, item: tuple[Line, Place] | None) -> Message | None:
    if place.block == "pre" and (line.indent >= 4 or line.text.startswith("\t")):
        return _set_in()
    if place.block in _CELLS and "|" not in line.text and glued and glued.look in ("row", "nothing"):
        return (
            "这一行紧跟在表格下面，会变成表格的一行，应在中间空一行",
            "right under a table this becomes a row of it, expected an empty line between",
        )
    if item and not glued and not place.list and 0 < line.indent < 4:
        return (
            f"这一段缩进了 {line.indent} 个空格，不会接在上面的列表项里，应缩进四个；不属于那一项就不缩进",
            f"set in by {line.indent} spaces this does not belong to the entry above, expected four, or none where it does not",
        )
    return None
