"""The way out: the staged tree, built without our hooks, is the same site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _article(file: Path) -> str:
    """The part of a page that is content."""
    found = re.search(r"<article.*?</article>", file.read_text(encoding="utf-8"), re.DOTALL)
    return found[0] if found else ""


def test_english_can_be_built_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", "mkdocs.en.yml", "-d", str(tmp_path / "en")]
    subprocess.run(command, cwd=ROOT, check=True)
    assert 'lang="en"' in (tmp_path / "en" / "cases" / "index.html").read_text(encoding="utf-8")


def test_the_staged_tree_builds_into_the_same_pages(site_dir: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    subprocess.run([sys.executable, "-m", "course", "--root", str(ROOT), "stage", str(tmp_path)], env=environment, check=True)
    for lang in ("zh", "en"):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", f"{lang}.yml"], cwd=tmp_path, env=environment, check=True
        )
    pages = [file.relative_to(site_dir) for file in site_dir.rglob("index.html")]
    assert len(pages) > 100
    different = [page for page in pages if _article(site_dir / page) != _article(tmp_path / "site" / page)]
    assert different == []
