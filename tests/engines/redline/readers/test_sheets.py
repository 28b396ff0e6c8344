"""Workbooks that are no matrices, damaged, or made to do harm: each refused in one line, in time."""

import time
import zipfile
from io import BytesIO

import pytest

from tansiq.engines.redline.errors import CopyRefused
from tansiq.engines.redline.readers.sheets import OLE, read_workbook
from tests.engines.redline.readers.workbooks import MAIN, SAVED, rezipped, with_shared_strings, workbook

GOOD = workbook({"Comments": [["Page", "Comment"], [1, "One"]]})


def sheet(xml):
    """The good workbook with other rows."""
    return rezipped(GOOD, lambda name, content: xml if name == "xl/worksheets/sheet1.xml" else content)


def rows(cells):
    return b'<worksheet xmlns="' + MAIN + b'"><sheetData>' + cells + b"</sheetData></worksheet>"


def without(part):
    return rezipped(GOOD, lambda name, content: None if name == part else content)


def with_part(name, content):
    kept = BytesIO(GOOD)
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return kept.getvalue()


def other(part, content):
    return rezipped(GOOD, lambda name, kept: content if name == part else kept)


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
HOSTILE = {
    "not a zip": (b"Page;Comment", "damaged"),
    "empty": (b"", "damaged"),
    "cut short": (GOOD[:len(GOOD) // 2], "damaged"),
    "old or protected": (OLE + b"\0" * 600, "old .xls or is protected by a password"),
    "no workbook": (without("xl/workbook.xml"), "no Excel workbook"),
    "macros": (with_part("xl/vbaProject.bin", b"x"), "macros"),
    "entities": (other("xl/workbook.xml", LAUGHS + b"<workbook/>"), "document type"),
    "entities in a part nobody reads": (with_part("xl/other.xml", LAUGHS + b"<x/>"), "document type"),
    "broken xml": (sheet(b"<worksheet><sheetData>"), "not well-formed"),
    "no sheet": (without("xl/worksheets/sheet1.xml"), "no sheet that can be read"),
    "no relations": (without("xl/_rels/workbook.xml.rels"), "damaged"),
    "no types": (without("[Content_Types].xml"), "damaged"),
    "string that is not there": (sheet(rows(b'<row r="1"><c r="A1" t="s"><v>7</v></c></row>')), "damaged"),
    "cell of no place": (sheet(rows(b'<row r="1"><c r="!!" t="n"><v>7</v></c></row>')), "damaged"),
    "number that is none": (sheet(rows(b'<row r="x"><c r="A1" t="n"><v>7</v></c></row>')), "damaged"),
    "too many rows": (sheet(rows(b'<row r="20001"><c r="A20001" t="n"><v>7</v></c></row>')), "more than 20,000 rows"),
    "too many cells": (sheet(rows(b"<row>" + b"<c/>" * 1_500_000 + b"</row>")), "more than 1,500,000 cells"),
    "deep": (sheet(b"<a>" * 300 + b"</a>" * 300), "nested"),
    "merged range of no place": (
        sheet(b'<worksheet xmlns="%s"><sheetData/><mergeCells><mergeCell ref="?"/></mergeCells></worksheet>' % MAIN), "damaged",
    ),
    "too many merged cells": (
        sheet(b'<worksheet xmlns="%s"><sheetData/><mergeCells>%s</mergeCells></worksheet>' % (MAIN, b'<mergeCell ref="A2:A9"/>' * 10_001)),
        "more than 10,000 merged",
    ),
    "too many sheets": (workbook({f"s{number}": [["x"]] for number in range(51)}), "more than 50 sheets"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_file_that_cannot_be_read_is_refused_in_one_line_and_in_time(what):
    data, why = HOSTILE[what]
    started = time.perf_counter()
    with pytest.raises(CopyRefused) as refusal:
        read_workbook(data, name="FAO")
    assert time.perf_counter() - started < 3
    assert str(refusal.value).startswith("FAO: ")
    assert why in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_sheet_that_claims_a_million_rows_and_merges_them_all_is_read_in_time():
    xml = (
        b'<worksheet xmlns="%s"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="n"><v>7</v></c></row>'
        b'<row r="1048576"/></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>' % MAIN
    )
    started = time.perf_counter()
    book = read_workbook(sheet(xml), name="FAO")
    assert time.perf_counter() - started < 3
    assert book.sheets[0].rows == (("7",),)
    assert book.sheets[0].merges == ((0, 0, 1048575, 16383),)


@pytest.mark.parametrize("change", [lambda data: data, with_shared_strings])
def test_workbook_gives_texts_merges_hidden_sheets_and_the_time_of_saving(change):
    data = workbook(
        {"A": [["x", None, 1.0], [], [None, True, "#N/A", 2.5]], "B": [["y"]]}, merges=[("A", "A1:B2")], hidden=["B"],
    )
    book = read_workbook(change(data), name="FAO")
    assert book.sheets[0].rows == (("x", "", "1"), (), ("", "True", "", "2.5"))
    assert (book.sheets[0].merges, book.hidden, book.modified, book.notes) == (((0, 0, 1, 1),), ("B",), SAVED, 0)
    assert (book.sheets[0].cell(0, 2), book.sheets[0].cell(9, 9), book.sheets[0].cell(-1, 0)) == ("1", "", "")
