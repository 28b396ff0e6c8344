"""The questions asked of publications: what is in hand or out on a day, and that queries do not grow with the data."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.publications.domain.editions import (
    EditionPlan,
    expect_stage,
    move_edition,
    name_parties,
    plan_edition,
    plan_version,
)
from tansiq.secretariat.publications.domain.inputs import bind_input
from tansiq.secretariat.publications.domain.questions import (
    briefs_for,
    editions_in_hand,
    editions_of,
    editions_of_outputs,
    inputs_from,
)
from tansiq.secretariat.publications.domain.questions import edition as edition_on
from tansiq.secretariat.publications.enums import EditionRole, InputForm, Stage
from tansiq.secretariat.publications.models import Series
from tansiq.secretariat.register.domain.questions import LATEST

DAY = date(2017, 11, 15)


@pytest.fixture
def meeting(db):
    return Meeting.objects.create(slug="consultation-2017", kind="consultation")


@pytest.fixture
def briefs(group):
    return Series.objects.create(slug="issue-brief", group=group, kind="brief")


def brief(series, meeting, number, hand):
    plan = EditionPlan(number=number, year=2017, meeting=meeting)
    return plan_edition(series=series, slug=f"issue-brief-{number}", plan=plan, on=parse("2017-06-01"), **hand)


def test_briefs_for_are_those_that_are_out_in_order_of_number(briefs, meeting, hand):
    for number in (10, 9, 2):
        row = brief(briefs, meeting, number, hand)
        if number != 9:
            move_edition(edition=row, step="issue", on=parse(f"{number} September 2017"), **hand)
    assert [each.number for each in briefs_for("consultation-2017", DAY, LATEST)] == [2, 10]
    assert [each.number for each in briefs_for("consultation-2017", date(2017, 9, 9), LATEST)] == [2]
    assert briefs_for("picnic", DAY, LATEST) == []


def test_editions_in_hand_leaves_out_other_kinds_and_what_is_out_or_cancelled(edition, series, briefs, meeting, hand):
    brief(briefs, meeting, 1, hand)
    other = plan_edition(series=series, slug="situation-report-2019", plan=EditionPlan(number=3), on=parse("2017-11-10"), **hand)
    assert [each.slug for each in editions_in_hand("wgim", DAY, LATEST)] == ["situation-report-2017", "situation-report-2019"]
    move_edition(edition=other, step="cancel", on=parse("2018-01-01"), because="no funds", **hand)
    assert [each.slug for each in editions_in_hand("wgim", date(2018, 1, 1), LATEST)] == ["situation-report-2017"]
    assert [each.slug for each in editions_in_hand("wgim", DAY, LATEST, kind="brief")] == ["issue-brief-1"]


def test_edition_tells_stages_in_order_and_only_what_is_known(edition, hand):
    for stage, on in ((Stage.LAUNCH, "early 2018"), (Stage.FINAL_MANUSCRIPT, "December 2017")):
        expect_stage(edition=edition, stage=stage, date=parse(on), begins=parse("2017-06"), **hand)
    told = edition_on("situation-report-2017", DAY, LATEST)
    assert [each.stage for each in told.stages] == ["final_manuscript", "launch"]
    assert (told.stage("launch").date.edtf, told.stage("review")) == ("early 2018", None)
    assert edition_on("situation-report-2017", date(2016, 11, 30), LATEST) is None


def test_inputs_from_are_those_of_the_sources_named(meeting, edition, escwa, hand):
    Meeting.objects.create(slug="situation-report-2017", kind="meeting")
    for slug, source in (("summary", meeting), ("report", edition)):
        bind_input(slug=slug, source=source, destination=escwa, form=InputForm.SUMMARY, on=parse("2017-10-01"), **hand)
    found = inputs_from([meeting.ref], DAY, LATEST)
    assert [(each.slug, each.source, each.destination, each.state) for each in found] == [
        ("summary", "meetings/meeting/consultation-2017", "register/organization/escwa", "planned")
    ]
    assert [each.slug for each in inputs_from([edition.ref, meeting.ref], DAY, LATEST)] == ["summary", "report"]
    assert inputs_from(["meetings/meeting/situation-report-2017"], DAY, LATEST) == []
    assert inputs_from([meeting.ref], date(2017, 9, 30), LATEST) == []


@pytest.mark.parametrize("size", [1, 3])
def test_questions_queries_do_not_grow_with_the_data(size, briefs, meeting, group, escwa, hand, django_assert_num_queries):
    for number in range(1, size + 1):
        row = brief(briefs, meeting, number, hand)
        expect_stage(edition=row, stage=Stage.LAUNCH, date=parse("2018"), begins=parse("2017-06"), **hand)
        name_parties(edition=row, role=EditionRole.LEAD, begins=None, organizations=[escwa], groups=[group], **hand)
        plan_version(edition=row, language="ar", on=parse("2017-06-02"), **hand)
        move_edition(edition=row, step="issue", on=parse("2017-09-01"), **hand)
        bind_input(slug=f"input-{number}", source=meeting, destination=escwa, form=InputForm.SUMMARY, on=parse("2017-10-01"), **hand)
    with django_assert_num_queries(1):
        found = editions_of("wgim", DAY, LATEST)
    assert [(len(each.stages), len(each.parties), len(each.versions), each.meeting) for each in found] == [(1, 2, 1, meeting.ref)] * size
    with django_assert_num_queries(1):
        assert len(briefs_for("consultation-2017", DAY, LATEST)) == size
    with django_assert_num_queries(1):
        assert len(inputs_from([meeting.ref], DAY, LATEST)) == size
    with django_assert_num_queries(1):
        assert editions_of_outputs(["programme/output/launch"], DAY, LATEST) == {}
