"""One cell of a workbook, written and read: text stays text whatever it begins with, and nothing is longer than Excel takes."""

import re
from datetime import date, datetime

from openpyxl.cell.cell import Cell

from tansiq.engines.redline.report.matrix import Value, writable

LONGEST = 32_767
"""UTF-16 units in a cell (Excel specifications and limits)."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'", "|", "%")
# Excel reads _x0041_ in a text as the character 0041 (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring).
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def put(cell: Cell, value: Value, *, cut: str = "") -> None:
    """Write a value. Text is text, never a formula; longer text than a cell holds ends with `cut`, its place {length} filled in."""
    if value is None or value == "":
        return
    if not isinstance(value, str):
        cell.value = value
        return
    text = fitted(writable(value), cut)
    cell.value = _ESCAPE_LIKE.sub("_x005F_", text)
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        # Kept as text too when a person edits the cell.
        cell.quotePrefix = True
        cell.number_format = "@"


def fitted(text: str, cut: str) -> str:
    """The text, or as much as a cell holds with `cut` after it; characters outside the first plane count two."""
    if _units(text) <= LONGEST:
        return text
    ending = cut.format(length=len(text))
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _units(ending))]
    # A pair of surrogates cut in two loses its first half.
    return kept.decode("utf-16-le", "ignore") + ending


def read(value: object) -> str:
    """What a cell of a file holds, as `shown` gives it; Excel's escapes are resolved."""
    if isinstance(value, str):
        return shown(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), value))
    return shown(value)


def shown(value: object) -> str:
    """A value as text: blanks at the ends kept, one kind of line end, days in ISO 8601, whole numbers without `.0`."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == datetime.min.time() else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return writable(str(value))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
