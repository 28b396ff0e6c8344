"""Inputs: bound from a meeting or an edition to a step or an organization, submitted, presented when the step has come."""

import pytest
from django.db import IntegrityError, transaction

from tansiq.engines.dates import parse
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.domain.processes import expect_step
from tansiq.secretariat.programme.models import Process, Step
from tansiq.secretariat.publications.domain.errors import NotAtThatStep
from tansiq.secretariat.publications.domain.inputs import bind_input, present_input, submit_input
from tansiq.secretariat.publications.enums import InputForm
from tansiq.secretariat.publications.models import Input
from tansiq.secretariat.record.domain.errors import MoveRefused, SlugTaken


@pytest.fixture
def stocktaking(hand):
    step = Step.objects.create(slug="stocktaking", process=Process.objects.create(slug="compact"), position=1, kind="meeting")
    expect_step(step=step, date=parse("4-6 December 2017"), begins=parse("2017-04-06"), **hand)
    return step


@pytest.fixture
def meeting(db):
    return Meeting.objects.create(slug="consultation-2017", kind="consultation")


@pytest.fixture
def messages(meeting, stocktaking, hand):
    return bind_input(
        slug="messages", source=meeting, destination=stocktaking, form=InputForm.KEY_MESSAGES, on=parse("2017-09-27"), **hand
    )


def test_bind_input_knows_its_source_and_destination(messages, meeting, stocktaking):
    assert (messages.meeting, messages.edition, messages.step, messages.organization) == (meeting, None, stocktaking, None)
    assert messages.state == "planned"


def test_bind_input_from_an_edition_to_an_organization(edition, escwa, hand):
    row = bind_input(slug="report", source=edition, destination=escwa, form=InputForm.DOCUMENT, on=parse("2017-11"), **hand)
    assert (row.meeting, row.edition, row.step, row.organization) == (None, edition, None, escwa)


def test_bind_input_slug_of_another_is_refused(messages, meeting, stocktaking, hand):
    with pytest.raises(SlugTaken):
        bind_input(slug="messages", source=meeting, destination=stocktaking, form=InputForm.SUMMARY, on=parse("2017-10"), **hand)


def test_present_input_before_the_step_is_refused(messages, hand):
    with pytest.raises(NotAtThatStep, match="for a step expected on 4–6 December 2017; it cannot be presented on 20 November 2017"):
        present_input(row=messages, on=parse("2017-11-20"), **hand)
    assert present_input(row=messages, on=parse("2017-12-05"), **hand).after == "presented"


def test_submit_input_after_it_was_presented_is_refused(messages, hand):
    submit_input(row=messages, on=parse("2017-11-01"), **hand)
    present_input(row=messages, on=parse("2017-12-05"), **hand)
    with pytest.raises(MoveRefused, match="is 'presented'; 'submit' is possible only from 'planned'"):
        submit_input(row=messages, on=parse("2017-12-06"), **hand)


@pytest.mark.parametrize("given", [{"meeting"}, {"meeting", "edition", "step"}, {"edition", "step", "organization"}, {"step"}])
def test_input_with_other_than_one_source_and_one_destination_is_refused_by_the_database(given, meeting, edition, stocktaking, escwa):
    rows = {"meeting": meeting, "edition": edition, "step": stocktaking, "organization": escwa}
    with pytest.raises(IntegrityError), transaction.atomic():
        Input.objects.create(slug="stray", form="summary", **{name: rows[name] for name in given})
