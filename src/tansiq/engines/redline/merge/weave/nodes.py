"""What is put in at one gap, as nodes in order: inline elements, paragraph marks, tables, and the limits of comments."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import m, w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.edits import Edit
from tansiq.engines.redline.merge.weave.cuts import SPACE
from tansiq.engines.redline.merge.weave.loom import Loom

_SIGNS = frozenset(w(name) for name in (
    "tab", "ptab", "cr", "br", "noBreakHyphen", "softHyphen", "sym", "footnoteReference", "endnoteReference", "drawing", "pict", "object",
))


@dataclass(slots=True)
class Node:
    """`inline` goes into a paragraph as it is; `mark` ends one, its element holds the properties; `block` is a table."""

    kind: str                                  # inline, mark, block
    element: Element


@dataclass(frozen=True, slots=True)
class Placed:
    """A limit of a comment (or its reference) that stands after `after` characters of what its agency put in at the gap."""

    after: int
    element: Element


def nodes_of(loom: Loom, edits: Sequence[Edit], content: Sequence[Element], spots: Sequence[Placed], *, moved: str = "") -> list[Node]:
    """The nodes of one insertion, by one edit or by several alike: its content marked as put in, the limits of comments between.

    `spots` count characters from the beginning of this insertion; `moved` is the name of the move it is the goal of.
    """
    wrapper = "moveTo" if moved else "ins"
    nodes: list[Node] = []
    pieces = list(_divided(content, sorted({spot.after for spot in spots})))
    waiting = sorted(spots, key=lambda spot: spot.after)
    at = 0
    for element in pieces:
        while waiting and waiting[0].after <= at:
            nodes.append(Node("inline", waiting.pop(0).element))
        nodes.append(_node(loom, edits, element, wrapper))
        at += length(element)
    nodes += [Node("inline", spot.element) for spot in waiting]
    joined = list(_joined(nodes, wrapper))
    return _as_move(loom, edits[0], joined, moved) if moved else joined


def _node(loom: Loom, edits: Sequence[Edit], element: Element, wrapper: str) -> Node:
    if element.tag == fragment.MARK:
        return Node("mark", _ending(loom, edits, element, wrapper))
    if element.tag == w("tbl"):
        for row in element.iterchildren(w("tr")):
            mark_row(loom, list(edits), row, "ins")
        return Node("block", element)
    if element.tag == w("hyperlink"):
        inner = loom.mark(wrapper, edits)
        inner.extend(list(element))
        element.append(inner)
        return Node("inline", element)
    mark = loom.mark(wrapper, edits)
    mark.append(element)
    return Node("inline", mark)


def _joined(nodes: Sequence[Node], wrapper: str) -> Iterator[Node]:
    """Neighbouring marks of the same insertion are one."""
    last: Node | None = None
    for node in nodes:
        if last is not None and last.kind == node.kind == "inline" and last.element.tag == node.element.tag == w(wrapper):
            last.element.extend(list(node.element))
            continue
        if last is not None:
            yield last
        last = node
    if last is not None:
        yield last


def _as_move(loom: Loom, edit: Edit, nodes: list[Node], name: str) -> list[Node]:
    start, end = move_limits(loom, edit, "moveTo", name)
    return [Node("inline", start), *nodes, Node("inline", end)]


def move_limits(loom: Loom, edit: Edit, side: str, name: str) -> tuple[Element, Element]:
    """The start and end of the range of a move's source (`moveFrom`) or goal (`moveTo`)."""
    start, end = etree.Element(w(f"{side}RangeStart")), etree.Element(w(f"{side}RangeEnd"))
    number = str(loom.number())
    start.set(w("id"), number)
    start.set(w("author"), loom.author(edit))
    if edit.date:
        start.set(w("date"), edit.date)
    start.set(w("name"), name)
    end.set(w("id"), number)
    return start, end


def _ending(loom: Loom, edits: Sequence[Edit], mark: Element, wrapper: str) -> Element:
    """The properties of a paragraph that ends with a mark that was put in."""
    properties = mark.find(w("pPr"))
    properties = etree.Element(w("pPr")) if properties is None else properties
    mark_paragraph(properties, loom.mark(wrapper, edits))
    return properties


def mark_paragraph(properties: Element, mark: Element) -> None:
    """Write a mark of change on a paragraph's own mark: in w:rPr, in the order ins, del, moveFrom, moveTo (17.3.1.29)."""
    runs = properties.find(w("rPr"))
    if runs is None:
        runs = etree.Element(w("rPr"))
        after = [child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))]
        if after:
            after[0].addprevious(runs)
        else:
            properties.append(runs)
    order = [w(name) for name in ("ins", "del", "moveFrom", "moveTo")]
    before = [child for child in runs if child.tag in order[:order.index(mark.tag) + 1]]
    runs.insert(len(before), mark)


def mark_row(loom: Loom, edits: list[Edit], row: Element, name: str) -> None:
    """Mark a row as put in or taken out, and the runs in it that carry no mark yet, as Word does (17.13.5.16 and 17.13.5.12)."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        exceptions = row.find(w("tblPrEx"))
        row.insert(0 if exceptions is None else 1, properties)
    later = [child for child in properties if child.tag in (w("del"), w("trPrChange"))]
    mark = loom.mark(name, edits)
    if later:
        later[0].addprevious(mark)
    else:
        properties.append(mark)
    mark_runs(loom, edits, row, name)


def mark_runs(loom: Loom, edits: list[Edit], element: Element, name: str) -> None:
    """Wrap every run under `element` that stands in no mark of change yet, and none in a picture's text box."""
    marks = frozenset(w(each) for each in ("ins", "del", "moveFrom", "moveTo"))
    for run in list(element.iter(w("r"))):
        above = {ancestor.tag for ancestor in _below(run, element)}
        if not above & marks and w("r") not in above:
            wrapped = loom.mark(name, edits)
            wrap(run, wrapped)


def _below(run: Element, top: Element) -> Iterator[Element]:
    for ancestor in run.iterancestors():
        if ancestor is top:
            return
        yield ancestor


def wrap(unit: Element, mark: Element) -> None:
    """Put `mark` around an inline element."""
    unit.addprevious(mark)
    tail = unit.tail
    unit.tail = None
    mark.append(unit)
    mark.tail = tail
    if mark.tag == w("del"):
        as_deleted(unit)


def as_deleted(unit: Element) -> None:
    """Text of a deleted run is w:delText (17.4.20), its field codes w:delInstrText."""
    for child in unit:
        if child.tag == w("t"):
            child.tag = w("delText")
            child.set(SPACE, "preserve")
        elif child.tag == w("instrText"):
            child.tag = w("delInstrText")


def length(element: Element) -> int:
    """How many characters of a flow an element of a fragment stands for."""
    if element.tag in (fragment.MARK, w("tbl"), m("oMath"), m("oMathPara")):
        return 1
    if element.tag == w("hyperlink"):
        return sum(length(child) for child in element)
    if element.tag != w("r"):
        return 1
    total = 0
    for child in element:
        if child.tag == w("t"):
            total += len(child.text or "")
        elif child.tag in _SIGNS:
            total += 1
        elif child.tag == w("fldChar"):
            total += child.get(w("fldCharType")) in ("begin", "end")
    return total


def _divided(content: Sequence[Element], offsets: Sequence[int]) -> Iterator[Element]:
    """Copies of the content, runs of text cut where a comment begins or ends in them."""
    at = 0
    for original in content:
        element = deepcopy(original)
        size = length(element)
        inside = [offset - at for offset in offsets if at < offset < at + size]
        at += size
        if inside and element.tag == w("r"):
            yield from _cut_run(element, inside)
        else:
            yield element


def _cut_run(run: Element, offsets: Sequence[int]) -> Iterator[Element]:
    texts = [child for child in run if child.tag != w("rPr")]
    if len(texts) != 1 or texts[0].tag != w("t"):
        yield run
        return
    whole = texts[0].text or ""
    for start, end in zip([0, *offsets], [*offsets, len(whole)], strict=True):
        part = deepcopy(run)
        part[-1].text = whole[start:end]
        part[-1].set(SPACE, "preserve")
        yield part
