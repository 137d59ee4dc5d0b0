"""How many ruled lines a trainee needs to write an answer on."""

from __future__ import annotations

import re

_WITHIN = r"(?:[^。？！?!；;.]|\.(?=\d))*"
_SENTENCE = re.compile(rf"{_WITHIN}[^\W\d_]{_WITHIN}[。？！?!；;.]")
"""A full stop before a digit is a decimal point."""
LINE = 80
"""Half-widths of handwriting on one line."""


def for_question(words: str) -> int:
    """Two lines for one thing asked and one more for each further sentence, six at most."""
    return max(2, min(6, 1 + len(_SENTENCE.findall(words))))


def for_answer(words: str) -> int:
    """As many as an answer of that length takes: two at least, eight at most."""
    return max(2, min(8, 1 + sum(2 if letter > "\u2e7f" else 1 for letter in words) // LINE))
