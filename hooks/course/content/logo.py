"""Whether a company's logo is a picture and nothing more: it is published as it is, at an address of its own."""

from __future__ import annotations

from lxml import etree

_RUNS = frozenset(
    {
        "script",
        "foreignobject",
        "handler",
        "listener",
        "set",
        "animate",
        "animatetransform",
        "animatemotion",
        "iframe",
        "embed",
        "object",
        "style",
        "a",
    }
)
"""Elements of a drawing that run, lead somewhere or fetch: whoever opens the logo by its own address has no policy of a page around it."""
_PNG = b"\x89PNG\r\n\x1a\n"


def still(name: str, content: bytes) -> bool:
    """Whether a logo is a picture and nothing more."""
    if name.endswith(".png"):
        return content.startswith(_PNG)
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    if root.getroottree().docinfo.doctype or [*root.itersiblings(etree.ProcessingInstruction, preceding=True)]:
        return False  # A browser would follow them, whatever the file is encoded in.
    return etree.QName(root).localname == "svg" and all(_harmless(element) for element in root.iter() if isinstance(element.tag, str))


def _harmless(element: etree._Element) -> bool:
    if etree.QName(element).localname.lower() in _RUNS:
        return False
    for key, value in element.attrib.items():
        short, said = etree.QName(str(key)).localname.lower(), str(value).strip().lower()
        if short.startswith("on") or short in ("href", "src") and not said.startswith(("#", "data:image/png;", "data:image/jpeg;")):
            return False
        if "url(" in said.replace("url(#", "") or "@import" in said:
            return False
    return True
