"""What an editor sees who leaves the preview running: changes appear, mistakes are named, and the last good site stays up."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from course.editing import preview
from site_sample import copy_project
from small import MINIMAL

PAGE, ADDRESS = "docs/zh/principles/check-first.md", "principles/check-first/"
PATIENCE = 90
"""Seconds something may take on a busy machine before we give up on it."""


@dataclass
class Preview:
    """A preview of a copy of the smallest course, and what it says in its terminal."""

    project: Path
    port: int
    process: subprocess.Popen[bytes]

    def fetched(self, path: str, host: str = "localhost") -> tuple[int, bytes]:
        """Status and body it answers with to whoever asks for that host."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/{path}", headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def text(self, path: str) -> str:
        """The text of a page."""
        return self.fetched(path)[1].decode()

    def log(self) -> str:
        """What it has said so far."""
        return (self.project / "log").read_text(encoding="utf-8")

    def builds(self) -> int:
        """How often it has built anew."""
        return self.log().count("Reloading browsers")

    def rest(self) -> None:
        """Wait until it has looked often enough to have seen every change, and builds nothing."""
        seen = -1
        while seen != self.log().count("Detected file changes") or seen != self.builds():
            seen = self.log().count("Detected file changes")
            time.sleep(2 * (preview.INTERVAL + preview.QUIET))

    @contextmanager
    def looking_away(self) -> Iterator[None]:
        """It sees only afterwards what is done meanwhile."""
        self.process.send_signal(signal.SIGSTOP)
        yield
        self.process.send_signal(signal.SIGCONT)

    def save(self, old: str, new: str, path: str = PAGE) -> None:
        """Save a page as an editor does, with other words in it."""
        file = self.project / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def started(project: Path, port: int) -> subprocess.Popen[bytes]:
    """A preview of that project on that port, whose words go to the file ``log`` there."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with (project / "log").open("w", encoding="utf-8") as log:
        return subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment, preexec_fn=_heed_ctrl_c)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that answers, for all tests of this file one after the other, as an editor leaves it running."""
    project = copy_project(tmp_path_factory.mktemp("preview"), MINIMAL)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = Preview(project, port, started(project, port))
    _until(lambda: "Serving on" in found.log() or found.process.poll() is not None)
    yield found
    found.process.kill()
    found.process.wait()


def _heed_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl+C, and so does all it starts: the preview must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.3)


def test_a_mistake_is_named_on_the_page_and_the_last_good_site_stays(running: Preview) -> None:
    good = (running.project / PAGE).read_text(encoding="utf-8")
    assert "build-failed" not in running.text(ADDRESS)
    assert "Check before you judge" in running.text(f"en/{ADDRESS}")

    running.save("family: complaint", "family: complaining")
    _until(lambda: "build-failed" in running.text(ADDRESS))
    broken = running.text(ADDRESS)
    line = good[: good.index("family:")].count("\n") + 1
    assert f"{PAGE}:{line}: [E201]" in broken
    assert "expected one of: complaint" in broken
    assert "先查后判" in broken, "the page itself is still there"
    assert "build-failed" in running.text("en/"), "English readers of the preview see it, too"

    running.save("family: complaining", "family: complaint")
    running.save("title: 先查", "title: 先查清")
    _until(lambda: "先查清" in running.text(ADDRESS))
    assert "build-failed" not in running.text(ADDRESS)


def test_a_print_is_made_when_it_is_asked_for_and_follows_the_text(running: Preview) -> None:
    assert "C01-handout.pdf" in running.text("cases/meter/")
    assert not list((running.project / ".cache/prints").glob("*.pdf")), "nobody has asked for one yet"
    first = running.fetched("prints/C01-handout.pdf")[1]
    assert first.startswith(b"%PDF")
    running.save("## 情境", "## 情境\n\n今天下雨。", "docs/zh/cases/meter.md")
    _until(lambda: "今天下雨" in running.text("cases/meter/"))
    assert running.fetched("prints/C01-handout.pdf")[1] != first


def test_a_save_is_built_once(running: Preview) -> None:
    running.rest()
    before = running.builds()
    for number, words in enumerate(("甲。", "乙。"), start=1):
        running.save("先看读数。", f"先看读数。{words}")
        _until(lambda words=words: words in running.text(ADDRESS))  # type: ignore[misc]
        running.rest()
        assert running.builds() - before == number


@pytest.mark.thorough
def test_what_is_saved_together_is_built_together(running: Preview) -> None:
    running.rest()
    before = running.builds()
    with running.looking_away():
        running.save("先看读数。", "先看清读数。")
        running.save("Look at the readings first.", "Look at the readings, then speak.", "docs/en/principles/check-first.md")
        for path in ("docs/data/terms.yml", "overrides/main.html", "mkdocs.yml", "mkdocs.en.yml"):
            (running.project / path).touch()
    _until(lambda: "then speak" in running.text(f"en/{ADDRESS}"))
    running.rest()
    assert running.builds() - before == 1


def test_what_an_editor_keeps_for_itself_builds_nothing(running: Preview) -> None:
    running.rest()
    before = running.builds()
    folder = (running.project / PAGE).parent
    own = [folder / name for name in (".check-first.md.swp", "check-first.md~", "~$notes.docx", "#check-first.md#", "check-first.md.bak")]
    for file in (*own, running.project / "notes.txt"):
        file.write_text("x", encoding="utf-8")
    running.rest()
    assert running.builds() == before
    for file in own:
        file.unlink()


@pytest.mark.thorough
def test_it_recovers_when_all_pages_were_away(running: Preview) -> None:
    away = running.project.parent / f"{running.project.name}-away"
    shutil.move(running.project / "docs", away)
    _until(lambda: "build-failed" in running.text(ADDRESS))
    assert "mkdocs.yml 或 docs/ 读不了" in running.text(ADDRESS)
    shutil.move(away, running.project / "docs")
    _until(lambda: "build-failed" not in running.text(ADDRESS))
    running.save("title: 先查", "title: 先细查")
    _until(lambda: "先细查" in running.text(ADDRESS))


def test_only_those_who_ask_for_its_own_address_are_answered(running: Preview) -> None:
    for host in (f"127.0.0.1:{running.port}", f"localhost:{running.port}", "localhost", f"[::1]:{running.port}"):
        assert running.fetched(ADDRESS, host)[0] == 200
    for path in (ADDRESS, "livereload/0/0", "prints/C01-handout.pdf"):
        status, body = running.fetched(path, "evil.example")
        assert status == 421
        assert f"http://127.0.0.1:{running.port}/ only" in body.decode()


def test_a_second_one_on_the_same_port_says_what_to_do(running: Preview, tmp_path_factory: pytest.TempPathFactory) -> None:
    project = copy_project(tmp_path_factory.mktemp("second"), MINIMAL)
    assert started(project, running.port).wait(timeout=PATIENCE) == 1
    said = (project / "log").read_text(encoding="utf-8")
    assert re.search(rf"预览打不开 127.0.0.1:{running.port}（.+）。.*换一个地址：make serve ADDRESS=127.0.0.1:{running.port + 1}", said)
    assert f"or name another address: make serve ADDRESS=127.0.0.1:{running.port + 1}" in said
    assert "Traceback" not in said
    assert "Documentation built" not in said, "it is said at once"


def test_at_last_ctrl_c_ends_it_even_while_it_builds(running: Preview) -> None:
    running.rest()
    before = running.log().count("Building documentation")
    running.save("family: complaint", "family: complaint\n")
    _until(lambda: running.log().count("Building documentation") > before)
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=PATIENCE) == 0
    assert "Shutting down" in running.log()
    assert "Traceback" not in running.log()
