"""Rows and cells that were put in or taken out, and cells merged upwards (ISO/IEC 29500-1, 17.13.5.1 to 17.13.5.3, 17.13.5.12, 17.13.5.16).

A row without cells goes, a table without rows goes, and what must hold a paragraph keeps one.
"""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions.kinds import K, Revision
from tansiq.engines.ooxml.revisions.markers import rescue, settle_near, take_away
from tansiq.engines.ooxml.revisions.properties import prune

_HOLDS_BLOCKS = frozenset(w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "docPartBody", "body"))
_VERTICAL = {"cont": "continue", "rest": "restart"}
_BEFORE_VERTICAL = frozenset(w(name) for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))


def settle_table(revision: Revision, *, undone: bool) -> None:
    """Settle a mark of a row or a cell."""
    properties = revision.element.getparent()
    marked = properties.getparent() if properties is not None else None
    if properties is None or marked is None:
        return
    if revision.kind is K.CELL_MERGE:
        _merge(properties, revision.element, undone=undone)
    elif undone:
        remove_block(marked)
        return
    take_away(revision.element)
    prune(properties)


def keep_whole(container: etree._Element) -> None:
    """Give `container` an empty paragraph when it must have one and has none: a cell must also end with one (17.4.65)."""
    blocks = [child for child in container if child.tag in {w("p"), w("tbl"), w("sdt"), w("customXml")}]
    if container.tag == w("sdtContent"):
        inline = next(container.iterancestors(w("p"), w("tbl"), *_HOLDS_BLOCKS), None)
        missing = not len(container) and inline is not None and inline.tag in _HOLDS_BLOCKS
    else:
        missing = container.tag in _HOLDS_BLOCKS and (not blocks or (container.tag == w("tc") and blocks[-1].tag == w("tbl")))
    if not missing:
        return
    paragraph = etree.Element(w("p"))
    section = container.find(w("sectPr"))
    if section is not None:
        section.addprevious(paragraph)
    else:
        container.append(paragraph)


def remove_block(block: etree._Element) -> None:
    """Remove a cell, a row or a table, then what holds it as long as nothing is left in it."""
    while True:
        container = block.getparent()
        if container is None:
            return
        settle_near(rescue(block), block)
        take_away(block)
        emptied = _emptied(container)
        if emptied is None:
            keep_whole(container)
            return
        block = emptied


def _emptied(container: etree._Element) -> etree._Element | None:
    """The row, the table or the control inside a table that `container` stands for, when nothing is left in it."""
    if container.tag == w("tr") and next(container.iter(w("tc")), None) is None:
        return container
    if container.tag == w("tbl") and next(container.iter(w("tr")), None) is None:
        return container
    if container.tag in {w("sdtContent"), w("customXml")} and next(container.iter(w("tc"), w("tr"), w("p"), w("tbl")), None) is None:
        in_table = next(container.iterancestors(w("tc"), w("tr"), w("tbl")), None)
        if in_table is not None and in_table.tag != w("tc"):
            return container.getparent() if container.tag == w("sdtContent") else container
    return None


def _merge(properties: etree._Element, mark: etree._Element, *, undone: bool) -> None:
    """Give the cell the vertical merging that `mark` proposes, or the one it had; no proposal leaves what the cell says itself."""
    value = mark.get(w("vMergeOrig") if undone else w("vMerge"))
    if value is None and not undone:
        return
    for old in list(properties.iterchildren(w("vMerge"))):
        properties.remove(old)
    if value is None:
        return
    merged = etree.Element(w("vMerge"))
    merged.set(w("val"), _VERTICAL.get(value, value))
    place = sum(1 for child in properties if child.tag in _BEFORE_VERTICAL)
    properties.insert(place, merged)
