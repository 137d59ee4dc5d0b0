"""The engine that goes on with MkDocs 1.x builds the same site: byte for byte, but for the name of the engine on each page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_sample import build, copy_project
from small import MINIMAL

ENGINES = ("mkdocs", "properdocs")
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What each engine makes of the minimal course with its prints: path -> content."""
    project = copy_project(tmp_path_factory.mktemp("engines"), MINIMAL)
    return [_files(project, engine) for engine in ENGINES]


def _files(project: Path, engine: str) -> dict[str, bytes]:
    site = project / engine
    done = build(project, "--strict", "-f", "mkdocs.yml", "-d", str(site), prints=True, engine=engine)
    assert done.returncode == 0, done.stderr
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def test_both_make_the_same_files(sites: list[dict[str, bytes]]) -> None:
    ours, theirs = ({path: GENERATOR.sub(b"", content) for path, content in site.items()} for site in sites)
    assert "en/cases/meter/index.html" in ours
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_each_page_says_which_it_was(sites: list[dict[str, bytes]]) -> None:
    found = [GENERATOR.search(site["index.html"]) for site in sites]
    assert [b"ProperDocs" in tag[0] for tag in found if tag] == [False, True]
