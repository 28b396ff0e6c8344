"""The ledger inside a consolidated file, as a custom XML part (ISO/IEC 29500-1, 15.2.5) that programs keep and people do not see."""

import re
import uuid

from lxml import etree

from tansiq.engines.ooxml.names import NAMESPACES
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.fragment import NS
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import LedgerMissing
from tansiq.engines.redline.writers import ledger_json

_TAG = f"{{{NS}}}ledger"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")       # what JSON may hold and XML may not, written as JSON's escapes
_DS = NAMESPACES["ds"]


def embed(package: Package, ledger: Ledger) -> None:
    """Put the ledger into a package in the place of the one it may carry."""
    remove(package)
    root = etree.Element(_TAG, nsmap={None: NS})      # type: ignore[dict-item]  # the stubs know no default namespace
    root.text = _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", ledger_json.write(ledger))
    name = package.free_name("customXml/item{}.xml")
    package.add_part(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"), "application/xml")
    package.relate(package.main, type=_RELATION, target=name)
    properties = package.free_name("customXml/itemProps{}.xml")
    item = etree.Element(f"{{{_DS}}}datastoreItem", nsmap={"ds": _DS})
    item.set(f"{{{_DS}}}itemID", "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, NS)).upper() + "}")
    etree.SubElement(etree.SubElement(item, f"{{{_DS}}}schemaRefs"), f"{{{_DS}}}schemaRef").set(f"{{{_DS}}}uri", NS)
    package.add_part(
        properties, etree.tostring(item, xml_declaration=True, encoding="UTF-8", standalone=False),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    package.relate(name, type=_PROPERTIES, target=properties)


def find(package: Package) -> Ledger | None:
    """The ledger a package carries, None when it carries none. Raises LedgerMissing when what it carries cannot be read."""
    part = _part(package)
    return ledger_json.read(package.peek(part).text or "", name=f"{package.name}, part {part}") if part else None


def ledger_of(package: Package, text: str | None, *, name: str = "") -> Ledger:
    """The ledger given as JSON text, else the one the package carries. Raises LedgerMissing."""
    found = ledger_json.read(text, name=name) if text is not None else find(package)
    if found is None:
        raise LedgerMissing(
            f"{package.name} carries no ledger, so it was not made by `redline consolidate` or a program dropped the ledger on saving; "
            "give the file that `consolidate --ledger` wrote with --ledger"
        )
    return found


def remove(package: Package) -> None:
    """Take the ledger and its properties out of a package."""
    while (part := _part(package)) is not None:
        for relation in package.relationships(part).values():
            if not relation.external and package.has(relation.target):
                package.remove_part(relation.target)
        package.remove_part(part)


def _part(package: Package) -> str | None:
    for relation in package.relationships(package.main).values():
        if relation.kind == "customXml" and package.has(relation.target) and f'"{NS}"'.encode() in package.data(relation.target)[:2000]:
            return relation.target
    return None
