"""The matrix comes back: dispositions are read whatever people do to the sheet, and a changed source cell is refused by its name."""

import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Category, Decision, Disposition, Status
from tansiq.engines.redline.report.matrix import Matrix
from tansiq.engines.redline.report.rows import rows
from tansiq.engines.redline.report.words import columns_meant
from tansiq.engines.redline.report.workbook import matrix_xlsx
from tansiq.engines.redline.report.workbook_reading import read_xlsx
from tests.engines.redline.report.ledgers import edit, full, ledger, ledgers, place

NAME = "m.xlsx"


def edited(workbook: bytes, change: Callable[[Worksheet], None]) -> bytes:
    book = load_workbook(BytesIO(workbook))
    change(book.worksheets[0])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def written(values: dict[tuple[int, Column], object], *, language: str = "en", found: Ledger | None = None) -> bytes:
    """The matrix with values written in cells, named by line of the sheet and column."""
    def change(sheet: Worksheet) -> None:
        places = columns_meant(str(cell.value) for cell in sheet[1])
        for (line, column), value in values.items():
            sheet.cell(line, places[column] + 1).value = value

    return edited(matrix_xlsx(found or full(), language=language, pages={3: 1, 4: 2}), change)


def said(workbook: bytes, found: Ledger | None = None) -> dict[int, Disposition]:
    """The dispositions that say something, by number of the row."""
    numbers = {row.key: row.number for row in rows(found or full())}
    read = read_xlsx(workbook, found or full(), name=NAME).dispositions
    return {numbers[each.of]: each for each in read if each.decision or each.final_text or each.response}


@pytest.mark.parametrize(("language", "word"), [
    ("en", "Accepted with modification"), ("fr", "Accepté avec modification"), ("ar", "مقبول مع تعديل"), ("ar", "accepted"),
    ("en", "مرفوض"),
])
def test_read_xlsx_reads_dispositions_in_any_language(language: str, word: str):
    found = said(written({(3, Column.DECISION): word, (3, Column.FINAL_TEXT): "the main", (3, Column.RESPONSE): "شكراً"}, language=language))
    assert set(found) == {2}
    assert (found[2].final_text, found[2].response, found[2].decision is not None) == ("the main", "شكراً", True)


def test_read_xlsx_untouched_decides_nothing_and_misses_nothing():
    read = read_xlsx(matrix_xlsx(full()), full())
    assert [each.decision for each in read.dispositions] == [None] * 10
    assert read.missing == ()


@settings(max_examples=40)
@given(ledgers(), st.sampled_from(["en", "ar", "fr"]), st.booleans())
def test_read_xlsx_gives_back_what_was_written_for_any_ledger(found: Ledger, language: str, agency_only: bool):
    given_ = [
        Disposition(row.key, list(Decision)[row.number % 10], f"=text {row.number}", "+thanks", list(Category)[row.number % 5], 1, "A", "B",
                    "2017-04-01", list(Status)[row.number % 4], "3")
        for row in rows(found)
    ]
    read = read_xlsx(matrix_xlsx(found, language=language, agency_only=agency_only, dispositions=given_, pages={1: 4}), found)
    assert [(each.of, each.decision, each.final_text, each.response, each.category, each.duplicate_of, each.responsible, each.decided_by,
             each.decided_on, each.status, each.applied_in) for each in read.dispositions] == [
        (each.of, each.decision, each.final_text, each.response, each.category, each.duplicate_of, each.responsible, each.decided_by,
         each.decided_on, each.status, each.applied_in) for each in given_
    ]


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_read_xlsx_saved_by_another_program_still_reads(language: str, tmp_path: Path):
    source = written({(4, Column.DECISION): "rejected", (4, Column.FINAL_TEXT): None}, language=language)
    (tmp_path / NAME).write_bytes(source)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "again"),
               str(tmp_path / NAME)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert {number: each.decision for number, each in said((tmp_path / "again" / NAME).read_bytes()).items()} == {3: Decision.REJECTED}


@pytest.mark.parametrize(("line", "column", "value", "message"), [
    (3, Column.CURRENT, "minor", "m.xlsx, sheet Comments, cell M3: the column 'Current text' comes from the agencies and was changed: "
     "it was 'major', now it is 'minor'"),
    (3, Column.PROPOSED, None, "cell N3: the column 'Proposed text' comes from the agencies and was changed: it was '=first"),
    (2, Column.COMMENT, "+ A bad draft.", "cell O2: the column 'Comment and replies'"),
    (2, Column.AGENCY, "FAO", "cell B2: the column 'Agency' comes from the agencies and was changed: it was 'WHO', now it is 'FAO'"),
    (4, Column.DATE, "2017-03-09", "cell D4: the column 'Date'"),
    (4, Column.PAGE, 9, "cell G4: the column 'Page' comes from the agencies and was changed: it was '1', now it is '9'"),
    (4, Column.NUMBER, 8, "cell A4: the column 'No.'"),
    (2, Column.PROPOSED, "New", "it was empty, now it is 'New'"),
    (4, Column.FINGERPRINT, "x", "the row was written for another state of the consolidation than this one (row No. 3)"),
    (4, Column.PAGE_KEPT, 3, "the row was written for another state"),
    (4, Column.KEY, "row-x", "row 4: the row is not in this consolidation"),
    (4, Column.DECISION, "maybe", "row 4: 'maybe' is no disposition. Choose one of: accepted, accepted_with_modification"),
    (4, Column.STATUS, "done", "row 4: 'done' is no status"),
    (4, Column.CATEGORY, "big", "row 4: 'big' is no category"),
    (4, Column.DUPLICATE_OF, "one", "row 4: 'one' is not the number of a row"),
])
def test_read_xlsx_refuses_what_cannot_stand_by_its_place(line: int, column: Column, value: object, message: str):
    with pytest.raises(DispositionRefused) as refusal:
        read_xlsx(written({(line, column): value}), full(), name=NAME)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_read_xlsx_days_that_lost_their_format_are_days_all_the_same():
    assert read_xlsx(with_part("xl/styles.xml", b"<styleSheet/>"), full()).missing == ()


def test_read_xlsx_of_another_ledger_is_refused():
    with pytest.raises(DispositionRefused, match="not in this consolidation"):
        read_xlsx(matrix_xlsx(ledger(edit("z", "FAO", place(), after="x"))), full())
    changed = ledger(edit("z", "FAO", place(), after="another text"))
    with pytest.raises(DispositionRefused, match="another state of the consolidation"):
        read_xlsx(matrix_xlsx(ledger(edit("z", "FAO", place(), after="x"))), changed)


def sort_by_agency(sheet: Worksheet) -> None:
    lines = [[(cell.value, cell.data_type) for cell in line] for line in sheet.iter_rows(min_row=2)]
    for line, values in enumerate(sorted(lines, key=lambda line: str(line[1])), start=2):
        for place_, (value, kind) in enumerate(values, start=1):
            sheet.cell(line, place_).value = value
            sheet.cell(line, place_).data_type = kind


def add_columns_and_lines(sheet: Worksheet) -> None:
    sheet.insert_cols(3)
    sheet["C1"] = "Our own"
    sheet.insert_rows(1, amount=3)
    sheet["A1"] = "Comments on the draft"
    sheet.cell(sheet.max_row + 2, 1).value = "A remark under the table"
    sheet.cell(1_048_576, 1).value = "the end"


@pytest.mark.parametrize("change", [sort_by_agency, add_columns_and_lines])
def test_read_xlsx_rows_and_columns_may_be_moved_and_added(change: Callable[[Worksheet], None]):
    filled = written({(3, Column.DECISION): "accepted", (6, Column.DECISION): "noted"})
    assert {number: each.decision for number, each in said(edited(filled, change)).items()} == {2: Decision.ACCEPTED, 5: Decision.NOTED}


def test_read_xlsx_rows_left_out_are_undecided_and_told():
    read = read_xlsx(edited(written({(3, Column.DECISION): "accepted"}), lambda sheet: sheet.delete_rows(4, 3)), full())
    assert read.missing == tuple(row.key for row in rows(full())[2:5])
    assert len(read.dispositions) == 7


def copy_line(sheet: Worksheet) -> None:
    for cell in sheet[3]:
        sheet.cell(20, cell.column).value = cell.value


def decide_without_key(sheet: Worksheet) -> None:
    sheet.cell(20, columns_meant(str(cell.value) for cell in sheet[1])[Column.DECISION] + 1).value = "accepted"


@pytest.mark.parametrize(("change", "message"), [
    (copy_line, "sheet Comments, row 20: the row stands twice, also in m.xlsx, sheet Comments, row 3"),
    (decide_without_key, "row 20: a disposition stands on a row without its hidden key"),
    (lambda sheet: sheet.delete_cols(13), "the column 'Current text' is gone"),
    (lambda sheet: sheet.delete_cols(31), "the column 'tansiq:page' is gone"),
    (lambda sheet: sheet.delete_cols(30), "no sheet with the hidden column 'tansiq:key'"),
])
def test_read_xlsx_refuses_a_sheet_that_lost_what_tells_its_rows(change: Callable[[Worksheet], None], message: str):
    with pytest.raises(DispositionRefused) as refusal:
        read_xlsx(edited(matrix_xlsx(full()), change), full(), name=NAME)
    assert message in str(refusal.value)


def zipped(**entries: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(matrix_xlsx(full()))) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.namelist():
            target.writestr(each, data if each == name else source.read(each))
    return out.getvalue()


@pytest.mark.parametrize("source", [
    b"", b"PK", b"not a zip", matrix_xlsx(full())[:900], zipped(a=b"x"), zipped(xl__workbook_xml=b"<workbook/>"),
    zipped(**{f"p{number}": b"" for number in range(3000)}), zipped(xl__workbook_xml=b" " * 90_000_000),
    with_part("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
    with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), with_part("xl/workbook.xml", b"<workbook/>"),
    with_part("xl/worksheets/sheet1.xml", "<\u0000>".encode("utf-16")),
])
def test_read_xlsx_of_hostile_and_broken_files_is_refused_in_one_line(source: bytes):
    with pytest.raises(DispositionRefused) as refusal:
        read_xlsx(source, full(), name=NAME)
    assert str(refusal.value).startswith("m.xlsx: ")
    assert "\n" not in str(refusal.value)


def test_read_xlsx_keeps_people_out_of_a_matrix_of_agencies():
    filled = edited(matrix_xlsx(full(), agency_only=True), lambda sheet: None)
    assert read_xlsx(filled, full()).missing == ()
    assert Column.PERSON not in Matrix(full(), agency_only=True).source_columns
