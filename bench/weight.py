"""What a reader downloads, gzip, per language: the first view of the home page and of a case, and then the first search result: by name, and what more it takes by any word of the text.

Run from the project's root after ``make build``: ``make bench``. Counts what the HTML names plus what the search fetches.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

SEARCH = tuple(f"assets/search/{name}.js" for name in ("worker", "minisearch", "normalise", "query", "results", "engine"))
_ASSET = re.compile(r'<(?:script[^>]*\bsrc|link[^>]*\brel="(?:stylesheet|icon)"[^>]*\bhref)="([^"]+)"')


def size(file: Path) -> int:
    """Bytes of a file as a server that compresses would send it."""
    return len(gzip.compress(file.read_bytes(), 9))


def view(site: Path, page: str) -> int:
    """Bytes of a page with every script, style sheet and icon it names."""
    file = site / page / "index.html"
    assets = {(file.parent / name).resolve() for name in _ASSET.findall(file.read_text(encoding="utf-8"))}
    return size(file) + sum(size(asset) for asset in assets)


def main() -> None:
    """Print a line a language."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve()
    for lang, site in (("zh", root), ("en", root / "en")):
        search = sum(size(root / name) for name in SEARCH) + size(site / "search/search_data.json")
        text = size(site / "search/search_text.json")
        print(
            f"{lang}  home {view(site, '') / 1024:5.0f} KB   case {view(site, 'cases/smart-meter-runs-fast') / 1024:5.0f} KB   first search result +{search / 1024:4.0f} KB, by any word +{text / 1024:4.0f} KB"
        )


if __name__ == "__main__":
    main()
