"""Kinds of errors that a .docx makes against the transitional schemas of ECMA-376, with Word's later namespaces taken away first."""

import functools
import re
from pathlib import Path

from lxml import etree

from tests.engines.redline.reviews.parts import unzipped

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STORIES = re.compile(r"word/(document\d*|footnotes|endnotes|comments|header\d*|footer\d*|styles|numbering|settings)\.xml")


@functools.cache
def schema(folder: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder / "wml.xsd"))


def schema_errors(file: bytes, folder: Path) -> set[str]:
    """What the schemas say of the stories of a file, once each and without values, to take those of the inputs off."""
    found = set()
    for name, data in unzipped(file).items():
        if STORIES.fullmatch(name):
            tree = etree.fromstring(data)
            strip(tree)
            checked = schema(folder)
            if not checked.validate(etree.fromstring(etree.tostring(tree))):
                found |= {re.sub(r"value '[^']*'", "value", error.message)[:200] for error in checked.error_log}
    return found


def strip(tree: etree._Element) -> None:
    """Take away what mc:Ignorable names and put fallbacks in the place of alternatives."""
    ignorable = {tree.nsmap.get(prefix) for prefix in tree.get(MC + "Ignorable", "").split()}
    for element in list(tree.iter(etree.Element)):
        for key in [key for key in element.attrib if etree.QName(key).namespace in {*ignorable, MC[1:-1]}]:
            del element.attrib[key]
        if etree.QName(element).namespace in ignorable and element.getparent() is not None:
            element.getparent().remove(element)
    for element in list(tree.iter(MC + "AlternateContent")):
        fallback = element.find(MC + "Fallback")
        parent = element.getparent()
        for child in [] if fallback is None else list(fallback):
            element.addprevious(child)
        parent.remove(element)
