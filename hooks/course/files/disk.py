"""How files are read and written: regular files only, up to a limit, inside the folder meant, whole or not at all.

Whoever contributes a page can contribute a link, too. So no link is followed: its target is neither published nor overwritten.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

LEFT_OVER = ".*.part"
"""Pattern of the name a file has while it is written; one is left only where the writer was killed."""

_RELATIVE = re.compile(r"(?!\.\.?(?:/|$))[^/\\:\0]+(?:/(?!\.\.?(?:/|$))[^/\\:\0]+)*")
_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "超过了系统允许的文件大小",
    errno.EROFS: "这里只能读，不能写",
    errno.EACCES: "没有写的权限",
    errno.EPERM: "没有写的权限",
}
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opened so that a pipe nobody writes to does not keep us waiting."""
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | getattr(os, "O_BINARY", 0)


class NotRegularFile(OSError):
    """That name belongs to something other than a regular file: a link, a pipe, a device."""


class Unwritten(Exception):
    """Something could not be written; what was there is as it was. The message says so in both languages."""


def read(file: Path, limit: int) -> bytes:
    """The first ``limit`` bytes of a regular file. NotRegularFile, or another OSError, where there is none; IsADirectoryError for a folder."""
    if file.is_symlink():  # Told apart from what else may be wrong; where there is O_NOFOLLOW, opening one fails besides.
        raise NotRegularFile(errno.ELOOP, "a link")
    handle = os.open(file, _READ)
    with os.fdopen(handle, "rb") as opened:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "a folder")
        if not stat.S_ISREG(mode):
            raise NotRegularFile(errno.EINVAL, "a device or a pipe")
        return opened.read(limit)


def relative(path: str) -> bool:
    """Whether that path, with forward slashes, stays below whatever folder it is meant for: no root, no drive, no ``..``."""
    return _RELATIVE.fullmatch(path) is not None


def write(root: Path, files: Mapping[str, str | bytes], private: bool = False) -> None:
    """Write files, by path from that root, making their folders: first all of them to temporary files, then each to its place.

    Everybody may read a new one unless it is private. Unwritten where one would be outside the root or cannot be written; that is
    known before the first is moved to its place.
    """
    aside: dict[Path, Path] = {}
    path = ""
    try:
        for path, content in files.items():
            target = place(root, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            aside[target] = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.part")
            _written(aside[target], content.encode() if isinstance(content, str) else content, target, 0o600 if private else 0o666)
        for target, new in aside.items():
            new.replace(target)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        for new in aside.values():
            with suppress(OSError):
                new.unlink(missing_ok=True)


def place(root: Path, path: str) -> Path:
    """The file at that path from the root. Unwritten where the path leads out of the root or over a link, or to a folder."""
    if relative(path):
        try:
            base = root.resolve()
            target = base / path
            if target.parent.resolve() == target.parent:
                if target.is_dir() and not target.is_symlink():
                    raise IsADirectoryError(errno.EISDIR, "a folder")
                return target
        except (OSError, RuntimeError) as error:  # RuntimeError: a folder linked into itself, before Python 3.13.
            raise _unwritten(path, error) from error
    raise Unwritten(f"{path}: 这条路径上有链接，或者通到外面，没有写 / there is a link on this path, or it leads out: nothing was written")


def _written(aside: Path, content: bytes, target: Path, mode: int) -> None:
    """Write a new file, all of it, with that mode or with the permissions of the one whose place it is to take."""
    before = target.stat().st_mode if target.is_file() and not target.is_symlink() else None
    if before and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle = os.open(aside, _CREATE, mode)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
        if before:  # A power cut must not leave less than there was.
            opened.flush()
            os.fsync(handle)
    if before:
        aside.chmod(stat.S_IMODE(before))


def reason(error: OSError) -> str:
    """What the system says of a file it could not read or write, in both languages."""
    en = f"{error.strerror or error}"
    zh = _REASONS.get(error.errno or 0, en)
    return f"{error.filename}: 读写不成（{zh}） / could not be read or written ({en})"


def _unwritten(path: str, error: Exception) -> Unwritten:
    en = getattr(error, "strerror", None) or str(error)
    zh = _REASONS.get(getattr(error, "errno", None) or 0, en)
    return Unwritten(f"{path}: 写不进去（{zh}），原来的没有动 / could not be written ({en}); what was there is as it was")
