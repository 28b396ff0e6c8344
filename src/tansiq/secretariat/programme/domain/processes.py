"""What a group does with the processes of others: it follows them, and keeps what is expected of their steps."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.programme.domain.errors import NoLongerAhead, NotFollowed, NotOnItsDate
from tansiq.secretariat.programme.enums import StepState
from tansiq.secretariat.programme.models import FollowedProcess, Process, Step, StepExpectation
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.domain.moves import advance
from tansiq.secretariat.record.domain.terms import begin, ended, supersede
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.lifecycle import UNBORN
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Move, Texts
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group


def follow_process(
    *, group: Group, process: Process, begins: PartialDate | None, by: Actor, at: datetime, basis: Basis | None = None, because: str = ""
) -> FollowedProcess:
    """Say that the group follows the process from `begins` on. Atomic. Raises OverlappingTerms when it does so already."""
    return begin(term=FollowedProcess(group=group, process=process, begins=begins, basis=basis), by=by, at=at, because=because)


def stop_following(*, group: Group, process: Process, ends: PartialDate, by: Actor, at: datetime, because: str) -> FollowedProcess:
    """Say that the group follows the process no longer after the last day of `ends`. Atomic.

    Raises NotFollowed when it did not on that day, Refused when `ends` has no last day.
    """
    if ends.last_day is None:
        raise Refused(f"{said(ends)} has no last day; say until when {group.ref} follows {process.ref}.")
    with transaction.atomic():
        held = FollowedProcess.objects.as_of(ends.last_day, LATEST).filter(group=group, process=process).first()
        if held is None:
            raise NotFollowed(f"{group.ref} does not follow {process.ref} on {said(ends)}; there is nothing to end.")
        new: FollowedProcess = ended(held, ends)
        supersede(term=held, with_=[new], by=by, at=at, because=because)
    return new


def expect_step(
    *,
    step: Step,
    date: PartialDate,
    begins: PartialDate,
    by: Actor,
    at: datetime,
    place: Texts | None = None,
    basis: Basis | None = None,
    because: str = "",
) -> StepExpectation:
    """Keep that from `begins` on the step is expected on `date`, in `place` when that is known. Atomic.

    What was expected until then stays true of the days before. The first expectation makes the step expected. Raises
    NoLongerAhead when the step was held or cancelled.
    """
    with transaction.atomic():
        if step.state in (StepState.HELD, StepState.CANCELLED):
            raise NoLongerAhead(f"{step.ref} is {step.state}; a new date cannot be expected of it. Take that move back first.")
        if step.state == UNBORN:
            advance(row=step, transition="expect", occurred_on=begins, by=by, at=at, because=because)
        wanted = StepExpectation(step=step, date=date, place=place or Texts(), begins=begins, basis=basis)
        return start_version(term=wanted, by=by, at=at, because=because)


def confirm_step(*, step: Step, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None) -> Move:
    """Record that the step was confirmed on `on`. Raises MoveRefused from another state than expected."""
    return advance(row=step, transition="confirm", occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def hold_step(*, step: Step, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None) -> Move:
    """Record that the step was held on `on`. Atomic.

    Raises NotOnItsDate when no day of `on` lies in the date expected then: keep the new date first; MoveRefused as `advance`.
    """
    with transaction.atomic():
        refuse_off_its_date(step, on)
        return advance(row=step, transition="hold", occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def cancel_step(*, step: Step, on: PartialDate, by: Actor, at: datetime, because: str, evidence: Evidence | None = None) -> Move:
    """Record that the step was cancelled on `on`. Raises MoveRefused when it was held or cancelled before."""
    return advance(row=step, transition="cancel", occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def refuse_off_its_date(step: Step, on: PartialDate) -> None:
    """Raise NotOnItsDate when no day of `on` lies in the date expected of the step on the last day of `on`."""
    expected = StepExpectation.objects.as_of(on.last_day or on.counts_from(), LATEST).filter(step=step).first()
    if expected is not None and not on.overlaps(expected.date.first_day, expected.date.ends_after()):
        raise NotOnItsDate(
            f"{step.ref} is expected on {said(expected.date)}, not on {said(on)}; record the new expectation before it is held."
        )
