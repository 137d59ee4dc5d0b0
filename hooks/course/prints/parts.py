"""The elements an element is made of, as they have to be there; Unknown where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.prints.markup import Unknown

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def elements(element: HtmlElement) -> Iterator[HtmlElement]:
    """Those in it: a comment is not printed."""
    return (child for child in element if isinstance(child.tag, str))


def all_of(element: HtmlElement, tag: str) -> list[HtmlElement]:
    """Those in it, at least one, all of that kind and no words between them."""
    found = list(elements(element))
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise Unknown(f"words in <{element.tag!s}>")
    if others := [child for child in found if child.tag != tag]:
        raise Unknown(f"<{others[0].tag!s}> in <{element.tag!s}>")
    if not found:
        raise Unknown(f"<{element.tag!s}> without <{tag}>")
    return found


def only(element: HtmlElement, path: str) -> HtmlElement:
    """The one at that path."""
    found = element.find(path)
    if found is None:
        raise Unknown(f"<{element.tag!s}> without {path}")
    return found


def rows(table: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of each row of a table, in every row as many."""
    sections = list(elements(table))
    if not all(section.tag in ("thead", "tbody", "tfoot") for section in sections):
        sections = [table]
    found = [_cells(row) for section in sections for row in all_of(section, "tr")]
    if not found or any(len(row) != len(found[0]) for row in found):
        raise Unknown("<table> without rows, or with a row that has not as many cells as its head")
    return found


def _cells(row: HtmlElement) -> list[HtmlElement]:
    cells = list(elements(row))
    if others := [cell for cell in cells if cell.tag not in ("td", "th")]:
        raise Unknown(f"<{others[0].tag!s}> in <tr>")
    if not cells:
        raise Unknown("<tr> without <td>")
    if wide := [cell for cell in cells if cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1"]:
        raise Unknown(f"<{wide[0].tag!s}> over several cells")
    return cells
