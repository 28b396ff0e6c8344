"""Revisions inside formulas: of a run, by a mark among its properties, and of an object (a fraction, a root) by its control
properties (ISO/IEC 29500-1, 22.1.2.23 and 17.13.5). An object that goes leaves the pieces that stay.
"""

from lxml import etree

from tansiq.engines.ooxml.names import m, w
from tansiq.engines.ooxml.revisions.content import PLAIN, make_plain, remove_content
from tansiq.engines.ooxml.revisions.kinds import Revision
from tansiq.engines.ooxml.revisions.markers import take_away
from tansiq.engines.ooxml.revisions.properties import prune

RUNS = frozenset({m("r"), w("r")})


def settle_formula(revision: Revision, *, undone: bool) -> None:
    """Remove what the revision marks, or only its mark."""
    mark = revision.element
    owner = next(mark.iterancestors(m("r"), w("r"), m("ctrlPr")), None)
    if owner is None:
        return
    if not undone:
        _unmark(mark, owner)
    elif owner.tag in RUNS:
        remove_content(owner)
    else:
        _remove_object(owner)


def _unmark(mark: etree._Element, owner: etree._Element) -> None:
    """Take the mark away and leave the properties that it holds."""
    parent = mark.getparent()
    for child in list(mark):
        mark.addprevious(child)
    take_away(mark)
    if mark.tag == w("del"):
        for text in list(owner.iter(*PLAIN)):
            make_plain(text)
    prune(parent)


def _remove_object(control: etree._Element) -> None:
    """Remove the object that `control` belongs to; what its arguments still hold takes its place."""
    holder = control.getparent()
    if holder is None:
        return
    if not holder.tag.endswith("Pr"):
        holder.remove(control)   # of an argument, which its object cannot do without
        return
    whole = holder.getparent()
    if whole is None:
        return
    for argument in whole.iterchildren(*ARGUMENTS):
        for piece in list(argument.iter(m("e")) if argument.tag == m("mr") else [argument]):
            for child in list(piece):
                if child.tag not in {m("argPr"), m("ctrlPr")}:
                    whole.addprevious(child)
    remove_content(whole)


ARGUMENTS = tuple(m(name) for name in ("e", "num", "den", "deg", "sub", "sup", "fName", "lim", "mr"))
