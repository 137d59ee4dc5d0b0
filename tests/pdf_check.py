"""What a PDF lacks of what we promise: PDF/UA-1 as far as a machine can tell, fonts inside, A4, greys only.

``findings`` takes any PDF, also one of another maker, so that two can be compared by one measure. Not a full validator: each
check says which promise it is about, and the tests show that it finds a PDF which breaks it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from pdf_text import Mark, marks

A4 = (595.28, 841.89)
STANDARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead "
    "TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
"""Structure types of ISO 32000-1; any other has to be mapped to one of these."""


@dataclass(frozen=True)
class Finding:
    """Something a PDF lacks: a short name of what, and where or how often."""

    name: str
    detail: str

    def __str__(self) -> str:
        return f"{self.name}: {self.detail}"


def findings(file: Path) -> list[Finding]:
    """Everything that is wrong with a PDF."""
    with pikepdf.open(file) as pdf:
        painted = list(marks(pdf))
        tree = list(_elements(pdf))
        found = [*_document(pdf), *_tags(pdf, painted, tree), *_structure(pdf, tree), *_pages(pdf), *_fonts(pdf), *_colours(pdf)]
    return [Finding(name, detail) for name, detail in found]


def _document(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    root = pdf.Root
    if "/MarkInfo" not in root or not root.MarkInfo.get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "not tagged", "MarkInfo"
    if not str(root.get("/Lang", "")):
        yield "no language", "Lang"
    if not bool(root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle")):
        yield "title not shown", "DisplayDocTitle"
    metadata = root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in root else ""
    if not re.search(r"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<\s]", metadata):
        yield "no title", "XMP"
    if not re.search(r"<pdfuaid:part>1</|pdfuaid:part=.1", metadata):
        yield "not marked as PDF/UA", "XMP"
    if "/Outlines" not in root or "/First" not in root.Outlines:
        yield "no outline", "Outlines"


@dataclass(frozen=True)
class Element:
    """An element of the structure tree: its type, mapped to a standard one, and what hangs right below it."""

    type: str
    node: Any
    content: tuple[tuple[Any, int], ...]
    """Page (as a PDF object) and number of each piece of marked content."""
    annotations: tuple[Any, ...]
    above: tuple[str, ...]


def _elements(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """The structure tree from top to bottom, in the order in which it is read out."""
    if "/StructTreeRoot" not in pdf.Root:
        return
    root = pdf.Root.StructTreeRoot
    roles = {str(name): str(role) for name, role in root.get("/RoleMap", {}).items()}
    waiting: list[tuple[Any, Any, tuple[str, ...]]] = [(kid, None, ()) for kid in reversed(_kids(root))]
    while waiting:
        node, page, above = waiting.pop()
        page = node.get("/Pg", page)
        type = str(node.get("/S", ""))
        for _ in range(len(roles)):
            type = roles.get(type, type)
        content, annotations, below = [], [], []
        for kid in _kids(node):
            if isinstance(kid, int):
                content.append((page, kid))
            elif kid.get("/Type") == "/MCR":
                content.append((kid.get("/Pg", page), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                annotations.append(kid.Obj)
            else:
                below.append(kid)
        name = type.removeprefix("/")
        waiting += [(kid, page, (*above, name)) for kid in reversed(below)]
        yield Element(name, node, tuple(content), tuple(annotations), above)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _tags(pdf: pikepdf.Pdf, painted: Iterable[Mark], tree: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """What is painted is an artifact or belongs to exactly one element."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    known = Counter((numbers[page.objgen], tag) for element in tree for page, tag in element.content)
    stray = {
        (mark.page, mark.operator) for mark in painted if not mark.artifact and (mark.tag is None or (mark.page, mark.tag) not in known)
    }
    for page, operator in sorted(stray):
        yield "painted without a tag", f"page {page + 1}, {operator}"
    used = {(mark.page, mark.tag) for mark in painted}
    for (page, tag), count in known.items():
        if count > 1 or (page, tag) not in used:
            yield "tag in the tree twice or for nothing", f"page {page + 1}, {tag}"


def _structure(pdf: pikepdf.Pdf, tree: list[Element]) -> Iterator[tuple[str, str]]:
    level = 0
    tied = {annotation.objgen for element in tree for annotation in element.annotations if element.type in ("Link", "Annot", "Form")}
    for element in tree:
        if element.type not in STANDARD:
            yield "unknown structure type", element.type
        if element.type in ("Figure", "Formula") and not (str(element.node.get("/Alt", "")) or "/ActualText" in element.node):
            yield "figure without words", element.type
        if element.type == "TH" and not any("/Scope" in attributes for attributes in _attributes(element.node)):
            yield "head of a table without scope", "TH"
        if element.type in ("TD", "TH") and (not element.above or element.above[-1] != "TR"):
            yield "cell outside a row", element.type
        if element.type == "LI" and element.above[-1:] != ("L",):
            yield "item outside a list", "LI"
        if re.fullmatch(r"H[1-6]", element.type):
            if int(element.type[1]) > level + 1:
                yield "heading skips a level", f"H{level} to {element.type}"
            level = int(element.type[1])
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.get("/Annots", ()):
            if annotation.objgen not in tied:
                yield "link without a tag", f"page {number}"
            elif not str(annotation.get("/Contents", "")):
                yield "link without words", f"page {number}"
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield "tab order not that of reading", f"page {number}"


def _attributes(node: Any) -> list[Any]:
    attributes = node.get("/A")
    listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    return [one for one in listed if isinstance(one, pikepdf.Dictionary)]


def _pages(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(pdf.pages, start=1):
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        if max(abs(right - left - A4[0]), abs(top - bottom - A4[1])) > 0.5:
            yield "not A4", f"page {number}: {right - left:.0f} x {top - bottom:.0f}"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    for object in pdf.objects:
        if (
            not isinstance(object, pikepdf.Dictionary)
            or object.get("/Type") != "/Font"
            or str(object.get("/Subtype", "")).startswith("/CIDFont")
        ):
            continue
        name = str(object.get("/BaseFont", object.get("/Subtype")))
        whole = object.DescendantFonts[0] if "/DescendantFonts" in object else object
        if object.get("/Subtype") != "/Type3" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(
            whole.get("/FontDescriptor", {}).keys()
        ):
            yield "font not inside", name
        if object.get("/Subtype") != "/Type3" and not re.match(r"/[A-Z]{6}\+", name):
            yield "whole font instead of the characters used", name
        if "/ToUnicode" not in object:
            yield "font without the characters it stands for", name


_NAMED = {"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4}


def _colours(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """What would not come out the same from a black-and-white printer."""
    for number, page in enumerate(pdf.pages, start=1):
        coloured = {words for stream in _streams(page) for words in _coloured(stream)}
        yield from (("colour", f"page {number}: {words}") for words in sorted(coloured))
    for object in pdf.objects:
        if isinstance(object, pikepdf.Stream) and object.get("/Subtype") == "/Image" and not object.get("/ImageMask"):
            space = object.get("/ColorSpace")
            if not (space == "/DeviceGray" or isinstance(space, pikepdf.Array) and space[0] == "/ICCBased" and int(space[1].N) == 1):
                yield "colour", "image"


def _streams(holder: Any) -> Iterator[Any]:
    """A page and the drawings placed on it, however deep."""
    yield holder
    for object in holder.get("/Resources", {}).get("/XObject", {}).values():
        if object.get("/Subtype") == "/Form":
            yield from _streams(object)


def _coloured(stream: Any) -> Iterator[str]:
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator not in _NAMED and operator not in ("sc", "SC", "scn", "SCN"):
            continue
        parts = [float(part) for part in instruction.operands if not isinstance(part, pikepdf.Name)]
        if len(parts) in (3, 4) and max(parts[:3]) - min(parts[:3]) > 0.002:
            yield " ".join([*(f"{part:.2f}" for part in parts), operator])
