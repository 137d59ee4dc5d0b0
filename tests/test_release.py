"""A release is the same bytes each time, whole or not there, and its lists are true."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from zipfile import ZipFile

import pytest

import release
from small import ROOT

FILES = {
    "index.html": b"zh",
    "en/index.html": b"en",
    "prints/C01-handout.pdf": b"%PDF zh",
    "en/prints/C01-handout.pdf": b"%PDF en",
    "prints/index.html": b"the room",
    "assets/b.js": b"b" * 5000,
    "assets/图.svg": b"<svg/>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small finished site."""
    return written(tmp_path / "site", FILES)


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def made(site: Path, name: str = "v1") -> dict[str, bytes]:
    """The files of a release, by name."""
    return {file.name: file.read_bytes() for file in release.release(site, site.with_name("dist"), name)}


def test_there_are_two_zips_and_two_lists(site: Path) -> None:
    assert list(made(site)) == ["SHA256SUMS", "course-prints-v1.zip", "course-site-v1.zip", "site.SHA256SUMS"]
    assert "course-site.zip" in made(site, ""), "without git it has no version"
    with ZipFile(site.with_name("dist") / "course-site.zip") as archive:
        assert {path: archive.read(path) for path in archive.namelist()} == FILES
        assert archive.namelist() == sorted(FILES)
    with ZipFile(site.with_name("dist") / "course-prints.zip") as archive:
        assert {path: archive.read(path) for path in archive.namelist()} == {
            "en/C01-handout.pdf": b"%PDF en",
            "zh/C01-handout.pdf": b"%PDF zh",
        }


def test_the_same_site_makes_the_same_bytes(site: Path) -> None:
    first = made(site)
    again = written(site.with_name("elsewhere") / "site", dict(reversed(FILES.items())))
    for file in again.rglob("*"):
        os.utime(file, (10**9, 10**9))
        file.chmod(0o755)
    assert made(again) == first
    (again / "assets/b.js").write_bytes(b"c")
    assert made(again) != first


def test_the_lists_are_true(site: Path) -> None:
    found = made(site)
    lines = [line.split("  ") for line in found["SHA256SUMS"].decode().splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(content).hexdigest() for name, content in found.items() if name.endswith(".zip")
    }
    lines = [line.split("  ") for line in found["site.SHA256SUMS"].decode().splitlines()]
    assert {name: digest for digest, name in lines} == {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}


@pytest.mark.parametrize("path", ["index.html", "en/index.html", "prints/C01-handout.pdf", "en/prints/C01-handout.pdf"])
def test_half_a_site_is_not_released(site: Path, path: str) -> None:
    kept = made(site)
    (site / path).unlink()
    with pytest.raises(release.Refused, match=r"先 make build.* / .*make build first"):
        made(site, "v2")
    assert {file.name: file.read_bytes() for file in site.with_name("dist").iterdir()} == kept


def test_what_goes_wrong_half_way_leaves_what_was_there(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = made(site)

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(release, "sums", full)
    with pytest.raises(OSError, match="No space"):
        made(site, "v2")
    assert {file.name: file.read_bytes() for file in site.with_name("dist").iterdir()} == kept
    assert sorted(path.name for path in site.parent.iterdir()) == ["dist", "site"]


@pytest.mark.parametrize("name", ["a/b", "../x", "v1;id", "v 1"])
def test_a_version_that_is_no_name_is_refused(site: Path, name: str) -> None:
    with pytest.raises(release.Refused, match="letters, digits"):
        made(site, name)
    assert not site.with_name("dist").exists()


def test_it_says_what_there_is_or_why_not(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(str(site), str(site.with_name("dist"))) == 0
    assert "SHA256SUMS" in capsys.readouterr().out
    assert release.main(str(site / "assets"), str(site.with_name("dist"))) == 1
    assert " / " in capsys.readouterr().err


def test_nothing_is_released_of_a_build_that_failed() -> None:
    """make stops at the first that fails, and leaves the lines of this one."""
    assert "\nrelease: build ##" in (ROOT / "Makefile").read_text(encoding="utf-8")
