"""Seats, offices and contacts on the web: each act, what is not possible now, who may not, and constant queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.models import ContactTerm, OfficeTerm, Person, SeatTerm
from tests.cast import organization
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer, stranger

LIST = "/groups/wgim/seats/"
FAO = f"{LIST}wgim-fao/"
LIST_QUERIES = 8
PAGE_QUERIES = 9


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


def text_of(response):
    said = re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " "))
    return " ".join(said.split())


def seat_terms(slug):
    return [(term.kind, term.begins, term.ends) for term in SeatTerm.objects.current().filter(seat__slug=slug).order_by("valid_from")]


def test_seat_is_added_with_or_without_a_known_day(client):
    made = client.post(f"{LIST}new/add/", {"organization": "unicef", "kind": "observer", "on": "", "because": "From the list."})
    assert made.headers["Location"] == f"{LIST}wgim-unicef/"
    assert seat_terms("wgim-unicef") == [("observer", None, None)]
    refused = client.post(f"{LIST}new/add/", {"organization": "fao", "kind": "member", "on": "2016"})
    assert "It sits in the group in this capacity on that day already." in text_of(refused)


def test_seat_ends_with_its_contacts(client, world):
    contact(world, "fao")
    assert client.post(f"{FAO}end/", {"on": "31 December 2016", "because": "It left."}).status_code == 302
    assert seat_terms("wgim-fao")[0][2] == parse("31 December 2016")
    assert ContactTerm.objects.current().get().ends == parse("31 December 2016")
    page = client.get(FAO)
    assert "not held today" in text_of(page)
    assert f"{LIST}new/add/?organization=fao" in page.content.decode()
    assert client.post(f"{FAO}end/", {"on": "2017"}).status_code == 409


def test_member_becomes_observer_and_back_with_the_term_split(client):
    assert client.post(f"{FAO}observer/", {"on": "1 January 2017"}).status_code == 302
    page = client.get(FAO)
    assert "An observer holds no office; made a member, it can." in text_of(page)
    assert f"{FAO}take/" not in page.content.decode()
    assert client.post(f"{FAO}take/", {"role": "lead", "on": "2018"}).status_code == 409
    assert client.post(f"{FAO}member/", {"on": "1 January 2018"}).status_code == 302
    assert [kind for kind, _begins, _ends in seat_terms("wgim-fao")] == ["member", "observer", "member"]


def test_office_is_taken_left_and_handed_over(client):
    assert client.post(f"{FAO}take/", {"role": "rapporteur", "on": "1 March 2016"}).status_code == 302
    refused = client.post(f"{LIST}wgim-iom/rotate/", {"role": "co_chair", "to": "", "on": "2017"})
    assert refused.status_code == 422
    assert client.post(f"{LIST}wgim-iom/rotate/", {"role": "co_chair", "to": "fao", "on": "1 January 2017"}).status_code == 302
    assert client.post(f"{FAO}leave/", {"role": "rapporteur", "on": "31 December 2016", "because": "Co-chairs."}).status_code == 302
    held = {term.office.slug: (term.begins, term.ends) for term in OfficeTerm.objects.current().filter(office__seat__slug="wgim-fao")}
    assert held == {
        "wgim-fao-rapporteur": (parse("1 March 2016"), parse("31 December 2016")), "wgim-fao-co-chair": (parse("1 January 2017"), None),
    }
    assert client.post(f"{LIST}wgim-ilo/leave/", {"role": "lead", "on": "2017"}).status_code == 409


def test_office_left_before_it_was_taken_is_refused_beside_the_day(client):
    refused = client.post(f"{LIST}wgim-iom/leave/", {"role": "co_chair", "on": "2014"})
    assert "The seat does not hold this office on that day." in text_of(refused)
    assert 'aria-describedby="id_on_error"' in refused.content.decode()


def test_contact_is_named_confirmed_replaced_and_dismissed(client):
    who = {"role": "focal_point", "name": "F. Point", "title": "", "email": "f@example.org", "telephone": "", "on": "1 May 2016"}
    assert client.post(f"{FAO}contact/", who).status_code == 302
    slug = "wgim-fao-focal-point-1"
    assert "never confirmed" in text_of(client.get(FAO))
    assert client.post(f"/groups/wgim/contacts/{slug}/confirm/", {"on": "1 November 2024"}).status_code == 302
    assert "confirmed 1 Nov 2024" in text_of(client.get(FAO))
    new = {"name": "S. Second", "on": "5 November 2024", "because": "New post."}
    assert client.post(f"/groups/wgim/contacts/{slug}/replace/", new).status_code == 302
    assert client.post(f"/groups/wgim/contacts/{slug}/confirm/", {"on": "10 November 2024"}).status_code == 409
    assert client.post("/groups/wgim/contacts/wgim-fao-focal-point-2/dismiss/", {"on": "10 November 2024"}).status_code == 302
    assert [str(term.ends) for term in ContactTerm.objects.current().filter(contact__slug="wgim-fao-focal-point-2")] == ["2024-11-10"]
    assert Person.objects.filter(name__in=["F. Point", "S. Second"]).count() == 2


def test_reasons_of_a_contact_stand_in_its_history(client):
    who = {"role": "focal_point", "name": "F. Point", "on": "1 May 2016", "because": "Its letter names her."}
    slug = "wgim-fao-focal-point-1"
    assert client.post(f"{FAO}contact/", who).status_code == 302
    assert client.post(f"/groups/wgim/contacts/{slug}/confirm/", {"on": "1 November 2024", "because": "She answered."}).status_code == 302
    new = {"name": "S. Second", "on": "5 November 2024", "because": "New post."}
    assert client.post(f"/groups/wgim/contacts/{slug}/replace/", new).status_code == 302
    told = text_of(client.get("/groups/wgim/history/seat/wgim-fao/"))
    assert [told.count(reason) for reason in ("Its letter names her.", "She answered.", "New post.")] == [1, 1, 2]


def test_refused_contact_leaves_no_person_behind(client):
    before = Person.objects.count()
    refused = client.post(f"{FAO}contact/", {"role": "head", "name": "F. Point", "on": "2010"})
    assert "It holds no seat on that day that allows this." in text_of(refused)
    assert Person.objects.count() == before


def test_list_shows_the_day_and_what_is_to_be_confirmed(client, world):
    contact(world, "fao")
    said = text_of(client.get(f"{LIST}?as-of=2017-11-15"))
    assert "FAO Organization fao member 1 Jan 2015 1 never" in said
    assert "No organization holds a seat on this day." in text_of(client.get(f"{LIST}?as-of=2014"))
    assert "No organization holds a seat" in text_of(client.get(f"{LIST}?as-of=2017&known-at=2025"))


def test_others_read_or_learn_nothing_and_change_nothing(client, world):
    reader = contact(world, "iom")
    assert "End the seat" not in text_of(reader.get(FAO))
    before = LogEntry.objects.count()
    acts = ["end", "member", "observer", "take", "leave", "rotate", "contact"]
    others = [stranger(world), officer(world, "tfym", "other@example.org")]
    before = LogEntry.objects.count()
    for other in [reader, *others]:
        assert [other.post(f"{FAO}{act}/", {"on": "2017"}).status_code for act in acts] == [404] * len(acts)
        assert other.post(f"{LIST}new/add/", {}).status_code == 404
        assert other.post("/groups/wgim/contacts/wgim-iom-focal-point-1/dismiss/", {"on": "2017"}).status_code == 404
    for other in others:
        assert [other.get(address).status_code for address in (LIST, FAO, f"{LIST}none/")] == [404] * 3
    assert others[1].get("/groups/tfym/seats/wgim-fao/").status_code == 404
    assert LogEntry.objects.count() == before


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("rows", [1, 40])
def test_pages_ask_a_constant_number_of_queries(client, world, rows):
    for number in range(rows - 1):
        world.organizations[f"org-{number}"] = organization(f"org-{number}")
        world.seat(f"org-{number}")
    assert queries(client, LIST) == LIST_QUERIES
    assert queries(client, FAO) == PAGE_QUERIES
    assert len(client.get(LIST).content) < 60_000
