"""The matrix as an Excel workbook: one sheet of rows to fill in, one of counts, one hidden with the lists to choose from.

The same ledger gives the same bytes. Reading a filled workbook back is workbook_reading.py.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.columns import FILLED, HIDDEN, HIDDEN_TITLES, WIDTHS, Column
from tansiq.engines.redline.report.counts import write_counts
from tansiq.engines.redline.report.decisions import Category, Decision, Disposition, Status
from tansiq.engines.redline.report.matrix import Matrix, Value, fingerprint, writable
from tansiq.engines.redline.report.rows import Row
from tansiq.engines.redline.report.sheet_cells import put
from tansiq.engines.redline.report.stable_zip import stable

HEAD = PatternFill("solid", fgColor="1F3864")
TO_FILL = PatternFill("solid", fgColor="FFF8E1")
_THIN = Side(style="thin", color="BFBFBF")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
FONT = "Calibri"
_LINE_HEIGHT, _TALLEST = 13.5, 409.0
"""Points; 409 is the most that Excel takes."""

_HEADER = 120
"""Characters of the title above printed pages; Excel finds a file with more than 255 in a header in need of repair."""

_A3 = 8
_CENTRED = frozenset({Column.NUMBER, Column.DATE, Column.PAGE, Column.PARAGRAPH, Column.DUPLICATE_OF, Column.DECIDED_ON})
_CHOICES: dict[Column, type[Category] | type[Decision] | type[Status]] = {
    Column.CATEGORY: Category, Column.DECISION: Decision, Column.STATUS: Status,
}


def matrix_xlsx(  # noqa: PLR0913 - keyword-only: what a caller may leave out
    ledger: Ledger, *, language: str = "en", pages: Mapping[int, int] | None = None, agency_only: bool = False,
    dispositions: Sequence[Disposition] = (), protect: bool = False,
) -> bytes:
    """The matrix of a ledger as an .xlsx file.

    `pages` gives the page of each paragraph of the body (from 1); without it the column of pages is empty. `agency_only` leaves the
    persons out. `dispositions` fill the columns of people, by key of the row or id of one of its edits. `protect` locks the source
    cells (sorting then stops working in Excel); without it a changed source cell is refused when the file is read back.
    Raises ValueError for a language without words.
    """
    matrix = Matrix(ledger, language, pages or {}, agency_only)
    book = Workbook()
    sheet, counts, lists = book.active, book.create_sheet(), book.create_sheet()
    columns = shown_columns(matrix)
    sheet.title, counts.title, lists.title = matrix.words.matrix, matrix.words.counts, matrix.words.lists
    _write_lists(lists, matrix)
    _write_head(sheet, matrix, columns)
    filled = _by_member(dispositions)
    styles = [(column, _style(lists.cell(1, len(_CHOICES) + 1), column)) for column in columns]
    for row in matrix.rows:
        disposition = next((filled[each] for each in (row.key, *row.members) if each in filled), row.undecided)
        _write_row(sheet, matrix, styles, (row, disposition))
    _set_up(sheet, matrix, columns, protect=protect)
    cached = write_counts(counts, matrix, columns, filled)
    for each in book.worksheets:
        each.sheet_view.rightToLeft = matrix.words.right_to_left
    out = BytesIO()
    book.save(out)
    return stable(out.getvalue(), title=matrix.words.title.format(draft=ledger.base.file), cached={"xl/worksheets/sheet2.xml": cached})


def shown_columns(matrix: Matrix) -> tuple[Column, ...]:
    """The columns of the sheet in their order: source, people's, hidden."""
    return (*matrix.source_columns, *FILLED, *HIDDEN)


def _by_member(dispositions: Sequence[Disposition]) -> dict[str, Disposition]:
    return {disposition.of: disposition for disposition in dispositions}


def _write_lists(sheet: Worksheet, matrix: Matrix) -> None:
    words = matrix.words
    labels = {Category: words.categories, Decision: words.decisions, Status: words.statuses}
    for place, (column, codes) in enumerate(_CHOICES.items(), start=1):
        choices = [labels[codes][code] for code in codes]  # type: ignore[index]
        for line, choice in enumerate(choices, start=1):
            put(sheet.cell(line, place), choice)
        letter = get_column_letter(place)
        name = f"tansiq_{column}"
        reference = f"'{sheet.title}'!${letter}$1:${letter}${len(choices)}"
        sheet.parent.defined_names[name] = DefinedName(name, attr_text=reference)
    sheet.sheet_state = "hidden"


def _write_head(sheet: Worksheet, matrix: Matrix, columns: Sequence[Column]) -> None:
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(1, place)
        put(cell, HIDDEN_TITLES.get(column) or matrix.words.columns[column])
        cell.font = Font(name=FONT, size=10, bold=True, color="FFFFFF")
        cell.fill, cell.border = HEAD, BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    sheet.row_dimensions[1].height = 32


def _style(cell: Cell, column: Column) -> StyleArray:
    """The style of a column, made once: openpyxl takes longer to style a cell than to write it."""
    cell.font = Font(name=FONT, size=10)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if column in _CENTRED else None)
    cell.border = BORDER
    cell.fill = TO_FILL if column in FILLED else PatternFill()
    cell.protection = Protection(locked=column not in FILLED)
    cell.number_format = "yyyy-mm-dd" if column in {Column.DATE, Column.DECIDED_ON} else "General"
    return copy(cell._style)


def _write_row(
    sheet: Worksheet, matrix: Matrix, styles: Sequence[tuple[Column, StyleArray]], decided: tuple[Row, Disposition],
) -> None:
    row, disposition = decided
    values = matrix.values(row) | filled_values(matrix, row, disposition)
    page = matrix.page(row)
    values |= {Column.KEY: row.key, Column.PAGE_KEPT: page, Column.FINGERPRINT: fingerprint(row, page)}
    line = row.number + 1
    for place, (column, style) in enumerate(styles, start=1):
        cell = sheet.cell(line, place)
        cell._style = copy(style)
        put(cell, values[column], cut=matrix.words.cut)
    sheet.row_dimensions[line].height = height_of(values)


def height_of(values: Mapping[Column, Value]) -> float:
    """The height in points that shows every line of a row's text, as far as its length tells; programs that fit rows themselves do it
    again when a person edits one."""
    lines = 1
    for column, value in values.items():
        if isinstance(value, str) and column not in HIDDEN:
            lines = max(lines, sum(1 + len(line) // (WIDTHS[column] - 1) for line in value.split("\n")))
    return min(_LINE_HEIGHT * lines + 2, _TALLEST)


def filled_values(matrix: Matrix, row: Row, disposition: Disposition) -> dict[Column, Value]:
    """What the columns of people show for a row: the category suggested and the status "open" until they write others."""
    words = matrix.words
    category = disposition.category or row.category
    try:
        decided_on: Value = date.fromisoformat(disposition.decided_on)
    except ValueError:
        decided_on = disposition.decided_on
    return {
        Column.CATEGORY: words.categories[category] if category else None, Column.RESPONSIBLE: disposition.responsible,
        Column.DECISION: words.decisions[disposition.decision] if disposition.decision else None,
        Column.DUPLICATE_OF: disposition.duplicate_of or None, Column.FINAL_TEXT: disposition.final_text,
        Column.RESPONSE: disposition.response, Column.DECIDED_BY: disposition.decided_by, Column.DECIDED_ON: decided_on,
        Column.STATUS: words.statuses[disposition.status], Column.APPLIED_IN: disposition.applied_in,
    }


def _set_up(sheet: Worksheet, matrix: Matrix, columns: Sequence[Column], *, protect: bool) -> None:
    last, lines = get_column_letter(len(columns)), len(matrix.rows) + 1
    for place, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width, dimension.hidden = WIDTHS[column], column in HIDDEN
    # Number and agency stay in sight on the way to the disposition.
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{last}{lines}"
    _validate(sheet, columns, lines)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
    # Two pages wide: what was received on one, what is decided on the other, number and agency on both.
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:B"
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.4)
    words = matrix.words
    title = writable(words.title.format(draft=matrix.ledger.base.file)).replace("\n", " ")
    sheet.oddHeader.center.text = title[:_HEADER].replace("&", "&&")
    sheet.oddFooter.center.text = words.page_of.format(page="&P", pages="&N")
    if protect:
        sheet.protection.sheet = True
        sheet.protection.autoFilter = sheet.protection.formatColumns = sheet.protection.formatRows = False


def _validate(sheet: Worksheet, columns: Sequence[Column], lines: int) -> None:
    # A list in the rule itself may hold 255 characters at most; the hidden sheet has no such limit.
    for column in _CHOICES:
        letter = get_column_letter(columns.index(column) + 1)
        rule = DataValidation("list", formula1=f"tansiq_{column}", allow_blank=True, showErrorMessage=True)
        rule.add(f"{letter}2:{letter}{max(lines, 2)}")
        sheet.add_data_validation(rule)
