"""A drawing of the site as a file of its own for paper: its classes become colours, all of them greys."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from course.language.lang import Lang

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LOOK: dict[str, dict[str, str]] = {
    "f-box": {"fill": "#ffffff", "stroke": "#555555", "stroke-width": "2"},
    "f-fill": {"fill": "#eeeeee", "stroke": "none"},
    "f-accent": {"fill": "#dddddd", "stroke": "#000000", "stroke-width": "1.5"},
    "f-line": {"fill": "none", "stroke": "#555555", "stroke-width": "2.5"},
    "f-dash": {"fill": "none", "stroke": "#555555", "stroke-width": "2.5", "stroke-dasharray": "7 6"},
    "f-arrow": {"fill": "#555555"},
    "f-label": {"fill": "#000000"},
    "f-small": {"fill": "#000000"},
    "f-strong": {"font-weight": "700"},
    "f-muted": {"fill": "#333333"},
    "f-on-accent": {"fill": "#000000"},
}
"""What a class of overrides/assets/css/course.css is on paper; ``f-good`` and ``f-bad`` differ by more than colour there already."""
_FONTS: dict[Lang, str] = {"zh": "'Noto Sans CJK SC'", "en": "'Noto Sans', 'Noto Sans CJK SC'"}
_SIZE = {"f-label": "21", "f-small": "18"}


def printed(svg: HtmlElement, lang: Lang) -> str:
    """The SVG element as a file of its own, with fonts and greys."""
    own = deepcopy(svg)
    own.tail = None
    for name, value in list(own.attrib.items()):
        if name == "viewbox":  # HTML has no capitals in names; SVG does.
            del own.attrib[name]
            own.set("viewBox", value)
    own.set("xmlns", "http://www.w3.org/2000/svg")
    own.set("font-family", _FONTS[lang])
    for element in own.iter():
        names = str(element.get("class") or "").split()
        for name in names:
            for attribute, value in _LOOK.get(name, {}).items():
                element.set(attribute, value)
            if name in _SIZE and "font-size" not in element.attrib:
                element.set("font-size", _SIZE[name])
        element.attrib.pop("class", None)
    return etree.tostring(own, encoding="unicode")
