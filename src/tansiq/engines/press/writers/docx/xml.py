"""Elements of WordprocessingML in short: `el("w:p", {"w:val": "1"}, child, ...)`. No knowledge of what they mean."""

from collections.abc import Mapping
from functools import cache

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
for _prefix, _uri in NAMESPACES.items():
    # lxml then gives every element its usual prefix without a map on each, which costs a third of the writing time.
    etree.register_namespace(_prefix, _uri)

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qualified(name: str) -> str:
    """`w:p` as lxml writes it: `{namespace}p`."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def el(name: str, attributes: Mapping[str, str] | None = None, *children: etree._Element | None) -> etree._Element:
    """An element with attributes (prefixed or plain) and children; children that are None are left out."""
    element = etree.Element(qualified(name))
    if attributes:
        for key, value in attributes.items():
            element.set(qualified(key) if ":" in key else key, value)
    for child in children:
        if child is not None:
            element.append(child)
    return element


def val(name: str, value: str | int) -> etree._Element:
    """An element that only holds `w:val`."""
    return el(name, {"w:val": str(value)})


def text_element(name: str, text: str) -> etree._Element:
    """`w:t` or `w:instrText` with its blanks kept."""
    element = el(name)
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def serialized(root: etree._Element) -> bytes:
    """The part as bytes, with namespaces declared once at its root."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
