"""Weave edits of rows and cells, and of the properties of tables, into the base's tables."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.align.pieces import Row, Table
from tansiq.engines.redline.edits import Edit, Kind
from tansiq.engines.redline.merge.weave.flows import Contents
from tansiq.engines.redline.merge.weave.formats import change_table
from tansiq.engines.redline.merge.weave.loom import Loom
from tansiq.engines.redline.merge.weave.nodes import mark_row, mark_runs

_AFTER_CELL_MARK = frozenset({w("tcPrChange")})


def weave_tables(
    loom: Loom, document: Document, edits: Mapping[str, Sequence[Edit]], contents: Contents, groups: Mapping[str, tuple[Edit, ...]],
) -> None:
    """Weave the edits of rows and cells; `edits` are sorted by the key of their table or row, what is in cells is woven before.

    `groups` has, for each edit, all that make the same change.
    """
    for key in sorted(edits):
        if key in document.tables:
            _rows(loom, document.tables[key], edits[key], contents, groups)
        elif key in document.rows:
            _cells(loom, document.rows[key], edits[key], contents, groups)


Groups = Mapping[str, tuple[Edit, ...]]


def _rows(loom: Loom, table: Table, edits: Sequence[Edit], contents: Contents, groups: Groups) -> None:
    gone: dict[int, list[Edit]] = defaultdict(list)
    formatted: dict[tuple[str, int], Edit] = {}
    for edit in sorted(edits, key=loom.priority):
        if edit.kind == Kind.ROW_DELETION:
            gone[edit.place.start].append(edit)
        elif edit.kind == Kind.TABLE_FORMAT:
            whole = edit.said in ("tblPr", "tblGrid")
            owner = table.element if whole else table.rows[edit.place.start].element
            if _first(loom, formatted, (edit.said, 0 if whole else edit.place.start), edit):
                change_table(loom, owner, edit.said, edit, contents[edit.id])
    for number, deleters in gone.items():
        _others(loom, deleters)
        mark_row(loom, deleters, table.rows[number].element, "del")
    for edit in sorted((one for one in edits if one.kind == Kind.ROW_INSERTION), key=_by_agency):
        for content in contents[edit.id]:
            row = deepcopy(content)
            mark_row(loom, list(groups[edit.id]), row, "ins")
            _put_row(table.element, table.rows, edit.place.start, row)


def _by_agency(edit: Edit) -> tuple[int, str]:
    return edit.place.start, edit.agency


def _first(loom: Loom, done: dict[tuple[str, int], Edit], place: tuple[str, int], edit: Edit) -> bool:
    shown = done.setdefault(place, edit)
    if shown is not edit and edit.id not in loom.also.setdefault(shown.id, []):
        loom.also[shown.id].append(edit.id)
    return shown is edit


def _others(loom: Loom, edits: Sequence[Edit]) -> None:
    for other in edits[1:]:
        known = loom.also.setdefault(edits[0].id, [])
        if other.id not in known:
            known.append(other.id)


def _put_row(table: Element, rows: Sequence[Row], at: int, row: Element) -> None:
    if at < len(rows):
        rows[at].element.addprevious(row)
    elif rows:
        last = rows[-1].element
        while (following := last.getnext()) is not None and following.tag == w("tr"):     # behind those put in at the same place
            last = following
        last.addnext(row)
    else:
        table.append(row)


def _cells(loom: Loom, row: Row, edits: Sequence[Edit], contents: Contents, groups: Groups) -> None:
    gone: dict[int, list[Edit]] = defaultdict(list)
    formatted: dict[tuple[str, int], Edit] = {}
    for edit in sorted(edits, key=loom.priority):
        if edit.kind == Kind.CELL_DELETION:
            gone[edit.place.start].append(edit)
        elif edit.kind == Kind.TABLE_FORMAT and _first(loom, formatted, (edit.said, edit.place.start), edit):
            change_table(loom, row.cells[edit.place.start].element, edit.said, edit, contents[edit.id])
    for number, deleters in gone.items():
        _others(loom, deleters)
        _mark_cell(loom, deleters, row.cells[number].element, "cellDel", "del")
    for edit in sorted((one for one in edits if one.kind == Kind.CELL_INSERTION), key=_by_agency):
        for content in contents[edit.id]:
            cell = deepcopy(content)
            _mark_cell(loom, list(groups[edit.id]), cell, "cellIns", "ins")
            if edit.place.start < len(row.cells):
                row.cells[edit.place.start].element.addprevious(cell)
            else:
                row.element.append(cell)


def _mark_cell(loom: Loom, edits: list[Edit], cell: Element, name: str, runs: str) -> None:
    """Mark a cell, and the runs in it that carry no mark yet (17.13.5.1 and 17.13.5.2)."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    mark = loom.mark(name, edits)
    later = [child for child in properties if child.tag in _AFTER_CELL_MARK]
    if later:
        later[0].addprevious(mark)
    else:
        properties.append(mark)
    mark_runs(loom, edits, cell, runs)
