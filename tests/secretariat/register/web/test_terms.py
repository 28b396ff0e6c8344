"""The two questions on the web, for every kind of term; what somebody did meanwhile is shown instead of lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import LogEntry, Texts
from tansiq.secretariat.register.domain.relations import relate
from tansiq.secretariat.register.domain.terms_of_reference import adopt
from tansiq.secretariat.register.enums import RelationKind
from tansiq.secretariat.register.models import (
    ContactTerm,
    GroupName,
    Mechanism,
    OfficeTerm,
    OrganizationName,
    RelationTerm,
    SeatTerm,
    TermsOfReference,
)
from tests.cast import world as build
from tests.secretariat.register.web.signed_in import contact, officer, stranger

BASE = "/groups/wgim/terms/"
PAGE_QUERIES = 10


@pytest.fixture
def world(db):
    return build(names=True)


@pytest.fixture
def client(world):
    return officer(world)


def text_of(response):
    said = re.sub(r"<[^>]+>", " ", response.content.decode().replace("\u00a0", " "))
    return " ".join(said.split())


def name_fields(name, **more):
    fields = {
        column: getattr(name, column) or ""
        for column in ("long", "short", "acronym", "gender", "the", "to", "of_form", "definite", "verified", "note")
    }
    return fields | {"also": "", "misspelt": "", "because": "As the letter says."} | more


def seat(slug="fao"):
    return SeatTerm.objects.current().get(seat__organization__slug=slug)


def address(kind, term, question=""):
    return f"{BASE}{kind}/{term.slug}/" + (f"{question}/" if question else "")


def test_name_changed_on_a_day_keeps_the_days_before(client):
    name = GroupName.objects.get()
    said = name_fields(name, long="Working Group on International Migration", on="1 January 2020")
    assert client.post(address("group-name", name, "changed"), said).status_code == 302
    held = GroupName.objects.current().order_by("valid_from")
    assert [(each.long, each.begins, each.ends) for each in held] == [
        ("Working Group on Migration", None, parse("31 December 2019")),
        ("Working Group on International Migration", parse("1 January 2020"), None),
    ]
    page = text_of(client.get(address("group-name", held[1])))
    assert "What it said before Holds nobody knows since when Name in full Working Group on Migration" in page
    assert "As the letter says." in page


def test_name_recorded_wrongly_is_corrected_for_all_its_days(client):
    name = OrganizationName.objects.get(organization__slug="fao")
    fields = name_fields(name, long="Food and Agriculture Organization", misspelt="Food and Agricultural Organization\nFAO Org")
    assert client.post(address("organization-name", name, "wrong"), fields | {"begins": "", "ends": ""}).status_code == 302
    held = OrganizationName.objects.current().get(organization__slug="fao")
    assert (held.long, held.misspelt) == (
        "Food and Agriculture Organization", ["Food and Agricultural Organization", "FAO Org"],
    )


def test_seat_recorded_wrongly_gets_its_right_first_day(client):
    said = {"kind": "member", "represented_by": "", "begins": "September 2013", "ends": "", "because": "The minutes say so."}
    answer = client.post(address("seat", seat(), "wrong"), said)
    assert (answer.status_code, answer.url) == (302, address("seat", seat()))
    assert seat().begins == parse("September 2013")
    assert "What it said before Holds from 1 January 2015 on" in text_of(client.get(answer.url))


def test_seat_cannot_be_shortened_below_its_office(client):
    said = {"kind": "member", "represented_by": "", "begins": "2016", "ends": "", "because": "So."}
    refused = client.post(address("seat", seat("iom"), "wrong"), said)
    assert "An office or contact of the seat holds on days on which the seat would not." in text_of(refused)
    assert seat("iom").begins == parse("1 January 2015")


def test_seat_that_never_was_is_taken_out_and_stays_known(client):
    before = seat()
    said = {"kind": "member", "begins": "1 January 2015", "never": "on", "because": "Entered for another group."}
    assert client.post(address("seat", before, "wrong"), said).url == address("seat", before)
    assert not SeatTerm.objects.current().filter(seat=before.seat).exists()
    page = text_of(client.get(address("seat", before)))
    assert "officer@example.org changed this on" in page
    assert "Nothing: it was taken out." in page
    assert "Entered for another group." in page


def test_office_contact_and_relation_end(client, world):
    contact(world, "fao")
    relation = relate(
        group=world.group, kind=RelationKind.REPORTS_TO, to=Mechanism.objects.create(slug="rcm"), on=parse("2015"), by=world.cast.officer,
        at=world.clock(),
    )
    office, point = OfficeTerm.objects.current().get(office__seat__slug="wgim-iom"), ContactTerm.objects.get()
    for kind, term in (("office", office), ("contact", point), ("relation", relation)):
        assert client.post(address(kind, term, "ended"), {"on": "31 December 2017", "because": "Rotation."}).status_code == 302
    for model in (OfficeTerm, ContactTerm, RelationTerm):
        assert model.objects.current().filter(ends=parse("31 December 2017")).count() == 1


def test_terms_of_reference_change_in_three_languages(client, world):
    terms = adopt(
        terms=TermsOfReference(group=world.group, begins=parse("2015"), membership_rule=Texts({"en": "By letter."}, {"en": "p. 3"})),
        by=world.cast.officer, at=world.clock(),
    )
    form = client.get(address("terms-of-reference", terms, "changed")).content.decode()
    said = dict.fromkeys(re.findall(r'name="(\w+)"', form), "") | {
        "membership_rule_en": "By letter.", "membership_rule_fr": "Par lettre.", "decision_rule": "each_co_chair", "languages": "en\nfr",
        "on": "1 March 2018", "because": "Adopted.",
    }
    assert client.post(address("terms-of-reference", terms, "changed"), said).status_code == 302
    held = TermsOfReference.objects.current().get(valid_to=None)
    assert dict(held.membership_rule.by_language) == {"en": "By letter.", "fr": "Par lettre."}
    assert dict(held.membership_rule.verified) == {"en": "p. 3"}
    assert (held.languages, held.decision_rule) == (["en", "fr"], "each_co_chair")
    assert "Terms of reference" in text_of(client.get(BASE))


def test_two_officers_change_one_term_and_the_second_sees_what_the_first_did(client, world):
    second = officer(world, address="second@example.org")
    stale = seat()
    said = {"kind": "member", "represented_by": "", "begins": "2013", "ends": "", "because": "The minutes say so."}
    assert client.post(address("seat", stale, "wrong"), said).status_code == 302
    lost = second.post(address("seat", stale, "changed"), {"kind": "observer", "represented_by": "", "on": "2017", "because": "A letter."})
    assert lost.status_code == 409
    told = text_of(lost)
    assert "officer@example.org changed this on" in told
    assert "The minutes say so. What you entered was not recorded." in told
    assert "What the record says now Holds from 2013 on" in told
    assert seat().kind == "member"
    assert second.get(address("seat", stale, "changed")).status_code == 409


@pytest.mark.parametrize(
    ("question", "said", "tells"),
    [
        ("changed", {"kind": "member", "on": "2017", "because": "So."}, "The record says exactly this already"),
        ("changed", {"kind": "observer", "on": "2010", "because": "So."}, "The record does not allow this on that day."),
        ("changed", {"kind": "observer", "on": "2017"}, "Say why"),
        ("changed", {"kind": "observer", "on": "zzz", "because": "So."}, "cannot be read as a date"),
        ("ended", {"on": "2010", "because": "So."}, "It holds no seat on that day"),
        ("wrong", {"kind": "member", "begins": "2018", "ends": "2017", "because": "So."}, "The record does not allow this"),
    ],
)
def test_refused_answers_are_form_errors(client, question, said, tells):
    before = LogEntry.objects.count()
    refused = client.post(address("seat", seat(), question), said)
    assert refused.status_code == 422
    assert tells in text_of(refused)
    assert LogEntry.objects.count() == before


def test_others_read_or_learn_nothing_and_change_nothing(client, world):
    here = address("seat", seat())
    reader, others = contact(world, "fao"), [stranger(world), officer(world, "tfym", "other@example.org")]
    assert "The secretariat of the group can change it." in text_of(reader.get(here))
    for other in [reader, *others]:
        assert [other.post(f"{here}{question}/", {}).status_code for question in ("changed", "ended", "wrong")] == [404] * 3
    for other in others:
        assert [other.get(place).status_code for place in (here, BASE, f"{BASE}none/none/")] == [404] * 3
    assert others[1].get(here.replace("wgim/", "tfym/", 1)).status_code == 404


def test_page_asks_a_constant_number_of_queries(client):
    for _turn in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(address("seat", seat()))
        assert len(asked) == PAGE_QUERIES
        said = {"kind": "member", "begins": "2013", "ends": "", "because": "So."}
        client.post(address("seat", seat(), "wrong"), said)
