"""The preview on an editor's machine: what it watches, whom it answers, and what it says where it cannot start."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from course.content import company
from course.prints import press

Address = tuple[str, int]
"""Host and port."""
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""What answers a request, as WSGI (PEP 3333) has it."""
EVERY = ("0.0.0.0", "::")
"""Hosts that mean every address of a machine."""

READ = ("docs", "overrides", "mkdocs.yml", "mkdocs.en.yml", company.FILE)
"""What a build reads, in the project's folder. Not the code: MkDocs loads it once."""
INTERVAL = 0.4
"""Seconds between two looks at it."""
QUIET = 0.6
"""Seconds without a change before it is built anew: longer than from one look to the next, so that what is saved together is built once."""


def listing(root: Path) -> Callable[[str | None], Iterator[os.DirEntry[str]]]:
    """How a watcher of the project's folder is to list folders: in it what a build reads, below that everything but what editors keep for themselves.

    The folder itself stays while ``docs`` is moved away and back, which a watcher of ``docs`` would not survive; and where one
    folder is inside another that is watched, too, every change would be reported twice.
    """

    def entries(folder: str | None) -> Iterator[os.DirEntry[str]]:
        with os.scandir(folder) as found:
            yield from [one for one in found if not _is_passing(one.name) and (folder != str(root) or one.name in READ)]

    return entries


def _is_passing(name: str) -> bool:
    """Whether a file of that name is no more than an editor's own: a backup, a lock, a copy being written."""
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".swp", ".tmp", ".bak"))


def application(address: Address, site: Application, printed: Callable[[str], Path | None]) -> Application:
    """The site of that preview with its prints: ``printed`` makes the file of a path when it is asked for, None where it is no print.

    A request that names another host is refused, and one for a print that cannot be made is told why.
    """

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if not answers(environ.get("HTTP_HOST", ""), address[0]):
            return _text(start, "421 Misdirected Request", wrong_host(address))
        try:
            file = printed(environ["PATH_INFO"])
        except (press.Unavailable, press.NotPrinted) as error:
            return _text(start, "503 Service Unavailable", str(error))
        if file is None:
            return site(environ, start)
        start("200 OK", [("Content-Type", "application/pdf")])
        return [file.read_bytes()]

    return answer


def _text(start: Callable[..., Any], status: str, text: str) -> Iterable[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [text.encode()]


def answers(host: str, bound: str) -> bool:
    """Whether to answer a request that names that host (its port does not matter), where the preview was started on the address ``bound``.

    A page on the internet can have its own name lead to this machine, and would then read the preview as if that were a part of itself;
    the name it asks for gives it away. Started for every address of this machine, the preview answers to any in figures: those are nobody's name.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name in {bound.lower(), "localhost", "127.0.0.1", "::1"}:
        return True
    return bound in EVERY and (_is_figures(name) or name == socket.gethostname().lower())


def _is_figures(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def try_out(address: Address) -> None:
    """Take the address and let go of it; OSError where it cannot be had."""
    socket.create_server(address, family=socket.AF_INET6 if ":" in address[0] else socket.AF_INET).close()


def refusal(address: Address, error: OSError) -> str:
    """What to say where the preview cannot be started on that address."""
    host, port = address
    other = f"{host}:{port + 1 if port < 65535 else 8001}"
    said = error.strerror or str(error)
    return (
        f"预览打不开 {host}:{port}（{said}）。多半是另一个预览还开着：关掉它，或者换一个地址：make serve ADDRESS={other}\n"
        f"The preview cannot be started on {host}:{port} ({said}). Most likely another one is still running: "
        f"close it, or name another address: make serve ADDRESS={other}\n"
        f"没有 make / without make: mkdocs serve --livereload --dev-addr {other}"
    )


def wrong_host(address: Address) -> str:
    """What to say to a request that named another host."""
    url = f"http://{address[0]}:{address[1]}/"
    return f"预览只在 {url} 上回答；要用别的地址，就用 make serve ADDRESS=… 启动 / the preview answers at {url} only; to use another, start it with make serve ADDRESS=..."


def unreadable(error: BaseException) -> str:
    """What to say where a build ended before it could say why: the settings or the folders of pages cannot be read."""
    return f"mkdocs.yml 或 docs/ 读不了，终端里写着原因 / mkdocs.yml or docs/ cannot be read, the terminal says why: {error}"
