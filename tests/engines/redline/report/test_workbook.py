"""The workbook as Excel gets it: frozen, filtered, wide enough, right to left in Arabic, text as text, choices to choose from."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.columns import FILLED, HIDDEN, Column
from tansiq.engines.redline.report.decisions import Category, Decision, Disposition, Status
from tansiq.engines.redline.report.matrix import Matrix
from tansiq.engines.redline.report.words import columns_meant
from tansiq.engines.redline.report.workbook import filled_values, height_of, matrix_xlsx, shown_columns
from tansiq.engines.redline.report.workbook_reading import read_xlsx
from tests.engines.redline.report.ledgers import BASE, edit, full, ledger, ledgers, place


def sheet_of(workbook: bytes) -> Worksheet:
    return load_workbook(BytesIO(workbook)).worksheets[0]


def cells(sheet: Worksheet, column: Column) -> list[object]:
    lines = list(sheet.iter_rows(values_only=True))
    return [line[columns_meant(str(head) for head in lines[0])[column]] for line in lines[1:]]


def test_matrix_xlsx_is_frozen_filtered_and_set_up_to_print():
    sheet = sheet_of(matrix_xlsx(full()))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:AF11")
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.print_title_cols) == ("landscape", "$1:$1", "$A:$B")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.cell(2, 4).alignment.wrap_text


@pytest.mark.parametrize(("language", "rtl", "name"), [("en", False, "Comments"), ("ar", True, "التعليقات"), ("fr", False, "Observations")])
def test_matrix_xlsx_sheets_run_as_the_language_does(language: str, rtl: bool, name: str):
    book = load_workbook(BytesIO(matrix_xlsx(full(), language=language)))
    assert [sheet.sheet_view.rightToLeft or False for sheet in book.worksheets] == [rtl] * 3
    assert (book.sheetnames[0], book.worksheets[2].sheet_state) == (name, "hidden")


def test_matrix_xlsx_hides_what_is_for_the_machine_only():
    sheet = sheet_of(matrix_xlsx(full()))
    hidden = [sheet.cell(1, place).value for place in range(1, sheet.max_column + 1)
              if sheet.column_dimensions[sheet.cell(1, place).column_letter].hidden]
    assert hidden == ["tansiq:key", "tansiq:page", "tansiq:fingerprint"]


@settings(max_examples=25)
@given(ledgers())
def test_matrix_xlsx_holds_no_formula_on_its_sheet_of_rows(found: Ledger):
    sheet = sheet_of(matrix_xlsx(found))
    assert not [cell.coordinate for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


def test_matrix_xlsx_offers_the_words_of_the_language_to_choose_from():
    book = load_workbook(BytesIO(matrix_xlsx(full(), language="fr")))
    rules = {rule.formula1: str(rule.sqref) for rule in book.worksheets[0].data_validations.dataValidation}
    assert set(rules) == {"tansiq_category", "tansiq_decision", "tansiq_status"}
    assert all(where.endswith("11") for where in rules.values())
    reference = book.defined_names["tansiq_decision"].attr_text
    title, _, area = reference.partition("!")
    assert [cell.value for (cell,) in book[title.strip("'")][area.replace("$", "")]][:2] == ["Accepté", "Accepté avec modification"]


def test_matrix_xlsx_same_ledger_same_bytes():
    assert matrix_xlsx(full(), language="ar", pages={3: 1}) == matrix_xlsx(full(), language="ar", pages={3: 1})


def test_matrix_xlsx_of_agencies_only_has_no_person_anywhere():
    book = load_workbook(BytesIO(matrix_xlsx(full(), agency_only=True)))
    values = [str(value) for sheet in book.worksheets for line in sheet.iter_rows(values_only=True) for value in line]
    assert not [value for value in values if "Reviewer" in value]
    assert "Person" not in values


def test_matrix_xlsx_protected_locks_source_cells_and_frees_the_others():
    sheet = sheet_of(matrix_xlsx(full(), protect=True))
    columns = shown_columns(Matrix(full()))
    assert sheet.protection.sheet
    assert not sheet.protection.autoFilter
    assert {column for place, column in enumerate(columns, start=1) if not sheet.cell(2, place).protection.locked} == set(FILLED)
    assert not sheet_of(matrix_xlsx(full())).protection.sheet


def test_matrix_xlsx_dispositions_fill_the_columns_of_people():
    given_ = Disposition("e2", Decision.ACCEPTED_WITH_MODIFICATION, "=main", "Thanks", Category.EDITORIAL, 0, "AB", "Meeting", "2017-04-01",
                         Status.AGREED, "draft 3")
    sheet = sheet_of(matrix_xlsx(full(), dispositions=[given_]))
    assert [cells(sheet, column)[2] for column in FILLED if column is not Column.DECIDED_ON] == [
        "Editorial", "AB", "Accepted with modification", None, "=main", "Thanks", "Meeting", "Agreed", "draft 3",
    ]
    assert str(cells(sheet, Column.DECIDED_ON)[2]) == "2017-04-01 00:00:00"
    assert cells(sheet, Column.STATUS)[0] == "Open"


def test_filled_values_suggest_a_category_and_keep_what_people_chose():
    matrix = Matrix(full())
    row = matrix.rows[8]
    assert filled_values(matrix, row, Disposition(row.key))[Column.CATEGORY] == "Editorial"
    assert filled_values(matrix, row, Disposition(row.key, category=Category.FACTUAL))[Column.CATEGORY] == "Fact or figure"
    assert filled_values(matrix, row, Disposition(row.key, decided_on="in April"))[Column.DECIDED_ON] == "in April"


def test_matrix_xlsx_change_taken_out_again_is_withdrawn_from_the_start():
    found = ledger(edit("a", "FAO", place(4, 4), after="x", said="withdrawn"))
    assert cells(sheet_of(matrix_xlsx(found, language="fr")), Column.DECISION) == ["Retiré"]


def test_height_of_shows_every_line_up_to_what_excel_takes():
    assert height_of({Column.CURRENT: "one"}) < height_of({Column.CURRENT: "one\ntwo"}) < height_of({Column.CURRENT: "x" * 200})
    assert height_of({Column.CURRENT: "x" * 40_000}) == 409
    assert height_of({Column.KEY: "x" * 400}) == height_of({})


def test_shown_columns_are_source_then_peoples_then_hidden():
    assert shown_columns(Matrix(full()))[-3:] == HIDDEN
    assert Column.PERSON not in shown_columns(Matrix(full(), agency_only=True))


def test_matrix_xlsx_of_a_draft_with_a_hostile_name_opens():
    found = replace(full(), base=replace(BASE, file="=A&B\x00\n" + "x" * 400 + ".docx"))
    book = load_workbook(BytesIO(matrix_xlsx(found)))
    assert len(book.worksheets[0].oddHeader.center.text) < 255
    assert cells(book.worksheets[0], Column.DRAFT)[0] == "=A&B\ufffd\n" + "x" * 400 + ".docx"
    assert read_xlsx(matrix_xlsx(found), found).missing == ()


def test_matrix_xlsx_of_nothing_has_its_headings():
    assert sheet_of(matrix_xlsx(ledger())).max_row == 1


def test_matrix_xlsx_text_longer_than_a_cell_says_that_it_was_cut():
    found = ledger(edit("e", "FAO", place(), after="x" * 50_000))
    text = str(cells(sheet_of(matrix_xlsx(found)), Column.PROPOSED)[0])
    assert len(text) == 32_767
    assert text.endswith("… [cut here; 50000 characters in all, see the consolidated file]")
