"""report every problem of the content, exit 1 if there is one; what is only to be looked at again is a warning"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from course.commands.checked import checked
from course.editing import editor
from course.rules import e333_due
from course.translation.outdated import state


def options(parser: ArgumentParser) -> None:
    """Nothing follows."""


def run(root: Path, options: Namespace) -> int:
    """Say that all is well, and what is left to do all the same."""
    catalogue = checked(root)
    states = Counter[str](state(page) for page in catalogue.pages.values())
    print(f"没有问题 / no problems: {len(catalogue.pages)} 页 / pages")
    for name, zh in (("missing", "缺英文页"), ("unstamped", "英文从未确认"), ("behind", "英文落后")):
        if states[name]:
            print(f"  {states[name]} {zh} / English {name}")
    if overdue := [*e333_due.warnings(catalogue)]:
        print(f"  提醒：{len(overdue)} 条依据该再看一次 / warning: references to look at again: {len(overdue)}")
        print("\n".join(f"    {warning}" for warning in overdue))
    if (root / "schemas").is_dir() and any(_differs(root / name, text) for name, text in editor.files(catalogue).items()):
        print("  编辑器的补全旧了，请运行 make editor，改动一起交 / completion in editors is old: make editor, and hand in what it changes")
    return 0


def _differs(file: Path, text: str) -> bool:
    return not file.is_file() or file.read_text(encoding="utf-8") != text
