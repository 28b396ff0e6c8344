"""Achievements: objectives of the year, meetings and editions told, training ahead and held."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.domain.planning import cancel_meeting, hold_meeting
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.domain.objectives import restate_objective
from tansiq.secretariat.programme.models import Objective
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.reporting.domain.achieved import tell_achievements, tell_objectives, tell_training
from tansiq.secretariat.reporting.domain.period import Period
from tests.example import LATER
from tests.secretariat.reporting.telling import told

ALL_YEAR = Period(date(2016, 12, 15), date(2018, 1, 1))


def test_achievements_come_in_the_order_a_reader_expects(example):
    lines = told(tell_achievements).splitlines()
    order = [lines.index(heading) for heading in ("Regional Consultation", "2017 Situation Report", "Capacity building")]
    assert order == sorted(order)
    assert "2019 Situation Report" not in lines


def test_objectives_of_the_year_are_counted_in_words(example):
    text = told(tell_objectives)
    assert text.startswith("In 2017 the activities of the Working Group focused on two main objectives: the coordination of ")
    restate_objective(
        objective=Objective.objects.order_by("position")[0], text=Texts({"en": "the coordination of something else"}),
        period=parse("2017"), begins=parse("1 November 2017"), by=worker_actor(), at=LATER,
    )
    assert "something else and the completion" in told(tell_objectives)


def test_objectives_of_a_year_without_any_are_not_told(example):
    assert told(tell_objectives, period=Period(None, date(2016, 1, 1))) == ""


def test_training_ahead_is_expected(example):
    assert told(tell_training).endswith(
        "expects to hold, before the end of 2017, a capacity-building workshop for senior government officials on emerging migration "
        "issues."
    )


def test_training_held_is_told_like_every_meeting(example):
    hold_meeting(meeting=Meeting.objects.get(slug="workshop-2017"), on=parse("11-12 December 2017"), by=worker_actor(), at=LATER)
    assert told(tell_training, date(2017, 12, 31), ALL_YEAR) == ""
    lines = told(tell_achievements, date(2017, 12, 31), ALL_YEAR).splitlines()
    assert "Capacity-building workshop" in lines
    assert "The capacity-building workshop on emerging migration issues was held on 11–12 December 2017." in lines
    assert any("It was intended for senior government officials and dealt with emerging migration issues." in line for line in lines)


def test_training_cancelled_is_not_told(example):
    workshop = Meeting.objects.get(slug="workshop-2017")
    cancel_meeting(meeting=workshop, on=parse("15 November 2017"), by=worker_actor(), at=LATER, because="no funds")
    assert told(tell_training) == ""
