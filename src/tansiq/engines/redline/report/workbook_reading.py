"""Reads dispositions from a matrix that people filled in; refuses one whose source cells were changed, naming the cell.

The sheet is known by its hidden columns, the columns by their headings in any of the three languages, so rows may be sorted,
filtered, left out, and columns moved or added.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.safe_xml import parse
from tansiq.engines.ooxml.unzip import unzip
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.columns import FILLED, HIDDEN, HIDDEN_TITLES, SOURCE, Column
from tansiq.engines.redline.report.decisions import Disposition
from tansiq.engines.redline.report.filled import disposition_of
from tansiq.engines.redline.report.matrix import Matrix, fingerprint
from tansiq.engines.redline.report.rows import Row
from tansiq.engines.redline.report.sheet_cells import fitted, read, shown
from tansiq.engines.redline.report.words import LANGUAGES, columns_meant, words_of

_SPARE_LINES, _COLUMNS = 5_000, 200
"""How many lines more than the ledger has rows, and how many columns, are looked at."""

_HEAD_LINES = 20
_SHOWN = 60
_SERIAL = 5
"""Digits of the number that Excel keeps for a day from 1927 to 2173."""


@dataclass(frozen=True, slots=True)
class FilledMatrix:
    """What was read: a disposition for each row that the sheet holds, and the keys of the rows it no longer holds (undecided)."""

    dispositions: tuple[Disposition, ...]
    missing: tuple[str, ...]


def read_xlsx(workbook: bytes, ledger: Ledger, *, name: str = "the matrix") -> FilledMatrix:
    """The dispositions of a filled matrix. `name` is the file's, for messages.

    Raises DispositionRefused: not such a workbook; a source cell that differs from the ledger (sheet, cell, column, what stood there);
    a row of another consolidation; a row twice; a word that is no disposition, category or status.
    """
    title, lines = _matrix_sheet(workbook, name, len(ledger.edits) + len(ledger.comments) + _SPARE_LINES)
    places = columns_meant(lines[0][1])
    language = _language(lines[0][1], places)
    matrix = Matrix(ledger, language, agency_only=Column.PERSON not in places)
    _check_columns(matrix, places, f"{name}, sheet {title}")
    by_key = {row.key: row for row in matrix.rows}
    found: dict[str, Disposition] = {}
    for line, cells in lines[1:]:
        values = {column: cells[place] for column, place in places.items()}
        key = values[Column.KEY].strip()
        where = f"{name}, sheet {title}, row {line}"
        if not key:
            _check_empty(values, where)
            continue
        if key not in by_key:
            raise DispositionRefused(f"{where}: the row is not in this consolidation; it came from another matrix. Take it out.")
        if key in found:
            raise DispositionRefused(f"{where}: the row stands twice, also in {found[key].place}. Take one of them out.")
        _check_source(matrix, by_key[key], values, _Spot(f"{name}, sheet {title}", line, places))
        found[key] = disposition_of(key, {column: values[column] for column in FILLED if column in values}, place=where)
    return FilledMatrix(tuple(found.values()), tuple(row.key for row in matrix.rows if row.key not in found))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line of a sheet, to name one of its cells."""

    sheet: str
    line: int
    places: Mapping[Column, int]

    def cell(self, column: Column) -> str:
        return f"{self.sheet}, cell {get_column_letter(self.places[column] + 1)}{self.line}"


def _matrix_sheet(workbook: bytes, name: str, limit: int) -> tuple[str, list[tuple[int, list[str]]]]:
    """The title of the sheet with the hidden columns, and its lines from the headings on, by number, as text."""
    hidden = HIDDEN_TITLES[Column.KEY]
    for sheet in _opened(workbook, name).worksheets:
        lines = _lines(sheet, limit)
        for start, (_, cells) in enumerate(lines[:_HEAD_LINES]):
            if hidden in cells:
                return str(sheet.title), lines[start:]
    raise DispositionRefused(
        f"{name}: no sheet with the hidden column {hidden!r}, so its rows cannot be told apart. Fill in the matrix that `consolidate` "
        "wrote and keep its hidden columns."
    )


def _lines(sheet: Any, limit: int) -> list[tuple[int, list[str]]]:
    # What a sheet says of its own size may be wrong, and one cell formatted at the very end makes it a million rows high.
    sheet.reset_dimensions()
    cells = [line[:_COLUMNS] for line in sheet.iter_rows(max_row=limit, values_only=True)]
    width = max(map(len, cells), default=0)
    return [(number, [*map(read, line), *[""] * (width - len(line))]) for number, line in enumerate(cells, start=1)]


def _opened(workbook: bytes, name: str) -> Any:
    try:
        for part, data in unzip(workbook, name=name).items():
            if part.endswith((".xml", ".rels")):
                parse(data, name=name, part=part)
        with warnings.catch_warnings():
            # openpyxl warns of what it does not keep; nothing is written back.
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(workbook), read_only=True, data_only=True)
    except PackageRefused as error:
        raise DispositionRefused(f"{name}: this is no .xlsx workbook that can be read: {error.what}") from None
    except (InvalidFileException, LookupError, ValueError, TypeError, AttributeError, OSError) as error:
        raise DispositionRefused(f"{name}: this is no .xlsx workbook that can be read. Open it in Excel and save it again.") from error


def _language(headings: Sequence[str], places: Mapping[Column, int]) -> str:
    """The language that most headings are in."""
    def agreeing(language: str) -> int:
        columns = words_of(language).columns
        return sum(columns.get(column, "").strip() == headings[place].strip() for column, place in places.items())

    return max(LANGUAGES, key=agreeing)


def _check_columns(matrix: Matrix, places: Mapping[Column, int], where: str) -> None:
    for column in (*SOURCE, *HIDDEN):
        if column not in places and not (column is Column.PERSON and matrix.agency_only):
            title = HIDDEN_TITLES.get(column) or matrix.words.columns[column]
            raise DispositionRefused(f"{where}: the column {title!r} is gone. Put it back, or fill in the matrix as it was written.")


def _check_empty(values: Mapping[Column, str], where: str) -> None:
    if any(values.get(column, "").strip() for column in (Column.DECISION, Column.FINAL_TEXT, Column.RESPONSE)):
        raise DispositionRefused(
            f"{where}: a disposition stands on a row without its hidden key, so nobody can say what it decides. Write it on a row of the "
            "matrix."
        )


def _check_source(matrix: Matrix, row: Row, values: Mapping[Column, str], spot: _Spot) -> None:
    page = int(values[Column.PAGE_KEPT]) if values[Column.PAGE_KEPT].isdecimal() else None
    if values[Column.FINGERPRINT] != fingerprint(row, page):
        raise DispositionRefused(
            f"{spot.cell(Column.FINGERPRINT)}: the row was written for another state of the consolidation than this one (row No. "
            f"{row.number}). Fill in the matrix that belongs to this file."
        )
    expected = matrix.values(row) | ({Column.PAGE: page} if row.place.story == "body" else {})
    for column in matrix.source_columns:
        stood, stands = _comparable(fitted(shown(expected[column]), matrix.words.cut)), _comparable(values[column])
        if isinstance(expected[column], date) and stands.isdecimal() and len(stands) == _SERIAL:
            # A cell that lost its format shows the day as a number.
            stands = str(from_excel(int(stands)).date())
        if stood != stands:
            raise DispositionRefused(
                f"{spot.cell(column)}: the column {matrix.words.columns[column]!r} comes from the agencies and was changed: it was "
                f"{_short(stood)}, now it is {_short(stands)}. Put back what stood there; proposals of your own go under "
                f"{matrix.words.columns[Column.FINAL_TEXT]!r}."
            )


def _comparable(text: str) -> str:
    # Spreadsheet programs drop blanks at the ends of a line and write a day with a time.
    return "\n".join(line.strip() for line in text.strip().removesuffix("T00:00:00").split("\n"))


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…") if text else "empty"
