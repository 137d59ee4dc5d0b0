"""What day it is: asked at the edge, once, and the same again for whoever names it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

import events
from course.__main__ import main
from course.files import clock
from small import DAY, ROOT, epoch

Tree = Callable[..., Path]
WRONG = ("soon", "2026-11-30", "1.5", "99999999999999999999", "-99999999999999", "-62135596800", "253402300799", "1_000", " 5 ", "１２３")


@pytest.mark.parametrize("day", [DAY, "2027-02-28", "2028-02-29", "1970-01-01"])
def test_the_environment_names_the_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv(clock.VARIABLE, epoch(day))
    assert clock.today() == day


@pytest.mark.parametrize("given", ["", None])
def test_without_it_the_machine_does(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    class Stopped(date):
        @classmethod
        def today(cls) -> Stopped:
            return cls(2031, 1, 2)

    monkeypatch.setattr(clock, "date", Stopped)
    monkeypatch.delenv(clock.VARIABLE)
    if given is not None:
        monkeypatch.setenv(clock.VARIABLE, given)
    assert clock.today() == "2031-01-02"


@pytest.mark.parametrize("given", WRONG)
def test_what_names_no_day_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(clock.VARIABLE, given)
    with pytest.raises(clock.NoDay, match=r"应是从 1970 年起的秒数.* expected the seconds since 1970") as told:
        clock.today()
    assert given in str(told.value)


@pytest.mark.parametrize("command", ["check", "status"])
def test_a_command_stops_there_with_the_message_alone(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    root = tree()
    monkeypatch.setenv(clock.VARIABLE, "soon")
    assert main(["--root", str(root), command]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("环境变量 SOURCE_DATE_EPOCH ") and said.err.count("\n") == 1


def test_a_build_does_too(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree()
    monkeypatch.setenv(clock.VARIABLE, "soon")
    with pytest.raises(PluginError, match="SOURCE_DATE_EPOCH"):
        events._checked(root)


def test_nothing_else_asks_what_day_it_is() -> None:
    """How old a file is, and how long something takes, is another question: these are asked of ``time``."""
    asking = set()
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow", "localtime", "gmtime", "strftime"):
                if isinstance(node.value, ast.Name) and node.value.id in ("date", "datetime", "time", "clock"):
                    asking.add((file.relative_to(ROOT / "hooks").as_posix(), node.value.id))
    assert asking == {
        ("course/files/clock.py", "date"),
        ("course/commands/checked.py", "clock"),
        ("course/commands/review.py", "clock"),
        ("events.py", "clock"),
    }
