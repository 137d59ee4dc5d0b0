"""`make fonts`: the fonts of the printed editions, cut down to the characters the course may use.

In: three Debian packages below ROOT; the fonts' README says which. Out: the fonts, their sums, and every character they have.
The same bytes come out every time. Another version of a source is refused: its shapes would move lines on paper.
"""

from __future__ import annotations

import bz2
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from course.prints import press

HERE = Path(__file__).resolve().parents[1]
FONTS = HERE / "hooks/course/prints/fonts"
ROOT = Path(os.environ.get("ROOT", "/"))

LATIN, CJK = "usr/share/fonts/truetype/noto", "usr/share/fonts/opentype/noto"
UNIHAN = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
SOURCES = {
    f"{LATIN}/NotoSans-Regular.ttf": "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d",
    f"{LATIN}/NotoSans-Bold.ttf": "e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5",
    f"{LATIN}/NotoSans-Italic.ttf": "5d7618dda819443fd07301c84adcee9fe8960c873ea5e5e1f0f59db384b78082",
    f"{LATIN}/NotoSans-BoldItalic.ttf": "4315b26e5afb62f70f5ffe0edaa3363e57765ff2af2beda12b6fef197e3e5f5a",
    f"{LATIN}/NotoSansSymbols2-Regular.ttf": "876598db5f1e3bef2bc77c4d94c5b0d5d2c1620be4878a06f18fb5434e331688",
    f"{CJK}/NotoSansCJK-Regular.ttc": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    f"{CJK}/NotoSansCJK-Bold.ttc": "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
    UNIHAN: "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2",
}
"""What is read -> the SHA-256 it must have."""

SIMPLIFIED = 2
"""Place of the Simplified Chinese face in Debian's collections of faces."""

FEATURES = ["ccmp", "halt", "kern", "liga", "mark", "palt"]
"""Of the Chinese fonts: others, `locl` first of all, bring the shapes of Japan, Korea and Taiwan and double the size."""

SIGNS = frozenset("☐☑☒✎✓✔✗✘⚡")
"""From one font, so that a tick and a cross are of one hand: Noto Sans CJK has the tick alone, Noto Sans none of them."""

LETTERS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1CD, 0x1DC),
    (0x300, 0x30C),
    (0x384, 0x3CE),
    (0x2010, 0x205E),
    (0x2070, 0x20BF),
    (0x2100, 0x218F),
)
"""Latin with the tones of pinyin, Greek for units and formulas, punctuation, currencies, small figures and units."""

CHINESE = ((0x2190, 0x27BF), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF))
"""Arrows, operators, frames, shapes, numbers in circles, Chinese punctuation, square units, full-width forms."""

UNSEEN = frozenset(map(chr, (0xAD, *range(0x2028, 0x2030), 0x3164, 0xFFA0)))
"""Characters without a shape."""


def main() -> None:
    for name, wanted in SOURCES.items():
        file = ROOT / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            sys.exit(f"{file}: 没有，或者不是这里要的版本，见 {FONTS}/README.md / missing or not the version that is expected, see there")
    letters = {*_of(LETTERS)} - UNSEEN
    chinese = {*letters, *_of(CHINESE), *standard(), *_gb2312(), *_used()} - UNSEEN - SIGNS
    has = cut(f"{LATIN}/NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", SIGNS, ["*"])
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        has |= cut(f"{LATIN}/NotoSans-{style}.ttf", f"NotoSans-{style}.ttf", letters, ["*"])
    for style in ("Regular", "Bold"):
        has |= cut(f"{CJK}/NotoSansCJK-{style}.ttc", f"NotoSansCJKsc-{style}.otf", chinese, FEATURES)
    (FONTS / "characters.txt").write_text(_listed(has), encoding="utf-8", newline="\n")
    (FONTS / press.SUMS).write_text(sums(), encoding="utf-8", newline="\n")


def sums() -> str:
    """What the press knows the fonts by, as `sha256sum -c` reads it."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(FONTS.glob("*.?tf")))


def standard() -> Iterator[str]:
    """The 8,105 characters of China's table of 2013 (通用规范汉字表), as Unicode lists them."""
    for line in bz2.decompress((ROOT / UNIHAN).read_bytes()).decode().split("\n"):
        if "\tkTGH\t" in line:
            yield chr(int(line.split("\t")[0].removeprefix("U+"), 16))


def _gb2312() -> Iterator[str]:
    """Everything in the character set of 1980, what every Chinese keyboard writes: its signs, too."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")


def _used() -> Iterator[str]:
    """Every character the course uses already; where a font lacks one, the rule says so."""
    for file in (*HERE.glob("docs/**/*.md"), *HERE.glob("docs/**/*.yml"), HERE / "hooks/course/render/words.yml"):
        yield from file.read_text(encoding="utf-8")


def _of(ranges: Iterable[tuple[int, int]]) -> Iterator[str]:
    for first, last in ranges:
        yield from map(chr, range(first, last + 1))


def cut(source: str, target: str, wanted: Iterable[str], features: list[str]) -> set[str]:
    """Write a font with those of the wanted characters it has, and say which they are; its names and its licence stay."""
    with TTFont(ROOT / source, fontNumber=SIMPLIFIED, recalcTimestamp=False) as font:
        options = subset.Options(
            layout_features=features,
            name_IDs=["*"],
            notdef_outline=True,
            hinting=False,
            drop_tables=["BASE", "VORG", "vhea", "vmtx", "DSIG"],
        )
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=map(ord, wanted))
        subsetter.subset(font)
        font.save(FONTS / target)
        return {*map(chr, font.getBestCmap())}


def _listed(characters: Iterable[str]) -> str:
    """Sixty to a line, in the order of their code points."""
    found = "".join(sorted({*characters} - {" ", "\xa0", "\u3000"} - {*map(chr, range(0x2000, 0x200B))}))
    return "".join(f"{found[at : at + 60]}\n" for at in range(0, len(found), 60))


if __name__ == "__main__":
    main()
