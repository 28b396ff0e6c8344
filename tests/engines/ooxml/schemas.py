"""The kinds of errors a package makes against the transitional schemas: those of an output less those of its inputs must be none.

What `mc:Ignorable` names is dropped and alternatives are resolved to their fallback first, as the schemas know neither.
"""

import re
from functools import cache
from pathlib import Path

from lxml import etree

from tansiq.engines.ooxml import Package
from tansiq.engines.ooxml.names import NAMESPACES, WORD_TYPE, mc

UNSCHEMED = ("commentsextended+xml", "commentsids+xml", "commentsextensible+xml", "people+xml")
"""Parts of Microsoft's own namespaces; the schemas of ECMA-376 have nothing to say of them."""

VALUES = re.compile(r"'[^']*' (?=is not a valid value|is not an element of the set|has more|has less)|\bvalue '[^']*'")

NAMESPACE = re.compile(r"\{http://schemas\.openxmlformats\.org/[^}]*\}")


@cache
def schema(folder: Path) -> etree.XMLSchema:
    """The schema of WordprocessingML, with what it imports, from the folder of the schemas."""
    return etree.XMLSchema(etree.parse(folder / "wml.xsd"))


def schema_errors(package: Package, folder: Path) -> set[str]:
    """The kinds of errors: the kind of part, what is wrong, no values and no places."""
    found: set[str] = set()
    for part in package.parts:
        content_type = package.content_type(part).lower()
        if content_type.startswith(WORD_TYPE) and content_type.endswith("+xml") and not content_type.endswith(UNSCHEMED):
            kind = content_type.removeprefix(f"{WORD_TYPE}.").removesuffix("+xml")
            found |= {f"{kind}: {each}" for each in part_errors(package.parts[part], folder)}
    return found


def part_errors(data: bytes, folder: Path) -> set[str]:
    """The kinds of errors of one part."""
    root = etree.fromstring(data)
    resolve_alternatives(root)
    drop_ignorable(root)
    # Parsed anew, as the validator stumbles over namespaces that nothing uses any more.
    plain = etree.fromstring(etree.tostring(root))
    checked = schema(folder)
    checked.validate(plain)
    return {NAMESPACE.sub("", VALUES.sub("value", error.message)) for error in checked.error_log}


def resolve_alternatives(root: etree._Element) -> None:
    """Put the content of the fallback in the place of each alternative, innermost first."""
    for element in reversed(list(root.iter(mc("AlternateContent")))):
        parent = element.getparent()
        fallback = element.find(mc("Fallback"))
        for child in list(fallback) if fallback is not None else []:
            element.addprevious(child)
        parent.remove(element)


def drop_ignorable(root: etree._Element) -> None:
    """Drop elements and attributes of the namespaces that are ignorable where they stand, and of mc itself."""
    for element in [each for each in root.iter("*") if each.get(mc("Ignorable")) is not None]:
        ignored = {element.nsmap.get(prefix) for prefix in element.get(mc("Ignorable"), "").split()} | {NAMESPACES["mc"]}
        for each in list(element.iter("*")):
            for name in [key for key in each.attrib if etree.QName(key).namespace in ignored]:
                del each.attrib[name]
            parent = each.getparent()
            if etree.QName(each).namespace in ignored and parent is not None:
                parent.remove(each)
