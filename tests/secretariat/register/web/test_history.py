"""The history of a thing on the web: who, on behalf of whom, why, valid when, recorded when; linked from its page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.log import erase_details
from tansiq.secretariat.register.domain.decisions import answer_request
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.seats import end_seat
from tansiq.secretariat.register.enums import Answer
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer, stranger

BASE = "/groups/wgim/history/"
PAGE_QUERIES = 11


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


@pytest.fixture
def request_made(world):
    by = {"by": world.cast.officer}
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=parse("September 2017"), because="A letter came.",
        at=world.clock(), **by,
    )
    circulate(request=request, circulated_on=parse("3 October 2017"), at=world.clock(), **by)
    answer_request(
        request=request, organization=world.organizations["iom"], answer=Answer.AGREES, answered_on=parse("4 October 2017"),
        by=world.cast.co_chair, at=world.clock(),
    )
    return request


def text_of(response):
    said = re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " "))
    return " ".join(said.split())


def test_request_tells_steps_and_answers_with_who_and_on_whose_behalf(client, request_made):
    said = text_of(client.get(f"{BASE}request/wgim-unicef/"))
    assert "Letter received, September 2017 A letter came. officer@example.org" in said
    assert "Recorded: answer of IOM from 4 October 2017 on · agrees co-chair@example.org on behalf of IOM" in said
    assert said.index("answer of IOM") < said.index("Letter received") < said.index("Entered in the record")
    assert f"{BASE}request/wgim-unicef/" in client.get("/groups/wgim/requests/wgim-unicef/").content.decode()


def test_seat_tells_what_it_said_before_and_now(client, world):
    end_seat(seat=world.seats["fao"], ends=parse("2017"), by=world.cast.officer, at=world.clock(), because="It left.")
    said = text_of(client.get(f"{BASE}seat/wgim-fao/"))
    assert "Changed: Seat: FAO It left. now from 1 January 2015 to 2017 · Capacity: member before from 1 January 2015 on" in said
    assert f"{BASE}seat/wgim-fao/" in client.get("/groups/wgim/seats/wgim-fao/").content.decode()


def test_erased_reason_is_said_to_be_erased(client, world, request_made):
    erase_details(subject=request_made.ref, names=None, by=world.cast.officer, at=world.clock())
    said = text_of(client.get(f"{BASE}request/wgim-unicef/"))
    assert "A letter came." not in said
    assert "The reason was erased on request." in said
    assert "What was written about it was erased" in said


@pytest.mark.parametrize("thing", ["group/wgim", "organization/fao"])
def test_group_and_organization_have_a_history(client, thing):
    assert "Recorded: Name in English" in text_of(client.get(f"{BASE}{thing}/"))


def test_long_history_is_told_in_pages(client, world):
    contact(world, "fao")
    for day in range(1, 28):
        for month in (1, 2):
            client.post("/groups/wgim/contacts/wgim-fao-focal-point-1/confirm/", {"on": f"2017-0{month}-{day:02}"})
    first = client.get(f"{BASE}seat/wgim-fao/")
    assert "Older entries" in text_of(first)
    older = re.search(r'href="(\?before=\d+)"', first.content.decode())[1]
    assert "Entered in the record" in text_of(client.get(f"{BASE}seat/wgim-fao/{older}"))
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{BASE}seat/wgim-fao/")
    assert len(asked) == PAGE_QUERIES
    assert len(first.content) < 60_000


def test_page_of_a_short_history_asks_as_many_queries(client):
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{BASE}seat/wgim-fao/")
    assert len(asked) == PAGE_QUERIES


@pytest.mark.parametrize("thing", ["group/tfym", "seat/none", "request/none", "organization/none", "person/person-1"])
def test_what_is_not_there_is_not_found(client, thing):
    assert client.get(f"{BASE}{thing}/").status_code == 404


def test_strangers_learn_nothing(world):
    for other in (stranger(world), officer(world, "tfym", "other@example.org")):
        assert [other.get(f"{BASE}{thing}/").status_code for thing in ("seat/wgim-fao", "seat/none")] == [404, 404]
    assert officer(world, "tfym", "other@example.org").get("/groups/tfym/history/seat/wgim-fao/").status_code == 404
