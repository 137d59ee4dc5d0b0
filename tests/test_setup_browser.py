"""The setup of the browser says what it would run, and may only run what it may."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import setup_browser
from small import ROOT


@pytest.mark.parametrize(
    ("manager", "missing", "wanted"),
    [
        (
            "apt-get",
            ["browser", "font"],
            "apt-get update; apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk",
        ),
        ("apt-get", ["pdftotext", "git"], "apt-get update; apt-get install -y --no-install-recommends poppler-utils git"),
        ("dnf", ["browser"], "dnf install -y chromium"),
        ("pacman", ["pdftotext"], "pacman -Sy --noconfirm --needed poppler"),
        ("brew", ["browser", "pdftotext"], "brew install google-chrome poppler"),
    ],
)
def test_only_what_is_missing_is_installed(manager: str, missing: list[str], wanted: str) -> None:
    assert "; ".join(" ".join(command) for command in setup_browser.commands(manager, missing)) == wanted


def test_every_manager_has_a_package_for_everything_needed() -> None:
    for _, packages in setup_browser.MANAGERS.values():
        assert list(packages) == list(setup_browser.NEEDS)


def test_every_program_that_tests_start_is_looked_for() -> None:
    """A program named in a test that nothing installs is there on some machines and not on others."""
    files = [file for folder in ("tests", "tools") for file in (ROOT / folder).rglob("*.py") if file.name != Path(__file__).name]
    started = {
        name for file in files for name in re.findall(r'subprocess\.(?:run|Popen)\(\s*\[\s*"([^"]+)"', file.read_text(encoding="utf-8"))
    }
    assert started == {"gh", "git", "pdftotext", "pdftoppm"}
    elsewhere = "pdftoppm comes with pdftotext, and only `make shots` starts it; gh is on GitHub's machines, and only a workflow starts it"
    assert started - {"gh", "pdftoppm"} <= set(setup_browser.NEEDS), elsewhere


def test_a_named_browser_wins_and_must_exist(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert setup_browser.find_chromium() is None
    assert setup_browser.main() == 1
    assert "CHROMIUM=/nowhere/chromium" in capsys.readouterr().err


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[list[str]]]:
    """``bare(root=, terminal=, says=, sudo=)`` is a Debian without a browser; what was run there, in order, is in the list it returns."""

    def machine(root: bool, terminal: bool = False, says: str = "", sudo: bool = True) -> list[list[str]]:
        ran: list[list[str]] = []
        tools = {"apt-get": "apt-get", "git": "git", "pdftotext": "pdftotext", **({"sudo": "/usr/bin/sudo"} if sudo else {})}
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr(setup_browser, "find_chromium", lambda: "chromium" if any("install" in line for line in ran) else None)
        monkeypatch.setattr(setup_browser, "has_chinese_font", lambda: True)
        monkeypatch.setattr(setup_browser, "snap_only", lambda: False)
        monkeypatch.setattr(shutil, "which", tools.get)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal)

        def run(command: list[str], **_: Any) -> SimpleNamespace:
            print("RUN", *command)
            ran.append(command)
            return SimpleNamespace(returncode=0)

        def answered(question: str) -> str:
            print(question)
            return says

        monkeypatch.setattr(subprocess, "run", run)
        monkeypatch.setattr("builtins.input", answered)
        return ran

    return machine


UPDATE = ["apt-get", "update"]
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell"]


def test_root_in_ci_installs_and_says_first_what(bare: Callable[..., list[list[str]]], capsys: pytest.CaptureFixture[str]) -> None:
    ran = bare(root=True)
    assert setup_browser.main() == 0
    assert ran == [UPDATE, INSTALL]
    said = capsys.readouterr().out
    assert "测试还缺 / the tests still need: Chromium" in said
    assert said.index("    apt-get install -y --no-install-recommends chromium-headless-shell") < said.index("RUN")


@pytest.mark.parametrize(("root", "prefix"), [(True, []), (False, ["/usr/bin/sudo"])])
def test_whoever_sits_there_is_told_and_asked(
    bare: Callable[..., list[list[str]]], capsys: pytest.CaptureFixture[str], root: bool, prefix: list[str]
) -> None:
    ran = bare(root=root, terminal=True, says="y")
    assert setup_browser.main() == 0
    assert ran == [[*prefix, *UPDATE], [*prefix, *INSTALL]]
    said = capsys.readouterr().out
    told = said.index(" ".join(["   ", *prefix, *INSTALL]))
    assert told < said.index("现在安装吗？/ Install it now? [y/N]") < said.index("RUN")


@pytest.mark.parametrize("says", ["", "n", "no", "否"])
@pytest.mark.parametrize("root", [True, False])
def test_without_a_yes_nothing_is_run(
    bare: Callable[..., list[list[str]]], capsys: pytest.CaptureFixture[str], root: bool, says: str
) -> None:
    ran = bare(root=root, terminal=True, says=says)
    assert setup_browser.main() == 1
    assert ran == []
    assert "CHROMIUM=/path/to/chromium make test" in capsys.readouterr().err


@pytest.mark.parametrize(("sudo", "start"), [(True, "sudo sh -c"), (False, "su -c")])
def test_without_rights_and_nobody_to_ask_it_says_what_to_run(
    bare: Callable[..., list[list[str]]], capsys: pytest.CaptureFixture[str], sudo: bool, start: str
) -> None:
    ran = bare(root=False, sudo=sudo)
    assert setup_browser.main() == 1
    assert ran == [], "not even a sudo that might ask for a password nobody can type"
    said = capsys.readouterr().err
    assert "测试还缺：Chromium" in said
    assert "The tests still need: Chromium" in said
    assert f"{start} 'apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell'" in said


def test_where_nothing_is_missing_nothing_is_said(
    bare: Callable[..., list[list[str]]], monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    ran = bare(root=True)
    monkeypatch.setattr(setup_browser, "find_chromium", lambda: "chromium")
    assert setup_browser.missing() == []
    assert setup_browser.main() == 0
    assert (ran, capfd.readouterr()) == ([], ("", ""))


def test_where_apt_has_only_a_snap_chrome_is_named(
    bare: Callable[..., list[list[str]]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tmp_path / "os-release"
    release.write_text('NAME="Debian GNU/Linux"\nID=debian\n')
    assert not setup_browser.snap_only(release)
    release.write_text('PRETTY_NAME="Ubuntu 24.04"\nID=ubuntu\nID_LIKE=debian\n')
    assert setup_browser.snap_only(release)
    ran = bare(root=True)
    monkeypatch.setattr(setup_browser, "snap_only", lambda: True)
    assert setup_browser.main() == 1
    assert ran == []
    assert "Google Chrome" in capsys.readouterr().err
