"""Binds what comes out of meetings and editions to where it goes, and records that it got there."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.models import Step, StepExpectation
from tansiq.secretariat.publications.domain.errors import NotAtThatStep
from tansiq.secretariat.publications.enums import InputForm
from tansiq.secretariat.publications.models import Edition, Input
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.moves import advance
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Evidence, Move
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.models import Organization


def bind_input(
    *,
    slug: str,
    source: Meeting | Edition,
    destination: Step | Organization,
    form: InputForm,
    on: PartialDate,
    by: Actor,
    at: datetime,
    because: str = "",
) -> Input:
    """Plan that what comes out of `source` goes, in that form, to `destination`. Atomic. Raises SlugTaken."""
    row = Input(
        slug=slug,
        form=form,
        meeting=source if isinstance(source, Meeting) else None,
        edition=source if isinstance(source, Edition) else None,
        step=destination if isinstance(destination, Step) else None,
        organization=destination if isinstance(destination, Organization) else None,
    )
    with transaction.atomic():
        made = make(identity=row, by=by, at=at)
        advance(row=made, transition="plan", occurred_on=on, by=by, at=at, because=because)
    return made


def submit_input(*, row: Input, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None) -> Move:
    """Record that the input was handed in on `on`. Raises MoveRefused when it was before."""
    return advance(row=row, transition="submit", occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def present_input(*, row: Input, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None) -> Move:
    """Record that the input was presented on `on`. Atomic.

    Raises NotAtThatStep when the step it is bound for is expected after `on`, MoveRefused when it was presented before.
    """
    with transaction.atomic():
        day = on.last_day or on.counts_from()
        expected = StepExpectation.objects.as_of(day, LATEST).filter(step=row.step_id).first() if row.step_id else None
        if expected is not None and on.precedes(expected.date):
            raise NotAtThatStep(f"{row.ref} is bound for a step expected on {said(expected.date)}; it cannot be presented on {said(on)}.")
        return advance(row=row, transition="present", occurred_on=on, by=by, at=at, because=because, evidence=evidence)
