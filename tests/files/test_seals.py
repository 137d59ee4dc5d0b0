"""A seal fits what it was made for, on this machine, and nothing else; its key is never in a project."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.files import seals


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder for keys that nobody has used yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return another(tmp_path / "home", monkeypatch)


def another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As if in a new process, with that folder for keys."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    seals._key.cache_clear()
    return folder


def test_it_is_the_same_in_every_run_of_one_person(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = seals.seal(tmp_path / "project", b"a", b"b")
    another(home, monkeypatch)
    assert seals.seal(tmp_path / "project", b"a", b"b") == first
    assert len(first) == 32 and (home / "frontline-service-course" / "key").stat().st_mode & 0o077 == 0


def test_it_is_another_for_another_person(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = seals.seal(tmp_path / "project", b"a")
    another(tmp_path / "other", monkeypatch)
    assert seals.seal(tmp_path / "project", b"a") != first


@given(st.lists(st.binary(max_size=4), max_size=3), st.lists(st.binary(max_size=4), max_size=3))
def test_it_fits_nothing_else(one: list[bytes], other: list[bytes]) -> None:
    assert (seals.seal(Path("x"), *one) == seals.seal(Path("x"), *other)) == (one == other)


def test_a_key_that_comes_with_the_project_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = home / "frontline-service-course" / "key"
    key.parent.mkdir(parents=True)
    key.write_bytes(b"k" * seals.LENGTH)
    inside = seals.seal(home.parent, b"a")
    another(home, monkeypatch)
    assert seals.seal(home.parent, b"a") != inside, "one for each run"


@pytest.mark.parametrize("key", [b"", b"short", b"k" * 33])
def test_a_key_that_is_none_is_not_used(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: bytes) -> None:
    (home / "frontline-service-course").mkdir(parents=True)
    (home / "frontline-service-course" / "key").write_bytes(key)
    first = seals.seal(tmp_path / "project", b"a")
    another(home, monkeypatch)
    assert seals.seal(tmp_path / "project", b"a") != first


def test_where_no_key_can_be_kept_there_are_seals_for_this_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    another(tmp_path / "home", monkeypatch)
    assert seals.seal(tmp_path / "project", b"a") == seals.seal(tmp_path / "project", b"a") != seals.seal(tmp_path / "project", b"b")
