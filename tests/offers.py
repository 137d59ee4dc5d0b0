"""Where a built site offers what there is to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r'<a href="([^"]+\.pdf)"[^>]*>(.*?)</a>', re.DOTALL)


def offers(site: Path) -> Iterator[tuple[Path, Path, str]]:
    """Every link to a print: its page, the file it leads to, and its words."""
    for page in site.rglob("*.html"):
        for address, words in LINK.findall(page.read_text(encoding="utf-8")):
            yield page, (page.parent / unquote(address)).resolve(), re.sub(r"<[^>]+>", " ", words)
