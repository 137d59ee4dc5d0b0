"""``python -m course``: exit codes, and messages where they belong."""

from __future__ import annotations

import json
import re
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.reading import load
from course.rules import rule_cache
from course.translation import outdated
from small import edited

Tree = Callable[..., Path]
Captured = pytest.CaptureFixture[str]


def files(root: Path) -> dict[str, bytes]:
    """All the course is made of; what a run only remembers is left out."""
    found = [file for file in root.rglob("*") if file.is_file()]
    return {str(file.relative_to(root)): file.read_bytes() for file in found if file != root / rule_cache.FILE}


def test_check_passes_and_counts(tree: Tree, capsys: Captured) -> None:
    assert main(["--root", str(tree()), "check"]) == 0
    said = capsys.readouterr()
    assert said.out == "没有问题 / no problems: 5 页 / pages\n  5 英文从未确认 / English unstamped\n"
    assert said.err == ""


def test_check_says_when_completion_in_editors_is_old(tree: Tree, capsys: Captured) -> None:
    root = tree()
    (root / "schemas").mkdir()
    assert main(["--root", str(root), "check"]) == 0
    assert "make editor" in capsys.readouterr().out
    main(["--root", str(root), "editor"])
    assert main(["--root", str(root), "check"]) == 0
    assert "make editor" not in capsys.readouterr().out


def test_check_counts_the_pages_in_each_state(tree: Tree, capsys: Captured) -> None:
    root = tree({"docs/en/forms/call-log.md": None})
    main(["--root", str(root), "accept", "C01", "P01"])
    chinese = root / "docs/zh/cases/meter.md"
    chinese.write_text(chinese.read_text(encoding="utf-8").replace("先查后判。", "先查，后判定。"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(root), "check"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "没有问题 / no problems: 5 页 / pages",
        "  1 缺英文页 / English missing",
        "  2 英文从未确认 / English unstamped",
        "  1 英文落后 / English behind",
    ]


@pytest.mark.parametrize(
    "command", [["check"], ["status"], ["accept", "--all"], ["accept", "index.md"], ["schedule"], ["editor"], ["stage", "out"]]
)
def test_no_command_runs_on_a_course_with_problems(tree: Tree, capsys: Captured, command: list[str]) -> None:
    root = tree({"docs/zh/index.md": ""})
    before = files(root)
    assert main(["--root", str(root), *command]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("docs/zh/index.md:1: [E004] 文件是空的，应有内容 / the file is empty, expected content\n")
    assert "共 1 处问题，在 1 个文件里 / 1 problem(s) in 1 file(s)\n" in said.err
    assert files(root) == before


@pytest.mark.parametrize("name", ["C01", "c01", "cases/meter.md", "docs/en/cases/meter.md", "docs/zh/cases/meter.md"])
def test_accept_stamps_the_page_however_it_is_named(tree: Tree, name: str, capsys: Captured) -> None:
    root = tree()
    assert main(["--root", str(root), "accept", name]) == 0
    assert capsys.readouterr().out == "记下了 / recorded: docs/en/cases/meter.md\n"
    states = {code: outdated.state(page) for code, page in load(root).coded.items()}
    assert states == {"1.1": "unstamped", "C01": "complete", "P01": "unstamped", "F01": "unstamped"}


HERE, AWAY = "docs/en/cases/meter.md", "docs/en/principles/check-first.md"


def test_accept_is_not_held_up_by_what_is_wrong_elsewhere(tree: Tree, capsys: Captured) -> None:
    root = tree(edited(AWAY, ("title: ", "titel: ")))
    assert main(["--root", str(root), "accept", "C01"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"记下了 / recorded: {HERE}"
    assert re.fullmatch(r"别处还有 \d+ 处问题，运行 make check 可以看到 / problems elsewhere: \d+, make check lists them", said[1])
    assert outdated.state(load(root).cases["C01"]) == "complete"


@pytest.mark.parametrize(
    ("path", "change", "told"),
    [
        ("docs/en/cases/meter.md", ("1. What do you say first?", "What do you say first?"), "E301"),
        ("docs/en/cases/meter.md", ("The bill grew by half", "The bill grew by 44 yuan"), "E302"),
        ("docs/zh/cases/meter.md", ("换表后电费多了一半", "换表后电费多了 44 元"), "E302"),
        ("docs/zh/cases/meter.md", ("summary: 客户", "summary: 3 位客户"), "E302"),
        ("docs/en/cases/meter.md", ("title: ", "titel: "), "E1"),
        ("docs/zh/cases/meter.md", ("title: ", "titel: "), "E1"),
    ],
)
@pytest.mark.parametrize("name", ["cases/meter.md", "docs/en/cases/meter.md"])
@pytest.mark.parametrize("before", [True, False], ids=["accepted before", "never accepted"])
def test_accept_of_a_pair_that_differs_is_refused_and_says_what_to_do(
    tree: Tree, capsys: Captured, path: str, change: tuple[str, str], told: str, name: str, before: bool
) -> None:
    root = tree()
    if before:
        main(["--root", str(root), "accept", "--all"])
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change), encoding="utf-8")
    capsys.readouterr()
    wanted = files(root)
    assert main(["--root", str(root), "accept", name]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"[{told}" in said.err
    assert "没有记录：" in said.err
    assert "Mend what is listed above, in either page, then run the same command again." in said.err
    assert files(root) == wanted


def test_accept_of_a_code_whose_page_cannot_be_read_says_so(tree: Tree, capsys: Captured) -> None:
    root = tree(edited("docs/zh/cases/meter.md", ("title: ", "titel: ")))
    assert main(["--root", str(root), "accept", "C01"]) == 1
    assert capsys.readouterr().err.startswith("C01 的文件读不出来，先运行 make check")


def test_accept_all_stamps_every_page_and_twice_changes_nothing(tree: Tree, capsys: Captured) -> None:
    root = tree()
    assert main(["--root", str(root), "accept", "--all"]) == 0
    once = files(root)
    assert main(["--root", str(root), "accept", "--all"]) == 0
    assert files(root) == once
    assert main(["--root", str(root), "check"]) == 0
    said = capsys.readouterr().out.splitlines()
    recorded = [f"记下了 / recorded: {page.sides['en'].path}" for page in load(root).pages.values()]
    assert said == [*recorded, *recorded, "没有问题 / no problems: 5 页 / pages"]


@pytest.mark.parametrize("others", [[], ["P01"], ["--all"]])
def test_accept_of_a_page_without_english_is_refused_and_writes_nothing(tree: Tree, others: list[str], capsys: Captured) -> None:
    root = tree({"docs/en/cases/meter.md": None})
    before = files(root)
    assert main(["--root", str(root), "accept", *others, "C01"]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "还没有英文页 / no English page yet: cases/meter.md\n")
    assert files(root) == before


def test_accept_all_passes_over_a_page_without_english(tree: Tree, capsys: Captured) -> None:
    root = tree({"docs/en/cases/meter.md": None})
    assert main(["--root", str(root), "accept", "--all"]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 4
    assert "meter.md" not in said.out
    assert said.err == ""
    states = {code: outdated.state(page) for code, page in load(root).coded.items()}
    assert states == {"1.1": "complete", "C01": "missing", "P01": "complete", "F01": "complete"}


def test_accept_of_an_unknown_page_writes_nothing(tree: Tree, capsys: Captured) -> None:
    root = tree()
    before = files(root)
    assert main(["--root", str(root), "accept", "C01", "C99", "nobody.md"]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "没有这些页面，请写编号，如 C09 / no such page, expected a code such as C09: C99, nobody.md\n")
    assert files(root) == before


def test_accept_reads_and_writes_a_page_from_windows(tree: Tree) -> None:
    path = "docs/en/cases/meter.md"
    root = tree({path: b"\xef\xbb\xbf" + edited(path)[path].replace("\n", "\r\n").encode()})
    assert main(["--root", str(root), "accept", "C01"]) == 0
    assert outdated.state(load(root).cases["C01"]) == "complete"


def test_after_a_change_of_one_section_only_that_section_is_behind(tree: Tree) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    chinese = root / "docs/zh/cases/meter.md"
    chinese.write_text(chinese.read_text(encoding="utf-8").replace("先查后判。", "先查，后判定。"), encoding="utf-8")
    assert outdated.behind(load(root).cases["C01"]) == {"analysis"}


def test_editor_writes_the_files_editors_read(tree: Tree) -> None:
    root = tree()
    assert main(["--root", str(root), "editor"]) == 0
    assert json.loads((root / "schemas/case.zh.schema.json").read_text(encoding="utf-8"))["title"] == "case.zh"
    assert (root / ".vscode/course.code-snippets").is_file()


@pytest.mark.parametrize("arguments", [[], ["unknown"], ["check", "more"], ["stage"]])
def test_a_command_that_is_none_is_refused(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: python -m course" in capsys.readouterr().err


def test_every_command_is_in_the_help(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    commands = said.split("{")[1].split("}")[0].split(",")
    assert all(f"\n    {command} " in said for command in commands), commands


def test_it_runs_as_a_module(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["course", "--root", str(tree()), "check"])
    monkeypatch.delitem(sys.modules, "course.__main__")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("course", run_name="__main__")
    assert stopped.value.code == 0


def test_accept_wants_to_know_which_page(tree: Tree, capsys: Captured) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--root", str(tree()), "accept"])
    assert "name a page such as C09" in capsys.readouterr().err


# ---- schedule ----

PLANS = "docs/data/plans.yml"


def test_schedule_prints_every_plan(tree: Tree, capsys: Captured) -> None:
    assert main(["--root", str(tree()), "schedule"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines()[1] == "  30 分钟 / min, 目标 / target 30, +0 %, 09:00–09:30"


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (("target: 30", "target: 27"), "target 27, +11 %, 09:00–09:30 ← 超出目标一成以上 / more than a tenth over"),
        (("- break: 5", "- {}"), "09:10–09:10    0  休息 / Break"),
    ],
)
def test_schedule_prints_a_plan_that_cannot_be_carried_out_and_says_so(
    tree: Tree, capsys: Captured, change: tuple[str, str], shown: str
) -> None:
    assert main(["--root", str(tree(edited(PLANS, change))), "schedule"]) == 1
    said = capsys.readouterr()
    assert shown in said.out
    assert said.err.startswith(f"{PLANS}:") and "[E210]" in said.err
    assert said.err.endswith("共 1 处问题，在 1 个文件里 / 1 problem(s) in 1 file(s)\n")


def test_schedule_of_a_plan_that_names_what_is_not_there_says_that_alone(tree: Tree, capsys: Captured) -> None:
    assert main(["--root", str(tree(edited(PLANS, ("C01", "C09"), ("target: 30", "target: 1")))), "schedule"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "[E201]" in said.err and "[E210]" not in said.err
