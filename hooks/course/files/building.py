"""A build that fails must leave the last good site as it was: build aside, then swap.

Every build works in a folder of its own beside the site, so that two at once do not meet before the swap. That is two renames, and
needs no lock: whoever finds a site in its way has been overtaken, moves that one out of the way, too, and the last to finish wins.
A build killed between the two leaves no site; the next one, whether it succeeds or not, begins by putting back what was moved away.
"""

from __future__ import annotations

import gzip
import html
import os
import re
import secrets
import shutil
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

ABANDONED = 24 * 3600
"""Seconds after which a folder that a build works in belongs to one that was killed."""

_BANNER = re.compile(r"<div id=\"build-failed\".*?</pre></div>", re.DOTALL)
_ATTEMPTS = 20


class Refused(Exception):
    """The site cannot be put there; the message says why and what to do, in both languages."""


def address(named: str) -> str:
    """The address to build for as links are made from it, with a slash at its end; Refused with what is wrong with the one named."""
    parts = urlsplit(named)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise Refused(
            f"SITE_URL={named}：要写完整的网址，以 https:// 或 http:// 开头，比如 https://example.org/course/ "
            "/ write the whole address, beginning with https:// or http://, like https://example.org/course/"
        )
    return named.rstrip("/") + "/"


def prepare(site: Path, root: Path) -> Path:
    """A new folder to build in, beside what is to become ``site`` so that the swap is a rename on one disk.

    Puts back a site that a killed build moved away, and clears what killed builds left. Refused where a site cannot be swapped in.
    """
    if site.is_symlink():
        raise Refused(
            f"{site} 是链接，应是文件夹：请删去链接，或用 -d 写明真正的文件夹 / {site} is a link: expected it gone, or -d with the real folder"
        )
    if site.exists() and not site.is_dir():
        raise Refused(f"{site} 是文件，网站要放在这里：请把它移走 / {site} is a file where the site is to stand, expected it gone")
    if os.path.ismount(site):
        zh = f"{site} 是挂载点，不能整个换掉：请挂载它的上一级文件夹，或用 -d 写明里面的一个文件夹"
        raise Refused(f"{zh} / {site} is a mount point and cannot be swapped: expected its parent mounted, or -d with a folder inside it")
    if root.is_relative_to(site):
        raise Refused(
            f"{site} 里有整个项目，不能换成网站：请写另一个文件夹 / {site} holds the project itself, expected another folder for the site"
        )
    restore(site)
    _clear(site)
    work = _beside(site, "building")
    try:
        work.mkdir(parents=True)
    except OSError as error:
        raise _refused(site, error) from error
    return work


def swap(work: Path, site: Path) -> None:
    """Put the finished build in the place of the old site. Refused, with the old site back in its place, where that cannot be done."""
    for attempt in range(1, _ATTEMPTS + 1):
        old = _beside(site, "old")
        try:
            with suppress(FileNotFoundError):
                site.rename(old)
            work.rename(site)
        except OSError as error:
            if not site.exists():
                with suppress(OSError):
                    old.rename(site)
            if not work.exists() or attempt == _ATTEMPTS:
                raise _refused(site, error) from error
        if site.exists():
            drop(old)
        if not work.exists():
            return


def restore(site: Path) -> None:
    """Where a build was killed between its two renames, put back the site it had moved away."""
    if not site.exists():
        for old in sorted(_left(site, r"old(?:-\w{16})?"), key=lambda folder: folder.stat().st_mtime, reverse=True):
            with suppress(OSError):  # Another build has put one there meanwhile.
                old.rename(site)
                return


def drop(folder: Path) -> None:
    """Delete a folder beside the site, as far as that can be done: first its name, so that nobody takes what is left for a site."""
    with suppress(OSError):
        folder = folder.rename(folder.with_name(f"{folder.name}.gone"))
    shutil.rmtree(folder, ignore_errors=True)


def _clear(site: Path) -> None:
    """Delete what builds left that were killed; a build under way has touched its folders since."""
    for folder in _left(site, r"(?:old|building)-\w{16}.gone"):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in _left(site, r"(?:old|building)-\w{16}"):
        with suppress(OSError):
            if time.time() - folder.stat().st_ctime > ABANDONED:
                drop(folder)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f"{site.name}.{what}-{secrets.token_hex(8)}")


def _left(site: Path, what: str) -> list[Path]:
    """Folders beside the site, no links, whose names are the site's with that pattern behind."""
    name = re.compile(rf"{re.escape(site.name)}\.{what}")
    found = [path for path in site.parent.iterdir() if name.fullmatch(path.name)] if site.parent.is_dir() else []
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def _refused(site: Path, error: OSError) -> Refused:
    said = error.strerror or str(error)
    zh = f"新建好的网站放不到 {site}（{said}），原来的没有动：看看它是不是正被占用，有没有写的权限"
    return Refused(
        f"{zh} / the new site could not be put at {site} ({said}), what was there is as it was: is it in use, may it be written to?"
    )


def show_failure(site: Path, message: str) -> None:
    """Put the message on top of every page of the last good site, in place of an earlier one."""
    banner = f'<div id="build-failed" role="alert"><pre>{html.escape(message)}</pre></div>'
    for file in site.rglob("*.html"):
        text = _BANNER.sub("", file.read_text(encoding="utf-8"))
        file.write_text(re.sub(r"(<body[^>]*>)", lambda body: body[1] + banner, text, count=1), encoding="utf-8")


def packed(text: bytes) -> bytes:
    """Text as gzip without the time of day in it, so that equal pages make equal bytes."""
    return gzip.compress(text, mtime=0)
