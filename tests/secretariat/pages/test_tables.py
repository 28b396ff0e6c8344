"""The exporter: whatever stands in a cell, a head or a title leaves as text."""

import csv
import io
import re
import unicodedata

import pytest
from openpyxl import load_workbook

from tansiq.secretariat.pages.tables import looks_like_a_formula, to_csv, to_xlsx
from tests.secretariat.pages.hostile import BURIED, FORMULAS, HOSTILE, NAMES


def begins_a_formula(cell):
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", cell) if unicodedata.category(sign)[0] != "C").lstrip()
    return cell.startswith(("\t", "\r")) or seen.startswith(("=", "+", "-", "@"))


def test_hostile_strings_are_two_hundred_different_ones():
    assert len(set(HOSTILE)) == len(HOSTILE) == 200
    assert all(looks_like_a_formula(text) for text in FORMULAS)


@pytest.mark.parametrize("parted_at", [",", ";", "\t", "|"])
def test_to_csv_lets_no_formula_through_wherever_a_program_parts_cells(parted_at):
    written = to_csv(["before", *FORMULAS, "after"], [["before", text, "after"] for text in HOSTILE])
    read = list(csv.reader(io.StringIO(written, newline=""), delimiter=parted_at))
    assert len(read) > 100
    assert [cell for row in read for cell in row if begins_a_formula(cell)] == []


def test_to_csv_lets_no_formula_through_to_a_program_that_knows_no_quotes():
    written = to_csv(["name"], [[text] for text in FORMULAS + BURIED])
    cells = re.split(r"[\n\r;\t|]", written)
    assert [cell for cell in cells if begins_a_formula(cell) or cell.startswith('"=')] == []


def test_to_csv_keeps_plain_texts_and_numbers_as_they_are():
    assert to_csv(["a", "b"], [["Économie; société", -5], ["الهجرة", None]]) == "a,b\nÉconomie; société,-5\nالهجرة,\n"


def test_to_xlsx_writes_every_text_as_text():
    book = load_workbook(io.BytesIO(to_xlsx("t", [*HOSTILE], [[text] * len(HOSTILE) for text in HOSTILE[:20]])))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert len(cells) > 3000


@pytest.mark.parametrize("title", NAMES)
def test_to_xlsx_takes_any_title(title):
    book = load_workbook(io.BytesIO(to_xlsx(title.encode("utf-8", "ignore").decode(), ["a"], [["b"]])))
    assert book.active["A2"].value == "b"
