"""A step taken back: the state before, the seat it gave, what was there before it; what was recorded since is never lost."""

import pytest

from tansiq.secretariat.record.domain.errors import AlreadyCorrected, MoveRefused
from tansiq.secretariat.record.domain.moves import standing_moves
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.domain.changing import correct_term, withdraw_term
from tansiq.secretariat.register.domain.decisions import answer_request, approve_request, decline, defer
from tansiq.secretariat.register.domain.errors import OutlivesSeat, RequestOpen, SeatChanged
from tansiq.secretariat.register.domain.membership import circulate, receive_request, withdraw
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.domain.taking_back import last_step, take_back_step
from tansiq.secretariat.register.enums import Answer, OfficeRole, SeatKind
from tansiq.secretariat.register.models import SeatTerm

DAY = "1 March 2018"


def hand(world):
    return {"by": world.cast.officer, "at": world.clock()}


def asked(world, on="September 2017"):
    return receive_request(group=world.group, organization=world.organizations["unicef"], requested_on=world.day(on), **hand(world))


def sent(world):
    made = asked(world)
    circulate(request=made, circulated_on=world.day("2 October 2017"), **hand(world))
    return made


@pytest.fixture
def request_(world):
    return sent(world)


def approved(world, request, **more):
    for who in ("escwa", "iom", "las"):
        said = {"answer": Answer.AGREES, "answered_on": world.day("15 January 2018")}
        answer_request(request=request, organization=world.organizations[who], **said, **hand(world))
    return approve_request(request=request, decided_on=world.day("20 January 2018"), **hand(world), **more)


def back(world, request, entry=None):
    step = last_step(request)
    take_back_step(request=request, entry=entry or step.move.entry_id, because="The wrong request.", **hand(world))


def count(world, known_at=LATEST):
    return ask("register.member_count", as_of=world.day(DAY).first_day, known_at=known_at, group="wgim").value


def test_take_back_an_approval_the_seat_goes_and_what_was_known_stays_known(world, request_):
    approved(world, request_)
    then = world.clock()
    assert count(world) == 6
    assert last_step(request_).seat.seat.organization.slug == "unicef"
    back(world, request_)
    assert request_.state == "circulated"
    assert (count(world), count(world, then)) == (5, 6)
    assert [(entry.code, entry.details.get().text) for entry in LogEntry.objects.order_by("-seq")[:2]] == [
        ("move.withdrawn", "The wrong request."), ("term.superseded", "The wrong request."),
    ]


def test_take_back_an_approval_then_approve_from_another_day(world, request_):
    approved(world, request_)
    back(world, request_)
    seat = approve_request(
        request=request_, decided_on=world.day("25 January 2018"), effective_on=world.day("1 April 2018"), **hand(world)
    )
    assert [term.begins.edtf for term in SeatTerm.objects.current().filter(seat=seat)] == ["2018-04-01"]
    assert count(world) == 5


def test_take_back_an_approval_that_made_an_observer_a_member_it_observes_again(world, request_):
    on = world.day("1 January 2016")
    seat = seat_organization(group=world.group, organization=world.organizations["unicef"], on=on, kind=SeatKind.OBSERVER, **hand(world))
    approved(world, request_)
    back(world, request_)
    [held] = SeatTerm.objects.current().filter(seat=seat)
    assert (held.kind, held.begins, held.ends) == (SeatKind.OBSERVER, on, None)


def test_take_back_an_approval_of_a_seat_recorded_before_leaves_the_seat(world, request_):
    seat_organization(group=world.group, organization=world.organizations["unicef"], on=world.day("1 February 2018"), **hand(world))
    approved(world, request_, effective_on=world.day("1 February 2018"))
    assert last_step(request_).seat is None
    back(world, request_)
    assert (request_.state, count(world)) == ("circulated", 6)


def test_take_back_is_refused_while_the_seat_says_something_else_since_and_not_once_it_is_taken_out(world, request_):
    seat = approved(world, request_)
    term = SeatTerm.objects.current().get(seat=seat)
    [changed] = correct_term(term=term, begins=world.day("1 February 2018"), ends=None, because="Letter.", changes={}, **hand(world))
    with pytest.raises(SeatChanged):
        back(world, request_)
    assert request_.state == "approved"
    withdraw_term(term=changed, because="Never sat.", **hand(world))
    back(world, request_)
    assert (request_.state, count(world)) == ("circulated", 5)


def test_take_back_is_refused_while_an_office_rests_on_the_seat_and_nothing_is_changed(world, request_):
    seat = approved(world, request_)
    take_office(seat=seat, role=OfficeRole.CO_CHAIR, on=world.day("1 March 2018"), **hand(world))
    entries = LogEntry.objects.count()
    with pytest.raises(OutlivesSeat):
        back(world, request_)
    assert (LogEntry.objects.count(), count(world)) == (entries, 6)


def test_take_back_of_another_step_than_the_last_is_refused(world, request_):
    seen = last_step(request_).move.entry_id
    defer(request=request_, decided_on=world.day("5 October 2017"), **hand(world))
    with pytest.raises(AlreadyCorrected):
        back(world, request_, seen)
    assert request_.state == "deferred"


def test_take_back_goes_step_by_step_but_never_before_the_first(world, request_):
    decline(request=request_, decided_on=world.day("5 October 2017"), **hand(world))
    back(world, request_)
    back(world, request_)
    assert (request_.state, last_step(request_)) == ("received", None)
    with pytest.raises(MoveRefused):
        back(world, request_, standing_moves(request_.ref).last().entry_id)


def test_take_back_the_end_of_a_request_beside_a_later_one_is_refused(world, request_):
    withdraw(request=request_, withdrawn_on=world.day("5 October 2017"), **hand(world))
    later = asked(world, "December 2017")
    with pytest.raises(RequestOpen):
        back(world, request_)
    withdraw(request=later, withdrawn_on=world.day("5 January 2018"), **hand(world))
    with pytest.raises(RequestOpen):
        back(world, request_)
    assert request_.state == "withdrawn"
