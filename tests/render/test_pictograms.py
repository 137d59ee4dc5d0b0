"""The small drawings beside channels and matters: one family, one for each word, and never instead of a word."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from lxml import etree

from course.content import cache_keys
from course.content.reading import load
from course.content.tables import VocabularyRow
from course.language.lang import LANGS, Lang
from course.render import cards, drawings, pictograms
from small import ROOT, SAMPLE, minimal

KEYS = sorted(pictograms.drawings())
TOKENS = (ROOT / "overrides/assets/css/tokens.css").read_text(encoding="utf-8")
_HEX = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")


@pytest.mark.parametrize("key", KEYS, ids="/".join)
def test_every_drawing_is_of_the_family(key: tuple[str, str]) -> None:
    svg = pictograms.drawings()[key]
    root = etree.fromstring(svg.encode())
    assert dict(root.attrib) == {
        "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor", "stroke-width": "1.7", "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }  # fmt: skip
    assert list(drawings.strange(svg)) == []
    shapes = [element for element in root.iter() if element is not root]
    assert shapes and not [
        element for element in shapes if {"fill", "stroke", "stroke-width", "opacity", "class"}.intersection(element.keys())
    ]
    assert "".join(root.itertext()).strip() == "", "a drawing has no words"
    assert "\n" not in svg, "it goes into a line of Markdown"


def test_no_two_drawings_are_the_same() -> None:
    assert not [pair for pair in combinations(KEYS, 2) if pictograms.drawings()[pair[0]] == pictograms.drawings()[pair[1]]]


def test_every_channel_and_matter_of_a_whole_course_has_one_and_none_is_left_over() -> None:
    vocabulary = load(SAMPLE).choices
    assert pictograms.missing(vocabulary) == []
    known = {(group, row.id) for group in pictograms.GROUPS for row in getattr(vocabulary, group)}
    assert pictograms.drawings().keys() == known


def test_what_is_new_in_the_vocabulary_is_told() -> None:
    vocabulary = load(SAMPLE).choices
    solar = VocabularyRow(id="solar", zh="光伏", en="Solar", zh_about="装在屋顶上。", en_about="On the roof.")
    changed = vocabulary.model_copy(update={"issues": (*vocabulary.issues, solar)})
    assert pictograms.missing(changed) == ["issues/solar"]
    assert pictograms.drawn("issues", "solar") == ""
    assert pictograms.beside(changed, "issues", "solar", "zh") == "光伏"


@pytest.mark.parametrize("lang", LANGS)
def test_a_drawing_is_hidden_and_stands_before_its_word(lang: Lang) -> None:
    row = VocabularyRow(id="meter", zh="电<表>", en="Me<ter>", zh_about="表。", en_about="Meters.")
    vocabulary = minimal().choices.model_copy(update={"issues": (row,)})
    made = pictograms.beside(vocabulary, "issues", "meter", lang)
    assert re.fullmatch(r'<span class="drawn"><svg class="pictogram" aria-hidden="true" [^\n]*</svg>(电|Me)&lt;(表|ter)&gt;</span>', made)
    assert "xmlns" not in made


def test_a_card_shows_channel_and_first_matter() -> None:
    catalogue = minimal()
    card = cards.case_cards(catalogue.cases.values(), catalogue, "en", "cases/index.md")
    assert card.count('class="pictogram" aria-hidden="true"') == 2
    assert card.index(">Hotline</span>") < card.index(">Meter</span>") < card.index("15 min")


def luminance(colour: str) -> float:
    """As contrast is reckoned by WCAG 2."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("part", range(1, 9))
def test_the_colour_of_a_part_can_be_read_on_every_ground(part: int, scheme: int) -> None:
    light, dark = TOKENS.split('[data-md-color-scheme="slate"]')
    named = dict(_HEX.findall((light, dark)[scheme]))
    own = luminance(named[f"part-{part}"])
    for ground in ("paper", "raised", "sunk"):
        low, high = sorted((own, luminance(named[ground])))
        assert (high + 0.05) / (low + 0.05) >= 4.5, ground
    assert f".of-part-{part} {{\n  --part: var(--part-{part});" in TOKENS


def test_a_changed_drawing_is_a_change_of_what_prints_are_made_from() -> None:
    assert pictograms.drawings()["issues", "meter"] in cache_keys.code()
