"""The site of a whole course, built once: asked only for what must hold whatever its authors write. A file may ask another course."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.content.catalogue import Catalogue
from site_sample import finished_site, pages, sample_site
from site_server import serving
from small import Once


@pytest.fixture(scope="module")
def site_dir(once: Once, project: Path, request: pytest.FixtureRequest) -> Path:
    """The folder of the built site: of the real course with its prints. ``SITE_DIR`` names one that is built already."""
    if given := os.environ.get("SITE_DIR"):
        return Path(given).resolve()
    if not request.config.getoption("proof"):
        return sample_site(once)
    request.getfixturevalue("press_run")  # So that nobody else makes the prints meanwhile.
    return finished_site(once, project)


@pytest.fixture(scope="module")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the Chinese site, with a slash at its end; English is at ``en/`` below it."""
    with serving(site_dir) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(course: Catalogue) -> dict[str, str]:
    """Kind of page -> the address of one of that kind within a language's site."""
    return pages(course)
