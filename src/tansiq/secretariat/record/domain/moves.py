"""Moves a row through its lifecycle. `advance()` is the one place where a state is written."""

import difflib
from datetime import date, datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.domain.log import log, take_turn
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.record.models import Actor, Evidence, Move, Stateful
from tansiq.secretariat.record.models.moves import MoveQuerySet


def advance(
    *,
    row: Stateful,
    transition: str,
    occurred_on: PartialDate,
    by: Actor,
    at: datetime,
    because: str = "",
    evidence: Evidence | None = None,
) -> Move:
    """Make one transition and return the move. Atomic.

    A move counts from the last day of `occurred_on`, from which it is certain ("September 2017" from the 30th).
    Raises MoveRefused when the lifecycle has no such transition from the row's state, when `by` may not make it,
    when it would happen before the row's last move, or when its last day is still to come at `at`.
    """
    with transaction.atomic():
        take_turn()
        locked = type(row)._default_manager.select_for_update().get(pk=row.pk)
        step = _step(locked, transition, by)
        happened_by = _last_day(locked, occurred_on, at)
        earlier = standing_moves(ref_of(row)).last()
        if earlier is not None and earlier.happened_by > happened_by:
            raise MoveRefused(
                f"{ref_of(row)}: {transition!r} ({said(occurred_on)}) would come before {earlier.name!r} ({said(earlier.occurred_on)})."
            )
        entry = log(
            code="move.made", subject=ref_of(row), by=by, at=at, details={"because": because},
            parameters={"move": step.name, "from": locked.state, "to": step.after, "on": occurred_on.edtf,
                        "evidence": evidence.slug if evidence else ""},
        )
        move = Move.objects.create(
            subject=ref_of(row), lifecycle=row.lifecycle.subject, name=step.name, before=locked.state, after=step.after,
            occurred_on=occurred_on, happened_by=happened_by, recorded_at=entry.at, by=by, evidence=evidence, entry=entry,
        )
        type(row)._default_manager.filter(pk=row.pk).update(state=step.after)
    row.state = step.after
    return move


def withdraw_last_move(*, row: Stateful, by: Actor, at: datetime, because: str) -> Move:
    """Take back the row's last move because it was recorded wrongly; the row returns to the state before. Atomic.

    The move stays in the record, as known until `at`. Raises MoveRefused when there is no move left, or only the first.
    """
    with transaction.atomic():
        take_turn()
        locked = type(row)._default_manager.select_for_update().get(pk=row.pk)
        last = standing_moves(ref_of(row)).last()
        if last is None or last.before == UNBORN:
            raise MoveRefused(f"{ref_of(row)}: there is no move to take back but the one that began it.")
        entry = log(
            code="move.withdrawn", subject=ref_of(row), by=by, at=at,
            parameters={"move": last.name, "entry": last.entry_id}, details={"because": because},
        )
        move = Move.objects.create(
            subject=ref_of(row), lifecycle=last.lifecycle, name=last.name, before=last.after, after=last.before,
            occurred_on=last.occurred_on, happened_by=last.happened_by, recorded_at=entry.at, by=by, corrects=last,
            withdrawn=True, entry=entry,
        )
        type(row)._default_manager.filter(pk=locked.pk).update(state=last.before)
    row.state = last.before
    return move


def standing_moves(ref: str) -> MoveQuerySet:
    """The moves of a row that stand today, in the order they happened."""
    return Move.objects.filter(subject=ref, corrected_by=None, withdrawn=False).order_by("happened_by", "recorded_at", "pk")


def ref_of(row: Stateful) -> str:
    """The reference of a row with a lifecycle."""
    return str(row.ref)  # type: ignore[attr-defined]


def unknown_step(lifecycle: Lifecycle, name: str) -> str:
    """That a lifecycle has no step of that name, with the step that is nearest: "held" is near "hold", and so is its state."""
    steps = {step.name: step.name for step in lifecycle.transitions}
    leads = {step.after: step.name for step in reversed(lifecycle.transitions)}
    known = {**leads, **steps}
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {known[near[0]]!r}?" if near else ""
    return f"{name!r} is not a step of this {lifecycle.subject.split('/')[1].replace('-', ' ')}{hint}"


def possible(row: Stateful) -> str:
    """Which steps the row can make from where it stands."""
    names = [repr(step.name) for step in row.lifecycle.open_from(row.state)]
    return f"possible now: {', '.join(names)}" if names else "no step is possible any more"


def _step(row: Stateful, name: str, by: Actor) -> Transition:
    """The transition named, if the row's state and the actor allow it."""
    try:
        step = row.lifecycle.transition(name)
    except KeyError:
        raise MoveRefused(f"{ref_of(row)}: {unknown_step(row.lifecycle, name)} ({possible(row)}).") from None
    if row.state not in step.before:
        allowed = " or ".join(repr(state or "not begun") for state in step.before)
        raise MoveRefused(f"{ref_of(row)} is {row.state or 'not begun'!r}; {name!r} is possible only from {allowed}; {possible(row)}.")
    if not step.may(by, row):
        raise MoveRefused(f"{ref_of(row)}: {name!r} is not for this actor ({by.slug}).")
    return step


def _last_day(row: Stateful, occurred_on: PartialDate, at: datetime) -> date:
    """The day from which the move is certain."""
    day = occurred_on.happened_by()
    if day is None:
        raise MoveRefused(f"{ref_of(row)}: {said(occurred_on)} has no last day; say when it had happened.")
    if day > at.date():
        today = said(PartialDate.on(at.date()))
        raise MoveRefused(f"{ref_of(row)}: {said(occurred_on)} is still to come on {today}; record it once it has happened.")
    return day
