"""Of one workbook there is one file, whenever it was written; formulas carry their results."""

import zipfile
from io import BytesIO

from openpyxl import Workbook, load_workbook

from tansiq.engines.redline.report.stable_zip import ZIP_TIME, stable


def workbook() -> bytes:
    book = Workbook()
    book.active["A1"], book.active["A2"] = 2, "=A1*2"
    book.active.row_dimensions[1].height = 40
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def made() -> bytes:
    return stable(workbook(), title="T", cached={"xl/worksheets/sheet1.xml": {"A2": 4}})


def test_stable_keeps_no_clock():
    with zipfile.ZipFile(BytesIO(made())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {ZIP_TIME}
        assert b"dcterms" not in archive.read("docProps/core.xml")


def test_stable_formula_has_its_result_and_stays_a_formula():
    assert load_workbook(BytesIO(made()), data_only=True).active["A2"].value == 4
    assert load_workbook(BytesIO(made())).active["A2"].value == "=A1*2"


def test_stable_rows_have_a_height_and_may_grow():
    with zipfile.ZipFile(BytesIO(made())) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b'ht="40"' in sheet
    assert b"customHeight" not in sheet
    assert load_workbook(BytesIO(made())).properties.title == "T"
