"""What the tests of the prints share: names of types, and which prints are whose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from course.sessions.printables import Print

Making = Callable[..., Mapping[Print, Path]]
Setting = Callable[..., Path]
FOR_TRAINEES = ("handout", "form")
"""Kinds of print that trainees get."""
