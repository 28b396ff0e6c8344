"""Processes followed and their steps: a new date keeps the old one, a step is held on the date expected of it."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.errors import NoLongerAhead, NotFollowed, NotOnItsDate
from tansiq.secretariat.programme.domain.processes import (
    cancel_step,
    confirm_step,
    expect_step,
    follow_process,
    hold_step,
    stop_following,
)
from tansiq.secretariat.programme.models import FollowedProcess, StepExpectation
from tansiq.secretariat.record.domain.errors import MoveRefused, OverlappingTerms, Refused
from tansiq.secretariat.record.models import Move, Texts
from tansiq.secretariat.register.domain.questions import LATEST

MARRAKECH = Texts({"en": "Marrakech"})


def expected_on(day):
    return [term.date.edtf for term in StepExpectation.objects.as_of(day, LATEST)]


@pytest.fixture
def expected(conference, hand):
    expect_step(step=conference, date=parse("September 2018"), begins=parse("2017-04-06"), **hand)
    return conference


def test_expect_step_first_time_makes_it_expected(expected):
    assert expected.state == "expected"
    assert [(move.name, move.occurred_on.edtf) for move in Move.objects.filter(subject=expected.ref)] == [("expect", "2017-04-06")]


def test_expect_step_new_date_keeps_the_old_one_until_the_day_before(expected, hand):
    expect_step(step=expected, date=parse("10-11 December 2018"), place=MARRAKECH, begins=parse("2017-12-24"), **hand)
    assert expected_on(date(2017, 4, 5)) == []
    assert expected_on(date(2017, 12, 23)) == ["2018-09"]
    assert expected_on(date(2017, 12, 24)) == ["2018-12-10/2018-12-11"]
    assert Move.objects.filter(subject=expected.ref).count() == 1


def test_expect_step_of_one_held_is_refused(expected, hand):
    hold_step(step=expected, on=parse("2018-09-19"), **hand)
    with pytest.raises(NoLongerAhead, match="programme/step/gcm-conference is held; a new date cannot be expected of it"):
        expect_step(step=expected, date=parse("2019"), begins=parse("2018-10-01"), **hand)


def test_hold_step_outside_the_expected_date_is_refused(expected, hand):
    with pytest.raises(NotOnItsDate, match="is expected on September 2018, not on 10–11 December 2018; record the new expectation"):
        hold_step(step=expected, on=parse("10-11 December 2018"), **hand)
    assert expected.state == "expected"


def test_hold_step_confirmed_on_its_new_date_is_held(expected, hand):
    expect_step(step=expected, date=parse("10-11 December 2018"), begins=parse("2017-12-24"), **hand)
    confirm_step(step=expected, on=parse("2018-07-31"), **hand)
    assert hold_step(step=expected, on=parse("10-11 December 2018"), **hand).after == "held"


def test_cancel_step_held_is_refused(expected, hand):
    hold_step(step=expected, on=parse("2018-09-19"), **hand)
    with pytest.raises(MoveRefused, match="is 'held'; 'cancel' is possible only from 'expected' or 'confirmed'"):
        cancel_step(step=expected, on=parse("2018-10-01"), because="a mistake", **hand)


def test_follow_process_twice_is_refused(group, process, hand):
    follow_process(group=group, process=process, begins=None, **hand)
    with pytest.raises(OverlappingTerms, match="programme/followed-process/wgim-global-compact"):
        follow_process(group=group, process=process, begins=parse("2018"), **hand)


def test_stop_following_ends_with_the_last_day(group, process, hand):
    follow_process(group=group, process=process, begins=None, **hand)
    stop_following(group=group, process=process, ends=parse("2018"), because="the compact is adopted", **hand)
    assert FollowedProcess.objects.as_of(date(2018, 12, 31), LATEST).count() == 1
    assert FollowedProcess.objects.as_of(date(2019, 1, 1), LATEST).count() == 0


def test_stop_following_in_the_year_it_began_ends_with_that_year(group, process, hand):
    follow_process(group=group, process=process, begins=parse("June 2018"), **hand)
    stop_following(group=group, process=process, ends=parse("2018"), because="the compact is adopted", **hand)
    assert [term.ends.edtf for term in FollowedProcess.objects.current()] == ["2018"]


def test_stop_following_without_a_last_day_is_refused(group, process, hand):
    follow_process(group=group, process=process, begins=None, **hand)
    with pytest.raises(Refused, match=r"since 2018 has no last day; say until when"):
        stop_following(group=group, process=process, ends=parse("since 2018"), because="", **hand)


def test_hold_step_is_checked_against_what_was_expected_at_the_end_of_its_days(expected, hand):
    expect_step(step=expected, date=parse("10-11 December 2018"), begins=parse("2018-12-03"), **hand)
    assert hold_step(step=expected, on=parse("December 2018"), **hand).after == "held"


def test_stop_following_what_is_not_followed_is_refused(group, process, hand):
    with pytest.raises(NotFollowed, match="register/group/wgim does not follow programme/process/global-compact on 2018"):
        stop_following(group=group, process=process, ends=parse("2018"), because="", **hand)
