"""What a build, the preview and the command line get from the press."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.catalogue import Catalogue, Printed
from course.content.reading import load
from course.prints import delivery, press

pytestmark = pytest.mark.slow

Tree = Callable[..., Path]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Catalogue]:
    """A folder and the smallest course."""
    return tmp_path_factory.mktemp("small"), load(Path(__file__).parents[1] / "minimal")


def test_a_build_gets_every_file_and_what_there_is_of_it(small: tuple[Path, Catalogue]) -> None:
    root, course = small
    printed, files = delivery.delivered(root, course)
    assert printed.printed.keys() == files.keys() == {(one.lang, one.path) for one in delivery.everything(course)}
    for place, file in files.items():
        assert file.read_bytes().startswith(b"%PDF")
        assert printed.printed[place].size == file.stat().st_size
        assert printed.printed[place].pages > 0


def test_the_preview_promises_what_is_not_there_yet(small: tuple[Path, Catalogue], tmp_path: Path) -> None:
    root, course = small
    delivery.delivered(root, course)
    assert all(file.pages for file in delivery.promised(root, course).printed.values())
    assert set(delivery.promised(tmp_path, course).printed.values()) == {Printed()}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/prints/C01-handout.pdf", True),
        ("/course/en/prints/C01-handout.pdf", True),
        ("/prints/C99-handout.pdf", False),
        ("/prints/../mkdocs.yml", False),
        ("/prints/", False),
    ],
)
def test_what_is_asked_for_is_made(small: tuple[Path, Catalogue], address: str, there: bool) -> None:
    file = delivery.asked(*small, address)
    assert bool(file and file.read_bytes().startswith(b"%PDF")) == there


def test_each_language_has_its_own(small: tuple[Path, Catalogue]) -> None:
    assert delivery.asked(*small, "/prints/C01-key.pdf") != delivery.asked(*small, "/en/prints/C01-key.pdf")


def test_it_says_how_far_it_is_but_not_all_the_time(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    tell = delivery.progress()
    for done in range(1, 11):
        clock[0] += 0.5
        tell(done, 10)
    assert capsys.readouterr().err.splitlines() == ["打印稿 / prints: 5 / 10", "打印稿 / prints: 10 / 10"]


def test_without_typst_a_build_goes_on_without_prints(
    small: tuple[Path, Catalogue], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*_: object) -> None:
        raise press.Unavailable("pip install")

    monkeypatch.setattr(press, "run", run)
    assert delivery.delivered(tmp_path, small[1]) == (small[1], {})
    assert capsys.readouterr().err == "pip install\n"


# ---- make prints


def test_the_command_writes_what_was_asked_for(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    assert main(["--root", str(root), "prints", "c01", "F01"]) == 0
    written = {file.relative_to(root).as_posix() for file in (root / "prints").rglob("*.pdf")}
    kinds = ("C01-handout", "C01-key", "C01-sheet", "C01-cards", "F01-form")
    assert written == {f"prints/{lang}/{kind}.pdf" for lang in ("zh", "en") for kind in kinds}
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == written


def test_the_command_says_what_it_does_not_know(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree()
    assert main(["--root", str(root), "prints", "C01", "C77"]) == 1
    assert "c77" in capsys.readouterr().err
    assert not (root / "prints").exists()


def test_the_command_says_why_it_cannot(tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*_: object) -> None:
        raise press.NotPrinted("zh prints/C01-key.pdf: <video>")

    monkeypatch.setattr(press, "run", run)
    assert main(["--root", str(tree()), "prints"]) == 1
    assert "<video>" in capsys.readouterr().err
