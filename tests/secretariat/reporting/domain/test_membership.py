"""The opening of a report follows the register: chairs, objectives, requests, members."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.engines.press.tree import text_of
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.register.domain.decisions import decide_request
from tansiq.secretariat.register.domain.membership import note_interest
from tansiq.secretariat.register.domain.questions import requests
from tansiq.secretariat.register.domain.seats import end_seat
from tansiq.secretariat.register.enums import Choice
from tansiq.secretariat.register.models import Group, JoinRequest, Organization, OrganizationName, Seat
from tansiq.secretariat.reporting.domain.blocks import Section
from tansiq.secretariat.reporting.domain.membership import co_chair_refs, tell_membership, waiting_co_chairs
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period
from tests.example import DAY, LATER


def lens(day=DAY):
    return Lens(group="wgim", as_of=day, known_at=LATER.replace(year=2027), language="en")


def told(day=DAY, period=None):
    section = Section(lens(day), "achievements")
    tell_membership(section, period or Period(date(2016, 12, 15), day))
    [paragraph] = section.blocks
    [note] = section.notes
    return text_of(paragraph.inlines).replace("\u00a0", " "), text_of(note.blocks[0].inlines).replace("\u00a0", " ")


def decide(organization, choice=Choice.APPROVE, on="4 December 2017", **more):
    return decide_request(
        request=JoinRequest.objects.get(slug="wgim-unicef"), organization=Organization.objects.get(slug=organization), choice=choice,
        answered_on=parse(on), by=worker_actor(on_behalf_of=organization), at=LATER, **more,
    )


def test_membership_names_chairs_aims_and_the_request(example):
    text, note = told()
    assert "co-chaired by the League of Arab States (LAS), the International Organization for Migration (IOM) and the" in text
    assert "was established to coordinate the work programmes of regional actors" in text
    assert "United Nations Children’s Fund (UNICEF) in September 2017; if the co-chairs approve it, the membership will rise" in text
    assert "from 16 to 17 organizations." in text
    assert note.startswith("As of November 2017, the members of the Working Group are: Food and Agriculture Organization (FAO), ")


def test_membership_after_approval_counts_seventeen(example):
    for organization in ("escwa", "iom", "las"):
        decide(organization, effective_on=parse("1 February 2018"))
    text, note = told(date(2018, 3, 1), Period(date(2017, 1, 1), date(2018, 3, 1)))
    assert "to join was approved on 4 December 2017, with effect from 1 February 2018." in text
    assert "The United Nations Children’s Fund (UNICEF) joined the Working Group on 1 February 2018." in text
    assert "It has 17 members." in text
    assert "United Nations Children’s Fund (UNICEF)" in note


def test_membership_as_of_before_the_approval_does_not_know_it(example):
    before = told()
    for organization in ("escwa", "iom", "las"):
        decide(organization)
    assert told() == before


def test_membership_after_a_decline_says_so(example):
    decide("iom", Choice.DECLINE)
    assert "to join was declined on 4 December 2017." in told(date(2018, 1, 1), Period(date(2017, 1, 1), date(2018, 1, 1)))[0]


def test_membership_interest_without_a_letter_is_told_apart(example):
    note_interest(
        group=Group.objects.get(slug="wgim"), organization=Organization.objects.get(slug="un-secretariat"),
        noted_on=parse("May 2017"), by=worker_actor(), at=LATER,
    )
    assert "Interest in joining was also expressed by the United Nations Secretariat" in told()[0]


def test_membership_seat_given_up_leaves_the_note(example):
    end_seat(seat=Seat.objects.get(slug="wgim-who"), ends=parse("June 2017"), by=worker_actor(), at=LATER, because="letter of June")
    text, note = told()
    assert "from 15 to 16 organizations" in text
    assert "The World Health Organization (WHO) left the Working Group in June 2017." in text
    assert "World Health Organization" not in note


def test_membership_approved_before_its_effect_says_from_when(example):
    for organization in ("escwa", "iom", "las"):
        decide(organization, effective_on=parse("1 February 2018"))
    text, _note = told(date(2017, 12, 31), Period(date(2017, 1, 1), date(2018, 1, 1)))
    assert "was approved on 4 December 2017, with effect from 1 February 2018. It has 16 members." in text


def test_membership_name_without_acronym_is_not_printed_twice(example):
    for term in OrganizationName.objects.filter(organization__slug="unicef", language="en"):
        supersede(term=term, with_=[corrected(term, acronym="", short="")], by=worker_actor(), at=LATER, because="none is used")
    assert "received from the United Nations Children’s Fund in September 2017" in told()[0]


def test_waiting_co_chairs_are_those_without_an_answer(example):
    decide("iom", on="13 November 2017")
    seen = lens()
    [request] = requests("wgim", DAY, LATER.replace(year=2027))
    assert waiting_co_chairs(seen, request) == ["register/organization/escwa", "register/organization/las"]
    assert co_chair_refs(seen) == [f"register/organization/{slug}" for slug in ("las", "iom", "escwa")]
