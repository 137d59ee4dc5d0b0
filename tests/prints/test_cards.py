"""Cards cut straight: each back is behind its front, and nothing is where the knife goes or a printer does not reach."""

from __future__ import annotations

from math import ceil

import pytest
from pytest import approx

from course.content.catalogue import Catalogue
from course.language.lang import LANGS, Lang
from course.prints import cards
from course.prints.cards import POCKET, ROLES, Card
from course.prints.markup import joined, source, text
from course.prints.typesetter import Typesetter
from set_type import LEAF, Box, compiled, pages, strokes

BLIND = 5
"""Millimetres at the edge of a leaf that a printer may not reach."""
Grid = tuple[int, int]


def cell(word: Box, grid: Grid, turned: bool = False) -> tuple[int, int]:
    """The card of a grid that has a word, as one sees it from the front."""
    wide, high = LEAF[0] / grid[0], LEAF[1] / grid[1]
    middle = (word.left + word.right) / 2
    return int((LEAF[0] - middle if turned else middle) // wide), int(word.top // high)


def clear(word: Box, grid: Grid) -> float:
    """How far a word is from the nearest edge of its card."""
    wide, high = LEAF[0] / grid[0], LEAF[1] / grid[1]
    column, row = cell(word, grid)
    return min(word.left - column * wide, (column + 1) * wide - word.right, word.top - row * high, (row + 1) * high - word.bottom)


@pytest.mark.parametrize("grid", sorted({*ROLES, *POCKET}))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 8, 9])
def test_each_back_stands_behind_its_front(grid: Grid, count: int) -> None:
    """Turned over its long edge, a leaf is mirrored from left to right; the last row may be short."""
    set_ = [Card(f"n{number}", text(f"front{number}"), text(f"back{number}")) for number in range(count)]
    made = pages(compiled(cards._set("pocket-cards", (grid,), set_)))
    on_leaf = grid[0] * grid[1]
    assert len(made) == 2 * -(-count // on_leaf)
    for leaf, (fronts, backs) in enumerate(zip(made[::2], made[1::2], strict=True)):
        there = range(leaf * on_leaf, min(count, (leaf + 1) * on_leaf))
        assert {word.words: cell(word, grid) for word in fronts} == {f"front{n}": (n % grid[0], n % on_leaf // grid[0]) for n in there}
        assert {word.words: cell(word, grid, turned=True) for word in backs} == {
            f"back{n}": (n % grid[0], n % on_leaf // grid[0]) for n in there
        }


@pytest.mark.parametrize("grid", sorted({*ROLES, *POCKET}))
def test_marks_stand_where_to_cut_and_can_be_seen_at_the_edge(grid: Grid) -> None:
    set_ = [Card("n", text("front"), text("back"))]
    for page in strokes(compiled(cards._set("pocket-cards", (grid,), set_))):
        for axis, number in enumerate(grid):
            cuts = [LEAF[axis] * part / number for part in range(1, number)]
            along = [(line.left, line.top, line.bottom) if axis == 0 else (line.top, line.left, line.right) for line in page]
            for cut in cuts:
                ends = [(start, end) for place, start, end in along if place == approx(cut, abs=0.05) and end - start > 1]
                assert min(start for start, _ in ends) == approx(0, abs=0.1)
                assert max(end for start, end in ends if start < 1) > BLIND + 3
                assert min(start for start, end in ends if end > LEAF[1 - axis] - 1) < LEAF[1 - axis] - BLIND - 3
        straight = [line for line in page if line.right - line.left < 0.05 or line.bottom - line.top < 0.05]
        assert len(straight) == len(page)
        assert bool(page) == (grid != (1, 1))


@pytest.mark.parametrize("lang", LANGS)
def test_the_roles_of_every_case_fit_cards_of_a_quarter_leaf(course: Catalogue, lang: Lang) -> None:
    typesetter = Typesetter(course, lang)
    sets = [list(cards._roles(case, typesetter)) for case in course.cases.values()]
    made = pages(compiled(joined([cards._set("role-cards", ROLES[:1], set_) for set_ in sets]), lang))
    assert len(made) == 2 * sum(ceil(len(set_) / 4) for set_ in sets), "four to a leaf, with their backs"
    assert min(clear(word, ROLES[0]) for page in made for word in page) > BLIND


@pytest.mark.parametrize("lang", LANGS)
def test_phrases_keep_clear_of_the_edge(course: Catalogue, lang: Lang) -> None:
    made = pages(compiled(cards.sheets([], course.phrases, Typesetter(course, lang)), lang))
    assert any(min(clear(word, grid) for page in made for word in page) > BLIND for grid in POCKET[:2])


@pytest.mark.parametrize("lang", LANGS)
def test_a_back_says_whose_card_it_is_and_nothing_of_what_it_says(course: Catalogue, lang: Lang) -> None:
    typesetter = Typesetter(course, lang)
    for case in course.cases.values():
        for (title, words), card in zip(cards.roles(case, typesetter), cards._roles(case, typesetter), strict=True):
            back = source(card.back)
            assert title in back and case.code in back
            assert not [line for line in words.split("\n") if len(line) > 8 and line in back]


def test_a_card_too_long_for_a_leaf_is_named() -> None:
    with pytest.raises(Exception, match="too long for a leaf: long one"):
        compiled(cards._set("role-cards", ROLES, [Card("long one", text("很长的一句话。" * 2000), text("back"))]))


def test_a_set_takes_larger_cards_before_text_too_small_to_read() -> None:
    some = [Card("n", text("一句话。" * 110), text("back"))]
    front, _ = pages(compiled(cards._set("role-cards", ROLES, some)))
    assert max(word.right for word in front) <= LEAF[0] / 2
    long = [Card("n", text("一句话。" * 330), text("back"))]
    front, _ = pages(compiled(cards._set("role-cards", ROLES, long)))
    assert max(word.right for word in front) > LEAF[0] / 2
