"""Where in the tree a gap between characters is, and how a paragraph is parted there."""

from copy import deepcopy
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.atoms import MARK
from tansiq.engines.redline.align.emptied import emptied
from tansiq.engines.redline.align.pieces import Flow, Piece

_PROPERTIES = frozenset(w(name) for name in ("pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rPr"))


class Point(NamedTuple):
    """Before the child `at` of `parent`. `paragraph` is None between blocks: before a table, at the end of a container."""

    parent: Element
    at: int
    paragraph: Element | None


def point(flow: Flow, gap: int, before: Piece | None, after: Piece | None) -> Point:
    """Where the gap lies. `before` and `after` are the pieces on its two sides, cut so that the gap is at their edge."""
    if after is None:
        return _end_of(flow)
    if after.table is not None:
        return Point(_parent(after.element), _parent(after.element).index(after.element), None)
    if after.text == MARK:
        return Point(after.element, len(after.element), after.element)
    unit = after.units[0] if after.units else after.element
    paragraph = _paragraph(unit)
    other = before.units[-1] if before is not None and before.units else before.element if before is not None else None
    inside = other is not None and before is not None and before.text != MARK and before.table is None
    common = _common(unit, other) if inside and other is not None and _paragraph(other) is paragraph else paragraph
    child = unit
    while child.getparent() is not common:
        child = _parent(child)
    return Point(common, common.index(child), paragraph)


def _end_of(flow: Flow) -> Point:
    container = flow.container
    last = container.find(w("sectPr"))
    at = container.index(last) if last is not None else len(container)
    return Point(container, at, None)


def _common(one: Element, other: Element) -> Element:
    """The innermost element that holds both, and may hold runs."""
    above = set(other.iterancestors())
    return next(each for each in one.iterancestors() if each in above)


def _paragraph(unit: Element) -> Element:
    return next(above for above in unit.iterancestors(w("p")))


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:                         # only roots have none, and no gap lies beside a root
        raise ValueError("a gap beside the root of a part")
    return parent


def part_paragraph(where: Point) -> Element:
    """Part a paragraph at a point: what stands before it is moved into a new paragraph put in front, which is returned.

    The paragraph itself keeps its mark, its properties and the rest. Links and content controls around the point are doubled.
    """
    paragraph = where.paragraph
    if paragraph is None:
        raise ValueError("between blocks there is no paragraph to part")
    first = etree.Element(w("p"))
    node, at, left = where.parent, where.at, None
    while True:
        moving = [child for child in list(node)[:at] if child.tag not in _PROPERTIES]
        if left is not None:
            moving.append(left)
        if node is paragraph:
            first.extend(moving)
            break
        left, node = _double(node, moving)
        parent = _parent(node)
        at, node = parent.index(node), parent
    paragraph.addprevious(first)
    return first


def _double(node: Element, moving: list[Element]) -> tuple[Element | None, Element]:
    """A second wrapper that takes `moving`; None when there is nothing to take. The outermost element of the wrapper comes back too."""
    outer = node
    if node.tag == w("sdtContent"):
        outer = _parent(node)
    if not moving:
        return None, outer
    double = emptied(outer)
    for child in outer:
        if child.tag in _PROPERTIES:
            double.append(deepcopy(child))
    for identifier in double.findall(f"{w('sdtPr')}/{w('id')}"):
        identifier.getparent().remove(identifier)          # type: ignore[union-attr]
    holder = etree.SubElement(double, w("sdtContent")) if outer is not node else double
    holder.extend(moving)
    return double, outer
