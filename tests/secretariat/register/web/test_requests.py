"""Requests to join on the web: each step from the letter to the seat, what is refused and why, and who sees nothing."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import Evidence, LogEntry
from tansiq.secretariat.register.domain.membership import receive_request
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest, SeatTerm
from tests.cast import organization
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer, stranger

LIST = "/groups/wgim/requests/"
ONE = f"{LIST}wgim-unicef/"
LIST_QUERIES = 6
PAGE_QUERIES = 10
STEPS = ("receive", "answer", "circulate", "approve", "decline", "defer", "withdraw")


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


def text_of(response):
    said = re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " "))
    return " ".join(said.split())


def received(name="letter.pdf", content=b"%PDF letter"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def ask(client):
    said = {"organization": "unicef", "on": "September 2017", "signatory": "A. Officer", "received": received()}
    return client.post(f"{LIST}new/letter/", said)


def send(client):
    return client.post(f"{ONE}circulate/", {"on": "3 October 2017"})


def answer(client, who, what="agrees", on="4 October 2017", **more):
    return client.post(f"{ONE}answer/", {"organization": who, "answer": what, "on": on, **more})


def state():
    return JoinRequest.objects.get(slug="wgim-unicef").state


def test_letter_to_seat_every_step_is_recorded_with_who_when_and_why(client):
    assert "No request had begun by this day." in text_of(client.get(LIST))
    assert ask(client).headers["Location"] == ONE
    assert "It can go to" not in text_of(client.get(ONE))
    assert send(client).headers["Location"] == ONE
    for who in ("escwa", "iom", "las"):
        answer(client, who, received=received(f"{who}.eml", who.encode()))
    said = text_of(client.get(ONE))
    assert said.count("agrees 4 October 2017 , filed by the secretariat on its behalf, as received") == 3
    done = client.post(f"{ONE}approve/", {"on": "10 October 2017", "effective_on": "1 January 2018", "because": "All agreed."})
    assert (done.status_code, state()) == (302, "approved")
    seat = SeatTerm.objects.get(seat__organization__slug="unicef")
    assert (seat.begins, seat.kind) == (parse("1 January 2018"), "member")
    said = text_of(client.get(ONE))
    assert "10 October 2017 Approved All agreed." in said
    assert said.count("officer@example.org, recorded") == 3
    assert "The request is approved; the organization has its seat. Seats and contacts" in said


def test_interest_then_letter_become_one_request(client):
    made = client.post(f"{LIST}new/interest/", {"organization": "unicef", "on": "May 2017", "because": "Said in a meeting."})
    assert (made.headers["Location"], state()) == (ONE, "interest")
    said = text_of(client.get(ONE))
    assert "It can go to the co-chairs once its letter is recorded." in said
    assert client.post(f"{ONE}letter/", {"organization": "unicef", "on": "September 2017"}).status_code == 302
    assert (state(), JoinRequest.objects.count()) == ("received", 1)


def test_approve_is_closed_and_says_whose_answer_would_open_it(client):
    ask(client)
    send(client)
    answer(client, "escwa")
    page = client.get(ONE)
    assert "“Approve” opens when these have agreed: IOM and LAS." in text_of(page)
    assert f"{ONE}approve/" not in page.content.decode()
    refused = client.post(f"{ONE}approve/", {"on": "10 October 2017"})
    assert (refused.status_code, state()) == (409, "circulated")
    assert "“Approve” is not possible now." in text_of(refused)


def test_answer_objects_then_decline_closes_the_request(client):
    ask(client)
    send(client)
    assert answer(client, "las", "objects", because="Mandate differs.").status_code == 302
    assert client.post(f"{ONE}decline/", {"on": "5 October 2017", "because": "One objects."}).status_code == 302
    assert state() == "declined"


@pytest.mark.parametrize(("step", "after"), [("defer", "deferred"), ("withdraw", "withdrawn")])
def test_defer_and_withdraw_move_the_request(client, step, after):
    ask(client)
    send(client)
    assert client.post(f"{ONE}{step}/", {"on": "6 October 2017"}).status_code == 302
    assert state() == after


def test_deferred_request_says_that_it_can_be_sent_again(client):
    ask(client)
    send(client)
    client.post(f"{ONE}defer/", {"on": "6 October 2017"})
    assert "Send it to the co-chairs again" in text_of(client.get(ONE))
    assert client.post(f"{ONE}circulate/", {"on": "1 December 2017"}).status_code == 302
    assert state() == "circulated"


@pytest.mark.parametrize(
    ("step", "fields", "field", "says"),
    [
        ("circulate", {"on": "someday"}, "on", "“someday” cannot be read as a date. Write “15 November 2017”, “November 2017” or"),
        ("circulate", {"on": "1 January 2999"}, "on", "1 January 2999 is still to come. Record it once it has happened."),
        ("circulate", {"on": "since 2013"}, "on", "is open at its end."),
        ("circulate", {}, "on", "Say on which day."),
        ("circulate", {"on": "1 August 2017"}, "on", "This step cannot come before the last one"),
    ],
)
def test_step_refused_says_why_beside_the_field(client, step, fields, field, says):
    ask(client)
    refused = client.post(f"{ONE}{step}/", fields)
    assert (refused.status_code, state()) == (422, "received")
    markup = refused.content.decode()
    assert re.search(rf'aria-describedby="id_{field}_error"', markup)
    assert says in text_of(refused)


def test_answer_before_the_circulation_and_of_no_co_chair_are_form_errors(client):
    ask(client)
    send(client)
    assert "cannot come before the last one" in text_of(answer(client, "iom", on="1 October 2017"))
    assert answer(client, "fao").status_code == 422
    assert CoChairAnswer.objects.count() == 0


def test_approve_with_effect_before_the_decision_is_refused_beside_its_field(client):
    ask(client)
    send(client)
    for who in ("escwa", "iom", "las"):
        answer(client, who)
    refused = client.post(f"{ONE}approve/", {"on": "10 October 2017", "effective_on": "1 October 2017"})
    assert "A seat cannot begin before the day of the decision that gives it." in text_of(refused)
    assert "Not every co-chair had agreed by that day." in text_of(client.post(f"{ONE}approve/", {"on": "3 October 2017"}))
    assert state() == "circulated"


@pytest.mark.parametrize(("who", "says"), [("fao", "It sits in the group"), ("unicef", "It has a request that is not decided yet.")])
def test_letter_of_a_member_or_a_second_one_is_refused_beside_the_organization(client, who, says):
    ask(client)
    refused = client.post(f"{LIST}new/letter/", {"organization": who, "on": "October 2017"})
    assert refused.status_code == 422
    assert says in text_of(refused)


def test_file_comes_back_byte_for_byte_as_an_attachment_in_a_sandbox(client, world):
    content = b"<script>alert(1)</script>\x00\xff"
    name = 'lettre "é".html'
    client.post(f"{LIST}new/letter/", {"organization": "unicef", "on": "2017", "received": received(name, content)})
    file = Evidence.objects.get()
    back = client.get(f"{ONE}files/{file.slug}/")
    assert back.content == content
    assert back.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''lettre")
    assert back.headers["Content-Type"] == "application/octet-stream"
    assert back.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert back.headers["X-Content-Type-Options"] == "nosniff"
    receive_request(
        group=world.group, organization=organization("undp"), requested_on=parse("2017"), by=world.cast.officer, at=world.clock()
    )
    assert client.get(f"{LIST}wgim-undp/files/{file.slug}/").status_code == 404


def test_empty_file_is_refused_beside_its_field(client):
    refused = client.post(f"{LIST}new/letter/", {"organization": "unicef", "on": "2017", "received": received(content=b"")})
    assert "This file is empty." in text_of(refused)
    assert JoinRequest.objects.count() == 0


def test_refused_step_keeps_no_row_of_its_file(client):
    ask(client)
    client.post(f"{ONE}circulate/", {"on": "1 August 2017", "received": received(content=b"other")})
    assert Evidence.objects.count() == 1


def test_contact_and_co_chair_read_but_change_nothing(client, world):
    ask(client)
    send(client)
    for who in ("fao", "iom"):
        reader = contact(world, who)
        page = reader.get(ONE)
        assert "The secretariat of the group files what comes in." in text_of(page)
        assert "/answer/" not in page.content.decode()
        assert reader.get(LIST).status_code == 200
        before = LogEntry.objects.count()
        for step in STEPS:
            assert reader.post(f"{ONE}{step.replace('receive', 'letter')}/", {"on": "2017"}).status_code == 404
        assert reader.post(f"{LIST}new/letter/", {}).status_code == 404
        assert LogEntry.objects.count() == before


def test_stranger_and_officer_of_another_group_learn_nothing(client, world):
    ask(client)
    file = Evidence.objects.get()
    for other in (stranger(world), officer(world, "tfym", "other@example.org")):
        for address in (LIST, ONE, f"{ONE}approve/", f"{ONE}files/{file.slug}/", f"{LIST}nothing/", "/groups/none/requests/"):
            assert other.get(address).status_code == 404
    assert Client().get(ONE).headers["Location"].startswith("/account/login")
    assert Client().get("/groups/none/requests/").headers["Location"].startswith("/account/login")


def test_request_of_another_group_is_not_found_under_this_one(client, world):
    ask(client)
    both = officer(world, "tfym")
    assert both.get("/groups/tfym/requests/wgim-unicef/").status_code == 404
    assert both.post("/groups/tfym/requests/wgim-unicef/withdraw/", {"on": "2018"}).status_code == 404
    assert state() == "received"


def test_list_shows_the_day_asked_for_as_known_then(client):
    ask(client)
    send(client)
    assert "before the co-chairs" not in text_of(client.get(f"{LIST}?as-of=2017-09-30"))
    assert "received" in text_of(client.get(f"{LIST}?as-of=2017-09-30"))
    assert "No request had begun by this day." in text_of(client.get(f"{LIST}?as-of=2017-09-29"))


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("rows", [1, 40])
def test_pages_ask_a_constant_number_of_queries(client, world, rows):
    ask(client)
    send(client)
    for number in range(rows - 1):
        receive_request(
            group=world.group, organization=organization(f"org-{number}"), requested_on=parse("2017"), by=world.cast.officer,
            at=world.clock(),
        )
    for who in ("escwa", "iom", "las"):
        answer(client, who)
    assert queries(client, LIST) == LIST_QUERIES
    assert queries(client, ONE) == PAGE_QUERIES
    assert len(client.get(LIST).content) < 60_000


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_pages_speak_the_language_of_the_address(client, language):
    ask(client)
    send(client)
    page = client.get(f"/{language}{ONE}")
    assert page.status_code == 200
    assert "What can be done now" not in text_of(page)
    refused = client.post(f"/{language}{ONE}answer/", {"organization": "iom", "answer": "agrees", "on": "zzz"})
    assert "cannot be read" not in text_of(refused)
    day = {"ar": "4 تشرين الأول/أكتوبر 2017", "fr": "4 octobre 2017"}[language]
    assert client.post(f"/{language}{ONE}answer/", {"organization": "iom", "answer": "agrees", "on": day}).status_code == 302
    assert CoChairAnswer.objects.get().begins == parse("4 October 2017")
