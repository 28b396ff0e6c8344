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


def read_csv(rows):
    return list(csv.reader(io.StringIO(to_csv(("a", "b"), rows), newline="")))[1:]


def read_xlsx(rows):
    sheet = load_workbook(io.BytesIO(to_xlsx("t", ("a", "b"), rows))).active
    return [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("text", ["a\rb", "a\nb", "a\r\nb", 'a"b', "a,b", "تنسيق"])
def test_to_csv_gives_back_what_it_was_given(text):
    assert read_csv([(text, "x")]) == [[text, "x"]]


def test_to_csv_ends_lines_alike():
    assert to_csv(("a", "b"), [("1", 2)]) == "a,b\n1,2\n"


@pytest.mark.parametrize("text", ["a\x07b", "a\x00b", "a\uffffb", "a\ud800b"])
def test_characters_that_no_file_can_hold_are_shown_as_replaced(text):
    assert read_csv([(text, "x")]) == [["a\ufffdb", "x"]]
    assert read_xlsx([(text, "x")]) == [["a\ufffdb", "x"]]
    assert to_csv(("a", "b"), [(text, "x")]).encode()


@pytest.mark.parametrize("letter", ["x", "\U0001f600"])
def test_text_longer_than_a_cell_is_cut_with_a_mark(letter):
    [[found, _]] = read_xlsx([(letter * 40_000, "x")])
    assert found.endswith(letter + "…[cut]")
    assert 32_765 <= len(found.encode("utf-16-le")) // 2 <= 32_767
    assert read_xlsx([("x" * 32_767, "x")]) == [["x" * 32_767, "x"]]


def test_formula_leaves_as_text():
    assert looks_like_a_formula(" ＝1+1")
    assert read_csv([("=1+1", "x")]) == [["'=1+1", "x"]]
    assert read_xlsx([("=1+1", "x")]) == [["=1+1", "x"]]
