"""A session plan can be carried out: each line says one thing, the minutes come near the target, there is a rest and something to cut."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Key
from course.content.tables import PlanRow
from course.sessions.agenda import too_long, total

CODE = "E210"
WHY = (
    "超时的安排，最后砍掉的总是演练；坐过 75 分钟没人还听得进。"
    "/ When a session overruns, what is cut is always the practice; and after 75 minutes in a chair nobody takes anything in."
)
SITTING = 75
"""Minutes a class may sit without a break."""

KeyMessage = tuple[Key, str, str]
"""Where in its row, and what is wrong there in both languages."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Lines that are none or several things; an opening, break or closing in the wrong place; too many minutes; too little to cut when late."""
    for index, plan in enumerate(catalogue.plans):
        source = catalogue.tables["plans"]
        said = [*_lines(plan), *_places(plan), *_words(plan)]
        if not said and all(item.page in {"", *catalogue.chapters, *catalogue.cases} for item in plan.items):
            said = [*_minutes(plan, catalogue), *_late(plan, total(plan, catalogue))]
        for key, zh, en in said:
            yield Problem(source.path, source.line(index, *key), CODE, zh, en)


def _lines(plan: PlanRow) -> Iterator[KeyMessage]:
    for at, item in enumerate(plan.items):
        if sum(value is not None for value in (item.chapter, item.case, item.pause, item.opening, item.closing)) != 1:
            zh = "每行应是 chapter、case、break、open、close 其中一个"
            yield ("items", at), zh, "expected exactly one of chapter, case, break, open, close"


def _places(plan: PlanRow) -> Iterator[KeyMessage]:
    last = len(plan.items) - 1
    for at, item in enumerate(plan.items):
        if item.opening and at:
            yield ("items", at), "open 排在后面，应是第一行", "`open` comes later, expected it as the first line"
        if item.closing and at != last:
            yield ("items", at), "close 后面还有，应是最后一行", "more comes after `close`, expected it as the last line"
        if item.pause and _beside(plan, at) != {"taught"}:
            yield (
                ("items", at),
                "休息一边没有课，应排在两段课中间",
                "the break has no class on one side, expected it between two parts of the class",
            )


def _beside(plan: PlanRow, at: int) -> set[str]:
    """What is on the two sides of a line: ``taught``, or something else, or nothing."""
    beside = (plan.items[near].kind if 0 <= near < len(plan.items) else "" for near in (at - 1, at + 1))
    return {"taught" if kind in {"chapter", "case"} else kind for kind in beside}


def _words(plan: PlanRow) -> Iterator[KeyMessage]:
    """An opening and a closing are what somebody says; a break is silent; a chapter or case may be led over to."""
    for at, item in enumerate(plan.items):
        if item.say and item.kind == "pause":
            yield ("items", at, "say"), "休息这一行有 say，应去掉", "a break has `say`, expected none"
        if not item.say and item.kind in {"opening", "closing"}:
            yield (
                ("items", at),
                "open 和 close 应带 say：讲师开口怎么说",
                "expected a `say` with `open` and `close`: the words the trainer says",
            )


def _minutes(plan: PlanRow, catalogue: Catalogue) -> Iterator[KeyMessage]:
    taken = total(plan, catalogue)
    if too_long(plan, catalogue):
        zh = f"安排共 {taken} 分钟，目标 {plan.target} 分钟，应不超过一成"
        yield ("target",), zh, f"the plan takes {taken} minutes against a target of {plan.target}, expected at most a tenth over"
    if taken > SITTING and all(item.pause is None for item in plan.items):
        zh = f"安排共 {taken} 分钟，没有休息；超过 {SITTING} 分钟，中间应有一行 break"
        yield ("items",), zh, f"the plan takes {taken} minutes without a break, expected a line `break` in any of more than {SITTING}"


def _late(plan: PlanRow, taken: int) -> Iterator[KeyMessage]:
    saved = sum(row.saves for row in plan.late)
    if 10 * saved < plan.target:
        zh = f"晚了能砍的加起来 {saved} 分钟，应至少是目标 {plan.target} 分钟的一成"
        yield ("late",), zh, f"what can be cut saves {saved} minutes in all, expected at least a tenth of the target of {plan.target}"
    for at, row in enumerate(plan.late):
        if row.saves >= taken:
            zh = f"这一项省 {row.saves} 分钟，整个安排才 {taken} 分钟，应比它少"
            yield ("late", at, "saves"), zh, f"this saves {row.saves} minutes of a plan that takes {taken}, expected fewer"
