"""The one exporter of lists to CSV and Excel: what looks like a formula leaves as text, in every file of the product."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
INSIDE = re.compile(r"([;\t\r\n|])(?=\s*[=+\-@])")
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
WIDEST = 60
LONGEST = 32_767
"""Characters that a cell of a workbook holds at most (in UTF-16 code units, as Excel counts)."""

CUT = "…[cut]"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Value = str | int | float | None


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, full-width signs, leading spaces and invisible signs included."""
    folded = unicodedata.normalize("NFKC", text)
    seen = "".join(sign for sign in folded if unicodedata.category(sign) not in ("Cf", "Cc", "Cn", "Co", "Cs")).lstrip()
    return folded.startswith(FORMULA_SIGNS) or folded.lstrip().startswith(FORMULA_SIGNS) or seen.startswith(FORMULA_SIGNS)


def showable(value: Value) -> Value:
    """A value whose text a file can hold: what XML 1.0 (2.2, Char) leaves out is U+FFFD, a text too long for a cell is cut with a mark."""
    if not isinstance(value, str):
        return value
    text = NOT_IN_XML.sub("\ufffd", value)
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """A CSV text with a header line. A text that looks like a formula gets a leading apostrophe, in the header too."""
    return "".join(_line([_disarmed(showable(value)) for value in row]) for row in [columns, *rows])


def _line(values: Sequence[Value]) -> str:
    out = io.StringIO()
    # Only with this end of a line does the writer quote a lone CR too, which readers take for the end of a line.
    csv.writer(out, lineterminator="\r\n").writerow(values)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _disarmed(value: Value) -> Value:
    """A text that no spreadsheet reads as a formula, not even one that parts cells at other signs than the comma."""
    if not isinstance(value, str):
        return value
    text = INSIDE.sub(r"\1'", value)
    return f"'{text}" if looks_like_a_formula(value) or looks_like_a_formula(text) else text


def to_xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]], *, right_to_left: bool = False) -> bytes:
    """A workbook of one sheet: frozen bold header, filters, texts as text whatever they begin with."""
    book = Workbook()
    book.properties.creator = "Tansiq"
    book.properties.created = book.properties.modified = datetime.now(UTC).replace(tzinfo=None)
    sheet = book.active
    sheet.title = NOT_IN_TITLES.sub(" ", title).strip()[:31] or "Tansiq"
    sheet.sheet_view.rightToLeft = right_to_left
    widths = [len(column) for column in columns]
    for row in [tuple(columns), *(tuple(map(showable, row)) for row in rows)]:
        sheet.append([as_cell(sheet, value) for value in row])
        widths = [max(width, len(str(value or ""))) for width, value in zip(widths, row, strict=True)]
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(width, WIDEST) + 2
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_cell(sheet: object, value: Value) -> Cell:
    """A cell whose texts are never read as formulas."""
    cell = Cell(sheet, value=value if not isinstance(value, str) else None)
    if isinstance(value, str):
        cell.value = str(showable(value))
        cell.data_type = "s"
    return cell
