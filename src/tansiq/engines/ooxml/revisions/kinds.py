"""What a tracked change is: its kind, who made it and when, and what may be decided about it (ISO/IEC 29500-1, 17.13.5).

Only words and the table from element names to kinds; nothing is changed here.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from tansiq.engines.ooxml.names import m, w


class Decision(StrEnum):
    """What becomes of one revision: taken, undone, or left as it stands."""

    ACCEPT = "accept"
    REJECT = "reject"
    KEEP = "keep"


class RevisionKind(StrEnum):
    """What a revision marks. Marks of paragraphs, rows and cells stand in properties, those of runs around the runs."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"
    MOVE_FROM_RANGE = "move_from_range"            # the borders of a move: they go when nothing of the move is left
    MOVE_TO_RANGE = "move_to_range"
    PARAGRAPH_INSERTION = "paragraph_insertion"    # of the paragraph's mark, not of its text
    PARAGRAPH_DELETION = "paragraph_deletion"
    PARAGRAPH_MOVE_FROM = "paragraph_move_from"
    PARAGRAPH_MOVE_TO = "paragraph_move_to"
    ROW_INSERTION = "row_insertion"
    ROW_DELETION = "row_deletion"
    CELL_INSERTION = "cell_insertion"
    CELL_DELETION = "cell_deletion"
    CELL_MERGE = "cell_merge"
    FORMULA_INSERTION = "formula_insertion"        # of a run or an object inside a formula
    FORMULA_DELETION = "formula_deletion"
    CONTROL_INSERTION = "control_insertion"        # of a content control or custom XML around its content
    CONTROL_DELETION = "control_deletion"
    CONTROL_MOVE_FROM = "control_move_from"
    CONTROL_MOVE_TO = "control_move_to"
    RUN_FORMAT = "run_format"
    PARAGRAPH_FORMAT = "paragraph_format"
    SECTION_FORMAT = "section_format"
    TABLE_FORMAT = "table_format"
    TABLE_EXCEPTION = "table_exception"
    TABLE_GRID = "table_grid"
    ROW_FORMAT = "row_format"
    CELL_FORMAT = "cell_format"
    NUMBERING = "numbering"                        # the old number as text: nothing hangs on it
    NUMBERING_INSERTION = "numbering_insertion"


K = RevisionKind

BRINGS = frozenset({
    K.INSERTION, K.MOVE_TO, K.PARAGRAPH_INSERTION, K.PARAGRAPH_MOVE_TO, K.ROW_INSERTION, K.CELL_INSERTION, K.FORMULA_INSERTION,
    K.CONTROL_INSERTION, K.CONTROL_MOVE_TO, K.NUMBERING_INSERTION,
})
"""Kinds whose thing goes away when they are rejected."""

TAKES = frozenset({
    K.DELETION, K.MOVE_FROM, K.PARAGRAPH_DELETION, K.PARAGRAPH_MOVE_FROM, K.ROW_DELETION, K.CELL_DELETION, K.FORMULA_DELETION,
    K.CONTROL_DELETION, K.CONTROL_MOVE_FROM,
})
"""Kinds whose thing goes away when they are accepted."""

RANGES = frozenset({K.MOVE_FROM_RANGE, K.MOVE_TO_RANGE})

CHANGES = {
    w("rPrChange"): K.RUN_FORMAT,
    w("pPrChange"): K.PARAGRAPH_FORMAT,
    w("sectPrChange"): K.SECTION_FORMAT,
    w("tblPrChange"): K.TABLE_FORMAT,
    w("tblPrExChange"): K.TABLE_EXCEPTION,
    w("tblGridChange"): K.TABLE_GRID,
    w("trPrChange"): K.ROW_FORMAT,
    w("tcPrChange"): K.CELL_FORMAT,
}
"""Elements that hold the properties as they were before."""

FORMATS = frozenset(CHANGES.values())

_ALWAYS = CHANGES | {
    w("numberingChange"): K.NUMBERING,
    w("moveFromRangeStart"): K.MOVE_FROM_RANGE,
    w("moveToRangeStart"): K.MOVE_TO_RANGE,
    w("customXmlInsRangeStart"): K.CONTROL_INSERTION,
    w("customXmlDelRangeStart"): K.CONTROL_DELETION,
    w("customXmlMoveFromRangeStart"): K.CONTROL_MOVE_FROM,
    w("customXmlMoveToRangeStart"): K.CONTROL_MOVE_TO,
}
_RUNS = {
    w("ins"): K.INSERTION, w("del"): K.DELETION, w("moveFrom"): K.MOVE_FROM, w("moveTo"): K.MOVE_TO,
}
_PARAGRAPHS = {
    w("ins"): K.PARAGRAPH_INSERTION, w("del"): K.PARAGRAPH_DELETION,
    w("moveFrom"): K.PARAGRAPH_MOVE_FROM, w("moveTo"): K.PARAGRAPH_MOVE_TO,
}
_ROWS = {w("ins"): K.ROW_INSERTION, w("del"): K.ROW_DELETION}
_CELLS = {w("cellIns"): K.CELL_INSERTION, w("cellDel"): K.CELL_DELETION, w("cellMerge"): K.CELL_MERGE}
_FORMULAS = {w("ins"): K.FORMULA_INSERTION, w("del"): K.FORMULA_DELETION}

MARKED = (*_ALWAYS, *_RUNS, *_CELLS)
"""Every element name that can be a revision."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change. `id`, `author` and `date` as written ("" when absent), `part` the part's name, `element` its XML."""

    id: str
    kind: RevisionKind
    author: str
    date: str
    part: str
    element: etree._Element = field(compare=False, repr=False)

    def undone_by(self, decision: Decision) -> bool:
        """Whether `decision` takes away what the revision marks, or, for a change of properties, brings the old ones back."""
        if self.kind in TAKES:
            return decision is Decision.ACCEPT
        return decision is Decision.REJECT


def kind_of(element: etree._Element) -> RevisionKind | None:
    """The kind of revision that `element` is, None when it is none: the same name means another thing in another place."""
    always = _ALWAYS.get(element.tag)
    if always is not None:
        return always
    parent = element.getparent()
    if parent is None:
        return None
    if parent.tag == w("numPr"):
        return K.NUMBERING_INSERTION if element.tag == w("ins") else None
    if element.tag in _CELLS or parent.tag == w("trPr"):
        return _kind_in_table(element, parent)
    if parent.tag == w("rPr"):
        return _kind_in_run_properties(element, parent)
    if parent.tag in {m("ctrlPr"), m("r")} or _is_formula_mark(parent):
        return _FORMULAS.get(element.tag)
    return _RUNS.get(element.tag)


def _kind_in_table(element: etree._Element, properties: etree._Element) -> RevisionKind | None:
    """A mark of a cell or a row: only in the properties of one, as anywhere else there is no cell or row that it could take away."""
    owner = properties.getparent()
    place = (properties.tag, owner.tag if owner is not None else None)
    if place == (w("tcPr"), w("tc")):
        return _CELLS.get(element.tag)
    return _ROWS.get(element.tag) if place == (w("trPr"), w("tr")) else None


def _kind_in_run_properties(element: etree._Element, properties: etree._Element) -> RevisionKind | None:
    """A mark in `w:rPr`: of the paragraph, or of a piece of a formula; in a plain run it is no valid mark, and read as one of the run."""
    owner = properties.getparent()
    if owner is not None and owner.tag == w("pPr"):
        return _PARAGRAPHS.get(element.tag)
    if owner is not None and (owner.tag in {m("ctrlPr"), m("r"), w("r")}):
        return _FORMULAS.get(element.tag)
    return None


def _is_formula_mark(parent: etree._Element) -> bool:
    """Whether `parent` is itself the mark of a piece of a formula (CT_MathCtrlIns holds the deletion by the next person)."""
    above = parent.getparent()
    return parent.tag == w("ins") and above is not None and above.tag in {m("ctrlPr"), m("r")}
