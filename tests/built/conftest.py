"""The site of the kept sample, built once without prints: what the software makes of pages that never change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_sample import sample_site
from site_server import serving
from small import Once


@pytest.fixture(scope="session")
def site_dir(once: Once) -> Path:
    """The folder of the built site."""
    return sample_site(once)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the Chinese site, with a slash at its end; English is at ``en/`` below it."""
    with serving(site_dir) as address:
        yield address
