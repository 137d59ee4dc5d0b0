"""One page of every kind, so that what must hold everywhere is tried everywhere once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from site_server import PREFIX

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}

NewPage = Callable[..., Page]

ROOT = Path(__file__).parents[1]


def copy_project(to: Path, course: Path = ROOT) -> Path:
    """A copy of all that a build reads, with the pages and tables of that course, to change or to break; its folder."""
    shutil.copytree(course / "docs", to / "docs")
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, to)
    return to


def build(project: Path, *options: str, prints: bool = False, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` in that folder, below the address tests serve it at; what it said, whether it failed or not."""
    environment = {**os.environ, "SITE_URL": f"https://example.org{PREFIX}", "PRINTS": "yes" if prints else "no", **(variables or {})}
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )


PAGES = {
    "home": "",
    "contents": "chapters/",
    "chapter": "chapters/who-our-customer-is/",
    "case index": "cases/",
    "case": "cases/smart-meter-runs-fast/",
    "principle index": "principles/",
    "principle": "principles/check-before-judging/",
    "matrix": "principles/matrix/",
    "browse": "browse/",
    "browse one": "browse/channels/hotline/",
    "browse empty": "browse/channels/field/",
    "glossary": "glossary/",
    "phrase book": "phrases/",
    "references": "references/",
    "forms": "forms/",
    "form": "forms/observation-sheet/",
    "plans": "plans/",
    "handout room": "prints/",
    "trainers' room": "trainer/",
    "trainer's case": "trainer/cases/smart-meter-runs-fast/",
    "trainer's chapter": "trainer/chapters/who-our-customer-is/",
    "plan": "plans/hotline-listening-120/",
    "about": "about/course/",
    "coverage": "about/coverage/",
    "translation status": "about/translation/",
    "not found": "404.html",
}
"""Kind of page -> its address within a language's site."""

LANGUAGES = {"zh": "", "en": "en/"}
"""Language -> where its site begins."""

EVERYWHERE = [(f"{prefix}{path}") for path in PAGES.values() for prefix in LANGUAGES.values()]
"""Every kind in every language, as addresses."""
