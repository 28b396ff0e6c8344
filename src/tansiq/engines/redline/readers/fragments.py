"""The content an edit brings along, made from slices of a copy: runs with their formatting, marks, tables, fields whole."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.align.atoms import FIELD_CLOSE, MARK
from tansiq.engines.redline.align.emptied import emptied
from tansiq.engines.redline.align.pieces import Piece
from tansiq.engines.redline.align.settled import settled
from tansiq.engines.redline.edits import Fragment
from tansiq.engines.redline.readers.difference import Slice
from tansiq.engines.redline.readers.resources import Resources

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_IN_MARK_RUN = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_PLAIN_NAMES = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_EDGES = frozenset({w("headerReference"), w("footerReference")})


def of_slices(slices: Sequence[Slice], resources: Resources, part: str, kept_links: frozenset[Element]) -> Fragment:
    """The fragment of slices in order. `kept_links` are hyperlinks that the base has: what stands in them is not wrapped again."""
    root = fragment.new()
    links: tuple[Element, Element] | None = None
    for each in _whole_fields(slices):
        link = _link(each.piece, kept_links)
        if link is None:
            links = None
            holder = root
        elif links is not None and links[0] is link:
            holder = links[1]
        else:
            holder = emptied(link)
            root.append(holder)
            links = (link, holder)
        for element in _elements(each):
            _append(holder, element)
    return _finished(root, resources, part)


def of_element(element: Element, resources: Resources, part: str) -> Fragment:
    """The fragment of one whole element: a row, a cell, or properties."""
    root = fragment.new()
    root.append(settled(element))
    return _finished(root, resources, part)


def of_comment(comment: Element, resources: Resources, package: Package) -> Fragment:
    """The fragment of the paragraphs of a comment."""
    root = fragment.new()
    root.extend(list(settled(comment)))
    return _finished(root, resources, package.related(package.main, "comments") or "")


def _finished(root: Element, resources: Resources, part: str) -> Fragment:
    relations = resources.complete(root, part)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "x"])
    return Fragment(fragment.write(root), relations)


def _whole_fields(slices: Sequence[Slice]) -> list[Slice]:
    """Without codes and ends of fields whose other half is not among the slices."""
    opened: list[int] = []
    paired: set[int] = set()
    for number, each in enumerate(slices):
        if each.piece.is_field:
            opened.append(number)
        elif each.piece.text == FIELD_CLOSE and opened:
            paired |= {number, opened.pop()}
    return [
        each for number, each in enumerate(slices)
        if number in paired or not (each.piece.is_field or each.piece.text == FIELD_CLOSE)
    ]


def _link(piece: Piece, kept: frozenset[Element]) -> Element | None:
    if not piece.units:
        return None
    for above in piece.units[0].iterancestors():
        if above.tag == w("hyperlink"):
            return None if above in kept else above
        if above.tag == w("p"):
            return None
    return None


def _append(holder: Element, element: Element) -> None:
    """Append, joining text to the run before when it is formatted alike."""
    last = next(holder.iterchildren(reversed=True), None)      # len() counts all children
    if last is not None and last.tag == element.tag == w("r") and _same_format(last, element) and _only_text(last) and _only_text(element):
        last[-1].text = (last[-1].text or "") + (element[-1].text or "")
        return
    holder.append(element)


def _only_text(run: Element) -> bool:
    children = [child for child in run if child.tag != w("rPr")]
    return len(children) == 1 and children[0].tag == w("t")


def _same_format(one: Element, other: Element) -> bool:
    first, second = one.find(w("rPr")), other.find(w("rPr"))
    if first is None or second is None:
        return first is second
    return etree.tostring(first, method="c14n") == etree.tostring(second, method="c14n")


def _elements(each: Slice) -> Iterator[Element]:
    piece = each.piece
    if piece.text == MARK:
        yield _mark(piece.element)
    elif piece.table is not None:
        yield settled(piece.element)
    elif piece.is_field:
        yield from _code(piece)
    elif piece.text == FIELD_CLOSE and not piece.units:
        yield _field_character(None, "end")
    elif piece.units and piece.element is piece.units[0]:
        yield settled(piece.element)           # a formula or a picture that stands in no run
    elif piece.units:
        yield _run(piece.units[0], [_child(each)])


def _child(each: Slice) -> Element:
    element = each.piece.element
    if element.tag in (w("t"), w("delText")):
        text = etree.Element(w("t"))
        text.text = each.text
        text.set(_SPACE, "preserve")
        return text
    return settled(element)


def _run(model: Element, children: Sequence[Element]) -> Element:
    run = etree.Element(w("r"), nsmap=model.nsmap)      # type: ignore[arg-type]  # the stubs know no default namespace
    properties = model.find(w("rPr"))
    if properties is not None:
        run.append(settled(properties))
        if not len(run[0]):
            run.remove(run[0])
    for child in children:
        child.tail = None
        run.append(child)
    return run


def _mark(paragraph: Element) -> Element:
    mark = etree.Element(fragment.MARK)
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return mark
    copied = settled(properties)
    runs = copied.find(w("rPr"))
    if runs is not None:
        for child in [child for child in runs if child.tag in _NOT_IN_MARK_RUN]:
            runs.remove(child)
        if not len(runs):
            copied.remove(runs)
    for section in copied.findall(w("sectPr")):
        for reference in [child for child in section if child.tag in _EDGES]:
            section.remove(reference)
    mark.append(copied)
    return mark


def _field_character(model: Element | None, kind: str) -> Element:
    run = _run(model, []) if model is not None else etree.Element(w("r"))
    etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
    return run


def _code(piece: Piece) -> Iterator[Element]:
    if piece.element.tag == w("fldSimple"):
        yield _field_character(None, "begin")
        run = etree.Element(w("r"))
        code = etree.SubElement(run, w("instrText"))
        code.text = piece.element.get(w("instr")) or ""
        code.set(_SPACE, "preserve")
        yield run
        yield _field_character(None, "separate")
        return
    for unit, children in _code_children(piece):
        yield _run(unit, children)


def _code_children(piece: Piece) -> Iterator[tuple[Element, list[Element]]]:
    """The children of each run that belong to a field's code: from its begin to its separate, or to before its end."""
    depth, begun = 0, False
    for unit in piece.units:
        taken: list[Element] = []
        done = False
        for child in unit:
            begun = begun or child is piece.element
            if not begun or child.tag == w("rPr"):
                continue
            kind = child.get(w("fldCharType")) if child.tag == w("fldChar") else ""
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if kind == "end" and depth == 0:
                done = True
                break
            copied = deepcopy(child)
            copied.tag = _PLAIN_NAMES.get(str(child.tag), child.tag)
            taken.append(copied)
            if kind == "separate" and depth == 1:
                done = True
                break
        if taken:
            yield unit, taken
        if done:
            return
