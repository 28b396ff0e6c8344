"""What the co-chairs decide: answers in any order, refusals, rotation in between, effect at a later day."""

from datetime import date, timedelta

import pytest

from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.facts import ask
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.domain.decisions import answer_request, approve_request, decide_request, decline, defer
from tansiq.secretariat.register.domain.errors import AlreadyMember, EffectTooEarly, NotACoChair, NotEveryCoChair, NotForThisActor
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.offices import rotate
from tansiq.secretariat.register.domain.questions import LATEST, answers_of, members
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import Answer, Choice, OfficeRole, SeatKind
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest


@pytest.fixture
def request_(world):
    """A request before the co-chairs since 2 October 2017."""
    made = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    circulate(request=made, circulated_on=world.day("2 October 2017"), by=world.cast.officer, at=world.clock())
    return made


def answered(world, request, who, on, answer=Answer.AGREES, by=None):
    return answer_request(
        request=request, organization=world.organizations[who], answer=answer, answered_on=world.day(on), by=by or world.cast.officer,
        at=world.clock(),
    )


def decided(world, request, who, on, choice=Choice.APPROVE, **more):
    return decide_request(
        request=request, organization=world.organizations[who], choice=choice, answered_on=world.day(on), by=world.cast.officer,
        at=world.clock(), **more,
    )


def approved(world, request, on="20 January 2018", **more):
    return approve_request(request=request, decided_on=world.day(on), by=world.cast.officer, at=world.clock(), **more)


def all_agree(world, request, on="15 January 2018"):
    for who in ("escwa", "iom", "las"):
        answered(world, request, who, on)


def value(key, day, **params):
    return ask(f"register.{key}", as_of=day, known_at=LATEST, group="wgim", **params).value


def test_approve_request_with_effect_later_keeps_the_past_as_it_was(world, request_):
    all_agree(world, request_)
    seat = approved(world, request_, effective_on=world.day("1 February 2018"))
    assert seat.slug == "wgim-unicef"
    november, january, march = date(2017, 11, 15), date(2018, 1, 31), date(2018, 3, 1)
    assert (value("member_count", november), value("member_count_if_approved", november)) == (5, 6)
    assert (value("member_count", january), value("request_state", january, organization="unicef")) == (5, "approved")
    assert (value("member_count", march), value("member_count_if_approved", march)) == (6, 6)
    assert value("request_state", november, organization="unicef") == "circulated"


def test_approve_request_without_a_day_of_effect_seats_from_the_decision(world, request_):
    all_agree(world, request_)
    approved(world, request_, "January 2018")
    assert [len(members("wgim", day, LATEST)) for day in (date(2018, 1, 30), date(2018, 1, 31))] == [5, 6]


def test_approve_request_without_every_co_chair_is_refused_and_changes_nothing(world, request_):
    answered(world, request_, "iom", "3 October 2017")
    answered(world, request_, "las", "4 October 2017", Answer.OBJECTS)
    before = LogEntry.objects.count()
    with pytest.raises(NotEveryCoChair) as refused:
        approved(world, request_)
    assert str(refused.value) == (
        "register/join-request/wgim-unicef: not every co-chair had agreed by 20 January 2018: escwa (no answer), las (objects)."
    )
    assert LogEntry.objects.count() == before
    assert JoinRequest.objects.get().state == "circulated"


def test_approve_request_dated_before_the_last_answer_is_refused(world, request_):
    all_agree(world, request_, "15 January 2018")
    with pytest.raises(NotEveryCoChair):
        approved(world, request_, "14 January 2018")


def test_approve_request_with_effect_before_the_decision_is_refused(world, request_):
    all_agree(world, request_)
    with pytest.raises(EffectTooEarly) as refused:
        approved(world, request_, effective_on=world.day("1 January 2018"))
    assert str(refused.value) == (
        "register/join-request/wgim-unicef: decided on 20 January 2018, it cannot take effect earlier (1 January 2018)."
    )


def test_approve_request_of_one_that_sits_meanwhile_is_refused(world, request_):
    all_agree(world, request_)
    world.seat("unicef", "1 December 2017")
    with pytest.raises(AlreadyMember):
        approved(world, request_)
    assert JoinRequest.objects.get().state == "circulated"


def test_approve_request_finds_the_seat_that_was_recorded_for_that_day(world, request_):
    all_agree(world, request_)
    seat = world.seat("unicef", "1 February 2018")
    assert approved(world, request_, effective_on=world.day("1 February 2018")) == seat


def test_approve_request_of_an_observer_makes_it_a_member_in_the_same_seat(world, request_):
    who = world.organizations["unicef"]
    seat = seat_organization(
        group=world.group, organization=who, kind=SeatKind.OBSERVER, on=world.day("2016"), by=world.cast.officer, at=world.clock()
    )
    all_agree(world, request_)
    assert approved(world, request_) == seat
    [held] = [each for each in members("wgim", date(2018, 2, 1), LATEST) if each.organization == "unicef"]
    assert held.since.edtf == "2016"


def test_approve_request_of_a_group_without_co_chairs_is_refused(world):
    lonely = type(world.group).objects.create(slug="lonely")
    request = receive_request(
        group=lonely, organization=world.organizations["unicef"], requested_on=world.day("2016"), by=world.cast.officer, at=world.clock()
    )
    circulate(request=request, circulated_on=world.day("1 March 2017"), by=world.cast.officer, at=world.clock())
    with pytest.raises(NotEveryCoChair) as refused:
        approved(world, request)
    assert str(refused.value) == (
        "register/join-request/lonely-unicef: lonely had no co-chair when it was circulated (1 March 2017); record who was."
    )


def test_approve_request_on_behalf_of_a_member_that_was_not_asked_is_refused(world, request_):
    all_agree(world, request_)
    with pytest.raises(NotACoChair):
        approve_request(request=request_, decided_on=world.day("20 January 2018"), by=world.cast.focal_point, at=world.clock())


@pytest.mark.parametrize("who", ["applicant", "stranger"])
def test_approve_request_by_the_applicant_or_a_stranger_is_refused(world, request_, who):
    all_agree(world, request_)
    with pytest.raises((MoveRefused, NotACoChair)):
        approve_request(request=request_, decided_on=world.day("20 January 2018"), by=getattr(world.cast, who), at=world.clock())


def test_answers_are_due_from_the_co_chairs_of_the_day_of_circulation(world, request_):
    rotate(
        leaving=world.seats["las"], taking=world.seats["fao"], role=OfficeRole.CO_CHAIR, on=world.day("1 January 2018"),
        by=world.cast.officer, at=world.clock(),
    )
    with pytest.raises(NotACoChair):
        answered(world, request_, "fao", "15 January 2018")
    all_agree(world, request_)
    assert approved(world, request_).slug == "wgim-unicef"


def test_decide_request_in_any_order_is_decided_on_the_latest_day(world, request_):
    assert decided(world, request_, "iom", "5 January 2018").waiting == ("escwa", "las")
    assert decided(world, request_, "las", "10 January 2018").waiting == ("escwa",)
    outcome = decided(world, request_, "escwa", "3 January 2018")
    assert (outcome.state, outcome.waiting, outcome.seat.slug) == ("approved", (), "wgim-unicef")
    assert [value("member_count", day) for day in (date(2018, 1, 9), date(2018, 1, 10))] == [5, 6]


def test_decide_request_with_a_day_of_effect_seats_from_then(world, request_):
    for who in ("iom", "las"):
        decided(world, request_, who, "5 January 2018")
    decided(world, request_, "escwa", "6 January 2018", effective_on=world.day("1 February 2018"))
    assert [value("member_count", day) for day in (date(2018, 1, 31), date(2018, 2, 1))] == [5, 6]


@pytest.mark.parametrize(
    ("effects", "begins"),
    [
        (("1 February 2018", None, None), date(2018, 2, 1)),
        (("1 February 2018", "1 March 2018", None), date(2018, 3, 1)),
        (("1 March 2018", None, "1 February 2018"), date(2018, 2, 1)),
        ((None, None, None), date(2018, 1, 6)),
    ],
)
def test_decide_request_keeps_the_day_of_effect_that_an_earlier_answer_gave(world, request_, effects, begins):
    for who, effect in zip(("iom", "las", "escwa"), effects, strict=True):
        decided(world, request_, who, "6 January 2018", effective_on=world.day(effect) if effect else None)
    assert [value("member_count", day) for day in (begins - timedelta(days=1), begins)] == [5, 6]


def test_decide_request_answered_again_drops_the_day_of_effect_it_gave_before(world, request_):
    decided(world, request_, "iom", "6 January 2018", effective_on=world.day("1 February 2018"))
    for who in ("iom", "las", "escwa"):
        decided(world, request_, who, "7 January 2018")
    assert [value("member_count", day) for day in (date(2018, 1, 6), date(2018, 1, 7))] == [5, 6]


@pytest.mark.parametrize(("on", "effect"), [("10 February 2018", None), ("6 January 2018", "5 January 2018")])
def test_decide_request_that_makes_the_effect_too_early_is_refused_and_writes_nothing(world, request_, on, effect):
    decided(world, request_, "iom", "6 January 2018", effective_on=world.day("1 February 2018"))
    before = LogEntry.objects.count()
    with pytest.raises(EffectTooEarly):
        decided(world, request_, "las", on, effective_on=world.day(effect) if effect else None)
    assert (LogEntry.objects.count(), CoChairAnswer.objects.count()) == (before, 1)
    decided(world, request_, "las", "10 February 2018", effective_on=world.day("1 March 2018"))


def test_decide_request_not_yet_circulated_counts_as_circulated_with_the_first_answer(world):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    assert decided(world, request, "iom", "5 October 2017").state == "circulated"
    assert value("request_state", date(2017, 10, 4), organization="unicef") == "received"
    assert value("co_chairs_waiting", date(2017, 10, 5), organization="unicef") == ["escwa", "las"]


def test_decide_request_declined_by_one_is_declined(world, request_):
    decided(world, request_, "iom", "5 January 2018")
    outcome = decided(world, request_, "las", "6 January 2018", Choice.DECLINE)
    assert (outcome.state, outcome.waiting, outcome.seat) == ("declined", ("escwa",), None)
    assert value("member_count_if_approved", date(2018, 2, 1)) == 5


def test_decide_request_deferred_is_pending_still_and_can_be_circulated_again(world, request_):
    decided(world, request_, "iom", "5 January 2018")
    assert decided(world, request_, "las", "6 January 2018", Choice.DEFER).state == "deferred"
    assert value("member_count_if_approved", date(2018, 2, 1)) == 6
    with pytest.raises(MoveRefused):
        answered(world, request_, "escwa", "7 January 2018")
    circulate(request=request_, circulated_on=world.day("1 March 2018"), by=world.cast.officer, at=world.clock())
    waiting = [each.organization for each in answers_of(request_, date(2018, 3, 2), LATEST) if not each.answer]
    assert waiting == ["escwa", "iom", "las"]


def test_decide_request_by_one_that_is_no_co_chair_is_refused(world, request_):
    for choice in Choice:
        with pytest.raises(NotACoChair):
            decided(world, request_, "fao", "5 January 2018", choice)
    assert CoChairAnswer.objects.count() == 0


def test_decide_request_decided_before_is_refused(world, request_):
    decline(request=request_, decided_on=world.day("6 January 2018"), by=world.cast.officer, at=world.clock())
    with pytest.raises(MoveRefused) as refused:
        decided(world, request_, "iom", "7 January 2018")
    assert str(refused.value) == (
        "register/join-request/wgim-unicef is 'declined'; the co-chairs can answer only while it is 'circulated'."
    )


def test_answer_request_before_the_circulation_is_refused(world, request_):
    with pytest.raises(MoveRefused) as refused:
        answered(world, request_, "iom", "1 October 2017")
    assert str(refused.value) == "register/join-request/wgim-unicef was circulated on 2 October 2017, after that answer (1 October 2017)."


def test_answer_request_still_to_come_is_refused(world, request_):
    with pytest.raises(MoveRefused):
        answered(world, request_, "iom", "2030")


def test_answer_request_for_another_organization_is_refused(world, request_):
    with pytest.raises(NotForThisActor):
        answered(world, request_, "las", "5 October 2017", by=world.cast.co_chair)
    with pytest.raises(NotForThisActor):
        answered(world, request_, "las", "5 October 2017", by=world.cast.stranger)
    assert answered(world, request_, "iom", "5 October 2017", by=world.cast.co_chair).answer == "agrees"


def test_answer_request_changed_later_counts_from_then(world, request_):
    answered(world, request_, "iom", "5 October 2017", Answer.OBJECTS)
    answered(world, request_, "iom", "9 October 2017")

    def answer_on(day):
        return next(each.answer for each in answers_of(request_, day, LATEST) if each.organization == "iom")

    assert [answer_on(date(2017, 10, day)) for day in (4, 5, 8, 9)] == ["", "objects", "objects", "agrees"]


def test_answer_request_in_a_month_counts_from_its_last_day(world, request_):
    answered(world, request_, "iom", "October 2017")
    given = [[each.answer for each in answers_of(request_, date(2017, 10, day), LATEST)] for day in (30, 31)]
    assert given == [["", "", ""], ["", "agrees", ""]]


def test_answer_request_corrected_is_known_as_it_was_before(world, request_):
    answered(world, request_, "iom", "5 October 2017", Answer.OBJECTS)
    before = world.clock()
    answered(world, request_, "iom", "5 October 2017")
    day = date(2017, 10, 6)
    assert [[each.answer for each in answers_of(request_, day, known)] for known in (before, LATEST)] == [
        ["", "objects", ""], ["", "agrees", ""]
    ]


@pytest.mark.parametrize("verb", [decline, defer])
def test_decline_and_defer_by_one_that_was_not_asked_are_refused(world, request_, verb):
    with pytest.raises(NotACoChair):
        verb(request=request_, decided_on=world.day("5 January 2018"), by=world.cast.focal_point, at=world.clock())


def test_answer_request_within_a_month_of_circulation_is_refused_unless_it_is_known_as_that_month(world):
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("August 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    circulate(request=request, circulated_on=world.day("September 2017"), by=world.cast.officer, at=world.clock())
    for day in ("1 September 2017", "29 September 2017", "early September 2017"):
        with pytest.raises(MoveRefused, match="was circulated by 30 September 2017"):
            answered(world, request, "iom", day)
    answered(world, request, "iom", "September 2017")
    answered(world, request, "las", "30 September 2017")
    answered(world, request, "escwa", "1 October 2017")
    given = [[each.answer for each in answers_of(request, day, LATEST)] for day in (date(2017, 9, 29), date(2017, 9, 30))]
    assert given == [[], ["", "agrees", "agrees"]]


def test_answer_in_the_month_of_a_second_circulation_is_one_to_the_first(world, request_):
    answered(world, request_, "iom", "3 March 2018")
    defer(request=request_, decided_on=world.day("10 March 2018"), by=world.cast.officer, at=world.clock())
    circulate(request=request_, circulated_on=world.day("March 2018"), by=world.cast.officer, at=world.clock())
    assert [each.answer for each in answers_of(request_, date(2018, 4, 1), LATEST)] == ["", "", ""]
