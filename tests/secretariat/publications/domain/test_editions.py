"""An edition from the plan to its launch: numbers are given once, titles and dates keep their history."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.programme.domain.outputs import OutputPlan, plan_output, propose_programme
from tansiq.secretariat.programme.enums import OutputKind
from tansiq.secretariat.publications.domain.editions import (
    EditionPlan,
    bind_output,
    expect_stage,
    move_edition,
    move_version,
    name_parties,
    plan_edition,
    plan_version,
    replan_edition,
    retitle,
)
from tansiq.secretariat.publications.domain.errors import NoLongerAhead, NumberTaken
from tansiq.secretariat.publications.enums import EditionRole, Stage
from tansiq.secretariat.publications.models import (
    Edition,
    EditionGroup,
    EditionName,
    EditionParty,
    EditionTerm,
    OutputEdition,
    StageExpectation,
)
from tansiq.secretariat.record.domain.errors import MoveRefused, OverlappingTerms, SlugTaken
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST

TO_FINAL = (("draft", "2016-12"), ("review", "2017-03"), ("clear", "2017-07"), ("edit", "2017-08"), ("finish", "2017-12"))


def taken_to(edition, steps, hand):
    return [move_edition(edition=edition, step=step, on=parse(on), **hand).after for step, on in steps]


def test_move_edition_goes_from_draft_to_launch(edition, hand):
    steps = (*TO_FINAL, ("publish", "2018-02"), ("launch", "2018-03"))
    assert taken_to(edition, steps, hand) == ["drafting", "in_review", "cleared", "editing", "final", "published", "launched"]


def test_move_edition_step_that_leaves_one_out_is_refused(edition, hand):
    with pytest.raises(MoveRefused, match="is 'planned'; 'publish' is possible only from 'final'"):
        move_edition(edition=edition, step="publish", on=parse("2018"), **hand)
    with pytest.raises(MoveRefused, match=r"'print' is not a step of this edition \(possible now: 'draft'"):
        move_edition(edition=edition, step="print", on=parse("2018"), **hand)


def test_plan_edition_number_of_another_leaves_nothing(edition, series, hand):
    with pytest.raises(NumberTaken, match="number 2 of the series is that of publications/edition/situation-report-2017"):
        plan_edition(series=series, slug="situation-report-2019", plan=EditionPlan(number=2), on=parse("2017-11"), **hand)
    assert Edition.objects.count() == 1


def test_plan_edition_number_of_a_cancelled_one_is_free(edition, series, hand):
    move_edition(edition=edition, step="cancel", on=parse("2017-01"), because="no funds", **hand)
    again = plan_edition(series=series, slug="situation-report-2018", plan=EditionPlan(number=2), on=parse("2017-11"), **hand)
    assert again.state == "planned"


def test_plan_edition_slug_of_another_is_refused(edition, series, hand):
    with pytest.raises(SlugTaken):
        plan_edition(series=series, slug=edition.slug, plan=EditionPlan(), on=parse("2017-11"), **hand)


def test_replan_edition_new_year_keeps_the_old_one(edition, hand):
    replan_edition(edition=edition, plan=EditionPlan(number=2, year=2018), begins=parse("2017-06-01"), **hand)
    assert [EditionTerm.objects.as_of(day, LATEST).get().year for day in (date(2017, 5, 31), date(2017, 6, 1))] == [2017, 2018]


def test_expect_stage_new_date_keeps_the_old_one(edition, hand):
    for on, begins in (("December 2017", "2017-06-01"), ("early 2018", "2017-12-20")):
        expect_stage(edition=edition, stage=Stage.LAUNCH, date=parse(on), begins=parse(begins), **hand)
    dates = [StageExpectation.objects.as_of(day, LATEST).get().date.edtf for day in (date(2017, 12, 19), date(2017, 12, 20))]
    assert dates == ["2017-12", "early 2018"]


def test_expect_stage_of_one_launched_or_cancelled_is_refused(edition, hand):
    move_edition(edition=edition, step="cancel", on=parse("2017-01"), because="no funds", **hand)
    with pytest.raises(NoLongerAhead, match="publications/edition/situation-report-2017 is cancelled; no stage of it can be expected"):
        expect_stage(edition=edition, stage=Stage.LAUNCH, date=parse("2018"), begins=parse("2017-02"), **hand)


def test_retitle_keeps_the_title_of_the_days_before(edition, hand):
    old, new = (
        EditionName(edition=edition, language="en", long=long, begins=parse(begins))
        for long, begins in (("Achieving the Goals", "2017-01-01"), ("The 2030 Agenda", "2018-02-01"))
    )
    retitle(name=old, because="", **hand)
    retitle(name=new, because="published under this title", **hand)
    titles = [Names(day, LATEST).name(edition.ref, "en").long for day in (date(2018, 1, 31), date(2018, 2, 1))]
    assert titles == ["Achieving the Goals", "The 2030 Agenda"]


def test_name_parties_an_organization_may_have_two_roles_but_none_twice(edition, group, escwa, world, hand):
    both = [escwa, world.organizations["iom"]]
    for role in (EditionRole.LEAD, EditionRole.CONSOLIDATES):
        name_parties(edition=edition, role=role, begins=None, organizations=both, **hand)
    name_parties(edition=edition, role=EditionRole.CONTRIBUTOR, begins=None, groups=[group], **hand)
    assert (EditionParty.objects.count(), EditionGroup.objects.get().group) == (4, group)
    with pytest.raises(OverlappingTerms):
        name_parties(edition=edition, role=EditionRole.LEAD, begins=None, organizations=[escwa], **hand)


def test_plan_version_twice_is_refused_and_goes_its_way(edition, hand):
    version = plan_version(edition=edition, language="ar", on=parse("2017-09-01"), **hand)
    with pytest.raises(SlugTaken, match="publications/language-version/situation-report-2017-ar is there already"):
        plan_version(edition=edition, language="ar", on=parse("2017-09-01"), **hand)
    steps = [move_version(version=version, step=step, on=parse("2017-11"), **hand).after for step in ("translate", "revise", "finish")]
    assert steps == ["translating", "revised", "final"]
    with pytest.raises(MoveRefused, match="'translate' is possible only from 'not_started'"):
        move_version(version=version, step="translate", on=parse("2017-12"), **hand)


def test_bind_output_to_another_edition_keeps_the_first(edition, series, group, hand):
    programme = propose_programme(group=group, slug="wgim-2018", period=parse("2018"), on=parse("2017-11-01"), **hand)
    plan = OutputPlan(kind=OutputKind.LAUNCH, position=1)
    output = plan_output(programme=programme, slug="launch", plan=plan, on=parse("2017-11-10"), **hand)
    other = plan_edition(series=series, slug="situation-report-2019", plan=EditionPlan(number=3), on=parse("2017-11-10"), **hand)
    bind_output(output=output, edition=edition, begins=parse("2017-11-10"), **hand)
    bind_output(output=output, edition=other, begins=parse("2018-06-01"), **hand)
    bound = [OutputEdition.objects.as_of(day, LATEST).get().edition for day in (date(2018, 5, 31), date(2018, 6, 1))]
    assert bound == [edition, other]
