"""Takes back the last step of a request that was recorded wrongly, with the seat it gave. What stands then is as before the step."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tansiq.secretariat.record.domain.errors import AlreadyCorrected, MoveRefused
from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.domain.moves import standing_moves, withdraw_last_move
from tansiq.secretariat.record.lifecycle import UNBORN
from tansiq.secretariat.record.models import Actor, Move
from tansiq.secretariat.register.domain.changing import undo_entry
from tansiq.secretariat.register.domain.errors import RequestOpen, SeatChanged
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.lifecycle import OPEN
from tansiq.secretariat.register.models import JoinRequest, SeatTerm

ENTRIES_OF_A_SEAT = 2
"""A step that seats an organization writes at most two entries after its own: the seat made, and its term begun."""


@dataclass(frozen=True)
class LastStep:
    """The last step of a request, and the term of the seat that it gave, None when it gave none."""

    move: Move
    seat: SeatTerm | None


def last_step(request: JoinRequest) -> LastStep | None:
    """The step that can be taken back; None when there is only the one that began the request. Two queries."""
    move = standing_moves(request.ref).select_related("by__account").last()
    return None if move is None or move.before == UNBORN else LastStep(move, _given(request, move))


def take_back_step(*, request: JoinRequest, entry: int, by: Actor, at: datetime, because: str) -> None:
    """Take back the step that the log entry `entry` recorded, the last one, and the seat it gave. Atomic.

    Raises AlreadyCorrected when the last step is another one by now; MoveRefused when the request has no step but its first;
    RequestOpen when it would be open again beside, or after, another one of the organization; SeatChanged when the record
    says something else of that seat since; OutlivesSeat when an office or contact rests on it.
    """
    with transaction.atomic():
        take_turn()
        step = last_step(request)
        if step is None:
            raise MoveRefused(f"{request.ref}: there is no step to take back but the one that began it.")
        if step.move.entry_id != entry:
            raise AlreadyCorrected(f"{request.ref}: its last step is {step.move.name!r} by now; look at it again.")
        _refuse_unless_alone(request, step.move)
        if step.seat is not None:
            _take_back_seat(step.seat, by=by, at=at, because=because)
        withdraw_last_move(row=request, by=by, at=at, because=because)


def _given(request: JoinRequest, move: Move) -> SeatTerm | None:
    """The term of the seat that a step gave: it was recorded by an entry right after that of the step."""
    entries = range(move.entry_id + 1, move.entry_id + 1 + ENTRIES_OF_A_SEAT)
    rows = SeatTerm.objects.filter(
        seat__group=request.group_id, seat__organization=request.organization_id, kind=SeatKind.MEMBER, recorded_entry__in=entries
    )
    return rows.select_related("seat__group", "seat__organization", "recorded_entry").first()


def _refuse_unless_alone(request: JoinRequest, move: Move) -> None:
    """Raise RequestOpen when going back would open the request beside another one of the organization, or before a later one."""
    if request.state in OPEN or move.before not in OPEN:
        return
    others = JoinRequest.objects.filter(group=request.group_id, organization=request.organization_id).exclude(pk=request.pk)
    for other in others:
        first = standing_moves(other.ref).first()
        if other.state in OPEN or (first is not None and first.happened_by >= move.happened_by):
            raise RequestOpen(f"{other.ref} came after {request.ref}; only the last request of an organization can be open.")


def _take_back_seat(given: SeatTerm, *, by: Actor, at: datetime, because: str) -> None:
    """Undo what gave the seat; a seat that was taken out meanwhile is left so."""
    if given.superseded_at is None:
        undo_entry(term=given, by=by, at=at, because=because)
    elif SeatTerm.objects.current().filter(seat=given.seat_id, kind=SeatKind.MEMBER).exists():
        raise SeatChanged(f"{given.seat.ref} was changed since it was given; take it out on its own page first.")
