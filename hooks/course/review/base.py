"""A commit -> the course as it was then, for comparing; and what else of the project has changed since. The one place that asks git for it."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course.content import company
from course.content.catalogue import Catalogue
from course.content.reading import load
from course.content.strays import DOCS
from course.files import disk

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class Unknown(Exception):
    """The course as it was cannot be had; the message says why and what to do, in both languages."""


@dataclass(frozen=True)
class Base:
    """The course at a commit."""

    commit: str
    catalogue: Catalogue


def at(root: Path, revision: str, today: str = "") -> Base:
    """The course below that root as it was where the work since has parted from ``revision``, read for that day. Unknown where git cannot tell."""
    commit = _parting(root, _commit(root, revision))
    with tempfile.TemporaryDirectory(prefix="course-base-") as folder:
        _unpack(root, commit, Path(folder))
        return Base(commit, load(Path(folder), today))


def others(root: Path, commit: str) -> list[str]:
    """Files that are no content and have changed since that commit, or are new and not ignored: paths from the root, in order."""
    changed = _git(root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", commit, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    paths = {path for path in f"{changed.stdout}{new.stdout}".split("\0") if path}
    return sorted(path for path in paths if not path.startswith(f"{DOCS}/"))


def _commit(root: Path, revision: str) -> str:
    """The commit of that name."""
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.stdout.strip() != "true":
        raise Unknown(
            "这个文件夹不在 git 里，没有可比的：请在克隆下来的项目里运行 / this folder is not under git, so there is nothing to compare with: "
            f"run this in a clone of the project ({inside.stderr.strip()})"
        )
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").stdout.strip()
    if _COMMIT.fullmatch(found):
        return found
    shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == "true"
    hint = (
        ("这份拷贝只带了最近的历史：先运行 git fetch --unshallow", "this copy has only the latest history: run git fetch --unshallow first")
        if shallow
        else ("看看名字写对没有，或者先运行 git fetch", "is the name right? or run git fetch first")
    )
    raise Unknown(f"git 里没有“{revision}”，{hint[0]} / git knows no `{revision}`: {hint[1]}")


def _parting(root: Path, commit: str) -> str:
    """Where the work since has parted from that commit, so that what others did there meanwhile is not taken for a change of ours."""
    found = _git(root, "merge-base", commit, "HEAD").stdout.strip()
    if _COMMIT.fullmatch(found):
        return found
    if _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == "true":
        raise Unknown(
            "这份拷贝只带了最近的历史，看不出改动是从哪里开始的：先运行 git fetch --unshallow "
            "/ this copy has only the latest history, which does not say where the change began: run git fetch --unshallow first"
        )
    return commit


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write the content as it was at that commit; nothing where there was none."""
    if _git(root, "cat-file", "-e", f"{commit}:./{DOCS}").returncode:
        return
    names = _git(root, "ls-tree", "-z", "--name-only", commit).stdout.split("\0")
    own = [name for name in names if name == company.FILE or re.fullmatch(company.LOGO, name)]
    done = _run(root, "archive", "--format=tar", commit, DOCS, *own)
    if done.returncode:
        raise Unknown(f"git 拿不出 {commit} / git cannot give {commit}: {_text(done.stderr)}")
    disk.write(folder, dict(_files(done.stdout)))


def _files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """The plain files in an archive whose path leads into the folder; a link then is not one now."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        for member in opened:
            content = opened.extractfile(member) if member.isreg() and disk.relative(member.name) else None
            if content is not None:
                yield member.name, content.read()


@dataclass(frozen=True)
class _Said:
    """What git said, as text."""

    stdout: str
    stderr: str
    returncode: int


def _git(root: Path, *arguments: str) -> _Said:
    done = _run(root, *arguments)
    return _Said(_text(done.stdout), _text(done.stderr), done.returncode)


def _text(said: bytes) -> str:
    return said.decode("utf-8", "replace")


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-c", "core.quotePath=false", *arguments], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise Unknown("没有 git，比不了：装上 git 再来 / there is no git, so nothing can be compared: install git first") from error
