"""Cells hold text as text: no formula, no lost character, no more than Excel takes, and the same when read back."""

from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tansiq.engines.redline.report.matrix import writable
from tansiq.engines.redline.report.sheet_cells import LONGEST, fitted, put, read, shown

CUT = "…[{length}]"


def through_a_file(value: object) -> object:
    book = Workbook()
    put(book.active["A1"], value, cut=CUT)
    out = BytesIO()
    book.save(out)
    return load_workbook(BytesIO(out.getvalue()))["Sheet"]["A1"]


FORMULA_LIKE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|x", "%x", "'x", '=HYPERLINK("http://x")', "#REF!", "{=1}"]
FACE = "\U0001f600"


@pytest.mark.parametrize("text", FORMULA_LIKE)
def test_put_text_that_looks_like_a_formula_is_text(text: str):
    cell = through_a_file(text)
    assert cell.data_type == "s"
    assert read(cell.value) == writable(text)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\ta"])
def test_put_text_that_looks_like_a_formula_stays_text_when_edited(text: str):
    cell = through_a_file(text)
    assert (cell.quotePrefix, cell.number_format) == (True, "@")
    assert not through_a_file("plain").quotePrefix


def test_put_numbers_and_days_are_numbers_and_days():
    assert through_a_file(12).value == 12
    assert through_a_file(date(2017, 3, 1)).value == datetime.fromisoformat("2017-03-01")
    assert through_a_file(None).value is None


@given(st.text(max_size=60))
def test_put_then_read_gives_the_text_back(text: str):
    assert read(through_a_file(text).value) == writable(text)


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x0041_", "a_x000D_b", "_x", "__x0041_"])
def test_put_text_like_an_escape_of_excel_stays_as_it_is(text: str):
    assert read(through_a_file(text).value) == text


@pytest.mark.parametrize("text", ["a" * LONGEST, FACE * (LONGEST // 2), "a" * (LONGEST + 1), FACE * LONGEST, "ab" + FACE * LONGEST])
def test_fitted_text_fits_a_cell_and_says_how_long_it_was(text: str):
    kept = fitted(text, CUT)
    assert len(kept.encode("utf-16-le")) // 2 <= LONGEST
    if kept != text:
        assert kept.endswith(f"…[{len(text)}]")
        assert text.startswith(kept.removesuffix(f"…[{len(text)}]"))


def test_shown_keeps_what_looks_like_an_escape():
    assert (shown("_x0041_"), read("_x0041_")) == ("_x0041_", "A")


@pytest.mark.parametrize(("value", "text"), [
    (None, ""), (3.0, "3"), (3.5, "3.5"), (3, "3"), (datetime.fromisoformat("2017-03-01"), "2017-03-01"), (date(2017, 3, 1), "2017-03-01"),
    (datetime.fromisoformat("2017-03-01T09:30:00"), "2017-03-01T09:30:00"), ("a\r\nb_x000D_", "a\nb\n"), (True, "True"),
])
def test_read_is_the_text_a_person_sees(value: object, text: str):
    assert read(value) == text
