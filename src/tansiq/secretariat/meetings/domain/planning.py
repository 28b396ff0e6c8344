"""Takes a meeting from the plan to the adopted minutes: when it is, who organizes it, whether it took place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.domain.errors import NobodyOrganizes, NoLongerAhead, NotOnItsDates
from tansiq.secretariat.meetings.enums import AHEAD, MeetingKind, Mode, OrganizerRole
from tansiq.secretariat.meetings.models import Meeting, MeetingTerm, Organizer, OrganizingGroup
from tansiq.secretariat.programme.models import Objective
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.moves import advance
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Move, Texts
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group, Mandate, Organization


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """The particulars of a meeting: the columns of its term."""

    number: int | None = None
    dates: PartialDate | None = None
    place: Texts = field(default_factory=Texts)
    mode: Mode | str = ""
    mandate: Mandate | None = None
    objective: Objective | None = None
    audience: Texts = field(default_factory=Texts)
    purpose: Texts = field(default_factory=Texts)


def plan_meeting(
    *,
    slug: str,
    kind: MeetingKind,
    particulars: Particulars,
    groups: Mapping[Group, OrganizerRole],
    on: PartialDate,
    by: Actor,
    at: datetime,
    organizations: Mapping[Organization, OrganizerRole] | None = None,
    because: str = "",
) -> Meeting:
    """Plan a meeting of one group or several, on `on`. Atomic.

    It belongs to every group of `groups`, whatever its role. Raises NobodyOrganizes without one, SlugTaken.
    """
    if not groups:
        raise NobodyOrganizes(f"the meeting {slug!r} belongs to no group; name the group that organizes it or contributes to it.")
    with transaction.atomic():
        meeting = make(identity=Meeting(slug=slug, kind=kind), by=by, at=at)
        advance(row=meeting, transition="plan", occurred_on=on, by=by, at=at, because=because)
        set_particulars(meeting=meeting, particulars=particulars, begins=on, by=by, at=at, because=because)
        for group, role in groups.items():
            begin(term=OrganizingGroup(meeting=meeting, group=group, role=role, begins=on), by=by, at=at)
        for organization, role in (organizations or {}).items():
            begin(term=Organizer(meeting=meeting, organization=organization, role=role, begins=on), by=by, at=at)
    return meeting


def set_particulars(
    *,
    meeting: Meeting,
    particulars: Particulars,
    begins: PartialDate,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> MeetingTerm:
    """Say the meeting's particulars from `begins` on; what was said before stays true of the days before. Atomic.

    Raises NoLongerAhead when the meeting was held or cancelled: what was wrong then is corrected, not said anew.
    """
    if meeting.state not in AHEAD:
        raise NoLongerAhead(f"{meeting.ref} is {meeting.state}; correct its particulars instead of changing them from a day on.")
    columns = {name: getattr(particulars, name) for name in Particulars.__dataclass_fields__}
    return start_version(term=MeetingTerm(meeting=meeting, begins=begins, basis=basis, **columns), by=by, at=at, because=because)


def name_organizers(
    *, meeting: Meeting, organizations: Sequence[Organization], role: OrganizerRole, begins: PartialDate, by: Actor, at: datetime
) -> list[Organizer]:
    """Say that each of the organizations has `role` for the meeting from `begins` on. Atomic."""
    with transaction.atomic():
        rows = [Organizer(meeting=meeting, organization=organization, role=role, begins=begins) for organization in organizations]
        return [start_version(term=row, by=by, at=at) for row in rows]


def call_meeting(*, meeting: Meeting, on: PartialDate, by: Actor, at: datetime, evidence: Evidence | None = None) -> Move:
    """Record that the meeting was called, with its invitation as evidence. Raises NotOnItsDates without dates, MoveRefused."""
    with transaction.atomic():
        if _dates(meeting, on) is None:
            raise NotOnItsDates(f"{meeting.ref} has no dates on {said(on)}; set them before it is called.")
        return advance(row=meeting, transition="call", occurred_on=on, by=by, at=at, evidence=evidence)


def hold_meeting(
    *, meeting: Meeting, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None
) -> Move:
    """Record that the meeting was held on `on`. Atomic.

    Raises NotOnItsDates when no day of `on` lies in its dates: set the new dates first; MoveRefused as `advance`.
    """
    with transaction.atomic():
        refuse_off_its_dates(meeting, on)
        return advance(row=meeting, transition="hold", occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def postpone_meeting(*, meeting: Meeting, on: PartialDate, by: Actor, at: datetime, because: str) -> Move:
    """Record that the meeting was put off without a new date; `plan_meeting_again` gives it one. Raises MoveRefused."""
    return advance(row=meeting, transition="postpone", occurred_on=on, by=by, at=at, because=because)


def plan_meeting_again(*, meeting: Meeting, dates: PartialDate, on: PartialDate, by: Actor, at: datetime, because: str = "") -> Move:
    """Give a postponed meeting new dates from `on` on, its other particulars kept. Atomic. Raises MoveRefused."""
    with transaction.atomic():
        move = advance(row=meeting, transition="plan_again", occurred_on=on, by=by, at=at, because=because)
        held = MeetingTerm.objects.as_of(on.counts_from(), LATEST).filter(meeting=meeting).first()
        kept = Particulars(**{name: getattr(held, name) for name in Particulars.__dataclass_fields__}) if held else Particulars()
        set_particulars(meeting=meeting, particulars=replace(kept, dates=dates), begins=on, by=by, at=at, because=because)
    return move


def cancel_meeting(*, meeting: Meeting, on: PartialDate, by: Actor, at: datetime, because: str) -> Move:
    """Record that the meeting will not take place. Raises MoveRefused when it was held or cancelled before."""
    return advance(row=meeting, transition="cancel", occurred_on=on, by=by, at=at, because=because)


def issue_minutes(*, meeting: Meeting, on: PartialDate, by: Actor, at: datetime, evidence: Evidence | None = None) -> Move:
    """Record that the minutes went out for comment. Raises MoveRefused when the meeting was not held."""
    return advance(row=meeting, transition="issue_minutes", occurred_on=on, by=by, at=at, evidence=evidence)


def adopt_minutes(*, meeting: Meeting, on: PartialDate, by: Actor, at: datetime, evidence: Evidence | None = None) -> Move:
    """Record that the minutes were adopted. Raises MoveRefused when they were not out for comment."""
    return advance(row=meeting, transition="adopt_minutes", occurred_on=on, by=by, at=at, evidence=evidence)


def refuse_off_its_dates(meeting: Meeting, on: PartialDate) -> None:
    """Raise NotOnItsDates when no day of `on` lies in the dates that stood for the meeting on the last day of `on`."""
    dates = _dates(meeting, on)
    if dates is not None and not on.overlaps(dates.first_day, dates.ends_after()):
        raise NotOnItsDates(f"{meeting.ref} is set for {said(dates)}, not for {said(on)}; set the new dates before it is held.")


def _dates(meeting: Meeting, on: PartialDate) -> PartialDate | None:
    """The dates set for the meeting as they stood on the last day of `on`."""
    term: MeetingTerm | None = MeetingTerm.objects.as_of(on.last_day or on.counts_from(), LATEST).filter(meeting=meeting).first()
    return term.dates if term else None
