"""Formats of characters, paragraphs, sections and tables as tracked changes: the first one at a place is shown, the old kept in it."""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.atoms import MARK
from tansiq.engines.redline.align.pieces import Flow, Piece
from tansiq.engines.redline.edits import Edit
from tansiq.engines.redline.merge.weave.loom import Loom
from tansiq.engines.redline.merge.weave.strands import Strand

_MARKS = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_EDGES = frozenset({w("headerReference"), w("footerReference")})
_CHANGES = {"tblPr": "tblPrChange", "tblGrid": "tblGridChange", "tblPrEx": "tblPrExChange", "trPr": "trPrChange", "tcPr": "tcPrChange"}
_FIRST = {"tblPr": (), "tblGrid": ("tblPr",), "tblPrEx": (), "trPr": ("tblPrEx",), "tcPr": ()}
_OWN_MARKS = frozenset(w(name) for name in ("ins", "del", "cellIns", "cellDel", "cellMerge"))


def weave_formats(loom: Loom, flow: Flow, strand: Strand, contents: Mapping[str, Sequence[Element]]) -> None:
    """Weave the formats of characters, paragraphs and sections of one flow, whose runs are cut already."""
    done: dict[int, Edit] = {}
    for edit in sorted(strand.formats, key=loom.priority):
        for piece in flow.between(edit.place.start, edit.place.end):
            _characters(loom, piece, edit, contents[edit.id], done)
    taken: dict[int, Edit] = {}
    for edit in sorted(strand.paragraphs, key=loom.priority):
        for piece in _marks(flow, edit):
            if _first(loom, taken, id(piece.element), edit):
                _paragraph(loom, piece.element, edit, contents[edit.id])
    ended: dict[int, Edit] = {}
    for edit in sorted(strand.sections, key=loom.priority):
        for piece in _marks(flow, edit):
            section = _section(flow, piece)
            if section is not None and _first(loom, ended, piece.at, edit):
                _change_section(loom, section, edit, contents[edit.id])


def _marks(flow: Flow, edit: Edit) -> list[Piece]:
    return [piece for piece in flow.between(edit.place.start, edit.place.start + 1) if piece.text == MARK]


def _first(loom: Loom, done: dict[int, Edit], place: int, edit: Edit) -> bool:
    """Whether nobody formatted here before; otherwise the edit is noted beside the one that is shown."""
    shown = done.setdefault(place, edit)
    if shown is not edit and edit.id not in loom.also.setdefault(shown.id, []):
        loom.also[shown.id].append(edit.id)
    return shown is edit


def _characters(loom: Loom, piece: Piece, edit: Edit, content: Sequence[Element], done: dict[int, Edit]) -> None:
    if piece.text == MARK:
        if _first(loom, done, id(piece.element), edit):
            _change_runs(loom, _runs_of_mark(piece.element), edit, content)
        return
    for unit in piece.units:
        if unit.tag == w("r") and _first(loom, done, id(unit), edit):
            properties = unit.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                unit.insert(0, properties)
            if properties.find(w("rPrChange")) is None:
                _change_runs(loom, properties, edit, content)


def _runs_of_mark(paragraph: Element) -> Element:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    runs = properties.find(w("rPr"))
    if runs is None:
        runs = etree.Element(w("rPr"))
        after = [child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))]
        if after:
            after[0].addprevious(runs)
        else:
            properties.append(runs)
    return runs


def _change_runs(loom: Loom, properties: Element, edit: Edit, content: Sequence[Element]) -> None:
    marks = [child for child in properties if child.tag in _MARKS]
    old = [child for child in properties if child.tag not in _MARKS]
    change = _change(loom, "rPrChange", edit, "rPr", old)
    properties[:] = [*marks, *_new(content), change]


def _new(content: Sequence[Element]) -> list[Element]:
    return [deepcopy(child) for child in content[0]] if content else []


def _change(loom: Loom, name: str, edit: Edit, holder: str, old: Sequence[Element]) -> Element:
    change = etree.Element(w(name))
    loom.sign(change, [edit])
    if name == "tblGridChange":                # CT_Markup: it has a number only (17.13.5.33)
        for attribute in (w("author"), w("date")):
            if attribute in change.attrib:
                del change.attrib[attribute]
    inner = etree.SubElement(change, w(holder))
    inner.extend(list(old))
    return change


def _paragraph(loom: Loom, paragraph: Element, edit: Edit, content: Sequence[Element]) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    kept = [child for child in properties if child.tag in (w("rPr"), w("sectPr"))]
    old = [child for child in properties if child not in kept and child.tag != w("pPrChange")]
    change = _change(loom, "pPrChange", edit, "pPr", old)
    properties[:] = [*_new(content), *kept, change]


def _section(flow: Flow, piece: Piece) -> Element | None:
    properties = piece.element.find(w("pPr"))
    inner = properties.find(w("sectPr")) if properties is not None else None
    if inner is not None:
        return inner
    return flow.container.find(w("sectPr")) if piece is flow.pieces[-1] else None


def _change_section(loom: Loom, section: Element, edit: Edit, content: Sequence[Element]) -> None:
    edges = [child for child in section if child.tag in _EDGES]
    old = [child for child in section if child.tag not in _EDGES and child.tag != w("sectPrChange")]
    change = _change(loom, "sectPrChange", edit, "sectPr", old)
    section[:] = [*edges, *_new(content), change]


def change_table(loom: Loom, owner: Element, name: str, edit: Edit, content: Sequence[Element]) -> None:
    """Change the properties `name` of a table, row or cell, the old ones kept in the change (17.13.5.33 to 38)."""
    properties = owner.find(w(name))
    if properties is None:
        properties = etree.Element(w(name))
        first = [child for child in owner if child.tag in {w(each) for each in _FIRST[name]}]
        owner.insert(len(first), properties)
    marks = [child for child in properties if child.tag in _OWN_MARKS]
    old = [child for child in properties if child.tag not in _OWN_MARKS and not str(child.tag).endswith("Change")]
    change = _change(loom, _CHANGES[name], edit, name, old)
    if name == "tblPrEx":
        properties[:] = [*_new(content), change]
    else:
        properties[:] = [*_new(content), *marks, change]
