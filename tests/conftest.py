"""What any test may ask for: a small course of its own to break, a whole one, and what is made once for the whole run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from course.content.catalogue import Catalogue
from course.content.reading import load
from course.files import clock
from course.language.lang import LANGS
from course.prints import press
from course.sessions.printables import BOOK, PHRASES, Print, prints
from site_sample import copy_project
from small import DAY, MINIMAL, ROOT, Once, epoch

pytest_plugins = ["browsing"]

FIRST = ("test_pages", "built", "test_planted", "invariants", "prints")
"""Files and folders whose tests take longest. They are handed out first, so that no process is left alone with them at the end; the first makes
the site and the prints of a whole course, for which the others would have to wait."""
COSTLY = {"tree", "project", "once"}
"""Fixtures that write a course to the disk, read a whole one, or make what is made once."""
SITES = {"built", "invariants"}
"""Folders whose tests build sites or look at them."""


# No test finds another thing tomorrow: this process and those it starts are told the day.
os.environ[clock.VARIABLE] = epoch(DAY)

# How long an example takes says how busy the machine is.
settings.register_profile("course", deadline=None, max_examples=50)
settings.register_profile("proof", deadline=None, max_examples=200)  # `make proof`
settings.register_profile("quick", deadline=None, max_examples=15)  # `make quick`
settings.load_profile("course")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--proof`` asks the real course, instead of the kept sample, what must hold of every course, and leaves out no turn."""
    parser.addoption("--proof", action="store_true", help="ask the real course, all pages and all planted mistakes")


def pytest_xdist_auto_num_workers() -> int:
    """Half as many processes again as there are processors: a test of a browser or of a preview mostly waits for it."""
    return (os.cpu_count() or 1) * 3 // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests first; each is marked by what it asks for, so that the short ones can be run alone."""
    items.sort(key=lambda item: next((at for at, name in enumerate(FIRST) if name in (*item.path.parts, item.path.stem)), len(FIRST)))
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "browser" in asked:
            item.add_marker("browser")
        if "project" in asked:
            item.add_marker("proof")
        if asked & COSTLY or SITES & set(item.path.parts):
            item.add_marker("slow")


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Path]:
    """``tree({"docs/zh/index.md": text, "docs/en/index.md": None})`` writes the minimal course with these changes.

    Keys are paths from the project's root; text or bytes replace or add a file, None takes it away. Returns the root,
    for ``course.reading.load``. Called again, it starts anew from the minimal course.
    """

    def written(changes: Mapping[str, str | bytes | None] | None = None) -> Path:
        root = tmp_path / "course"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(MINIMAL, root)
        for path, content in (changes or {}).items():
            file = root / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return written


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """``once("site", build)`` -> a folder that ``build(folder)`` has filled: by whoever asks first, for every process of this run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(f"{folder}.lock"):
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def project(request: pytest.FixtureRequest, once: Once) -> Path:
    """A folder with the kept sample, or with ``--proof`` the project itself, to build and to print."""
    return ROOT if request.config.getoption("proof") else once("project", copy_project)


@pytest.fixture(scope="session")
def course(project: Path) -> Catalogue:
    """The course in that folder. What it says is its authors' business: ask it only what must hold whatever it says."""
    return load(project)


@pytest.fixture(scope="session")
def looked_at(request: pytest.FixtureRequest, course: Catalogue) -> list[Print]:
    """The prints to look at: of the kept sample those of a page or plan of each kind, and the book; with ``--proof`` all."""
    every = [one for lang in LANGS for one in prints(course, lang)]
    if request.config.getoption("proof"):
        return every
    chosen = {*list(course.chapters)[:1], *list(course.cases)[:2], *course.forms, course.plans[0].id, BOOK, PHRASES}
    return [one for one in every if one.subject in chosen]


@pytest.fixture(scope="session")
def press_run(once: Once, project: Path, course: Catalogue, looked_at: list[Print]) -> None:
    """Those prints are in the project's cache, which holds as long as nothing they are made of changes."""
    once("prints", lambda _: press.run(project, looked_at, course))
