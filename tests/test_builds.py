"""Real builds of the minimal course: two at once, one that is killed, and one among files that do not belong there."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from course.files import clock
from site_sample import copy_project
from small import MINIMAL, ROOT, epoch

pytestmark = pytest.mark.slow

SENTINEL = "the last good site"
BETWEEN_THE_RENAMES = """
import os, signal
from pathlib import Path
honest = Path.rename
def rename(self, target):
    if ".building-" in self.name and target.name == "site":
        os.kill(os.getpid(), signal.SIGKILL)
    return honest(self, target)
Path.rename = rename
"""
PAST_THE_CHECK = """
from dataclasses import replace
from course.content import layout
walk = layout.walk
layout.walk = lambda root: replace(walk(root), problems=())
"""
"""What a program does before the build begins, to be killed at the worst moment or to look away."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The minimal course, and a site that was built before."""
    root = copy_project(tmp_path / "project", MINIMAL)
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text(SENTINEL, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one build that nothing gets in the way of makes of it."""
    root = copy_project(tmp_path_factory.mktemp("alone") / "project", MINIMAL)
    build = start(root)
    assert (finished(build), build.returncode) == ("", 0)
    return root / "site"


def start(root: Path, before: str = "", *options: str) -> subprocess.Popen[str]:
    """Begin a build."""
    code = f"{before}\nimport sys\nfrom mkdocs.__main__ import cli\ncli(['build', '--strict', '--quiet', *sys.argv[1:]])"
    environment = {**os.environ, "PRINTS": "no", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", code, *options]
    return subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )


def finished(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=600)
    return said


def names(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def beside(root: Path) -> set[str]:
    return {path.name for path in root.iterdir() if path.name.startswith("site")}


@pytest.mark.thorough
def test_two_builds_at_once_each_publish_a_whole_site(project: Path, whole: Path) -> None:
    builds = [start(project), start(project)]
    assert [(finished(build), build.returncode) for build in builds] == [("", 0)] * 2
    assert names(project / "site") == names(whole)
    assert beside(project) == {"site"}
    for path in ("sitemap.xml.gz", "en/sitemap.xml.gz", "index.html"):
        assert (project / "site" / path).read_bytes() == (whole / path).read_bytes()
    packed = (project / "site" / "sitemap.xml.gz").read_bytes()
    assert packed[4:8] == bytes(4), "no time of day"
    assert gzip.decompress(packed) == (project / "site" / "sitemap.xml").read_bytes()


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_after_a_kill_at_the_worst_moment_even_a_build_that_fails_brings_the_site_back(project: Path) -> None:
    killed = start(project, BETWEEN_THE_RENAMES)
    finished(killed)
    assert killed.returncode == -signal.SIGKILL and not (project / "site").exists()
    (project / "docs/zh/index.md").write_bytes(b"")
    failing = start(project)
    said = finished(failing)
    assert failing.returncode == 1 and "docs/zh/index.md:1: [E004]" in said and "Traceback" not in said
    assert (project / "site/index.html").read_text(encoding="utf-8") == SENTINEL


def test_nothing_reaches_the_site_but_what_the_course_is_made_of(project: Path, whole: Path) -> None:
    strays = ("page.html", "robots.txt", "cases/table.xlsx", "cases/meter.md~", "sub/x.svg", "Thumbs.db", "cases/x.MD")
    for lang in ("zh", "en"):
        for stray in strays:
            (project / "docs" / lang / stray).parent.mkdir(exist_ok=True)
            (project / "docs" / lang / stray).write_text("stray", encoding="utf-8")
    refused = start(project)
    said = finished(refused)
    assert refused.returncode == 1 and said.count("[E011]") == 10 and said.count("[E012]") == 1
    blind = start(project, PAST_THE_CHECK)
    assert (finished(blind), blind.returncode) == ("", 0)
    assert names(project / "site") == names(whole), "also where nobody has checked"


@pytest.mark.skipif(sys.platform == "win32", reason="links as Unix has them")
@pytest.mark.parametrize("case", ["link", "file"])
def test_a_site_that_cannot_be_swapped_is_told_in_words(project: Path, case: str) -> None:
    (project / "site").rename(project / "precious")
    if case == "link":
        (project / "site").symlink_to("precious")
    else:
        (project / "site").write_text("x", encoding="utf-8")
    build = start(project)
    said = finished(build)
    assert build.returncode == 1 and "Traceback" not in said
    assert "应是文件夹" in said or "请把它移走" in said
    assert names(project / "precious") == {"index.html"}


def test_a_companys_edition_a_year_on_carries_its_name_logo_and_contact_and_says_what_is_overdue(
    project: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "name: {zh: 甲县供电, en: County A Power}\ncontact: {zh: 培训组, en: the training desk}\nlogo: our.svg\n"
    (project / "company.yml").write_text(own, encoding="utf-8")
    (project / "our.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    monkeypatch.setenv(clock.VARIABLE, epoch("2027-11-30"))
    build = start(project)
    assert (finished(build), build.returncode) == ("", 0)
    site = project / "site"
    for prefix, words in (
        ("", ("甲县供电", "培训组", "核对过，该再看一次")),
        ("en/", ("County A Power", "the training desk", "look again")),
    ):
        page = (site / prefix / "cases/meter/index.html").read_text(encoding="utf-8")
        assert all(word in page for word in words)
        assert 'src="../../assets/company/our.svg"' in page and (site / prefix / "assets/company/our.svg").is_file()
        assert "look-again" not in (whole / prefix / "cases/meter/index.html").read_text(encoding="utf-8")
