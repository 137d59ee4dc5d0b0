"""What is handed on of a finished site: ``python tools/release.py site dist``, for ``make release``.

``dist`` then holds a zip of the whole site, one of the prints alone, and two lists of SHA-256: SHA256SUMS of the zips, and
site.SHA256SUMS of each file of the site, to be looked at where it was unpacked (``sha256sum --check``). The same site makes the same
bytes: names in order, one date, one mode. ``dist`` is there as a whole or as it was before.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from course.files import building
from course.files.version import version

ROOT = Path(__file__).resolve().parents[1]
NAMES = re.compile(r"[\w.-]*")
"""What of a version can be part of a file's name on every system."""
DATE = (1980, 1, 1, 0, 0, 0)
"""Of every file in a zip: the first there can be."""
PRINTS: Mapping[str, str] = {"prints": "zh", "en/prints": "en"}
"""Folder of the site with PDFs -> its folder in the zip of the prints."""


class Refused(Exception):
    """There is nothing to hand on, and what to do, in both languages."""


def contents(site: Path) -> dict[str, Path]:
    """Every file of the site by its path, in order; Refused where that is no whole site."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    lacking = [path for path in ("index.html", "en/index.html") if path not in files]
    lacking += [f"{folder}/*.pdf" for folder in PRINTS if not any(_is_print(path, folder) for path in files)]
    if lacking:
        named = ", ".join(lacking)
        raise Refused(f"{site} 里没有 {named}：先 make build，不要 PRINTS=no / {site} lacks {named}: make build first, without PRINTS=no")
    return dict(sorted(files.items()))


def printed(files: Mapping[str, Path]) -> dict[str, Path]:
    """The prints among those files, in a folder for each language."""
    found = {f"{lang}/{file.name}": file for folder, lang in PRINTS.items() for path, file in files.items() if _is_print(path, folder)}
    return dict(sorted(found.items()))


def pack(files: Mapping[str, Path], to: Path) -> None:
    """A zip of those files in that order, which says nothing of when, where or by whom it was made."""
    with ZipFile(to, "w") as archive:
        for path, file in files.items():
            entry = ZipInfo(path, DATE)
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o100644 << 16, ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())


def sums(files: Mapping[str, Path]) -> str:
    """A line for each file as ``sha256sum --check`` reads it."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {path}\n" for path, file in files.items())


def release(site: Path, dist: Path, name: str) -> list[Path]:
    """Fill ``dist`` from that site, for a version of that name; the files there are then."""
    if not NAMES.fullmatch(name):
        raise Refused(f"版本 {name}：只用字母、数字、点、横线 / version {name}: expected letters, digits, dots and dashes alone")
    files = contents(site)
    work = building.prepare(dist, ROOT)
    try:
        behind = f"-{name}" if name else ""
        archives = {f"course-{what}{behind}.zip": held for what, held in (("prints", printed(files)), ("site", files))}
        for archive, held in archives.items():
            pack(held, work / archive)
        (work / "SHA256SUMS").write_text(sums({archive: work / archive for archive in archives}), encoding="utf-8")
        (work / "site.SHA256SUMS").write_text(sums(files), encoding="utf-8")
        building.swap(work, dist)
    finally:
        building.drop(work)  # It has become dist unless something went wrong.
    return sorted(dist.iterdir())


def _is_print(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/") and path.endswith(".pdf")


def main(site: str, dist: str) -> int:
    """Release it and name the files; the exit status."""
    try:
        for file in release(Path(site), Path(dist), version(ROOT)):
            print(file)
    except (Refused, building.Refused) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
