"""The visible sheets of an Excel workbook as rows of text, read safely; struck-through words left out. No meaning of columns here."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import coordinate_to_tuple, range_boundaries

from tansiq.engines.ooxml import safe_xml
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.unzip import unzip
from tansiq.engines.redline.errors import CopyRefused

ROWS = 20_000
COLUMNS = 100
SHEETS = 50
ELEMENTS = 1_500_000
MERGES = 10_000
CELL = 32_767
"""Characters of a cell: Excel's own limit."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
UNREADABLE = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, ArithmeticError, AssertionError, SyntaxError, OSError, EOFError,
    RuntimeError, NotImplementedError, MemoryError, zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError,
)
"""What openpyxl and the parsers below it raise on damaged workbooks."""

Merge = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: rows of text from the first, each as long as its last filled cell; merged ranges as (row, column, last row, last column)
    from 0, all ends included; `struck` counts the cells from which struck-through words were left out."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    struck: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, "" outside."""
        return self.rows[row][column] if 0 <= row < len(self.rows) and column < len(self.rows[row]) else ""

    def merged_down(self, first_row: int, columns: Collection[int]) -> dict[tuple[int, int], tuple[int, int]]:
        """For cells of `columns` merged over several rows, from `first_row` on, the cell that holds their text."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for top, left, bottom, right in self.merges:
            if first_row <= top < bottom and (top, left) not in found:
                for column in {left, *columns}:
                    if left <= column <= right:
                        found |= dict.fromkeys(((row, column) for row in range(top, min(bottom + 1, len(self.rows)))), (top, left))
        return found

    def first_rows(self, count: int) -> tuple[tuple[str, ...], ...]:
        """The first rows with the text of a cell merged over several columns in each of them, as headings over headings need it."""
        rows = [list(row) for row in self.rows[:count]]
        for top, left, bottom, right in self.merges:
            if top == bottom < len(rows) and self.cell(top, left):
                row, last = rows[top], min(right, COLUMNS - 1)
                row += [""] * (last + 1 - len(row))
                row[left:last + 1] = [self.cell(top, left)] * (last + 1 - left)
        return tuple(tuple(row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is read from a sheet's XML itself: openpyxl would make a cell of each cell of a merged range, and loses runs of a cell."""

    merges: tuple[Merge, ...] = ()
    unstruck: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The visible sheets, the names of the hidden ones, when it was saved (ISO 8601, "" if not said) and how many cells carry notes."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]
    modified: str
    notes: int


def read_workbook(data: bytes, *, name: str) -> Workbook:
    """Read an .xlsx. `name` (of the agency) only serves the messages.

    Raises CopyRefused: no workbook, encrypted, .xls, with macros, damaged, unsafe XML, or larger than any matrix of comments.
    """
    parts = _safe_parts(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")            # openpyxl warns of what it leaves out: charts, validations, styles
            return _workbook(data, parts, name)
    except UNREADABLE as error:
        raise CopyRefused(name, f"the Excel file is damaged ({_said(error)}); open it in Excel and save it again as .xlsx") from None


def _safe_parts(data: bytes, name: str) -> dict[str, bytes]:
    if data.startswith(OLE):
        raise CopyRefused(name, "the file is an old .xls or is protected by a password; save it as .xlsx without a password")
    try:
        parts = unzip(data, name=name)
        if "xl/workbook.xml" not in parts:
            raise CopyRefused(name, "the file is no Excel workbook (.xlsx); save it as .xlsx")
        if any(part.lower().endswith("vbaproject.bin") for part in parts):
            raise CopyRefused(name, "the Excel file holds macros, which are not opened; save it as .xlsx")
        written = {part: content for part, content in parts.items() if part.lower().endswith((".xml", ".rels", ".vml"))}
        if sum(safe_xml.opening_tags(content) for content in written.values()) > ELEMENTS:
            raise CopyRefused(name, f"the Excel file has more than {ELEMENTS:,} cells and styles; send the sheet of comments only")
        for part, content in written.items():
            if not part.lower().endswith(".vml"):      # old drawings need not be XML; nothing reads them
                safe_xml.parse(content, name=name, part=part)
    except PackageRefused as error:
        raise CopyRefused(name, error.what) from None
    return parts


def _workbook(data: bytes, parts: dict[str, bytes], name: str) -> Workbook:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not book.worksheets:
        raise CopyRefused(name, "the Excel file has no sheet that can be read; it is damaged, ask for it again")
    if len(visible) > SHEETS:
        raise CopyRefused(name, f"the Excel file has more than {SHEETS} sheets; send the sheet of comments only")
    layouts = _layouts(parts, name)
    sheets = tuple(_sheet(sheet, layouts.get(sheet.title, _Layout()), name) for sheet in visible)
    hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
    saved = book.properties.modified if "docProps/core.xml" in parts else None
    notes = sum(content.count(b"<comment ") for part, content in parts.items() if part.startswith("xl/comments"))
    return Workbook(sheets, hidden, f"{saved:%Y-%m-%dT%H:%M:%S}Z" if saved else "", notes)


def _sheet(sheet: Any, layout: _Layout, name: str) -> Sheet:
    sheet.reset_dimensions()                           # what a file says of its own size is not believed
    rows: list[tuple[str, ...]] = []
    for number, cells in enumerate(sheet.iter_rows(max_col=COLUMNS, max_row=ROWS + 1, values_only=True)):
        texts = [layout.unstruck.get((number, column), _text(value)) if value else _text(value) for column, value in enumerate(cells)]
        while texts and not texts[-1]:
            texts.pop()
        rows.append(tuple(texts))
    while rows and not rows[-1]:
        rows.pop()
    if len(layout.merges) > MERGES:
        raise CopyRefused(name, f"sheet {sheet.title!r} has more than {MERGES:,} merged cells; send the rows with comments only")
    if len(rows) > ROWS:
        raise CopyRefused(name, f"sheet {sheet.title!r} has more than {ROWS:,} rows; send the rows with comments only")
    return Sheet(sheet.title, tuple(rows), layout.merges, frozenset(layout.unstruck))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = str(value)[:CELL].replace("_x000D_", "").replace("\r\n", "\n").strip()
    return "" if text.startswith("#") and text.rstrip("!?").isupper() and text[-1] in "!?A" and " " not in text else text


def _layouts(parts: dict[str, bytes], name: str) -> dict[str, _Layout]:
    """The layout of each sheet, by its title."""
    def root(part: str) -> etree._Element:
        return safe_xml.parse(parts.get(part, b"<none/>"), name=name, part=part)

    targets = {relation.get("Id"): relation.get("Target") or "" for relation in root("xl/_rels/workbook.xml.rels")}
    shared = [_unstruck(string) for string in root("xl/sharedStrings.xml").iter(f"{{{MAIN}}}si")]
    found: dict[str, _Layout] = {}
    for sheet in root("xl/workbook.xml").iter(f"{{{MAIN}}}sheet"):
        target = targets.get(sheet.get(f"{{{REL}}}id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in parts:
            found[sheet.get("name") or ""] = _layout(root(part), shared)
    return found


def _layout(root: etree._Element, shared: list[str | None]) -> _Layout:
    unstruck: dict[tuple[int, int], str] = {}
    for cell in root.iter(f"{{{MAIN}}}c"):
        text: str | None = None
        inline = cell.find(f"{{{MAIN}}}is")
        if inline is not None:
            text = _unstruck(inline)
        elif cell.get("t") == "s":
            text = shared[int(cell.findtext(f"{{{MAIN}}}v") or 0)]
        if text is not None:
            row, column = coordinate_to_tuple(cell.get("r") or "")
            unstruck[row - 1, column - 1] = text
    merges = tuple(_range(merge.get("ref") or "") for merge in root.iter(f"{{{MAIN}}}mergeCell"))
    return _Layout(merges, unstruck)


def _unstruck(string: etree._Element) -> str | None:
    """The text of a string without its struck-through runs; None when it has none."""
    runs = list(string.iter(f"{{{MAIN}}}r"))
    kept = [run for run in runs if not _is_struck(run)]
    if len(kept) == len(runs):
        return None
    return _text("".join(run.findtext(f"{{{MAIN}}}t") or "" for run in kept))


def _is_struck(run: etree._Element) -> bool:
    strike = run.find(f"{{{MAIN}}}rPr/{{{MAIN}}}strike")
    return strike is not None and strike.get("val") not in ("0", "false")


def _range(reference: str) -> Merge:
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    return (first_row or 1) - 1, (first_column or 1) - 1, (last_row or ROWS) - 1, (last_column or COLUMNS) - 1


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
