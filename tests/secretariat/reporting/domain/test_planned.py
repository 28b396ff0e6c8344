"""Plans: outputs in the order of the programme, what follows a launch, preparation, processes as expected on the day."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.outputs import OutputPlan, add_point, name_party, plan_output, report_output
from tansiq.secretariat.programme.domain.processes import expect_step
from tansiq.secretariat.programme.enums import OutputKind, OutputState, PartyRole, PointKind
from tansiq.secretariat.programme.models import Output, OutputPointTerm, Step, WorkProgramme
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.terms import supersede
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.models import Organization
from tansiq.secretariat.reporting.domain.period import Period
from tansiq.secretariat.reporting.domain.planned import tell_plans
from tests.example import LATER
from tests.secretariat.reporting.telling import told

BY_THE_END_OF_2017 = Period(date(2016, 12, 15), date(2018, 1, 1))


def plan(slug, **columns):
    plan_output(
        programme=WorkProgramme.objects.get(slug="wgim-2018"), slug=slug, plan=OutputPlan(kind=OutputKind.ACTIVITY, position=9, **columns),
        on=parse("1 November 2017"), by=worker_actor(), at=LATER,
    )


def test_plans_follow_the_programme(example):
    text = told(tell_plans)
    for part in (
        "discuss lessons learned, membership, terms of reference, proposed work programme and key outputs for 2018–2019.",
        "is expected to be launched in early 2018. Following the launch, ESCWA and IOM will convene a working-level meeting to discuss",
        "The co-chairs will convene a meeting of the Working Group to discuss the process, timeline and focus of the 2019 Situation",
        "will aim to agree on modalities for preparation, resources and responsibilities.",
        "the stocktaking meeting in Mexico on 4–6 December 2017",
        "the intergovernmental negotiations from February 2018",
        "is expected in September 2018.",
    ):
        assert part in text
    headings = ["Launch of the 2017 Situation Report", "Preparation of the 2019 Situation Report", "Following the global process"]
    assert sorted(headings, key=text.index) == headings


def test_plans_step_held_is_no_longer_ahead(example):
    assert "stocktaking" in told(tell_plans)
    assert "stocktaking" not in told(tell_plans, date(2017, 12, 20), BY_THE_END_OF_2017)


def test_plans_step_expected_anew_is_told_from_that_day(example):
    step = Step.objects.get(slug="gcm-negotiations")
    expect_step(step=step, date=parse("from March 2018"), begins=parse("16 November 2017"), by=worker_actor(), at=LATER)
    assert "from March 2018" in told(tell_plans, date(2017, 11, 16))
    assert "from February 2018" in told(tell_plans)


def test_plans_activity_is_told_in_one_sentence(example):
    plan("survey", title=Texts({"en": "survey of members' projects"}), due=parse("June 2018"))
    plan("roster", title=Texts({"en": "roster of experts"}))
    lines = told(tell_plans).splitlines()
    assert "The Working Group will carry out the following in June 2018: survey of members’ projects." in lines
    assert "The Working Group will carry out the following: roster of experts." in lines


def test_plans_cancelled_output_is_left_out(example):
    output = Output.objects.get(slug="wgim-2018-preparation-2019")
    report_output(output=output, state=OutputState.CANCELLED, on=parse("15 November 2017"), by=worker_actor(), at=LATER, because="x")
    assert "Preparation of the 2019" not in told(tell_plans)


def test_plans_of_a_year_without_a_programme_tell_what_is_in_hand_and_followed(example):
    text = told(tell_plans, period=Period(None, date(2016, 1, 1)))
    assert "The 2019 Situation Report on International Migration in the Arab Region is planned." in text
    assert "Following the global process: Global Compact" in text
    assert "take stock" not in text


def test_plans_meeting_and_partners_are_told(example):
    programme = WorkProgramme.objects.get(slug="wgim-2018")
    plan_ = OutputPlan(kind=OutputKind.MEETING, position=8, title=Texts({"en": "technical meeting"}), due=parse("March 2018"))
    output = plan_output(programme=programme, slug="technical", plan=plan_, on=parse("1 November 2017"), by=worker_actor(), at=LATER)
    add_point(output=output, kind=PointKind.TOPIC, text=Texts({"en": "data"}), begins=parse("1 November 2017"), by=worker_actor(), at=LATER)
    name_party(
        output=output, organization=Organization.objects.get(slug="ilo"), role=PartyRole.PARTNER, begins=parse("1 November 2017"),
        by=worker_actor(), at=LATER,
    )
    lines = told(tell_plans).splitlines()
    wanted = "The Working Group will convene the following in March 2018: technical meeting, to discuss data. This is to be done with ILO."
    assert wanted in lines
    assert lines.index(wanted) < lines.index("Launch of the 2017 Situation Report")


def test_plans_preparation_without_points_says_that_much(example):
    for output in Output.objects.filter(slug="wgim-2018-preparation-2019"):
        for term in OutputPointTerm.objects.filter(point__output=output, superseded_at=None):
            supersede(term=term, with_=[], by=worker_actor(), at=LATER, because="open")
    assert "The co-chairs will prepare the 2019 Situation Report." in told(tell_plans).splitlines()
