"""What the example answers to the questions asked of the programme: on the day of the report, and with hindsight on others."""

from datetime import date

import pytest

from tansiq.secretariat.programme.domain.questions import objectives, outputs, processes_followed, step
from tansiq.secretariat.register.domain.questions import LATEST

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 11, 15)


def test_processes_followed_example_tells_its_steps_in_order(example):
    (process,) = processes_followed("wgim", REPORTED, LATEST)
    assert (process.ref, process.since) == ("programme/process/global-compact", None)
    assert [(each.slug, each.state, each.date.edtf, each.place.shown("fr")[0]) for each in process.steps] == [
        ("gcm-stocktaking", "expected", "2017-12-04/2017-12-06", "Mexique"),
        ("gcm-negotiations", "expected", "2018-02/..", ""),
        ("gcm-conference", "expected", "2018-09", ""),
    ]


def test_step_conference_is_not_known_to_be_in_december_before_the_day_it_was_set_so(example):
    told = {day: step("gcm-conference", day, LATEST) for day in (REPORTED, date(2017, 12, 23), date(2017, 12, 24), date(2018, 12, 11))}
    assert [(each.date.edtf, each.place.shown("en")[0], each.state) for each in told.values()] == [
        ("2018-09", "", "expected"),
        ("2018-09", "", "expected"),
        ("2018-12-10/2018-12-11", "Marrakech", "expected"),
        ("2018-12-10/2018-12-11", "Marrakech", "held"),
    ]
    assert told[date(2018, 12, 11)].held_on.edtf == "2018-12-10/2018-12-11"


def test_step_stocktaking_is_held_from_its_last_day(example):
    assert [step("gcm-stocktaking", date(2017, 12, day), LATEST).state for day in (5, 6)] == ["expected", "held"]


def test_step_before_it_began_or_was_recorded_is_none(example):
    assert step("gcm-conference", date(2017, 9, 24), LATEST) is None
    assert step("gcm-conference", REPORTED, LATEST.replace(year=2025)) is None


def test_objectives_example_are_two_in_2017_and_none_in_2018(example):
    found = objectives("wgim", 2017, REPORTED, LATEST)
    assert [each.ref.rsplit("/", 1)[1] for each in found] == ["wgim-2017-consultations", "wgim-2017-situation-report"]
    assert found[0].rests_on == "programme/objective-term/wgim-2017-consultations.1"
    assert objectives("wgim", 2018, REPORTED, LATEST) == []


def test_outputs_example_are_those_of_section_two_in_order(example):
    found = outputs("wgim", 2018, REPORTED, LATEST)
    assert [(each.kind, each.due and each.due.edtf, each.covers and each.covers.edtf, each.co_chairs_convene) for each in found] == [
        ("stocktaking", None, "2018/2019", False),
        ("launch", "early 2018", None, False),
        ("meeting", None, None, False),
        ("preparation", None, None, True),
        ("follow_up", None, None, False),
    ]
    stocktaking, launch, meeting, preparation, follow_up = found
    assert [point.text["en"] for point in stocktaking.topics][:3] == ["lessons learned", "membership", "terms of reference"]
    assert (meeting.after, follow_up.process) == (launch.ref, "programme/process/global-compact")
    assert [(party.ref, party.role) for party in meeting.parties] == [
        ("register/organization/escwa", "convener"),
        ("register/organization/iom", "convener"),
    ]
    assert [point.text["en"] for point in preparation.agree] == ["modalities for preparation", "resources", "responsibilities"]
    assert outputs("wgim", 2017, REPORTED, LATEST) == []
