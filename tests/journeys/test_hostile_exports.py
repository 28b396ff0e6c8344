"""Two hundred texts that could be taken for something else than text, as names, reasons and files: through every export, none through."""

import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import Evidence
from tansiq.secretariat.register.domain import filing
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.models import OrganizationName
from tests.cast import organization
from tests.cast import world as build
from tests.house.access import OPEN, PARAMETER, matrix
from tests.secretariat.pages.hostile import HOSTILE, NAMES
from tests.secretariat.pages.test_tables import begins_a_formula
from tests.secretariat.register.web.signed_in import officer

EXPORTS = {"/groups/<slug:slug>/members/", "/groups/<slug:slug>/reports/frozen/"}
"""The pages with a list that can be taken away."""

WRITABLE = [text for text in HOSTILE if text.strip() and "\0" not in text and "\ud800" not in text]
"""Those that a form lets into the record."""


@pytest.fixture
def small_world(db):
    return build(names=True)


@pytest.fixture
def world(small_world):
    made = small_world
    for number, text in enumerate(WRITABLE):
        slug = f"hostile-{number}"
        made.organizations[slug] = organization(slug)
        made.seat(slug)
        name = OrganizationName(organization=made.organizations[slug], language="en", long=text[:500], short=text[:300], acronym=text[:60])
        give_name(name=name, by=made.cast.officer, at=made.clock())
    return made


@pytest.fixture
def client(small_world) -> Client:
    return officer(small_world)


def test_lists_that_can_be_taken_away_are_those_tried_here(client):
    found = set()
    for route, _policy, gets in matrix():
        if gets.get("secretariat") == OPEN and PARAMETER.findall(route) == ["slug"]:
            response = client.get(route.replace("<slug:slug>", "wgim"), {"format": "csv"})
            found |= {route} if "text/csv" in response.headers["Content-Type"] else set()
    assert found == EXPORTS


@pytest.mark.parametrize("language", ["", "/ar", "/fr"])
def test_list_of_members_as_csv_and_as_excel_lets_no_text_through_as_a_formula(world, client, language):
    assert len(WRITABLE) > 170
    where = f"{language}/groups/wgim/members/"
    response = client.get(where, {"format": "csv"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert len(rows) > len(WRITABLE)
    assert [cell for row in rows for cell in row if begins_a_formula(cell)] == []
    book = load_workbook(io.BytesIO(client.get(where, {"format": "xlsx"}).content))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_pages_show_every_text_as_text(world, client):
    for where in ("/groups/wgim/members/", "/groups/wgim/seats/", "/groups/wgim/organizations/"):
        response = client.get(where)
        assert "<script>" not in response.content.decode()
        assert "x" not in response.cookies


@pytest.mark.parametrize("name", [name for name in NAMES if "\0" not in name and "\ud800" not in name])
def test_letter_under_any_name_is_given_out_under_a_harmless_one(client, small_world, name):
    filed = filing.Filed(
        on=parse("September 2017"), by=small_world.cast.officer, at=small_world.clock(), received=filing.Received(name, b"the letter")
    )
    filing.file_letter(group="wgim", organization="unicef", filed=filed)
    response = client.get(f"/groups/wgim/requests/wgim-unicef/files/{Evidence.objects.get().slug}/")
    header = response["Content-Disposition"]
    assert header.startswith("attachment")
    assert not set(header) & set("\r\n\0")
    assert "/" not in header.split("filename", 1)[1].split("''")[-1]
    assert (response["Content-Type"], response.content) == ("application/octet-stream", b"the letter")
