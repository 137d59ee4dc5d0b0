"""The way out: the staged tree, built without our hooks, is the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from course.__main__ import main
from site_sample import build, built, copy_project
from small import MINIMAL


def _article(file: Path) -> bytes:
    """The part of a page that is content, as a browser understands it: however its signs are escaped."""
    (article,) = html.parse(file).iter("article")
    return bytes(html.tostring(article))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal course as a project of its own, built with its prints."""
    project = copy_project(tmp_path_factory.mktemp("stage"), MINIMAL)
    built(project, prints=True)
    return project


def test_english_can_be_built_alone(project: Path) -> None:
    done = build(project, "--strict", "-f", "mkdocs.en.yml", "-d", "alone")
    assert done.returncode == 0, done.stderr
    assert 'lang="en"' in (project / "alone" / "cases" / "index.html").read_text(encoding="utf-8")


def test_the_staged_tree_builds_into_the_same_pages(project: Path) -> None:
    assert main(["--root", str(project), "stage", str(project / "staged")]) == 0
    for lang in ("zh", "en"):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", f"{lang}.yml"]
        subprocess.run(command, cwd=project / "staged", env={**os.environ, "PYTHONPATH": ""}, check=True)
    site = project / "site"
    pages = [file.relative_to(site) for file in site.rglob("index.html")]
    assert len(pages) > 50
    assert [page for page in pages if _article(site / page) != _article(project / "staged" / "site" / page)] == []
