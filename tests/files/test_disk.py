"""Files are read as far as a limit and written whole or not at all, inside the folder meant."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.__main__ import main
from course.editing import mending
from course.files import disk
from small import ROOT, original

pytest.importorskip("resource", reason="links, pipes and limits as Unix has them")

Tree = Callable[..., Path]
CASE, CASE_EN, ADDRESSES = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/addresses.yml"


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


# ---- reading ----


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert (disk.read(tmp_path / "x", 3), disk.read(tmp_path / "x", 9)) == (b"123", b"12345")


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(disk.NotRegularFile):
            disk.read(tmp_path / name, 9)
    with pytest.raises(disk.NotRegularFile):
        disk.read(Path("/dev/zero"), 9)
    with pytest.raises(IsADirectoryError):
        disk.read(tmp_path, 9)
    with pytest.raises(FileNotFoundError):
        disk.read(tmp_path / "none", 9)


# ---- where to ----


@pytest.mark.parametrize("path", ["a", "a/b.md", "a/..b", "...", "表.md"])
def test_a_path_that_stays_below(path: str) -> None:
    assert disk.relative(path)


@pytest.mark.parametrize(
    "path", ["", "/", "/a", "..", ".", "../a", "a/..", "a/../b", "a/./b", "a//b", "a/", "C:/a", "C:a", "a\\b", "..\\a", "a\0b"]
)
def test_a_path_that_leads_out_is_not_written(tmp_path: Path, path: str) -> None:
    assert not disk.relative(path)
    (tmp_path / "root").mkdir()
    with pytest.raises(disk.Unwritten):
        disk.write(tmp_path / "root", {"fine": "x", path: "x"})
    assert files(tmp_path) == {}


@given(st.text(alphabet="ab./\\:", max_size=8))
def test_what_is_called_relative_resolves_to_a_place_below(path: str) -> None:
    if disk.relative(path):
        assert os.path.normpath(f"/root/{path}").startswith("/root/")


def test_nothing_is_written_over_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    root = tmp_path / "root"
    (root / "docs").mkdir(parents=True)
    (root / "link").symlink_to(tmp_path / "outside")
    (root / "inner").symlink_to(root / "docs")
    (root / "itself").symlink_to("itself")
    for folder in ("link", "inner", "itself"):
        with pytest.raises(disk.Unwritten, match=r"这条路径上有链接.*there is a link on this path|写不进去"):
            disk.write(root, {f"{folder}/x": "x"})
    (root / "file").symlink_to(tmp_path / "outside" / "target")
    disk.write(root, {"file": "mine"})
    assert not (root / "file").is_symlink() and files(tmp_path) == {"root/file": b"mine"}


def test_a_root_that_is_reached_by_a_link_is_as_good_as_any(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "root").symlink_to("real")
    disk.write(tmp_path / "root", {"a/b": "x"})
    assert (tmp_path / "real/a/b").read_text(encoding="utf-8") == "x"


# ---- whole or not at all ----


def test_what_is_written_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(b"old")
    (tmp_path / "run").chmod(0o750)
    disk.write(tmp_path, {"run": "new", "fresh": "new", "a/b": b"new"})
    disk.write(tmp_path, {"secret": "new"}, private=True)
    assert files(tmp_path) == dict.fromkeys(("run", "fresh", "a/b", "secret"), b"new")
    assert ((tmp_path / "run").stat().st_mode & 0o777, (tmp_path / "secret").stat().st_mode & 0o777) == (0o750, 0o600)
    assert (tmp_path / "fresh").stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_disk_that_is_full_changes_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_bytes(b"old")
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fail(*_: object) -> None:
        raise full

    if step == "write":
        monkeypatch.setattr(disk, "_written", fail)
    else:
        monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fail)
    with pytest.raises(disk.Unwritten, match=r"one: 写不进去（磁盘满了）.*could not be written" if step != "replace" else "磁盘满了"):
        disk.write(tmp_path, {"one": "new", "two": "new"})
    assert files(tmp_path) == {"one": b"old", "two": b"old"}


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(disk.Unwritten, match="a folder"):
        disk.write(tmp_path, {"x": "new"})


# ---- the commands that write, under a real limit of the system's ----

MESSY = {CASE: original(CASE).replace("先查后判。", "先查,后判.") + "".join(f"\n第 {n} 段，很长很长的一段话,要改。\n" for n in range(300))}
NEW = ["new", "case", "--title", "新的", "--title-en", "New", "--slug", "brand-new", "--chapter", "1.1"]


def limited(most: int, root: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    """That command on that course, in a process that can write no file of more than so many bytes."""
    code = (
        "import resource, sys; from course.__main__ import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))\n"
        "sys.exit(main(sys.argv[2:]))"
    )
    # What notes the lines reached writes a file, too: it must not be in that process.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(
        [sys.executable, "-c", code, str(most), "--root", str(root), *command],
        env=kept | {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "command", "most", "path"),
    [
        (MESSY, ["fix"], 4096, CASE),
        ({}, ["accept", "--all"], 100, "docs/en/"),
        ({}, ["publish"], 100, ADDRESSES),
        ({}, NEW, 100, "docs/zh/cases/brand-new.md"),
        ({}, ["editor"], 100, "schemas/"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_that_cannot_write_changes_nothing_says_so_and_fails(
    tree: Tree, changes: dict[str, str], command: list[str], most: int, path: str
) -> None:
    root = tree(changes)
    before = files(root)
    done = limited(most, root, command)
    out, err = done.stdout, done.stderr
    assert done.returncode == 1, err
    assert path in err and "写不进去（超过了系统允许的文件大小），原来的没有动 / could not be written (File too large)" in err
    assert "nothing to mend" not in out and "Traceback" not in err
    assert {name: content for name, content in files(root).items() if not name.startswith(".cache/")} == before


@pytest.mark.slow
def test_fix_mends_what_it_can_and_fails_for_the_rest(tree: Tree) -> None:
    root = tree(MESSY | {"docs/zh/index.md": original("docs/zh/index.md") + "\n先看,再说。\n"})
    done = limited(4096, root, ["fix"])
    assert done.returncode == 1
    assert "改好了 / mended: docs/zh/index.md" in done.stdout and CASE in done.stderr
    assert [path for path, _ in mending.mends(root)] == [CASE]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_project_that_cannot_be_written_is_told(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree(MESSY)
    (root / "docs/zh/cases").chmod(0o555)
    try:
        assert main(["--root", str(root), "fix"]) == 1
    finally:
        (root / "docs/zh/cases").chmod(0o755)
    assert "没有写的权限" in capsys.readouterr().err


def test_a_write_that_is_killed_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"old")
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from course.files import disk\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), 9)\n"
        "disk.write(Path(sys.argv[2]), {'page.md': 'new'})"
    )
    done = subprocess.run([sys.executable, "-c", code, str(ROOT / "hooks"), str(tmp_path)], check=False)
    assert done.returncode == -9
    assert (tmp_path / "page.md").read_bytes() == b"old"
