"""The setup of the browser says what it would run, and may only run what it may."""

from __future__ import annotations

import shutil

import pytest

import setup_browser


@pytest.mark.parametrize(
    ("manager", "browser", "font", "wanted"),
    [
        ("apt-get", True, True, "apt-get update; apt-get install -y --no-install-recommends chromium fonts-noto-cjk"),
        ("apt-get", False, True, "apt-get update; apt-get install -y --no-install-recommends fonts-noto-cjk"),
        ("dnf", True, False, "dnf install -y chromium"),
        ("brew", True, False, "brew install --cask google-chrome"),
    ],
)
def test_only_what_is_missing_is_installed(manager: str, browser: bool, font: bool, wanted: str) -> None:
    assert "; ".join(" ".join(command) for command in setup_browser.commands(manager, browser, font)) == wanted


def test_a_named_browser_wins_and_must_exist(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert setup_browser.find_chromium() is None
    assert setup_browser.main() == 1
    assert "CHROMIUM=/nowhere/chromium" in capsys.readouterr().err


def test_without_rights_it_says_what_to_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(setup_browser, "find_chromium", lambda: None)
    monkeypatch.setattr(setup_browser, "has_chinese_font", lambda: True)
    monkeypatch.setattr(setup_browser, "privilege", lambda manager: None)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    assert setup_browser.main() == 1
    said = capsys.readouterr().err
    assert "浏览器测试还缺：Chromium" in said
    assert "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends chromium'" in said
