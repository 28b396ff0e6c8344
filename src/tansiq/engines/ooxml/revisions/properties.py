"""Changes of properties: the new ones stay, or the old ones come back exactly (ISO/IEC 29500-1, 17.13.5.29 to 17.13.5.41)."""

from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions.kinds import K, Revision
from tansiq.engines.ooxml.revisions.markers import take_away

_MARKS = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})
_CELL_MARKS = frozenset({w("cellIns"), w("cellDel"), w("cellMerge")})

STAYS_BEFORE = {w("rPr"): _MARKS, w("sectPr"): frozenset({w("headerReference"), w("footerReference")})}
"""What an old set of properties does not tell and the schema puts before them, by the name of the set."""

STAYS_AFTER = {w("pPr"): frozenset({w("rPr"), w("sectPr")}), w("trPr"): _MARKS, w("tcPr"): _CELL_MARKS}
"""The same, put after them."""

MAY_GO = frozenset(w(name) for name in ("rPr", "pPr", "trPr", "tcPr", "tblPrEx", "numPr"))
"""Sets of properties that mean nothing when empty."""


def settle_format(revision: Revision, *, undone: bool) -> None:
    """Drop the record of old properties; when `undone`, put them back first. Marks of insertion and deletion stay."""
    owner = revision.element.getparent()
    if owner is None:
        return
    take_away(revision.element)
    if undone:
        _restore(owner, revision.element)
    prune(owner)


def settle_numbering(revision: Revision, *, undone: bool) -> None:
    """A number that was put in: its `w:numPr` goes when undone. An old number kept as text is only dropped (17.13.5.24)."""
    owner = revision.element.getparent()
    take_away(revision.element)
    if owner is None or revision.kind is K.NUMBERING:
        return
    above = owner.getparent()
    if undone and above is not None:
        above.remove(owner)
        prune(above)
    else:
        prune(owner)


def prune(owner: etree._Element | None) -> None:
    """Remove a set of properties that has become empty, and the one around it."""
    while owner is not None and owner.tag in MAY_GO and not len(owner) and not owner.attrib:
        above = owner.getparent()
        take_away(owner)
        owner = above


def _restore(owner: etree._Element, change: etree._Element) -> None:
    """Put the properties that `change` remembers in the place of those of `owner`."""
    old = next(iter(change), None)
    before, after = STAYS_BEFORE.get(owner.tag, frozenset()), STAYS_AFTER.get(owner.tag, frozenset())
    leading = [child for child in owner if child.tag in before]
    trailing = [child for child in owner if child.tag in after]
    told = [] if old is None else [child for child in old if child.tag not in before | after]
    for child in list(owner):
        owner.remove(child)
    owner.extend([*leading, *told, *trailing])
    if old is not None and old.attrib:
        owner.attrib.clear()
        owner.attrib.update(dict(old.attrib))
    for mark in [each for child in told for each in child.iter(w("ins"), w("numberingChange"))]:
        take_away(mark)
