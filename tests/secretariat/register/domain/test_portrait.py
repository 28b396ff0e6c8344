"""A group on a day, whole, and the list of groups."""

from datetime import date

import pytest

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.decisions import answer_request
from tansiq.secretariat.register.domain.membership import circulate, note_interest, receive_request
from tansiq.secretariat.register.domain.portrait import groups, portrait
from tansiq.secretariat.register.domain.questions import LATEST, answers_of
from tansiq.secretariat.register.domain.relations import relate
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.domain.terms_of_reference import adopt, state_objective
from tansiq.secretariat.register.enums import Answer, RelationKind, SeatKind
from tansiq.secretariat.register.models import Group, JoinRequest, Mechanism, TermsOfReference
from tests.cast import organization

DAY = date(2017, 11, 15)
QUERIES = 1
GROUPS_QUERIES = 3


def seen(day=DAY, known_at=LATEST):
    return portrait(group="wgim", as_of=day, known_at=known_at)


def asked(world, slug, on="September 2017"):
    request = receive_request(
        group=world.group, organization=world.organizations[slug], requested_on=world.day(on), by=world.cast.officer, at=world.clock()
    )
    circulate(request=request, circulated_on=world.day("2 October 2017"), by=world.cast.officer, at=world.clock())
    return request


def test_portrait_counts_members_co_chairs_and_who_would_join(world):
    seat_organization(
        group=world.group, organization=organization("eca"), kind=SeatKind.OBSERVER, on=None, by=world.cast.officer, at=world.clock()
    )
    asked(world, "unicef")
    found = seen()
    assert [seat.organization for seat in found.members] == ["escwa", "fao", "ilo", "iom", "las"]
    assert [seat.organization for seat in found.co_chairs] == ["escwa", "iom", "las"]
    assert len(found.seats) == 6
    assert [request.organization for request in found.if_approved] == ["unicef"]
    assert found.group == "register/group/wgim"


def test_portrait_interest_and_the_request_of_a_member_count_for_nothing(world):
    world.organizations["who"] = organization("who")
    note_interest(
        group=world.group, organization=world.organizations["who"], noted_on=world.day("May 2017"), by=world.cast.officer, at=world.clock()
    )
    asked(world, "unicef")
    seat_organization(
        group=world.group, organization=world.organizations["unicef"], on=world.day("1 November 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    assert [request.held.organization for request in seen().requests] == ["who", "unicef"]
    assert seen().if_approved == []


def test_portrait_answers_are_those_of_the_question_about_one_request(world):
    request = asked(world, "unicef")
    answer_request(
        request=request, organization=world.organizations["iom"], answer=Answer.AGREES, answered_on=world.day("4 October 2017"),
        by=world.cast.officer, at=world.clock(),
    )
    for day in (date(2017, 10, 1), date(2017, 10, 3), DAY):
        expected = [(each.organization, each.answer) for each in answers_of(JoinRequest.objects.get(), day, LATEST)]
        found = [(slug, answer.answer if answer else "") for one in seen(day).requests for slug, answer in one.answers]
        assert found == expected
    assert seen().requests[0].given == 1


def test_portrait_mechanism_mandate_and_objectives_of_the_day(world):
    hand = {"by": world.cast.officer, "at": world.clock()}
    mechanism = Mechanism.objects.create(slug="rcm")
    relate(group=world.group, kind=RelationKind.REPORTS_TO, to=mechanism, on=world.day("2016"), **hand)
    adopt(terms=TermsOfReference(group=world.group, membership_rule=Texts({"en": "by letter"})), **hand)
    state_objective(group=world.group, position=1, text=Texts({"en": "coordinate"}), on=None, **hand)
    found = seen()
    assert (found.mechanism, found.mandate, found.mechanism_mandate) == ("register/mechanism/rcm", "", "")
    assert found.terms is not None
    assert [objective.text["en"] for objective in found.objectives] == ["coordinate"]
    assert seen(date(2015, 12, 31)).mechanism == ""


def test_portrait_of_a_group_that_is_not_there_is_refused(world):
    with pytest.raises(UnknownReference, match="no group 'nowhere'"):
        portrait(group="nowhere", as_of=DAY, known_at=LATEST)


def test_portrait_takes_the_same_queries_for_1_and_20_seats_and_requests(world, django_assert_num_queries):
    asked(world, "unicef")
    with django_assert_num_queries(QUERIES):
        seen()
    for number in range(20):
        world.seat(f"more-{number}")
        world.organizations[f"applicant-{number}"] = organization(f"applicant-{number}")
        asked(world, f"applicant-{number}")
    with django_assert_num_queries(QUERIES):
        found = seen()
    assert (len(found.seats), len(found.requests)) == (25, 21)


def test_groups_come_with_their_mechanism_and_members_in_the_same_queries(world, django_assert_num_queries):
    relate(
        group=world.group, kind=RelationKind.REPORTS_TO, to=Mechanism.objects.create(slug="rcm"), on=None, by=world.cast.officer,
        at=world.clock(),
    )
    with django_assert_num_queries(GROUPS_QUERIES):
        found, names = groups(as_of=DAY, known_at=LATEST, among=["wgim"])
    assert [(each.slug, each.mechanism, each.members) for each in found] == [("wgim", "register/mechanism/rcm", 5)]
    assert (names.as_of, names.known_at) == (DAY, LATEST)
    for number in range(20):
        Group.objects.create(slug=f"more-{number:02}")
    slugs = ["wgim", *(f"more-{number:02}" for number in range(20))]
    with django_assert_num_queries(GROUPS_QUERIES):
        found, _names = groups(as_of=PartialDate.year(2014).end, known_at=LATEST, among=slugs)
    assert [each.members for each in found] == [0] * 21
