"""E332: a better way can be said aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from small import edited, line_of, problems

Tree = Callable[..., Path]
CASE, CASE_EN, CHAPTER = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/chapters/service.md"


def told(root: Path, code: str, path: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.en) for problem in problems(root) if (problem.code, problem.path) == (code, path)]


TALK = "## 更好的做法\n\n```dialogue\n{}\n```"


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (["坐席（✓ P01）：" + "好" * 46], [(4, "this turn has 46 characters, expected at most 45")]),
        (["坐席（✓ P01）：" + "好" * 45] * 5, [(0, "the better way takes 225 characters in all, expected at most 220")]),
        (["（" + "看" * 300 + "）", "坐席（✓ P01）：" + "好" * 45], []),
    ],
)
def test_a_better_way_can_be_said_aloud(tree: Tree, turns: list[str], wanted: list[tuple[int, str]]) -> None:
    root = tree(edited(CASE, ("## 更好的做法", TALK.format("\n".join(turns)))))
    top = line_of(root, CASE, "## 更好的做法")
    found = told(root, "E332", CASE)
    assert [line for line, _ in found] == [top + max(line - 1, 0) for line, _ in wanted]
    assert all(words in message for (_, message), (_, words) in zip(found, wanted, strict=True))
