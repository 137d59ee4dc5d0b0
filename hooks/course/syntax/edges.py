"""Lines at which a block begins or ends: fences, containers, ``{{ }}`` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

VIEW = re.compile(r"^\{\{\s*([\w-]+)\s*(?::\s*([\w-]+)\s*)?\}\}\s*$")
COMPANY = re.compile(r"\{\{ *company *: *(?P<own>[\w-]+) *\}\}")
"""A place for what each company says its own way, anywhere in a line."""
OPENS = re.compile(r"^:{3,}\s*([\w-]+)\s*(.*?)\s*$")
CLOSES = re.compile(r"^:{3,}\s*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^`]*)$")


@dataclass(frozen=True)
class Fence:
    """An edge of a fenced block: its mark and, on an opening one, all that is written after it."""

    mark: str
    name: str

    def closes(self, opening: Fence) -> bool:
        """Whether this edge ends the block that one opened."""
        return self.mark.startswith(opening.mark) and not self.name


def fence(line: str) -> Fence | None:
    """The edge of a fenced block that line is, if it is one."""
    if "```" not in line and "~~~" not in line:
        return None
    match = _FENCE.match(line)
    return Fence(match[1], match[2].strip()) if match else None
