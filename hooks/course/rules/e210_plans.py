"""A session plan can be carried out: each line says one thing, and the minutes come near the target."""

from __future__ import annotations

from collections.abc import Iterator

from course.catalogue import Catalogue
from course.pages.plans import minutes
from course.problem import Problem

CODE = "E210"
WHY = "超时的安排，最后砍掉的总是演练。/ When a session overruns, what is cut is always the practice."
SLACK = 0.1


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Lines with none or several of chapter, case and break; totals more than a tenth over the target."""
    for index, plan in enumerate(catalogue.plans):
        source = catalogue.tables["plans"]
        sound = True
        for at, item in enumerate(plan.items):
            if sum(value is not None for value in (item.chapter, item.case, item.pause)) != 1:
                sound = False
                yield Problem(
                    source.path,
                    source.line(index, "items", at),
                    CODE,
                    "每行应是 chapter、case、break 其中一个",
                    "expected exactly one of chapter, case, break",
                )
            sound = sound and (item.chapter or item.case or "1.1") in {*catalogue.coded, "1.1"}
        if not sound or any(item.chapter and item.chapter not in catalogue.chapters for item in plan.items):
            continue
        total = sum(minutes(item, catalogue) for item in plan.items)
        if total > plan.target * (1 + SLACK):
            yield Problem(
                source.path,
                source.line(index, "target"),
                CODE,
                f"安排共 {total} 分钟，目标 {plan.target} 分钟，应不超过一成",
                f"the plan takes {total} minutes against a target of {plan.target}, expected at most a tenth over",
            )
