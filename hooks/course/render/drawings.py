"""A drawing as an editor saved it -> those of its shapes and words that a page may have, written anew.

What is published is what was looked at: the file is read as XML, and only what is allowed in it is written again. Nothing of a
drawing runs, is fetched or leads anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from course.render.markdown import escape

NAMESPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset({"svg", "g", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan"})
ATTRIBUTES = frozenset({
    "class", "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "font-size", "font-weight", "height", "opacity", "points",
    "r", "rx", "ry", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor",
    "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
})  # fmt: skip
CLASSES = frozenset({"f-accent", "f-arrow", "f-bad", "f-box", "f-dash", "f-fill", "f-good", "f-label", "f-line", "f-muted", "f-on-accent", "f-small",
                     "f-strong"})  # fmt: skip
"""Those the style sheets and the prints know."""

_VALUE = re.compile(r"(?!.*url)[\w\s.,#%+()-]*", re.IGNORECASE | re.DOTALL)
"""Numbers, names and colours; no address."""
_DECLARED = re.compile(r"<(?:!(?=[A-Za-z])|\?(?!xml\s))[\w-]*")
"""A declaration; the first line that says it is XML is none."""


class Broken(ValueError):
    """The text is no XML; with the line where that shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


class Declared(Broken):
    """It declares something that makes its XML mean something else."""


def strange(svg: str) -> Iterator[tuple[int, str]]:
    """Line, and name as it is written, of everything in a drawing that is not allowed; Broken where it is no XML."""
    try:
        root = _root(svg)
    except Declared as error:
        yield error.line, str(error)
        return
    for element in root.iter():
        name = str(etree.QName(element).localname) if isinstance(element.tag, str) else "&"
        if not _allowed(element):
            yield element.sourceline or 1, f"<{name}>"
            continue
        for attribute, value in element.attrib.items():
            if not _may_have(str(attribute), str(value)):
                yield element.sourceline or 1, f'<{name} {etree.QName(str(attribute)).localname}="{value}">'


def outermost(svg: str) -> str:
    """Name of the outermost element with its namespace, as ``{namespace}name``; Broken where it is no XML."""
    return str(_root(svg).tag)


def drawn(svg: str, label: str, word: Callable[[str], str]) -> str:
    """The drawing as an SVG element with that alternative text, what is not allowed left out; ``word`` gives each text to show.

    What cannot be read becomes an empty one: a rule reports it, and the rules that look at its page can go on.
    """
    more = f' xmlns="{NAMESPACE}" role="img" aria-label="{escape(label)}"'
    try:
        return _written(_root(svg), word, more)
    except Broken:
        return f"<svg{more}></svg>"


def _root(svg: str) -> etree._Element:
    """The outermost element, read without following anything; Broken where there is none."""
    if found := _DECLARED.search(svg):
        raise Declared(svg.count("\n", 0, found.start()) + 1, found[0])
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise Broken(error.lineno or 1, error.msg or "") from error


def _allowed(element: etree._Element) -> bool:
    name = etree.QName(element) if isinstance(element.tag, str) else None
    return name is not None and name.namespace == NAMESPACE and name.localname in ELEMENTS


def _may_have(attribute: str, value: str) -> bool:
    known = CLASSES.issuperset(value.split()) if attribute == "class" else bool(_VALUE.fullmatch(value))
    return attribute in ATTRIBUTES and known


def _written(element: etree._Element, word: Callable[[str], str], more: str = "") -> str:
    """An element with everything that is allowed in it."""
    given = {str(name): str(value) for name, value in element.attrib.items()}
    name = etree.QName(element).localname
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in given.items() if _may_have(key, value))
    inside = [escape(word(element.text or ""))]
    for child in element:
        inside += [_written(child, word) if _allowed(child) else "", escape(word(child.tail or ""))]
    return f"<{name}{more}{attributes}>{''.join(inside)}</{name}>"
