"""Tables: columns that run with the document, header rows that repeat, rows that do not break, spans in both ways."""

from typing import TYPE_CHECKING

from lxml import etree

from tansiq.engines.press.tree import Cell, Row, Table, text_of
from tansiq.engines.press.writers.docx.manuscript import Manuscript, Story
from tansiq.engines.press.writers.docx.xml import el, val

if TYPE_CHECKING:
    from tansiq.engines.press.writers.docx.blocks import BlockWriter

CELL_MARGIN = 85
"""Twips between a cell's edge and its text, on either side."""


def table_element(manuscript: Manuscript, story: Story, table: Table, width: int, writer: "type[BlockWriter]") -> etree._Element:
    """The table as an element; `width` in twips. `writer` writes the blocks of cells: given, because blocks write tables."""
    return _TableWriter(manuscript, story, table, width, writer).element()


class _TableWriter:
    def __init__(self, manuscript: Manuscript, story: Story, table: Table, width: int, writer: "type[BlockWriter]") -> None:  # noqa: PLR0913
        self.manuscript = manuscript
        self.story = story
        self.table = table
        self.writer = writer
        weights = [column.width or 1.0 for column in table.columns]
        self.widths = [round(width * weight / sum(weights)) for weight in weights]

    def element(self) -> etree._Element:
        grid = el("w:tblGrid", None, *[el("w:gridCol", {"w:w": str(width)}) for width in self.widths])
        rows = self._rows(self.table.header, header=True) + self._rows(self.table.rows, header=False)
        return el("w:tbl", None, self._properties(), grid, *rows)

    def _properties(self) -> etree._Element:
        look = {
            "w:val": "0420" if self.table.header else "0400", "w:firstRow": "1" if self.table.header else "0", "w:lastRow": "0",
            "w:firstColumn": "0", "w:lastColumn": "0", "w:noHBand": "0", "w:noVBand": "1",
        }
        caption = text_of(self.table.caption).replace("\n", " ").strip()
        return el(
            "w:tblPr",
            None,
            val("w:tblStyle", "ReportTable"),
            el("w:bidiVisual") if self.manuscript.rtl else None,
            el("w:tblW", {"w:w": str(sum(self.widths)), "w:type": "dxa"}),
            el("w:tblLayout", {"w:type": "fixed"}),
            el("w:tblLook", look),
            val("w:tblCaption", caption) if caption else None,
        )

    def _rows(self, rows: tuple[Row, ...], *, header: bool) -> list[etree._Element]:
        open_spans: dict[int, tuple[int, int]] = {}
        return [self._row(row, open_spans, header=header) for row in rows]

    def _row(self, row: Row, open_spans: dict[int, tuple[int, int]], *, header: bool) -> etree._Element:
        """`open_spans`: column where a cell of an earlier row reaches down -> (columns it covers, rows still to come)."""
        cells = []
        waiting = list(row.cells)
        column = 0
        while column < len(self.widths):
            if column in open_spans:
                across, left = open_spans.pop(column)
                cells.append(self._continued(column, across))
                if left > 1:
                    open_spans[column] = (across, left - 1)
            else:
                cell = waiting.pop(0)
                across = cell.colspan or 1
                cells.append(self._cell(cell, column, header=header))
                if (cell.rowspan or 1) > 1:
                    open_spans[column] = (across, (cell.rowspan or 1) - 1)
            column += across
        properties = el("w:trPr", None, el("w:cantSplit"), el("w:tblHeader") if header else None)
        return el("w:tr", None, properties, *cells)

    def _continued(self, column: int, across: int) -> etree._Element:
        empty = el("w:p", None, el("w:pPr", None, val("w:pStyle", "TableText"), el("w:bidi") if self.manuscript.rtl else None))
        return el("w:tc", None, self._cell_properties(column, across, el("w:vMerge")), empty)

    def _cell_properties(self, column: int, across: int, merge: etree._Element | None) -> etree._Element:
        width = sum(self.widths[column : column + across])
        return el(
            "w:tcPr",
            None,
            el("w:tcW", {"w:w": str(width), "w:type": "dxa"}),
            val("w:gridSpan", across) if across > 1 else None,
            merge,
        )

    def _cell(self, cell: Cell, column: int, *, header: bool) -> etree._Element:
        across = cell.colspan or 1
        width = sum(self.widths[column : column + across]) - 2 * CELL_MARGIN
        style = "TableHead" if header or cell.header else "TableText"
        style += {"center": "Center", "end": "End"}.get(self.table.columns[column].align or "start", "")
        inside = Story(self.story.part)
        writer = self.writer(self.manuscript, inside, width=width, styles=(style, style))
        if cell.blocks:
            writer.write(cell.blocks)
        else:
            writer.put(style, writer.inlines.runs(cell.inlines or ()))
        merge = val("w:vMerge", "restart") if (cell.rowspan or 1) > 1 else None
        return el("w:tc", None, self._cell_properties(column, across, merge), *inside.blocks)
