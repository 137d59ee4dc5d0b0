"""What is written on the pages of a PDF, in the order in which it is read out, with its place; and what is painted without a tag.

Reads the content streams themselves, because that is where tags are; knows the operators our prints and Chromium's use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]

PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "BI", "INLINE IMAGE"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_CODES = re.compile(rb"<([0-9A-Fa-f ]+)>")
_MAPS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f ]+)>\s*<([0-9A-Fa-f ]+)>\s*(\[[^\]]*\]|<[0-9A-Fa-f ]+>)?")


@dataclass(frozen=True)
class Mark:
    """Something painted: on which page (from 0), under which tag, where, and what it says, if anything."""

    page: int
    operator: str
    tag: int | None
    """Number of the marked content on its page; None outside any."""
    artifact: bool
    x: float
    y: float
    words: str = ""


def marks(pdf: pikepdf.Pdf) -> Iterator[Mark]:
    """Everything that is painted, page by page."""
    for number, page in enumerate(pdf.pages):
        yield from _painted(page, number)


@dataclass(frozen=True)
class Text:
    """What a PDF says: its running text and its running heads, both without spaces, and the lines of the former."""

    words: str
    artifacts: str
    lines: tuple[str, ...]


@cache
def read(file: Path) -> Text:
    """The text of a file that does not change: prints are named by what they are made from."""
    with pikepdf.open(file) as pdf:
        written = [mark for mark in marks(pdf) if mark.words]
    body = [mark for mark in written if not mark.artifact]
    heads = "".join(mark.words for mark in written if mark.artifact)
    return Text(squashed("".join(mark.words for mark in body)), squashed(heads), tuple(_lines(body)))


def squashed(text: str) -> str:
    """A text without spaces, the signs that are drawn and the brackets of a mark: what is compared."""
    return re.sub(r"[\s\u200b\u00ad☐✓✗•\[\]]", "", text)


def _lines(written: Iterable[Mark]) -> Iterator[str]:
    """What is at one height of a page without a break in between, in order."""
    row: list[Mark] = []
    for mark in [*written, Mark(-1, "", None, False, 0, 0)]:
        if row and (row[-1].page != mark.page or abs(row[-1].y - mark.y) > 1):
            if line := "".join(one.words for one in row).strip():
                yield line
            row = []
        row.append(mark)


def _painted(page: pikepdf.Page, number: int) -> Iterator[Mark]:
    inside: list[tuple[int | None, bool]] = []
    matrix, text_matrix = _UNIT, _UNIT
    stack: list[tuple[Matrix, dict[int, str]]] = []
    letters: dict[int, str] = {}
    fonts: dict[str, dict[int, str]] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            options = operands[1] if operator == "BDC" else None
            if isinstance(options, pikepdf.Name):
                options = page.Resources.Properties[options]
            tag = int(options.MCID) if isinstance(options, pikepdf.Dictionary) and "/MCID" in options else None
            inside.append((tag, str(operands[0]) == "/Artifact"))
        elif operator == "EMC":
            inside.pop()
        elif operator == "q":
            stack.append((matrix, letters))
        elif operator == "Q":
            matrix, letters = stack.pop()
        elif operator == "cm":
            matrix = _times(_numbers(operands), matrix)
        elif operator == "BT":
            text_matrix = _UNIT
        elif operator == "Tm":
            text_matrix = _numbers(operands)
        elif operator in ("Td", "TD"):
            text_matrix = _times((1, 0, 0, 1, *_numbers(operands)[:2]), text_matrix)
        elif operator == "Tf":
            name = str(operands[0])
            if name not in fonts:
                fonts[name] = _letters(page.Resources.Font[name])
            letters = fonts[name]
        elif operator in PAINTING:
            tag = next((tag for tag, _ in reversed(inside) if tag is not None), None)
            x, y = _times(text_matrix if operator in _SHOWS else _UNIT, matrix)[4:]
            said = _said(operands[-1], letters) if operator in _SHOWS else ""
            yield Mark(number, operator, tag, any(artifact for _, artifact in inside), x, y, said)


_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


def _numbers(operands: Any) -> Matrix:
    return tuple(float(operand) for operand in operands)  # type: ignore[return-value]


def _times(first: Matrix, second: Matrix) -> Matrix:
    (a, b, c, d, e, f), (g, h, i, j, k, m) = first, second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _said(shown: Any, letters: dict[int, str]) -> str:
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
    return "".join(letters.get(int.from_bytes(codes[place : place + 2]), "\ufffd") for place in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Code -> its text, from the font's own table; a code it does not name is \ufffd in the text."""
    return _table(bytes(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else {}


@lru_cache(maxsize=64)
def _table(source: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in _MAPS.findall(source):
        for entry in _ENTRY.finditer(body) if kind == b"range" else ():
            first, last = int(entry[1], 16), int(entry[2], 16)
            if entry[3].startswith(b"["):
                found |= {first + step: _decoded(code) for step, code in enumerate(_CODES.findall(entry[3]))}
            else:
                start = _decoded(entry[3].strip(b"<>"))
                found |= {code: start[:-1] + chr(ord(start[-1]) + code - first) for code in range(first, last + 1)}
        if kind == b"char":
            codes = _CODES.findall(body)
            found |= {int(code, 16): _decoded(text) for code, text in zip(codes[::2], codes[1::2], strict=True)}
    return found


def _decoded(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
