"""The sheet of counts: rows per agency and disposition, as formulas that follow what people fill in, beside what was received."""

from collections import Counter
from collections.abc import Mapping, Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Decision, Disposition
from tansiq.engines.redline.report.matrix import Matrix
from tansiq.engines.redline.report.rows import Row
from tansiq.engines.redline.report.sheet_cells import put


def write_counts(
    sheet: Worksheet, matrix: Matrix, columns: Sequence[Column], filled: Mapping[str, Disposition],
) -> dict[str, int]:
    """Fill the sheet; returns the result of each formula by its cell.

    A row counts once, with the agency named first; the rows of others that an agency agrees with, and its changes and comments as
    received, stand in columns of their own.
    """
    words = matrix.words
    agencies = _agencies(matrix)
    decisions: tuple[Decision | None, ...] = (None, *Decision)
    heads = [words.columns[Column.AGENCY], words.undecided, *(words.decisions[each] for each in Decision), words.rows,
             words.agreeing, words.edits, words.comments]
    for place, head in enumerate(heads, start=1):
        cell = sheet.cell(1, place)
        put(cell, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = 18 if place == 1 else 14
    results: dict[str, int] = {}
    taken = Counter((matrix.agency(row), decision_of(row, filled)) for row in matrix.rows)
    for line, agency in enumerate(agencies, start=2):
        put(sheet.cell(line, 1), agency)
        for place, decision in enumerate(decisions, start=2):
            cell = sheet.cell(line, place)
            cell.value = _formula(matrix, columns, (line, place), blank=decision is None)
            results[cell.coordinate] = taken[agency, decision]
        last = get_column_letter(len(decisions) + 1)
        cell = sheet.cell(line, len(decisions) + 2)
        cell.value = f"=SUM(B{line}:{last}{line})"
        results[cell.coordinate] = sum(taken[agency, decision] for decision in decisions)
        for place, number in enumerate(_received(matrix, agency), start=len(decisions) + 3):
            sheet.cell(line, place).value = number
    _write_totals(sheet, matrix, len(agencies), results)
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = 45
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return results


def decision_of(row: Row, filled: Mapping[str, Disposition]) -> Decision | None:
    """The decision that dispositions, by key of a row or id of an edit, take on a row."""
    return next((filled[each] for each in (row.key, *row.members) if each in filled), row.undecided).decision


def _agencies(matrix: Matrix) -> list[str]:
    named = {copy.name for copy in matrix.ledger.copies} | {agency for row in matrix.rows for agency in row.agencies}
    own = [matrix.words.own] if any(not row.agency for row in matrix.rows) else []
    return [*sorted(named - {""}), *own]


def _formula(matrix: Matrix, columns: Sequence[Column], at: tuple[int, int], *, blank: bool) -> str:
    # SUMPRODUCT compares whole texts; COUNTIFS would read `*`, `?` and `=` in an agency's name as a pattern.
    line, place = at
    title = matrix.words.matrix.replace("'", "''")
    end = len(matrix.rows) + 1
    agency, decision = (
        f"'{title}'!${letter}$2:${letter}${max(end, 2)}"
        for letter in (get_column_letter(columns.index(column) + 1) for column in (Column.AGENCY, Column.DECISION))
    )
    wanted = '""' if blank else f"{get_column_letter(place)}$1"
    return f"=SUMPRODUCT(--({agency}=$A{line}),--({decision}={wanted}))"


def _received(matrix: Matrix, agency: str) -> tuple[int, int, int]:
    agreed = sum(agency in row.supporters for row in matrix.rows)
    edits = sum((edit.agency or matrix.words.own) == agency for edit in matrix.ledger.edits)
    return agreed, edits, sum(comment.agency == agency for comment in matrix.ledger.comments)


def _write_totals(sheet: Worksheet, matrix: Matrix, agencies: int, results: dict[str, int]) -> None:
    line = agencies + 2
    put(sheet.cell(line, 1), matrix.words.total)
    for place in range(2, len(Decision) + 7):
        letter = get_column_letter(place)
        cell = sheet.cell(line, place)
        cell.value = f"=SUM({letter}2:{letter}{line - 1})" if agencies else 0
        cell.font = Font(bold=True)
        if agencies:
            above = [sheet.cell(each, place) for each in range(2, line)]
            results[cell.coordinate] = sum(results[each.coordinate] if each.coordinate in results else int(each.value) for each in above)
    sheet.cell(line, 1).font = Font(bold=True)
