"""What can be asked of meetings as facts: when they were held or are planned, their state, how many took part, what they agreed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from tansiq.engines.press.typography import format_number
from tansiq.secretariat.meetings.domain.questions import MeetingStands, group_meetings
from tansiq.secretariat.meetings.domain.questions import meeting as meeting_on
from tansiq.secretariat.meetings.enums import AHEAD, MeetingState
from tansiq.secretariat.meetings.models import OrganizingGroup
from tansiq.secretariat.record.domain.wording import NOTHING, count_display, date_display
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.facts import Measured, fact
from tansiq.secretariat.record.models import Move

STATE_WORDS: Mapping[str, Mapping[str, str]] = {
    MeetingState.PLANNED: {"en": "planned", "ar": "مقرر", "fr": "prévue"},
    MeetingState.CALLED: {"en": "called", "ar": "وُجهت الدعوة إليه", "fr": "convoquée"},
    MeetingState.HELD: {"en": "held", "ar": "عُقد", "fr": "tenue"},
    MeetingState.MINUTES_OUT: {"en": "minutes out for comment", "ar": "المحضر قيد التعليق", "fr": "procès-verbal soumis pour observations"},
    MeetingState.ADOPTED: {"en": "minutes adopted", "ar": "اعتُمد المحضر", "fr": "procès-verbal adopté"},
    MeetingState.POSTPONED: {"en": "postponed", "ar": "مؤجل", "fr": "reportée"},
    MeetingState.CANCELLED: {"en": "cancelled", "ar": "ملغى", "fr": "annulée"},
}
ABOUT: Mapping[str, str] = {"en": "about {}", "ar": "نحو {}", "fr": "environ {}"}


def meetings_planned(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every meeting that belongs to it and had been planned by then."""
    terms = OrganizingGroup.objects.as_of(as_of, known_at).select_related("group", "meeting").order_by("group__slug", "meeting__slug")
    rows = list(terms)
    moves = Move.objects.last_moves([row.meeting.ref for row in rows], as_of, known_at)
    yield from ({"group": row.group.slug, "meeting": row.meeting.slug} for row in rows if row.meeting.ref in moves)


@fact("meetings.held_on", unit="date", cases=meetings_planned)
def held_on(*, group: str, meeting: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """When the meeting was held, as EDTF; None before. Rests on the move that says so."""
    ref = f"meetings/meeting/{meeting}"
    move = Move.objects.as_of(as_of, known_at).filter(subject=ref, name="hold").last()
    if move is None:
        return Measured(None, (), NOTHING)
    return Measured(move.occurred_on.edtf, (move.ref,), date_display(move.occurred_on, as_of))


@fact("meetings.planned_on", unit="date", cases=meetings_planned)
def planned_on(*, group: str, meeting: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """The dates set for a meeting still to come, as EDTF; None when it is over, cancelled or has none. Rests on its particulars."""
    found = meeting_on(meeting, as_of, known_at, states=AHEAD)
    if found is None:
        return Measured(None, (), NOTHING)
    return Measured(found.dates.edtf if found.dates else None, found.rests_on, date_display(found.dates, as_of))


@fact("meetings.state", unit="state", cases=meetings_planned)
def state(*, group: str, meeting: str, as_of: date, known_at: datetime) -> Measured:  # noqa: ARG001
    """Where the meeting stands, from planned to minutes adopted. Rests on the move that made it so."""
    ref = f"meetings/meeting/{meeting}"
    move = Move.objects.last_moves([ref], as_of, known_at).get(ref)
    return Measured(move.after, (move.ref,), STATE_WORDS[move.after]) if move else Measured(None, (), NOTHING)


@fact("meetings.participants", unit="participants", cases=meetings_planned)
def participants(*, group: str, meeting: str, as_of: date, known_at: datetime) -> Measured:
    """How many took part in the meeting; None where nobody counted. An approximate count is shown as such. Rests on the count."""
    found = _of_group(group, meeting, as_of, known_at)
    if found is None or found.total is None:
        return Measured(None, (), NOTHING)
    shown = count_display(found.total.count)
    if found.total.approximate:
        shown = {language: ABOUT[language].format(format_number(found.total.count, language)) for language in Language.values}
    return Measured(found.total.count, (found.total.rests_on,), shown)


@fact("meetings.outcome_count", unit="outcomes", cases=meetings_planned)
def outcome_count(*, group: str, meeting: str, as_of: date, known_at: datetime) -> Measured:
    """How many outcomes the meeting agreed. Rests on the terms that state them."""
    found = _of_group(group, meeting, as_of, known_at)
    outcomes = found.outcomes if found else ()
    return Measured(len(outcomes), tuple(each.rests_on for each in outcomes), count_display(len(outcomes)))


def _of_group(group: str, meeting: str, as_of: date, known_at: datetime) -> MeetingStands | None:
    """The meeting among those of the group, which whoever asks of several meetings has read already."""
    return next((each for each in group_meetings(group, as_of, known_at) if each.slug == meeting), None)
