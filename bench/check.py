"""How long the check takes as the course grows: the real course and hundreds of cases made from its own.

Run from the project's root: ``make bench``. Prints cases, megabytes of pages, seconds (the faster of two), and with what power
of the size the time grows between the last two sizes: 1.0 is a straight line. Every size must pass the check.
"""

from __future__ import annotations

import math
import re
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from build import run

SIZES = (0, 250, 500, 1000)
"""Cases added to the real ones."""

FIRST = 100
"""Code of the first one: C100."""


def grown(root: Path, to: Path, more: int) -> None:
    """Copy the course to ``to`` with ``more`` cases in both languages; each is one of the real ones under a new code and name."""
    shutil.copytree(root / "docs", to / "docs")
    if not more:
        return
    originals = sorted((root / "docs/zh/cases").glob("*.md"))
    codes = [f"C{number}" for number in range(FIRST, FIRST + more)]
    for code, original in zip(codes, islice(cycle(originals), more), strict=True):
        for lang in ("zh", "en"):
            text = (root / f"docs/{lang}/cases/{original.name}").read_text(encoding="utf-8")
            (to / f"docs/{lang}/cases/{original.stem}-{code.lower()}.md").write_text(renamed(text, code, lang), encoding="utf-8")
    for chapter in (to / "docs/zh/chapters").glob("*.md"):
        text = chapter.read_text(encoding="utf-8")
        mine = [code for code, original in zip(codes, islice(cycle(originals), more), strict=True) if taught(original, chapter_id(text))]
        chapter.write_text(re.sub(r"^cases: \[(.*)\]$", lambda found: f"cases: [{', '.join([found[1], *mine])}]", text, flags=re.M), encoding="utf-8")


def renamed(text: str, code: str, lang: str) -> str:
    """A case under a new code; its title and its reasons say so, because no two may be alike."""
    text = re.sub(r"^id: C\d+$", f"id: {code}", text, flags=re.M)
    note = f"（{code}）" if lang == "zh" else f" ({code})"
    front, body = text[4:].split("\n---\n", 1)
    front = re.sub(r"^(title: .*?|  P\d\d: .*?)(\"?)$", rf"\g<1>{note}\g<2>", front, flags=re.M)
    return f"---\n{front}\n---\n{body}"


def chapter_id(text: str) -> str:
    """Code of the chapter whose page that is."""
    found = re.search(r'^id: "([\d.]+)"', text, re.M)
    assert found
    return found[1]


def taught(case: Path, chapter: str) -> bool:
    """Whether a case belongs to that chapter."""
    return f'\nchapter: "{chapter}"' in case.read_text(encoding="utf-8")


def main() -> None:
    """Measure and print."""
    root = Path(__file__).resolve().parents[1]
    times: list[tuple[float, float]] = []
    print("cases       MB      s     per case")
    for more in SIZES:
        with tempfile.TemporaryDirectory() as name:
            grown(root, Path(name), more)
            size = sum(file.stat().st_size for file in Path(name).rglob("*.md")) / 1e6
            cases = len(list(Path(name).glob("docs/zh/cases/*.md")))
            seconds = min(run("course", "--root", name, "check", cwd=root)[0] for _ in range(2))
        times.append((size, seconds))
        print(f"{cases:5} {size:8.1f} {seconds:6.2f} {1000 * seconds / cases:8.1f} ms")
    (small, before), (large, after) = times[-2:]
    print(f"grows with the size to the power of {math.log(after / before) / math.log(large / small):.2f}")


if __name__ == "__main__":
    sys.exit(main())
