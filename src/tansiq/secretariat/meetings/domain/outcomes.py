"""Keeps what a meeting is for, what it agreed, and who and how many took part."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.domain.errors import NotHeldYet, NothingSaid
from tansiq.secretariat.meetings.enums import MeetingPointKind
from tansiq.secretariat.meetings.models import (
    Meeting,
    MeetingPoint,
    MeetingPointTerm,
    Participation,
    ParticipationTerm,
    ParticipationTotal,
)
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.domain.moves import standing_moves
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis, Texts
from tansiq.secretariat.register.domain.versions import start_version


def state_aim(*, meeting: Meeting, text: Texts, begins: PartialDate | None, by: Actor, at: datetime) -> MeetingPoint:
    """Add an objective of the meeting after its last one. Atomic. Raises NothingSaid."""
    return _add_point(meeting, MeetingPointKind.OBJECTIVE, MeetingPointTerm(text=text, begins=begins), by, at)


def agree_outcome(
    *, meeting: Meeting, text: Texts, on: PartialDate, by: Actor, at: datetime, basis: Basis | None = None
) -> MeetingPoint:
    """Add what the meeting agreed on `on` after its last outcome. Atomic. Raises NothingSaid, NotHeldYet."""
    _refuse_before_it_was_held(meeting, on)
    return _add_point(meeting, MeetingPointKind.OUTCOME, MeetingPointTerm(text=text, begins=on, basis=basis), by, at)


def send_message(
    *, meeting: Meeting, text: Texts, on: PartialDate, by: Actor, at: datetime, basis: Basis | None = None
) -> MeetingPoint:
    """Add a key message of the meeting, settled on `on`, after its last one. Atomic. Raises NothingSaid, NotHeldYet."""
    _refuse_before_it_was_held(meeting, on)
    return _add_point(meeting, MeetingPointKind.KEY_MESSAGE, MeetingPointTerm(text=text, begins=on, basis=basis), by, at)


def reword_point(
    *, point: MeetingPoint, text: Texts, begins: PartialDate, by: Actor, at: datetime, because: str
) -> MeetingPointTerm:
    """Say a point anew from `begins` on; what it said before stays true of the days before. Raises NothingSaid."""
    if not text:
        raise NothingSaid(f"{point.ref}: a point needs a text in one language at least.")
    return start_version(term=MeetingPointTerm(point=point, text=text, begins=begins), by=by, at=at, because=because)


def name_stakeholders(
    *, meeting: Meeting, stakeholders: Texts, begins: PartialDate | None, by: Actor, at: datetime, count: int | None = None
) -> Participation:
    """Add a stakeholder group after the last one named, with the number of its participants when known. Atomic. Raises NothingSaid."""
    if not stakeholders:
        raise NothingSaid(f"{meeting.ref}: a stakeholder group needs a name in one language at least.")
    with transaction.atomic():
        take_turn()
        last = meeting.participations.order_by("position").last()
        position = last.position + 1 if last else 1
        row = Participation(slug=f"{meeting.slug}-stakeholders-{position}", meeting=meeting, position=position)
        participation = make(identity=row, by=by, at=at)
        term = ParticipationTerm(participation=participation, stakeholders=stakeholders, count=count, begins=begins)
        begin(term=term, by=by, at=at)
    return participation


def count_participation(
    *, meeting: Meeting, count: int, on: PartialDate, by: Actor, at: datetime, approximate: bool = False, basis: Basis | None = None
) -> ParticipationTotal:
    """Keep how many took part, as counted on `on`; a later count does not change what was said before. Raises NotHeldYet."""
    _refuse_before_it_was_held(meeting, on)
    total = ParticipationTotal(meeting=meeting, count=count, approximate=approximate, begins=on, basis=basis)
    return start_version(term=total, by=by, at=at)


def _add_point(meeting: Meeting, kind: MeetingPointKind, term: MeetingPointTerm, by: Actor, at: datetime) -> MeetingPoint:
    """Make the next point of the kind, and begin its term."""
    if not term.text:
        raise NothingSaid(f"{meeting.ref}: a point needs a text in one language at least.")
    with transaction.atomic():
        take_turn()
        last = meeting.points.filter(kind=kind).order_by("position").last()
        position = last.position + 1 if last else 1
        slug = f"{meeting.slug}-{kind.replace('_', '-')}-{position}"
        term.point = make(identity=MeetingPoint(slug=slug, meeting=meeting, kind=kind, position=position), by=by, at=at)
        begin(term=term, by=by, at=at)
    return term.point


def _refuse_before_it_was_held(meeting: Meeting, on: PartialDate) -> None:
    """Raise NotHeldYet unless the first day of the meeting is over by the last of `on`."""
    held = standing_moves(meeting.ref).filter(name="hold").last()
    if held is None or on.precedes(held.occurred_on):
        was = f"was held on {said(held.occurred_on)}" if held else f"is {meeting.state or 'not planned'}"
        raise NotHeldYet(f"{meeting.ref} {was}; nothing was agreed or counted there by {said(on)}.")
