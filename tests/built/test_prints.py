"""A site that was built where Typst is missing says so, and how to get the prints."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from offers import offers
from site_sample import LANGUAGES, build, copy_project
from small import MINIMAL


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project from which the package is hidden as if it had never been installed."""
    project = copy_project(tmp_path_factory.mktemp("bare"), MINIMAL)
    (project / "typst.py").write_text("raise ImportError", encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def done(project: Path) -> subprocess.CompletedProcess[str]:
    """Its build."""
    return build(project, prints=True, variables={"PYTHONPATH": str(project)})


def test_without_typst_the_site_is_built_and_says_what_to_install(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stderr
    assert "pip install -r requirements.txt" in done.stderr


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_site_without_prints_says_how_to_get_them(project: Path, done: subprocess.CompletedProcess[str], prefix: str) -> None:
    site = project / "site"
    assert list(offers(site)) == []
    assert "make prints" in (site / prefix / "prints" / "index.html").read_text(encoding="utf-8")
    case = (site / prefix / "cases/meter/index.html").read_text(encoding="utf-8")
    assert re.search(r'<nav class="prints"[^>]*><b>[^<]+</b> <a href="../../prints/">', case)
