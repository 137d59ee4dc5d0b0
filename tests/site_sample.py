"""Projects to build sites of, one page of every kind to look at, and the two screens they are looked at on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from course.content.catalogue import Catalogue
from course.render import cards, markdown, names
from course.site import trainer_view
from course.site.pages import plan
from site_server import PREFIX
from small import ROOT, SAMPLE, Once

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}

NewPage = Callable[..., Page]

LANGUAGES = {"zh": "", "en": "en/"}
"""Language -> where its site begins."""


def copy_project(to: Path, course: Path = SAMPLE, hooks: bool = False) -> Path:
    """A folder to build, to change or to break, and back: the pages and tables of that course, our look and settings.

    It is built by the hooks of this project, which are measured, or with ``hooks`` by a copy of its own, which may be changed.
    """
    shutil.copytree(course / "docs", to / "docs")
    shutil.copytree(ROOT / "overrides", to / "overrides")
    if hooks:
        shutil.copytree(ROOT / "hooks", to / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    events = "hooks/events.py" if hooks else (ROOT / "hooks" / "events.py").as_posix()
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (to / name).write_text(text.replace("hooks/events.py", events), encoding="utf-8")
    return to


def build(
    project: Path, *options: str, prints: bool = False, variables: Mapping[str, str] | None = None, engine: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    """``mkdocs build``, or that of another engine, in that folder, below the address tests serve it at; what it said, whether it failed or not."""
    named = {"SITE_URL": f"https://example.org{PREFIX}", "REPO_URL": "", "CONTACT_MAIL": "", "PRINTS": "yes" if prints else "no"}
    environment = {**os.environ, **named, **(variables or {})}
    command = [sys.executable, "-m", engine, "build", *options]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )


def built(project: Path, *options: str, prints: bool = False) -> Path:
    """The folder of the site built from that project; what was said is the error where it cannot be built."""
    done = build(project, "--strict", *options, prints=prints)
    if done.returncode:
        raise RuntimeError(f"{done.stdout}{done.stderr}")
    return project / "site"


def sample_site(once: Once) -> Path:
    """The folder of the kept sample's site, without prints: built by whoever asks first."""
    return once("sample", lambda folder: built(copy_project(folder))) / "site"


def finished_site(once: Once, project: Path) -> Path:
    """The folder of a project's site with its prints: built by whoever asks first."""
    return once(f"finished {project.name}", lambda folder: built(project, "--site-dir", str(folder), prints=True))


FIXED = {
    "home": "index.md",
    "contents": "chapters/index.md",
    "case index": "cases/index.md",
    "principle index": "principles/index.md",
    "matrix": "principles/matrix.md",
    "browse": "browse/index.md",
    "glossary": "glossary.md",
    "phrase book": "phrases.md",
    "references": "references.md",
    "forms": "forms/index.md",
    "plans": "plans.md",
    "handout room": "prints.md",
    "trainers' room": "trainer/index.md",
    "coverage": "about/coverage.md",
    "translation status": "about/translation.md",
}
"""Kinds of which a site has one page -> its path, whatever the course says."""
CHOSEN = ("chapter", "case", "principle", "form", "plan", "about", "browse one", "browse empty", "trainer's chapter", "trainer's case")
"""Kinds of which there are many."""
KINDS = (*FIXED, *CHOSEN, "not found")


def pages(course: Catalogue) -> dict[str, str]:
    """Every kind of page -> the address of one of it within a language's site: of many, the longest, on which most can go wrong."""

    def longest(kind: str) -> str:
        return max((page for page in course.pages.values() if page.kind.name == kind), key=lambda page: len(page.sides["zh"].text)).path

    about = max(course.pages, key=lambda path: (path.startswith("about/"), len(course.pages[path].sides["zh"].text)))
    used = sorted((-sum(row.id in cards.values(case, facet) for case in course.cases.values()), f"browse/{facet}/{row.id}.md")
                  for facet in names.FACETS for row in getattr(course.choices, facet))  # fmt: skip
    chapter, case = longest("chapter"), longest("case")
    found = FIXED | {
        "chapter": chapter,
        "case": case,
        "principle": longest("principle"),
        "form": longest("form"),
        "plan": plan.path(course.plans[0]),
        "about": about,
        "browse one": used[0][1],
        "browse empty": used[-1][1],  # Or the one with fewest, once every one has a case.
        "trainer's chapter": trainer_view.path(course.pages[chapter]),
        "trainer's case": trainer_view.path(course.pages[case]),
    }
    return {kind: markdown.address(path) for kind, path in found.items()} | {"not found": "404.html"}
