"""What an editor sees who leaves the preview running: changes appear, mistakes are named, and the last good site stays up."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_sample import copy_project

PAGE = "docs/zh/principles/plain-words.md"
PATIENCE = 90
"""Seconds a rebuild may take on a busy machine before we give up on it."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything a preview needs."""
    return copy_project(tmp_path)


@pytest.fixture
def fetched(project: Path) -> Iterator[Callable[[str], bytes]]:
    """``fetched(path)`` is what the running preview answers with."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (project / "log").open("w+", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment, preexec_fn=_heed_ctrl_c)

    def content(path: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
            return bytes(answer.read())

    _until(lambda: _open(port))
    yield content
    process.send_signal(signal.SIGINT)
    process.wait(timeout=PATIENCE)
    log.close()


@pytest.fixture
def preview(fetched: Callable[[str], bytes]) -> Callable[[str], str]:
    """``preview(path)`` is the text of a page of the running preview."""
    return lambda path: fetched(path).decode()


def _heed_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl+C, and so does all it starts: the preview must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.3)


def test_a_mistake_is_named_on_the_page_and_the_last_good_site_stays(preview: Callable[[str], str], project: Path) -> None:
    address, file = "principles/plain-words/", project / PAGE
    good = file.read_text(encoding="utf-8")
    assert "build-failed" not in preview(address)
    assert "Use words they use" in preview(f"en/{address}")

    file.write_text(good.replace("family: communication", "family: comunication"), encoding="utf-8")
    _until(lambda: "build-failed" in preview(address))
    broken = preview(address)
    line = good[: good.index("family:")].count("\n") + 1
    assert f"{PAGE}:{line}: [E201]" in broken
    assert "expected one of: mindset, communication" in broken
    assert "说听得懂的话" in broken, "the page itself is still there"
    assert "build-failed" in preview("en/"), "English readers of the preview see it, too"

    file.write_text(good.replace("title: 说听得懂的话", "title: 说人人听得懂的话"), encoding="utf-8")
    _until(lambda: "说人人听得懂的话" in preview(address))
    assert "build-failed" not in preview(address)


def test_a_print_is_made_when_it_is_asked_for_and_follows_the_text(
    preview: Callable[[str], str], fetched: Callable[[str], bytes], project: Path
) -> None:
    assert "C09-handout.pdf" in preview("cases/smart-meter-runs-fast/")
    assert not list((project / ".cache/prints").glob("*.pdf")), "nobody has asked for one yet"
    first = fetched("prints/C09-handout.pdf")
    assert first.startswith(b"%PDF")
    page = project / "docs/zh/cases/smart-meter-runs-fast.md"
    page.write_text(page.read_text(encoding="utf-8").replace("## 情境", "## 情境\n\n今天下雨。", 1), encoding="utf-8")
    _until(lambda: "今天下雨" in preview("cases/smart-meter-runs-fast/"))
    assert fetched("prints/C09-handout.pdf") != first
