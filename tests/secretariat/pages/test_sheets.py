"""Lists as offices keep them, built here: read where that is safe, told in one word where it is not."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from tansiq.secretariat.pages.sheets import BIGGEST, Sheet, UnreadableSheet, read_sheet
from tansiq.secretariat.pages.sheets_child import COLUMNS, ROWS

ORGANIZATIONS = [["Organization", "Acronym"], ["International Labour Organization", "ILO"], ["World Health Organization", "WHO"]]


def workbook(rows, title="Members", **more):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, others in more.items():
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(row)
    return book


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(content, **asked):
    return [list(row.cells) for row in read_sheet(content, **asked).rows]


def refusal(content, **asked):
    with pytest.raises(UnreadableSheet) as refused:
        read_sheet(content, **asked)
    return refused.value


def notes(content, **asked):
    return {note["code"]: note for note in read_sheet(content, **asked).notes}


def test_read_sheet_workbook_gives_rows_with_their_numbers():
    book = workbook([["Members of the group"], [], *ORGANIZATIONS])
    book.active["A1"].font = Font(bold=True)
    sheet = read_sheet(saved(book))
    assert [row.number for row in sheet.rows] == [1, 3, 4, 5]
    assert sheet.width == 2
    assert sheet.rows[0].cells == ("Members of the group", "")
    assert sheet.rows[-1].cells == ("World Health Organization", "WHO")


def test_read_sheet_cells_are_texts_as_people_see_them():
    book = workbook([["  ILO\u00a0 \u200f", 7.0, 2.5, True], ["a\nb  c", None, "", "é"]])
    book.active["E1"] = __import__("datetime").date(2013, 11, 5)
    assert cells(saved(book)) == [["ILO", "7", "2.5", "True", "2013-11-05"], ["a\nb c", "", "", "é", ""]]


def test_read_sheet_json_comes_back():
    sheet = read_sheet(saved(workbook(ORGANIZATIONS)))
    assert Sheet.from_json(sheet.to_json()) == sheet


def test_read_sheet_several_filled_sheets_asks_for_one():
    content = saved(workbook(ORGANIZATIONS, Contacts=[["x"]], Blank=[]))
    assert refusal(content).code == "several-sheets"
    assert refusal(content).found == {"names": ["Members", "Contacts"]}
    assert cells(content, sheet="contacts") == [["x"]]
    assert refusal(content, sheet="Other").code == "no-such-sheet"


def test_read_sheet_hidden_sheets_are_not_read():
    book = workbook(ORGANIZATIONS, Old=[["x"]])
    book["Old"].sheet_state = "hidden"
    assert len(cells(saved(book))) == 3


def test_read_sheet_formula_without_value_is_named():
    book = workbook([*ORGANIZATIONS, ["=A2", "x"]])
    found = refusal(saved(book))
    assert (found.code, found.found) == ("formula", {"cell": "A4"})


def test_read_sheet_formula_gives_the_value_last_saved():
    content = saved(workbook([["Organization", "Acronym"], ["=1+1", "ILO"]]))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    path = "xl/worksheets/sheet1.xml"
    parts[path] = parts[path].replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>")
    changed = packed(parts)
    assert cells(changed)[1] == ["2", "ILO"]
    assert notes(changed)["formulas"]["count"] == 1


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def test_read_sheet_cells_merged_downwards_are_filled():
    book = workbook([["Organization", "Focal point"], ["ILO", "first"], [None, "second"], ["WHO", "third"]])
    book.active.merge_cells("A2:A3")
    assert [row[0] for row in cells(saved(book))] == ["Organization", "ILO", "ILO", "WHO"]
    assert notes(saved(book))["merged"]["cells"] == "A2:A3"


def test_read_sheet_heading_merged_across_stays_in_its_place():
    book = workbook([["Members", None], *ORGANIZATIONS])
    book.active.merge_cells("A1:B1")
    assert cells(saved(book))[0] == ["Members", ""]


def test_read_sheet_row_at_the_foot_of_a_sheet_is_said_to_be_left():
    book = workbook(ORGANIZATIONS)
    book.active.cell(row=1_048_576, column=1, value="far away")
    assert len(cells(saved(book))) == 3
    assert notes(saved(book))["stopped"]["row"] > 1_000


def test_read_sheet_too_many_rows_is_refused():
    assert refusal(saved(workbook([["x"]] * (ROWS + 1)))).code == "too-many-rows"
    assert refusal("\n".join(["x"] * (ROWS + 1)).encode()).code == "too-many-rows"
    assert len(cells(saved(workbook([["x"]] * ROWS)))) == ROWS


def test_read_sheet_a_million_rows_is_refused():
    line = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
    parts = unpacked(saved(workbook([["x"]])))
    path = "xl/worksheets/sheet1.xml"
    head, tail = parts[path].split(b"<sheetData>")[0], parts[path].split(b"</sheetData>")[1]
    parts[path] = head + b"<sheetData>" + b"".join(line % (n, n) for n in range(1, 1_000_001)) + b"</sheetData>" + tail
    content = packed(parts)
    assert len(content) < BIGGEST
    assert refusal(content).code in ("too-many-rows", "too-much")


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_read_sheet_too_wide_and_too_long_are_refused():
    assert refusal(saved(workbook([["x"] * (COLUMNS + 1)]))).code == "too-wide"
    assert refusal(saved(workbook([["x" * 2_001]]))).code == "too-long"


def test_read_sheet_entities_and_bombs_are_refused():
    parts = unpacked(saved(workbook(ORGANIZATIONS)))
    declared = {**parts, "xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>' + parts["xl/workbook.xml"]}
    assert refusal(packed(declared)).code == "broken"
    assert refusal(packed({**parts, "xl/media/x.xml": b" " * 90_000_000})).code == "too-much"


def test_read_sheet_too_big_is_refused_before_it_is_read():
    assert refusal(b"x" * (BIGGEST + 1)).code == "too-big"


def test_unreadable_sheet_says_its_code():
    assert str(UnreadableSheet("formula", cell="A4")) == "formula: {'cell': 'A4'}"
    assert str(UnreadableSheet("empty")) == "empty"
