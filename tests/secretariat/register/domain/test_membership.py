"""Requests to join until they are before the co-chairs, and what is refused on the way."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.models import LogEntry, Move
from tansiq.secretariat.register.domain.errors import AlreadyMember, NotACoChair, RequestOpen
from tansiq.secretariat.register.domain.membership import circulate, note_interest, receive_request, withdraw
from tansiq.secretariat.register.domain.questions import LATEST, open_requests
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization
from tansiq.secretariat.register.enums import SeatKind
from tests.cast import organization


def received(world, on="September 2017", who="unicef", by=None):
    return receive_request(
        group=world.group, organization=world.organizations[who], requested_on=world.day(on), by=by or world.cast.officer, at=world.clock()
    )


def test_receive_request_first_takes_the_slug_of_group_and_organization(world):
    request = received(world)
    assert (request.slug, request.state) == ("wgim-unicef", "received")
    [held] = open_requests("wgim", date(2017, 9, 30), LATEST)
    assert (held.organization, held.state_then, held.received_on.edtf, held.circulated_on) == ("unicef", "received", "2017-09", None)


def test_receive_request_in_a_month_is_certain_from_its_last_day(world):
    received(world)
    assert open_requests("wgim", date(2017, 9, 29), LATEST) == []


def test_receive_request_second_while_open_is_refused(world):
    received(world)
    with pytest.raises(RequestOpen) as refused:
        received(world, "October 2017")
    assert str(refused.value) == "register/join-request/wgim-unicef is open (received); decide or withdraw it first."


def test_receive_request_after_a_withdrawal_is_a_second_request(world):
    withdraw(request=received(world), withdrawn_on=world.day("5 October 2017"), by=world.cast.applicant, at=world.clock())
    assert received(world, "1 November 2017").slug == "wgim-unicef-2"


@pytest.mark.parametrize("on", ["1 October 2017", "5 October 2017", "August 2017"])
def test_receive_request_dated_when_an_earlier_one_was_open_is_refused(world, on):
    withdraw(request=received(world), withdrawn_on=world.day("5 October 2017"), by=world.cast.applicant, at=world.clock())
    before = LogEntry.objects.count()
    asked = {"group": world.group, "organization": world.organizations["unicef"], "by": world.cast.officer, "at": world.clock()}
    with pytest.raises(RequestOpen) as refused:
        received(world, on)
    with pytest.raises(RequestOpen):
        note_interest(noted_on=world.day(on), **asked)
    assert str(refused.value) == (
        "register/join-request/wgim-unicef was open until it was withdrawn on 5 October 2017; a new request must be of a later day than"
        f" that, not of {on}."
    )
    assert LogEntry.objects.count() == before


def test_receive_request_of_a_sitting_member_is_refused(world):
    with pytest.raises(AlreadyMember) as refused:
        received(world, who="fao")
    assert str(refused.value) == "fao is a member of wgim from 1 January 2015; it need not ask."
    assert Move.objects.count() == 0


def test_receive_request_dated_before_a_seat_that_is_recorded_is_taken(world):
    world.seat("unicef", "1 January 2018")
    assert received(world).state == "received"


def test_receive_request_of_a_former_member_is_taken(world):
    end_seat(seat=world.seats["fao"], ends=world.day("31 December 2016"), by=world.cast.officer, at=world.clock(), because="left")
    assert received(world, who="fao").state == "received"


def test_receive_request_of_an_observer_is_taken(world):
    who = world.organizations["unicef"]
    seat_organization(group=world.group, organization=who, kind=SeatKind.OBSERVER, on=None, by=world.cast.officer, at=world.clock())
    assert received(world).state == "received"


def test_receive_request_still_to_come_is_refused_and_leaves_nothing(world):
    before = LogEntry.objects.count()
    with pytest.raises(MoveRefused):
        received(world, "September 2030")
    assert open_requests("wgim", date.max, LATEST) == []
    assert LogEntry.objects.count() == before


@pytest.mark.parametrize("who", ["stranger", "focal_point", "mechanism_secretariat"])
def test_receive_request_by_somebody_else_is_refused(world, who):
    with pytest.raises(MoveRefused):
        received(world, by=getattr(world.cast, who))


def test_receive_request_by_the_applicant_is_taken(world):
    assert received(world, by=world.cast.applicant).state == "received"


def test_note_interest_then_letter_is_one_request(world):
    noted = note_interest(
        group=world.group, organization=world.organizations["unicef"], noted_on=world.day("June 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    assert noted.state == "interest"
    request = received(world)
    assert (request.pk, request.state) == (noted.pk, "received")
    assert [held.state_then for held in open_requests("wgim", date(2017, 7, 1), LATEST)] == ["interest"]


def test_note_interest_while_a_request_is_open_is_refused(world):
    received(world)
    with pytest.raises(RequestOpen):
        note_interest(
            group=world.group, organization=world.organizations["unicef"], noted_on=world.day("June 2017"), by=world.cast.officer,
            at=world.clock(),
        )


def test_receive_request_keeps_who_signed_out_of_the_log(world):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"), signatory="A Person",
        by=world.cast.officer, at=world.clock(),
    )
    request.refresh_from_db()
    assert request.signatory == "A Person"
    assert not LogEntry.objects.filter(parameters__icontains="A Person").exists()


def test_circulate_before_the_letter_came_is_refused(world):
    with pytest.raises(MoveRefused):
        circulate(request=received(world), circulated_on=world.day("August 2017"), by=world.cast.officer, at=world.clock())


def test_circulate_on_behalf_of_an_organization_that_is_no_co_chair_is_refused(world):
    with pytest.raises(NotACoChair) as refused:
        circulate(request=received(world), circulated_on=world.day("2 October 2017"), by=world.cast.focal_point, at=world.clock())
    assert str(refused.value) == "fao was no co-chair of wgim on 2 October 2017; the co-chairs were: escwa, iom, las."


def test_circulate_by_a_co_chair_is_noted(world):
    request = received(world)
    circulate(request=request, circulated_on=world.day("2 October 2017"), by=world.cast.co_chair, at=world.clock())
    assert request.state == "circulated"


def test_withdraw_by_another_organization_is_refused(world):
    with pytest.raises(MoveRefused):
        withdraw(request=received(world), withdrawn_on=world.day("5 October 2017"), by=world.cast.co_chair, at=world.clock())


def test_requests_slug_that_another_thing_has_is_passed_over(world):
    other = organization("unicef-2")
    world.organizations["unicef-2"] = other
    assert received(world, who="unicef-2").slug == "wgim-unicef-2"
    withdraw(request=received(world), withdrawn_on=world.day("5 October 2017"), by=world.cast.officer, at=world.clock())
    assert received(world, "1 November 2017").slug == "wgim-unicef-3"
