"""The translator's desk: what changed since, in words a translator can work from."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import desk
from course.__main__ import main

Tree = Callable[..., Path]
CASE = "docs/zh/cases/meter.md"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("等三天。", "等五天。", "等[-三-]{+五+}天。"),
        ("pay 0.1% a day", "pay 0.3% a day", "pay [-0.1%-]{+0.3%+} a day"),
        ("一二三四五六七八九十甲乙丙丁戊改", "一二三四五六七八九十甲乙丙丁戊换", "…四五六七八九十甲乙丙丁戊[-改-]{+换+}"),
        ("甲", "甲\n\n乙", "甲{+ 乙+}"),
        ("甲乙", "乙", "[-甲-]乙"),
    ],
)
def test_a_change_is_shown_word_by_word(old: str, new: str, shown: str) -> None:
    assert desk.changes(old, new) == shown


@given(st.text(max_size=60))
def test_what_did_not_change_shows_no_change(text: str) -> None:
    shown = desk.changes(text, text)
    assert len(shown) <= len(text) + 1


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments], cwd=root, check=True, capture_output=True)


def changed(root: Path, old: str, new: str) -> None:
    file = root / CASE
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_status_shows_what_changed_since_it_was_confirmed(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "confirmed")
    changed(root, "换表后电费多了一半。", "换表后电费少了一半。")
    git(root, "commit", "-qam", "changed")
    capsys.readouterr()
    assert main(["--root", str(root), "status"]) == 0
    said = capsys.readouterr().out
    assert "C01 表走得快  docs/en/cases/meter.md: 中文已改 / Chinese changed" in said
    assert "#situation: 换表后电费[-多-]{+少+}了一半。" in said
    assert said.count("#") == 1


def test_status_does_without_a_history(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({"docs/en/principles/check-first.md": None})
    main(["--root", str(root), "accept", "--all"])
    changed(root, "换表后电费多了一半。", "换表后电费少了一半。")
    capsys.readouterr()
    assert main(["--root", str(root), "status"]) == 0
    said = capsys.readouterr().out
    assert "docs/en/principles/check-first.md: 缺英文页 / English missing" in said
    assert "#situation: 新的一节，或历史里找不到" in said


def test_status_counts_what_is_complete(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    capsys.readouterr()
    main(["--root", str(root), "status"])
    assert capsys.readouterr().out.strip().endswith("5 / 5 页英文完整 / pages complete")


def test_a_section_that_is_gone_from_the_chinese_is_told(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    for lang in ("zh", "en"):
        file = root / f"docs/{lang}/chapters/service.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("{#one-matter}", "{#another}"), encoding="utf-8")
    capsys.readouterr()
    main(["--root", str(root), "status"])
    assert "#one-matter: 中文里没有这一节了 / gone from the Chinese" in capsys.readouterr().out
