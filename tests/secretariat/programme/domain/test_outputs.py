"""Work programmes and outputs: planned, agreed, planned anew, reported; circles and empty titles refused."""

from dataclasses import replace
from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.errors import GoesInACircle, NoLongerAhead, NothingSaid
from tansiq.secretariat.programme.domain.outputs import (
    OutputPlan,
    add_point,
    agree_programme,
    name_party,
    plan_output,
    propose_programme,
    replan_output,
    report_output,
)
from tansiq.secretariat.programme.enums import OutputKind, OutputState, PartyRole, PointKind
from tansiq.secretariat.programme.models import Output, OutputParty, OutputTerm
from tansiq.secretariat.record.domain.errors import MoveRefused, SlugTaken
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST

LAUNCH = OutputPlan(kind=OutputKind.LAUNCH, position=1, due=parse("early 2018"))
MEETING = OutputPlan(kind=OutputKind.MEETING, position=2)


@pytest.fixture
def launch(programme, hand):
    return plan_output(programme=programme, slug="launch", plan=LAUNCH, on=parse("2017-11-10"), **hand)


def test_propose_programme_slug_of_another_is_refused(programme, group, hand):
    with pytest.raises(SlugTaken, match="programme/work-programme/wgim-2018 is there already"):
        propose_programme(group=group, slug="wgim-2018", period=parse("2018"), on=parse("2017-11-02"), **hand)


def test_agree_programme_agrees_every_proposed_output(programme, launch, hand):
    agree_programme(programme=programme, on=parse("2018-03-01"), **hand)
    launch.refresh_from_db()
    assert (programme.state, launch.state) == ("agreed", "agreed")


def test_plan_output_of_an_agreed_programme_is_agreed(programme, hand):
    agree_programme(programme=programme, on=parse("2018-03-01"), **hand)
    assert plan_output(programme=programme, slug="late", plan=LAUNCH, on=parse("2018-04-01"), **hand).state == "agreed"


def test_plan_output_activity_without_title_leaves_nothing(programme, hand):
    plan = OutputPlan(kind=OutputKind.ACTIVITY, position=1)
    with pytest.raises(NothingSaid, match="programme/output/survey: an activity needs a title"):
        plan_output(programme=programme, slug="survey", plan=plan, on=parse("2017-11-10"), **hand)
    assert Output.objects.count() == 0


def test_replan_output_new_due_date_keeps_the_old_one(launch, hand):
    replan_output(output=launch, plan=replace(LAUNCH, due=parse("June 2018")), begins=parse("2018-02-01"), **hand)
    due = [OutputTerm.objects.as_of(day, LATEST).get().due.edtf for day in (date(2018, 1, 31), date(2018, 2, 1))]
    assert due == ["early 2018", "2018-06"]


def test_replan_output_after_one_that_comes_after_it_is_refused(programme, launch, hand):
    meeting = plan_output(programme=programme, slug="meeting", plan=replace(MEETING, after=launch), on=parse("2017-11-10"), **hand)
    with pytest.raises(GoesInACircle, match="programme/output/launch cannot come after programme/output/meeting"):
        replan_output(output=launch, plan=replace(LAUNCH, after=meeting), begins=parse("2018-01-01"), **hand)
    with pytest.raises(GoesInACircle):
        replan_output(output=launch, plan=replace(LAUNCH, after=launch), begins=parse("2018-01-01"), **hand)


def test_replan_output_completed_is_refused(programme, launch, hand):
    agree_programme(programme=programme, on=parse("2018-01-10"), **hand)
    launch.refresh_from_db()
    report_output(output=launch, state=OutputState.COMPLETED, on=parse("2018-06-01"), **hand)
    with pytest.raises(NoLongerAhead, match="programme/output/launch is completed; plan a new output"):
        replan_output(output=launch, plan=LAUNCH, begins=parse("2018-07-01"), **hand)


def test_report_output_proposed_as_completed_is_refused(launch, hand):
    with pytest.raises(MoveRefused, match="'complete' is possible only from 'agreed' or 'not_started' or 'ongoing'"):
        report_output(output=launch, state=OutputState.COMPLETED, on=parse("2018-06-01"), **hand)
    with pytest.raises(MoveRefused, match="'propose' is possible only from 'not begun'"):
        report_output(output=launch, state=OutputState.PROPOSED, on=parse("2018-06-01"), **hand)


def test_report_output_late_start_is_kept_in_order(programme, launch, hand):
    agree_programme(programme=programme, on=parse("2018-01-10"), **hand)
    launch.refresh_from_db()
    reports = [(OutputState.NOT_STARTED, "2018-02-01"), (OutputState.ONGOING, "2018-03-01"), (OutputState.COMPLETED, "2018-06-01")]
    states = [report_output(output=launch, state=state, on=parse(on), **hand).after for state, on in reports]
    assert states == ["not_started", "ongoing", "completed"]


def test_name_party_new_role_keeps_the_old_one(launch, escwa, hand):
    name_party(output=launch, organization=escwa, role=PartyRole.PARTNER, begins=None, **hand)
    name_party(output=launch, organization=escwa, role=PartyRole.LEAD, begins=parse("2018"), **hand)
    roles = [OutputParty.objects.as_of(day, LATEST).get().role for day in (date(2017, 12, 31), date(2018, 1, 1))]
    assert roles == ["partner", "lead"]


def test_add_point_numbers_each_kind_by_itself(launch, hand):
    kinds = (PointKind.TOPIC, PointKind.AGREE, PointKind.TOPIC)
    slugs = [add_point(output=launch, kind=kind, text=Texts({"en": "resources"}), begins=None, **hand).slug for kind in kinds]
    assert slugs == ["launch-topic-1", "launch-agree-1", "launch-topic-2"]


def test_add_point_without_text_is_refused(launch, hand):
    with pytest.raises(NothingSaid, match="a point needs a text"):
        add_point(output=launch, kind=PointKind.TOPIC, text=Texts(), begins=None, **hand)
