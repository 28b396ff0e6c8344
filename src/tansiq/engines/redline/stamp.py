"""The mark a circulated draft carries, hidden, so that a copy that comes back can be recognised: an id and the hash of its content.

It stands twice, as custom XML and as a custom property of the document, as some programs drop the one and some the other.
"""

import hashlib
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from tansiq.engines.ooxml.names import CONTENT_TYPES, ds, relation_type, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions import word_parts

NS = "urn:tansiq:redline:base:1"
ELEMENT = f"{{{NS}}}base"
PROPERTY = "Tansiq base"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
NO_PROPERTIES = f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{VALUES}"/>'.encode()
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties belong to (ISO/IEC 29500-1, 22.3)."""

NOT_CONTENT = frozenset({w("settings"), w("webSettings"), w("fonts"), w("comments")})
"""Roots of parts that programs rewrite, or that say nothing of the text."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which draft it is: `id` names it, `sha256` is the hash of what it said when it went out (hexadecimal)."""

    id: str
    sha256: str


def fingerprint(package: Package) -> str:
    """The SHA-256 of the content: the canonical XML of all parts of text. Settings, comments and the stamp itself do not change it."""
    digest = hashlib.sha256()
    for part in word_parts(package):
        root = package.peek(part)
        if root.tag not in NOT_CONTENT:
            digest.update(part.encode() + b"\0" + etree.tostring(root, method="c14n") + b"\0")
    return digest.hexdigest()


def put_stamp(package: Package) -> Stamp:
    """Mark `package` with its own fingerprint, in the place of an earlier stamp. The same content has the same stamp, always."""
    remove_stamp(package)
    sha256 = fingerprint(package)
    stamp = Stamp(str(uuid5(NAMESPACE_URL, f"{NS}:{sha256}")), sha256)
    _add_custom_xml(package, stamp)
    _add_property(package, stamp)
    return stamp


def recognise(package: Package) -> Stamp | None:
    """The stamp that `package` carries, None when it has none: it was not prepared, or a program dropped it on saving."""
    part = _custom_xml(package)
    if part is not None:
        root = package.peek(part)
        return Stamp(root.get("id", ""), root.get("sha256", ""))
    element = _property(package)
    words = "".join(str(text) for text in element.itertext()).split() if element is not None else []
    return Stamp(*words) if len(words) == 2 else None


def remove_stamp(package: Package) -> None:
    """Take the stamp out, wherever it stands."""
    while (part := _custom_xml(package)) is not None:
        for relation in package.relationships(part).values():
            if package.has(relation.target):
                package.remove_part(relation.target)
        package.remove_part(part)
    element = _property(package)
    if element is not None:
        properties = element.getparent()
        if properties is not None:
            properties.remove(element)


def _custom_xml(package: Package) -> str | None:
    """The part that holds the stamp as custom XML."""
    for relation in package.relationships(package.main).values():
        if relation.kind == "customXml" and package.has(relation.target) and package.peek(relation.target).tag == ELEMENT:
            return relation.target
    return None


def _property(package: Package) -> etree._Element | None:
    """The custom property that holds the stamp."""
    part = package.related("", "custom-properties")
    if part is None:
        return None
    return next((each for each in package.xml(part) if each.get("name") == PROPERTY), None)


def _add_custom_xml(package: Package, stamp: Stamp) -> None:
    """Add the stamp as a custom XML part with its properties (15.2.5, 15.2.6)."""
    root = etree.Element(ELEMENT, attrib={"id": stamp.id, "sha256": stamp.sha256}, nsmap={"t": NS})
    part = package.free_name("customXml/item{}.xml")
    package.add_part(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), CONTENT_TYPES["customXml"])
    package.relate(package.main, type="customXml", target=part)
    properties = etree.Element(ds("datastoreItem"), nsmap={"ds": ds("")[1:-1]})
    properties.set(ds("itemID"), f"{{{str(uuid5(NAMESPACE_URL, stamp.id)).upper()}}}")
    etree.SubElement(etree.SubElement(properties, ds("schemaRefs")), ds("schemaRef")).set(ds("uri"), NS)
    about = package.free_name("customXml/itemProps{}.xml")
    package.add_part(
        about, etree.tostring(properties, xml_declaration=True, encoding="UTF-8", standalone=True), CONTENT_TYPES["customXmlProps"]
    )
    package.relate(part, type="customXmlProps", target=about)


def _add_property(package: Package, stamp: Stamp) -> None:
    """Add the stamp as a custom property (22.3); the numbers of properties begin at 2."""
    part = package.related("", "custom-properties")
    if part is None:
        part = package.free_name("docProps/custom{}.xml") if package.has("docProps/custom.xml") else "docProps/custom.xml"
        package.add_part(part, NO_PROPERTIES, CONTENT_TYPES["custom-properties"])
        package.relate("", type=relation_type("custom-properties"), target=part)
    root = package.xml(part)
    numbers = [int(each.get("pid", "")) for each in root if each.get("pid", "").isascii() and each.get("pid", "").isdigit()]
    element = etree.SubElement(root, f"{{{PROPERTIES}}}property", fmtid=FORMAT_ID, pid=str(max(numbers, default=1) + 1), name=PROPERTY)
    etree.SubElement(element, f"{{{VALUES}}}lpwstr").text = f"{stamp.id} {stamp.sha256}"
