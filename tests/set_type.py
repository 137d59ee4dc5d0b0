"""Typst set with the looks of the prints, and where things are on the pages that come of it, in millimetres from the top left."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import pikepdf

from course.language.lang import Lang
from course.prints import press
from course.prints.markup import Markup, source

LEAF = (210.0, 297.0)
_MM = 25.4 / 72
_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Box:
    """Something on a page, and the corners of the room it takes."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""


def compiled(body: Markup | str, lang: Lang = "zh") -> bytes:
    """A PDF of that content, or of that Typst source, with everything the prints import, as strict as they are made."""
    words = source(body) if isinstance(body, Markup) else body
    whole = f'#import "/sheet.typ": *\n#import "/cards.typ": *\n#show: edition.with(lang: "{lang}", title: "x")\n{words}\n'
    content = press._compiler()().compile(whole.encode(), format="pdf", pdf_standards=["ua-1"])
    assert isinstance(content, bytes)
    return content


def read(pdf: bytes, *options: str) -> str:
    """What pdftotext makes of it."""
    return subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def pages(pdf: bytes) -> list[list[Box]]:
    """The words of each page."""
    return [[_box(*word) for word in _WORD.findall(page)] for page in _PAGE.findall(read(pdf, "-bbox"))]


def _box(left: str, top: str, right: str, bottom: str, words: str) -> Box:
    return Box(float(left) * _MM, float(top) * _MM, float(right) * _MM, float(bottom) * _MM, html.unescape(words))


def strokes(pdf: bytes) -> list[list[Box]]:
    """The straight lines drawn on each page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [list(_strokes(page)) for page in opened.pages]


def _strokes(page: pikepdf.Page) -> Iterator[Box]:
    matrix, kept = pikepdf.Matrix(), []
    start = end = (0.0, 0.0)
    for instruction in pikepdf.parse_content_stream(page):
        numbers = [float(number) for number in instruction.operands if isinstance(number, int | float | Decimal)]
        match str(instruction.operator):
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*numbers) @ matrix
            case "m":
                start = matrix.transform((numbers[0], numbers[1]))
            case "l":
                end = matrix.transform((numbers[0], numbers[1]))
            case "S":
                (left, right), (low, high) = sorted((start[0], end[0])), sorted((start[1], end[1]))
                yield Box(left * _MM, LEAF[1] - high * _MM, right * _MM, LEAF[1] - low * _MM)
