"""Lists: filter, order, pages and files of the same rows; nothing in an address or a row gets through as anything but text."""

import csv
import io
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import RequestFactory
from openpyxl import load_workbook

from tansiq.engines.dates import PartialDate, parse
from tansiq.secretariat.pages.lists import PAGE, Column, Listing, safe_file_name
from tests.secretariat.pages.hostile import HOSTILE, NAMES
from tests.secretariat.pages.test_tables import begins_a_formula


@dataclass(frozen=True)
class Member:
    name: str
    seats: int | None = 1
    since: PartialDate | None = None


COLUMNS = (
    Column("name", "Name", lambda row: row.name, link=lambda row: f"/{row.seats}/"),
    Column("seats", "Seats", lambda row: row.seats),
    Column("since", "Since", lambda row: row.since),
)
ROWS = (
    Member("FAO", 3, parse("2015")), Member("Échos", None, parse("early 2018")), Member("IOM", 12), Member("ESCWA", 2, parse("March 2014")),
)


def fields(query):
    return RequestFactory().get(f"/?{query.removeprefix('?')}").GET


def listing(query="", rows=ROWS, language="en"):
    return Listing(rows, COLUMNS, fields(query), language=language)


def names(shown):
    return [row[0].value for row in shown.rows]


@pytest.mark.parametrize(("query", "expected"), [
    ("", ["FAO", "Échos", "IOM", "ESCWA"]),
    ("sort=name", ["Échos", "ESCWA", "FAO", "IOM"]),
    ("sort=-name", ["IOM", "FAO", "ESCWA", "Échos"]),
    ("sort=seats", ["Échos", "ESCWA", "FAO", "IOM"]),
    ("sort=since", ["IOM", "ESCWA", "FAO", "Échos"]),
    ("sort=nothing", ["FAO", "Échos", "IOM", "ESCWA"]),
    ("find=o", ["FAO", "Échos", "IOM"]),
    ("find=ÉCHOS", ["Échos"]),
    ("find=o+12", ["IOM"]),
    ("find=absent", []),
])
def test_listing_finds_and_orders(query, expected):
    shown = listing(query)
    assert names(shown) == expected
    assert shown.count == len(expected)


def test_listing_of_many_rows_has_pages_of_fifty():
    rows = [Member(f"Member {number:03}") for number in range(2 * PAGE + 1)]
    assert (listing(rows=rows).pages, len(names(listing(rows=rows)))) == (3, PAGE)
    last = listing("page=3&find=member&sort=name", rows=rows)
    assert names(last) == ["Member 100"]
    assert last.after == ""
    assert fields(last.before).dict() == {"page": "2", "find": "member", "sort": "name"}


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "999", "9" * 50, "٣", "1.5"])
def test_listing_takes_any_page(page):
    assert len(names(listing(f"page={page}"))) == len(ROWS)


def test_heads_sort_one_way_and_then_the_other():
    [name, *_others] = listing("sort=name&page=2&find=a").heads
    assert (name.order, fields(name.address).dict()) == ("ascending", {"sort": "-name", "find": "a"})
    [name, *_others] = listing("sort=-name").heads
    assert (name.order, name.address) == ("descending", "?sort=name")


def test_file_holds_the_rows_found_on_all_pages():
    rows = [Member(f"Member {number:03}", number) for number in range(120)]
    written = listing("format=csv&find=member&page=2", rows=rows).file(title="t", name="n").content.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(written)))
    assert read[0] == ["Name", "Seats", "Since"]
    assert len(read) == 121
    book = load_workbook(io.BytesIO(listing("format=xlsx&find=fao").file(title="Members", name="n").content))
    assert [[cell.value for cell in row] for row in book.active.iter_rows()] == [["Name", "Seats", "Since"], ["FAO", 3, "2015"]]
    assert book.active["B2"].data_type == "n"


def test_file_in_arabic_runs_from_the_right():
    book = load_workbook(io.BytesIO(listing("format=xlsx", language="ar").file(title="الأعضاء", name="n").content))
    assert book.active.sheet_view.rightToLeft


def test_file_that_is_not_asked_for_is_none():
    assert listing().file(title="t", name="n") is None
    assert listing("format=exe").file(title="t", name="n") is None


def test_files_let_none_of_two_hundred_hostile_texts_through():
    rows = [Member(text) for text in HOSTILE]
    columns = [Column(f"c{number}", text, lambda row: row.name) for number, text in enumerate(HOSTILE)]
    for form in ("csv", "xlsx"):
        response = Listing(rows, columns, fields(f"format={form}"), language="en").file(title="t", name="n")
        if form == "csv":
            cells = [cell for row in csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")) for cell in row]
            assert [cell for cell in cells if begins_a_formula(cell)] == []
        else:
            book = load_workbook(io.BytesIO(response.content))
            assert {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None} == {"s"}


@pytest.mark.parametrize("text", [name.encode("utf-8", "ignore").decode() for name in HOSTILE])
def test_file_named_after_anything_has_a_harmless_name(text):
    response = listing("format=csv").file(title="t", name=text)
    header = response["Content-Disposition"]
    assert header.startswith("attachment; filename")
    assert not set(header) & set("\r\n\x00\\/<>|`$&")
    assert header.count(";") == 1
    name = safe_file_name(text, "csv")
    assert name.endswith(".csv")
    assert 4 < len(name) < 100
    assert not name.startswith((".", "-"))
    assert ".." not in name
    assert name.split(".")[0].casefold() not in {"con", "nul", "com1", "lpt9"}


def test_safe_file_name_keeps_what_is_harmless():
    assert safe_file_name("Members of WGIM, 15 November 2017", "xlsx") == "Members-of-WGIM-15-November-2017.xlsx"
    assert safe_file_name("أعضاء الفريق", "csv") == "أعضاء-الفريق.csv"
    assert safe_file_name("v1.2..3", "csv") == "v1.2.3.csv"
    assert safe_file_name("", "csv") == "list.csv"
    assert len(NAMES) == 40


def test_cells_know_dates_and_links():
    [[name, seats, since], *_others] = listing().rows
    assert (name.link, name.dated, seats.value, since.dated) == ("/3/", False, 3, True)
    assert since.value.first_day == date(2015, 1, 1)
