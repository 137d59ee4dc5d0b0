"""How long the check takes as the course grows: the real course and hundreds of cases made from its own.

Run from the project's root: ``make bench``. Prints cases, megabytes of pages, and the seconds of three runs: the first, with
nothing remembered; one after one case was edited; one after nothing was. Then with what power of the size each grows between
the last two sizes: 1.0 is a straight line. Every size must pass the check.
"""

from __future__ import annotations

import math
import random
import re
import shutil
import tempfile
from itertools import cycle, islice
from pathlib import Path

from build import run

from course.language.lang import Lang

SIZES = (0, 240, 480, 960)
"""Cases added to the real ones."""

FILLERS: dict[Lang, list[str]] = {
    "zh": list("山水花鸟云雨风雪松竹梅兰菊荷桃李柳桐琴棋书画笔墨纸砚江河湖海溪泉岛桥舟帆虹霞星露霜雾"),
    "en": "hill lake bird cloud rain wind snow pine plum lily peach willow flute chess brush ink paper stone river brook spring isle "
    "bridge boat sail rainbow dawn star dew frost mist reed moss fern oak elm ash birch heath moor".split(),
}
"""Words to draw reasons from: no two may be alike, and none may mean a term or a figure."""


def grown(root: Path, to: Path, more: int) -> None:
    """Copy the course to ``to`` with ``more`` cases in both languages; each is one of the real ones under a new code and name."""
    shutil.copytree(root / "docs", to / "docs")
    if not more:
        return
    originals = sorted((root / "docs/zh/cases").glob("*.md"))
    taken = "".join(file.read_text(encoding="utf-8") for file in originals)
    codes = [code for number in range(1, 1000) if f"\nid: {(code := f'C{number:02}')}\n" not in taken][:more]
    languages: tuple[Lang, ...] = ("zh", "en")
    for code, original in zip(codes, islice(cycle(originals), more), strict=True):
        for lang in languages:
            text = (root / f"docs/{lang}/cases/{original.name}").read_text(encoding="utf-8")
            (to / f"docs/{lang}/cases/{original.stem}-{code.lower()}.md").write_text(renamed(text, code, lang), encoding="utf-8")
    for chapter in (to / "docs/zh/chapters").glob("*.md"):
        text = chapter.read_text(encoding="utf-8")
        mine = [code for code, original in zip(codes, islice(cycle(originals), more), strict=True) if taught(original, chapter_id(text))]
        old = re.search(r"^cases: \[.*(?=\]$)", text, re.M)
        assert old
        chapter.write_text(text.replace(old[0], ", ".join([old[0], *mine])), encoding="utf-8")


def renamed(text: str, code: str, lang: Lang) -> str:
    """A case under a new code and title, with reasons of its own."""
    front, body = text[4:].split("\n---\n", 1)
    draw = random.Random(code)
    note = f"（{code}）" if lang == "zh" else f" ({code})"
    front = re.sub(r"^id: C\d+$", f"id: {code}", front, flags=re.M)
    front = re.sub(r"^(title: .*?)(\"?)$", rf"\g<1>{note}\g<2>", front, flags=re.M)
    front = re.sub(
        r"^(  P\d\d: ).*$", lambda found: found[1] + ("" if lang == "zh" else " ").join(draw.sample(FILLERS[lang], 16)), front, flags=re.M
    )
    return f"---\n{front}\n---\n{body}"


def chapter_id(text: str) -> str:
    """Code of the chapter whose page that is."""
    found = re.search(r'^id: "([\d.]+)"', text, re.M)
    assert found
    return found[1]


def taught(case: Path, chapter: str) -> bool:
    """Whether a case belongs to that chapter."""
    return f'\nchapter: "{chapter}"' in case.read_text(encoding="utf-8")


def checked(root: Path, course: Path) -> float:
    """Seconds of one check."""
    return run("course", "--root", str(course), "check", cwd=root)[0]


def main() -> None:
    """Measure and print."""
    root = Path(__file__).resolve().parents[1]
    sizes: list[float] = []
    times: list[tuple[float, float, float]] = []
    print("cases       MB   first  one edited  nothing edited   (seconds)")
    for more in SIZES:
        with tempfile.TemporaryDirectory() as name:
            course = Path(name)
            grown(root, course, more)
            first = checked(root, course)
            case = next((course / "docs/zh/cases").glob("*.md"))
            case.write_text(case.read_text(encoding="utf-8") + "\n", encoding="utf-8")
            times.append((first, checked(root, course), checked(root, course)))
            sizes.append(sum(file.stat().st_size for file in course.rglob("*.md")) / 1e6)
            cases = len(list(course.glob("docs/zh/cases/*.md")))
        print(f"{cases:5} {sizes[-1]:8.1f} {times[-1][0]:7.2f} {times[-1][1]:11.2f} {times[-1][2]:15.2f}")
    powers = [math.log(large / small) / math.log(sizes[-1] / sizes[-2]) for small, large in zip(times[-2], times[-1], strict=True)]
    print("grows with the size to the power of " + ", ".join(f"{power:.2f}" for power in powers))


if __name__ == "__main__":
    main()
