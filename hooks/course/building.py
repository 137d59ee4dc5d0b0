"""A build that fails must leave the last good site as it was: build aside, then swap."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

_BANNER = re.compile(r"<div id=\"build-failed\".*?</pre></div>", re.DOTALL)


def address(named: str) -> str:
    """The address to build for as links are made from it, with a slash at its end; ValueError with what is wrong with the one named."""
    parts = urlsplit(named)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            f"SITE_URL={named}：要写完整的网址，以 https:// 或 http:// 开头，比如 https://example.org/course/ "
            "/ write the whole address, beginning with https:// or http://, like https://example.org/course/"
        )
    return named.rstrip("/") + "/"


def aside(site: Path) -> Path:
    """Where to build what is to become ``site``: beside it, so that the swap is a rename on one disk."""
    return site.with_name(f"{site.name}.building")


def swap(work: Path, site: Path) -> None:
    """Put the finished build in the place of the old site."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        work.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def show_failure(site: Path, message: str) -> None:
    """Put the message on top of every page of the last good site, in place of an earlier one."""
    banner = f'<div id="build-failed" role="alert"><pre>{html.escape(message)}</pre></div>'
    for file in site.rglob("*.html"):
        text = _BANNER.sub("", file.read_text(encoding="utf-8"))
        file.write_text(re.sub(r"(<body[^>]*>)", lambda body: body[1] + banner, text, count=1), encoding="utf-8")
