"""Lists as CSV and Excel files: no formulas, nothing that a file cannot hold, everything back as it was."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tansiq.secretariat.pages.tables import looks_like_a_formula, to_csv, to_xlsx


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
