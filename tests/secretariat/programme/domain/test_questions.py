"""The questions asked of the programme, and that their queries do not grow with the data."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.findings import record_finding
from tansiq.secretariat.programme.domain.outputs import OutputPlan, add_point, name_party, plan_output, report_output
from tansiq.secretariat.programme.domain.processes import expect_step, follow_process
from tansiq.secretariat.programme.domain.questions import findings, objectives, outputs, processes_followed
from tansiq.secretariat.programme.enums import FindingKind, OutputKind, OutputState, PartyRole, PointKind
from tansiq.secretariat.programme.models import Process, Step
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST

pytestmark = pytest.mark.django_db
REPORTED = date(2017, 11, 15)


def test_outputs_cancelled_is_left_out_from_its_day_on(programme, hand):
    output = plan_output(
        programme=programme, slug="launch", plan=OutputPlan(kind=OutputKind.LAUNCH, position=1), on=parse("2017-11-10"), **hand
    )
    report_output(output=output, state=OutputState.CANCELLED, on=parse("2018-01-10"), **hand)
    assert [[each.slug for each in outputs("wgim", 2018, day, LATEST)] for day in (date(2018, 1, 9), date(2018, 1, 10))] == [["launch"], []]


def test_findings_are_those_of_the_period_challenges_first(group, hand):
    kept = [("a-lesson", FindingKind.LESSON, "2017"), ("late", FindingKind.CHALLENGE, "2017-06"), ("old", FindingKind.LESSON, "2015")]
    for slug, kind, period in kept:
        record_finding(group=group, slug=slug, kind=kind, text=Texts({"en": slug}), period=parse(period), begins=parse("2017-07"), **hand)
    found = findings("wgim", date(2016, 12, 14), date(2017, 11, 15), date(2017, 7, 1), LATEST)
    assert [(each.kind, each.text["en"]) for each in found] == [("challenge", "late"), ("lesson", "a-lesson")]
    assert findings("wgim", date(2016, 12, 14), date(2017, 11, 15), date(2017, 6, 30), LATEST) == []


@pytest.mark.parametrize("size", [1, 3])
def test_questions_queries_do_not_grow_with_the_data(size, programme, group, escwa, hand, django_assert_num_queries):
    for number in range(1, size + 1):
        process = Process.objects.create(slug=f"process-{number}")
        follow_process(group=group, process=process, begins=None, **hand)
        row = Step.objects.create(slug=f"step-{number}", process=process, position=1, kind="other")
        expect_step(step=row, date=parse("2018"), begins=parse("2017"), **hand)
        plan = OutputPlan(kind=OutputKind.LAUNCH, position=number, process=process)
        output = plan_output(programme=programme, slug=f"output-{number}", plan=plan, on=parse("2017-11-10"), **hand)
        add_point(output=output, kind=PointKind.TOPIC, text=Texts({"en": "focus"}), begins=None, **hand)
        name_party(output=output, organization=escwa, role=PartyRole.LEAD, begins=None, **hand)
    with django_assert_num_queries(2):
        assert len(processes_followed("wgim", REPORTED, LATEST)) == size
    with django_assert_num_queries(1):
        assert [(len(each.topics), len(each.parties)) for each in outputs("wgim", 2018, REPORTED, LATEST)] == [(1, 1)] * size
    with django_assert_num_queries(1):
        objectives("wgim", 2017, REPORTED, LATEST)
    with django_assert_num_queries(1):
        findings("wgim", date(2017, 1, 1), date(2018, 1, 1), REPORTED, LATEST)
