"""What share of the planted mistakes the checks find, by rule: ``make planted``. With --alone, each in a copy of its own (minutes)."""

from __future__ import annotations

import sys
from collections import defaultdict

import planting
from planting import Planted, Row


def report(planted: Planted) -> str:
    """A line a rule, then what is missed and why, then the share in all."""
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in planting.rows():
        by_code[row.code].append(row)
    lines = []
    missed = []
    for code, rows in sorted(by_code.items()):
        found = [row for row in rows if planting.caught(row, planted)]
        lines.append(f"{code}  {len(found):3} / {len(rows):3}")
        missed += [f"  {code} {row.where}: {row.slip}: {row.missed or '?'}" for row in rows if row not in found]
    total = sum(map(len, by_code.values()))
    stray = sum(1 for rows in by_code.values() for row in rows for _ in planting.unexplained(row, planted))
    share = f"{total - len(missed)} / {total} = {(total - len(missed)) / total:.1%}"
    last = f"查出 {share}；无关的报错 {stray} 处 / caught {share}; {stray} told beyond them"
    return "\n".join([*lines, "没查出的 / missed:", *(missed or ["  -"]), last])


if __name__ == "__main__":
    print(report("alone" if "--alone" in sys.argv[1:] else "together"))
