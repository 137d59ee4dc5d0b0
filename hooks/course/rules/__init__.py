"""What must hold of the content, one rule a module: ``CODE``, ``WHY`` and ``check``. Codes are never reused: E317 went into E318.

E0xx and E1xx are found while reading (``content``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.rules import (
    e201_known_ids,
    e202_sections,
    e203_headings,
    e204_directives,
    e205_marks,
    e206_links,
    e207_pictures,
    e208_same_relations,
    e209_collision,
    e210_plans,
    e211_figures,
    e212_chapter_of_case,
    e213_unique_rows,
    e301_same_structure,
    e302_same_figures,
    e303_terms,
    e304_good_words,
    e305_connected,
    e306_legal_figures,
    e307_personal_data,
    e308_addresses,
    e309_still_to_write,
    e310_chinese_typography,
    e311_british_spelling,
    e312_respectful_you,
    e313_link_texts,
    e314_minutes,
    e315_unused,
    e316_print_characters,
    e318_allowed,
    e319_drawings,
    e321_printable_size,
    e323_as_it_looks,
    e324_said_twice,
    e326_lengths,
    e327_own_language,
    e328_word_lists,
    e329_answered,
    e330_balanced,
    e331_quizzes,
    e332_sayable,
    e333_due,
)
from course.rules.bodies import Pages


class CourseRule(Protocol):
    """A rule about how pages and tables stand to each other."""

    CODE: str
    WHY: str

    def check(self, catalogue: Catalogue) -> Iterator[Problem]:
        """Every place where the rule does not hold."""
        ...


class PageRule(Protocol):
    """A rule about what is on a page, and in the tables: of other pages it knows the codes only."""

    CODE: str
    WHY: str

    def check(self, catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
        """Every place in the tables and on those pages, or on every page, where the rule does not hold."""
        ...


PAGE_RULES: tuple[PageRule, ...] = (
    e202_sections,
    e203_headings,
    e204_directives,
    e205_marks,
    e207_pictures,
    e301_same_structure,
    e302_same_figures,
    e303_terms,
    e304_good_words,
    e306_legal_figures,
    e307_personal_data,
    e309_still_to_write,
    e310_chinese_typography,
    e311_british_spelling,
    e312_respectful_you,
    e313_link_texts,
    e314_minutes,
    e316_print_characters,
    e318_allowed,
    e321_printable_size,
    e323_as_it_looks,
    e324_said_twice,
    e326_lengths,
    e327_own_language,
    e329_answered,
    e330_balanced,
    e332_sayable,
)

COURSE_RULES: tuple[CourseRule, ...] = (
    e201_known_ids,
    e206_links,
    e208_same_relations,
    e209_collision,
    e210_plans,
    e211_figures,
    e212_chapter_of_case,
    e213_unique_rows,
    e305_connected,
    e308_addresses,
    e315_unused,
    e319_drawings,
    e328_word_lists,
    e331_quizzes,
    e333_due,
)

RULES: tuple[CourseRule | PageRule, ...] = tuple(sorted((*COURSE_RULES, *PAGE_RULES), key=lambda rule: rule.CODE))

UNFINISHED = (e309_still_to_write.CODE, e315_unused.CODE)
"""Codes of what is wrong with a page only because it is still being written."""


def check(catalogue: Catalogue) -> list[Problem]:
    """All problems of the course, of reading and of every rule, in order of place."""
    return sorted({*catalogue.problems, *(problem for rule in RULES for problem in rule.check(catalogue))})
