"""The list of members: on a day, found and sorted, and as a file; the same queries for any number."""

import csv
import io

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.models import OrganizationName
from tests.cast import world as build

MEMBERS = "/groups/wgim/members/"


@pytest.fixture
def named(db):
    return build(names=True)


def rows(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_members_list_finds_and_sorts_in_every_language(named, officer_client):
    for language in ("", "/ar", "/fr"):
        page = officer_client.get(f"{language}{MEMBERS}?find=a&sort=-acronym").content.decode()
        assert page.index("LAS") < page.index("FAO") < page.rindex("</table>")
    assert "ILO" not in officer_client.get(MEMBERS + "?find=fao").content.decode()


def test_members_list_as_a_file_keeps_day_and_filter(named, officer_client):
    response = officer_client.get(MEMBERS + "?as-of=15+November+2017&find=co-chair&format=csv&sort=acronym")
    assert response["Content-Disposition"] == 'attachment; filename="members-wgim-2017-11-15.csv"'
    assert rows(response) == [
        ["Organization", "Name in full", "Capacity", "Office", "Since"],
        ["ESCWA", "Organization escwa", "member", "co-chair", "2015-01-01"],
        ["IOM", "Organization iom", "member", "co-chair", "2015-01-01"],
        ["LAS", "Organization las", "member", "co-chair", "2015-01-01"],
    ]


def test_members_list_lets_no_formula_through(named, officer_client):
    organization = named.organizations["unicef"]
    name = OrganizationName(organization=organization, language="en", long='=HYPERLINK("http://evil.example")', short="@x", acronym="@x")
    name.begins = parse("1 January 2016")
    give_name(name=name, by=named.cast.officer, at=named.clock())
    named.seat("unicef")
    [row] = [row for row in rows(officer_client.get(MEMBERS + "?format=csv")) if "HYPERLINK" in row[1]]
    assert row[:2] == ["'@x", "'=HYPERLINK(\"http://evil.example\")"]


def test_members_list_is_for_whoever_belongs(named, stranger_client, outsider_client, contact_client):
    assert stranger_client.get(MEMBERS).status_code == 302
    assert outsider_client.get(MEMBERS).status_code == 404
    assert contact_client.get(MEMBERS).status_code == 200


def test_members_list_before_anybody_sat_says_so(named, officer_client):
    assert "Nobody held a seat on this day." in officer_client.get(MEMBERS + "?as-of=2001-01-01").content.decode()


def test_members_list_asks_the_same_for_many(named, officer_client, django_assert_num_queries):
    officer_client.get(MEMBERS)
    with django_assert_num_queries(7):
        officer_client.get(MEMBERS)
    for number in range(60):
        named.seat(f"body-{number}")
    with django_assert_num_queries(7):
        page = officer_client.get(MEMBERS).content.decode()
    assert page.count('<tr role="row">') == 51
    assert len(page) < 60_000
