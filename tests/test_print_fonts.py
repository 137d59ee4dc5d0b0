"""The fonts of the prints are what their list says, and are made the same every time."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import print_fonts
from course.prints import press
from course.rules.e316_print_characters import LIST
from print_fonts import FONTS, SIGNS

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
LATIN = [f"NotoSans-{style}.ttf" for style in STYLES]
CHINESE = [f"NotoSansCJKsc-{style}.otf" for style in STYLES[:2]]
SYMBOLS = "NotoSansSymbols2-Regular.ttf"


@cache
def characters(name: str) -> frozenset[str]:
    return frozenset(map(chr, TTFont(FONTS / name).getBestCmap()))


def test_the_list_is_what_the_fonts_have() -> None:
    listed = LIST.read_text(encoding="utf-8").replace("\n", "")
    had = frozenset().union(*(characters(file.name) for file in FONTS.glob("*.?tf")))
    assert list(listed) == sorted(set(listed))
    assert {letter for letter in had if not letter.isspace()} == set(listed)


def test_the_sums_are_those_of_the_fonts() -> None:
    sums = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FONTS.glob("*.?tf")}
    assert (
        (FONTS / press.SUMS).read_text(encoding="utf-8")
        == "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
        == print_fonts.sums()
    )


@pytest.mark.parametrize("names", [LATIN, CHINESE], ids=["latin", "chinese"])
def test_bold_and_slanted_have_what_regular_has(names: list[str]) -> None:
    assert len({characters(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("names", "family"),
    [(LATIN, "Noto Sans"), (CHINESE, "Noto Sans CJK SC"), ([SYMBOLS], "Noto Sans Symbols2")],
    ids=lambda value: str(value),
)
def test_families_keep_their_names_and_licence(names: list[str], family: str) -> None:
    for name in names:
        told = TTFont(FONTS / name)["name"]
        assert told.getDebugName(1) == family
        assert "SIL Open Font License" in told.getDebugName(13)
        assert told.getDebugName(0).removeprefix("© ").removeprefix("Copyright ") in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_ticks_and_crosses_are_of_one_font() -> None:
    assert characters(SYMBOLS) >= SIGNS
    assert not SIGNS & (characters(LATIN[0]) | characters(CHINESE[0]))


def test_chinese_quotes_are_full_width_and_english_ones_are_not() -> None:
    widths = {}
    for name in (LATIN[0], CHINESE[0]):
        font = TTFont(FONTS / name)
        widths[name] = [font["hmtx"][font.getBestCmap()[ord(mark)]][0] / font["head"].unitsPerEm for mark in "“”‘’"]
    assert widths[CHINESE[0]] == [1, 1, 1, 1]
    assert max(widths[LATIN[0]]) < 0.5


def test_a_font_is_cut_to_the_same_bytes_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_fonts, "ROOT", FONTS)
    monkeypatch.setattr(print_fonts, "FONTS", tmp_path)
    for target in ("one.otf", "two.otf"):
        assert print_fonts.cut(CHINESE[0], target, "柜台😀“”", print_fonts.FEATURES) == set("柜台“”")
    assert (tmp_path / "one.otf").read_bytes() == (tmp_path / "two.otf").read_bytes()


def test_another_version_of_a_source_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_fonts, "ROOT", tmp_path)
    monkeypatch.setattr(print_fonts, "FONTS", tmp_path / "fonts")
    for name in print_fonts.SOURCES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"another version")
    with pytest.raises(SystemExit, match="not the version that is expected"):
        print_fonts.main()


def test_a_source_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_fonts, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match="NotoSans-Regular.ttf"):
        print_fonts.main()
