"""The edits of one table of a copy: rows and cells put in or taken out, their properties, and what is in the cells."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align.marks import mark_of
from tansiq.engines.redline.align.pieces import Cell, Flow, Mark, Row, Table
from tansiq.engines.redline.edits import Anchor, Kind, Place
from tansiq.engines.redline.readers import fragments
from tansiq.engines.redline.readers.context import Context

ReadFlow = Callable[[Context, Flow, Flow], None]
_ALIKE = 0.4                                   # two rows share so much of their text that one became the other
_PROPERTIES = {
    "tblPr": "tblPrChange", "tblGrid": "tblGridChange", "tblPrEx": "tblPrExChange", "trPr": "trPrChange", "tcPr": "tcPrChange",
}


def read_table(context: Context, base: Table, copy: Table, read_flow: ReadFlow) -> None:
    """Add the edits of a table that stands in both; `read_flow` reads what is in a cell."""
    everything = context.places.rows(base.key, 0, len(base.rows))
    for name in ("tblPr", "tblGrid"):
        _properties(context, copy.element, name, everything, base.key)
    original = [row for row in copy.rows if row.ins is None]
    pairs = pair([row.original() for row in base.rows], [row.original() for row in original])
    partner = {id(original[theirs]): ours for ours, theirs in pairs}
    at = 0
    for row in copy.rows:
        number = partner.get(id(row))
        if number is None:
            _row_put_in(context, base, at, row)
            continue
        _rows_gone(context, base, at, number)
        _row(context, base, number, row, read_flow)
        at = number + 1
    _rows_gone(context, base, at, len(base.rows))


def pair(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Which row (or cell) became which, as numbers in order: equal ones first, then those in equal gaps, then the most alike."""
    if len(ours) == len(theirs) and _all_alike(ours, theirs):
        return [(number, number) for number in range(len(ours))]
    found: list[tuple[int, int]] = []
    for tag, start, end, begin, finish in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal" or tag == "replace" and end - start == finish - begin:
            found += zip(range(start, end), range(begin, finish), strict=True)
        elif tag == "replace":
            found += _alike(ours, theirs, (start, end), (begin, finish))
    return found


def _all_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return all(one == other or _ratio(one, other) >= _ALIKE for one, other in zip(ours, theirs, strict=True))


def _alike(ours: Sequence[str], theirs: Sequence[str], mine: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    found, begin = [], other[0]
    for number in range(*mine):
        best = max(range(begin, other[1]), key=lambda each: (_ratio(ours[number], theirs[each]), -each), default=None)
        if best is not None and _ratio(ours[number], theirs[best]) >= _ALIKE:
            found.append((number, best))
            begin = best + 1
    return found


def _ratio(one: str, other: str) -> float:
    if not one.strip("\x1f \U00100000") and not other.strip("\x1f \U00100000"):
        return 1.0
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return max(matcher.ratio(), SequenceMatcher(None, one[:500], other[:500], autojunk=False).quick_ratio() - 0.3)


def _row_put_in(context: Context, base: Table, at: int, row: Row) -> None:
    place = context.places.rows(base.key, at, at)
    if row.dele is not None:
        text = "\t".join(context.atoms.readable(cell.flow.text()).strip() for cell in row.cells)
        context.add(Kind.ROW_INSERTION, place, row.ins, after=text, said="withdrawn", undone=row.dele)
        return
    text = "\t".join(context.atoms.readable(cell.flow.current()).strip() for cell in row.cells if cell.dele is None)
    part = context.copy.part_of(base.key)
    context.add(Kind.ROW_INSERTION, place, row.ins, after=text, fragment=fragments.of_element(row.element, context.resources, part))
    _anchor_inside(context, base, [cell.flow for cell in row.cells])


def _anchor_inside(context: Context, base: Table, flows: Sequence[Flow]) -> None:
    """Comments inside something put in are anchored at the first cell of the table, which the base has."""
    first = next((cell.flow.key for row in base.rows for cell in row.cells), None)
    if first is None:
        return
    for top in flows:
        for flow in top.flows():
            for spot in flow.spots:
                context.spots.setdefault((spot.kind, spot.id), Anchor(first, 0))


def _rows_gone(context: Context, base: Table, start: int, end: int) -> None:
    for number in range(start, end):
        _row_gone(context, base, number, None)


def _row_gone(context: Context, base: Table, number: int, mark: Mark | None) -> None:
    text = "\t".join(context.readable_base(cell.flow.key, 0, cell.flow.length).strip() for cell in base.rows[number].cells)
    context.add(Kind.ROW_DELETION, context.places.rows(base.key, number, number + 1), mark, before=text)


def _row(context: Context, base: Table, number: int, row: Row, read_flow: ReadFlow) -> None:
    mine = base.rows[number]
    place = context.places.rows(base.key, number, number + 1)
    for name in ("trPr", "tblPrEx"):
        _properties(context, row.element, name, place, base.key)
    before = len(context.edits)
    _cells(context, f"{base.key}/r{number}", mine, row, read_flow)
    if row.dele is not None:
        inside = {Kind.DELETION, Kind.PARAGRAPH_DELETION, Kind.NOTE, Kind.IMAGE, Kind.FIELD, Kind.CELL_DELETION, Kind.ROW_DELETION}
        context.edits[before:] = [
            edit for edit in context.edits[before:]
            if not (edit.kind in inside and edit.before and not edit.after and edit.person == row.dele.person)
        ]
        _row_gone(context, base, number, row.dele)


def _cells(context: Context, row_key: str, mine: Row, row: Row, read_flow: ReadFlow) -> None:
    original = [cell for cell in row.cells if cell.ins is None]
    if len(original) == len(mine.cells):
        pairs = [(number, number) for number in range(len(original))]
    else:
        pairs = pair([cell.flow.original() for cell in mine.cells], [cell.flow.original() for cell in original])
    partner = {id(original[theirs]): ours for ours, theirs in pairs}
    part = context.copy.part_of(row_key)
    at = 0
    for cell in row.cells:
        number = partner.get(id(cell))
        if number is None:
            withdrawn = cell.dele is not None
            context.add(
                Kind.CELL_INSERTION, context.places.cells(row_key, at, at), cell.ins,
                after=context.atoms.readable(cell.flow.text() if withdrawn else cell.flow.current()).strip(),
                said="withdrawn" if withdrawn else "", undone=cell.dele,
                fragment=None if withdrawn else fragments.of_element(cell.element, context.resources, part),
            )
            continue
        for gone in range(at, number):
            _cell_gone(context, row_key, mine.cells[gone], gone, None)
        at = number + 1
        _cell(context, row_key, (number, mine.cells[number]), cell, read_flow)
    for gone in range(at, len(mine.cells)):
        _cell_gone(context, row_key, mine.cells[gone], gone, None)


def _cell(context: Context, row_key: str, ours: tuple[int, Cell], cell: Cell, read_flow: ReadFlow) -> None:
    number, mine = ours
    _properties(context, cell.element, "tcPr", context.places.cells(row_key, number, number + 1), row_key)
    before = len(context.edits)
    read_flow(context, mine.flow, cell.flow)
    if cell.dele is not None:
        context.edits[before:] = [
            edit for edit in context.edits[before:]
            if not (edit.before and not edit.after and edit.kind != Kind.FORMAT and edit.person == cell.dele.person)
        ]
        _cell_gone(context, row_key, mine, number, cell.dele)


def _cell_gone(context: Context, row_key: str, mine: Cell, number: int, mark: Mark | None) -> None:
    text = context.readable_base(mine.flow.key, 0, mine.flow.length).strip()
    context.add(Kind.CELL_DELETION, context.places.cells(row_key, number, number + 1), mark, before=text)


def _properties(context: Context, owner: Element, name: str, place: Place, key: str) -> None:
    properties = owner.find(w(name))
    change = properties.find(w(_PROPERTIES[name])) if properties is not None else None
    if properties is None or change is None:
        return
    context.add(
        Kind.TABLE_FORMAT, place, mark_of(change), said=name,
        fragment=fragments.of_element(properties, context.resources, context.copy.part_of(key)),
    )
