"""Taking a step back on the web: what follows is told first, a reason is needed, and somebody else's step is shown, not lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.secretariat.register.models import JoinRequest, SeatTerm
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer
from tests.secretariat.register.web.test_requests import ONE, answer, ask, send, state, text_of

BACK = f"{ONE}take-back/"
HISTORY = "/groups/wgim/history/request/wgim-unicef/"
PAGE_QUERIES = 8


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


@pytest.fixture
def approved(client):
    ask(client)
    send(client)
    for who in ("escwa", "iom", "las"):
        answer(client, who)
    assert client.post(f"{ONE}approve/", {"on": "5 October 2017"}).status_code == 302


def shown_step(client):
    return re.search(r'name="step" value="(\d+)"', client.get(BACK).content.decode()).group(1)


@pytest.mark.usefixtures("approved")
def test_page_says_what_is_taken_back_and_what_follows(client):
    assert f'href="{BACK}"' in client.get(ONE).content.decode()
    said = text_of(client.get(BACK))
    assert "The request is then “circulated” again." in said
    assert "The seat that the step gave is taken out: UNICEF, from 5 October 2017 on." in said
    assert "5 October 2017 Approved officer@example.org" in said


@pytest.mark.usefixtures("approved")
def test_step_taken_back_with_its_seat_is_told_by_the_history(client):
    sent = {"step": shown_step(client), "because": "It was another organization."}
    assert client.post(BACK, sent).headers["Location"] == ONE
    assert state() == "circulated"
    assert not SeatTerm.objects.current().filter(seat__organization__slug="unicef").exists()
    assert "“Approve” opens" not in text_of(client.get(ONE))
    assert "Taken back: Approved, 5 October 2017 It was another organization." in text_of(client.get(HISTORY))
    assert "Taken out: Seat: UNICEF" in text_of(client.get("/groups/wgim/history/seat/wgim-unicef/"))
    assert "أُلغي تسجيله" in text_of(client.get("/ar" + HISTORY))


@pytest.mark.usefixtures("approved")
def test_reason_is_needed_beside_its_field(client):
    response = client.post(BACK, {"step": shown_step(client), "because": " "})
    assert response.status_code == 422
    assert 'id="id_because_error"' in response.content.decode()
    assert state() == "approved"


@pytest.mark.usefixtures("approved")
@pytest.mark.parametrize(("language", "said"), [
    ("", "Somebody changed the request meanwhile."), ("/fr", "Quelqu’un a modifié la demande"), ("/ar", "غيّر شخص آخر الطلب"),
])
def test_second_officer_is_shown_what_the_first_did(client, world, language, said):
    second, step = officer(world, address="second@example.org"), shown_step(client)
    client.post(BACK, {"step": step, "because": "Wrong."})
    response = second.post(language + BACK, {"step": step, "because": "Wrong too."})
    assert response.status_code == 409
    assert said in text_of(response)
    assert state() == "circulated"


def test_first_step_cannot_be_taken_back(client):
    ask(client)
    assert f'href="{BACK}"' not in client.get(ONE).content.decode()
    response = client.get(BACK)
    assert response.status_code == 409
    assert "but the one that began it" in text_of(response)


@pytest.mark.usefixtures("approved")
def test_page_is_for_the_secretariat_alone_and_takes_as_many_queries_whatever_was_done(client, world):
    assert contact(world).get(BACK).status_code == 404
    assert client.get(BACK.replace("unicef", "nobody")).status_code == 404
    client.get(BACK)
    with CaptureQueriesContext(connection) as counted:
        client.get(BACK)
    assert len(counted) == PAGE_QUERIES
    assert JoinRequest.objects.count() == 1
