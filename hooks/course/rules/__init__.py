"""What must hold of the content, one rule a module: ``CODE``, ``WHY`` and ``check(catalogue)``. Codes are never reused.

E0xx and E1xx are found while reading (``frontmatter``, ``schema``, ``reading``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from course.catalogue import Catalogue
from course.problem import Problem
from course.rules import (
    e201_known_ids,
    e202_sections,
    e203_headings,
    e204_directives,
    e205_marks,
    e206_links,
    e207_alternative_text,
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
    e312_respectful_you,
)


class Rule(Protocol):
    """A rule module."""

    CODE: str
    WHY: str

    def check(self, catalogue: Catalogue) -> Iterator[Problem]:
        """Every place where the rule does not hold."""
        ...


RULES: tuple[Rule, ...] = (
    e201_known_ids,
    e202_sections,
    e203_headings,
    e204_directives,
    e205_marks,
    e206_links,
    e207_alternative_text,
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
    e312_respectful_you,
)


def check(catalogue: Catalogue) -> list[Problem]:
    """All problems of the course, of reading and of every rule, in order of place."""
    return sorted({*catalogue.problems, *(problem for rule in RULES for problem in rule.check(catalogue))})
