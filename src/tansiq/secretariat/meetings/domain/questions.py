"""How meetings are asked: on a day, as the record knew it at a moment, in a number of queries that does not grow with the data.

What is returned gives references (`app/kind/slug`) and, for each statement, the rows that it rests on.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.enums import AHEAD, PAST, MeetingKind, MeetingPointKind, MeetingState, OrganizerRole
from tansiq.secretariat.meetings.models import (
    Meeting,
    MeetingPointTerm,
    MeetingTerm,
    Organizer,
    OrganizingGroup,
    ParticipationTerm,
    ParticipationTotal,
)
from tansiq.secretariat.record.models import Move, Texts


@dataclass(frozen=True)
class OrganizedBy:
    """A group or an organization (its reference) and its role."""

    ref: str
    role: str
    rests_on: str


@dataclass(frozen=True)
class PointStated:
    """An objective, outcome or key message."""

    ref: str
    text: Texts
    rests_on: str


@dataclass(frozen=True)
class Stakeholders:
    """A stakeholder group that took part; `count` is None where it was not counted."""

    ref: str
    text: Texts
    count: int | None
    rests_on: str


@dataclass(frozen=True)
class Total:
    """How many took part as a whole."""

    count: int
    approximate: bool
    rests_on: str


@dataclass(frozen=True)
class MeetingStands:
    """A meeting as it stood on the day.

    `held_on` is when it was held, None before; `dates` are those set for it. `mandate` and `objective` are references or
    "". `rests_on` are the move that gave the state and the term of the particulars.
    """

    ref: str
    slug: str
    kind: str
    state: str
    held_on: PartialDate | None
    number: int | None
    dates: PartialDate | None
    place: Texts
    mode: str
    mandate: str
    objective: str
    audience: Texts
    purpose: Texts
    organizers: tuple[OrganizedBy, ...]
    objectives: tuple[PointStated, ...]
    outcomes: tuple[PointStated, ...]
    key_messages: tuple[PointStated, ...]
    participation: tuple[Stakeholders, ...]
    total: Total | None
    rests_on: tuple[str, ...]


def meetings_held(
    group: str, start: date, end: date, day: date, known_at: datetime, *, kinds: Collection[str] = tuple(MeetingKind.values)
) -> list[MeetingStands]:
    """The group's meetings held by `day`, on days in [start, end), in order of time. Eight queries."""
    past = meetings_of(group, day, known_at, states=PAST)
    found = [each for each in past if each.kind in kinds and each.held_on and each.held_on.overlaps(start, end)]
    return sorted(found, key=lambda each: (each.held_on, each.slug))


def meetings_ahead(
    group: str, day: date, known_at: datetime, *, kinds: Collection[str] = tuple(MeetingKind.values)
) -> list[MeetingStands]:
    """The group's meetings still to come on `day`: planned, called or postponed; those without dates last. Eight queries."""
    found = [each for each in meetings_of(group, day, known_at, states=AHEAD) if each.kind in kinds]
    return sorted(found, key=lambda each: (each.dates is None, each.dates.last_day or date.max if each.dates else date.max, each.slug))


def meetings_of(
    group: str, day: date, known_at: datetime, *, states: Collection[str] = tuple(MeetingState.values)
) -> list[MeetingStands]:
    """Every meeting of the group (a slug), planned by `day` and in one of `states` then, by slug. Eight queries."""
    belongs = OrganizingGroup.objects.as_of(day, known_at).filter(group__slug=group)
    return _stand(Meeting.objects.filter(pk__in=belongs.values("meeting")).order_by("slug"), day, known_at, states)


def meeting(
    slug: str, day: date, known_at: datetime, *, states: Collection[str] = tuple(MeetingState.values)
) -> MeetingStands | None:
    """One meeting as it stood on `day`, None when it had not been planned or was in none of `states`. Eight queries."""
    found = _stand(Meeting.objects.filter(slug=slug), day, known_at, states)
    return found[0] if found else None


def _stand(rows: Iterable[Meeting], day: date, known_at: datetime, states: Collection[str]) -> list[MeetingStands]:
    """Each of the meetings that was in one of the states on `day`. Eight queries, that of `rows` included."""
    planned = list(rows)
    moves: dict[str, list[Move]] = {}
    for move in Move.objects.as_of(day, known_at).filter(subject__in=[row.ref for row in planned]):
        moves.setdefault(move.subject, []).append(move)
    meetings = [row for row in planned if row.ref in moves and moves[row.ref][-1].after in states]
    ids = [row.pk for row in meetings]
    particulars = MeetingTerm.objects.as_of(day, known_at).filter(meeting__in=ids).select_related("mandate", "objective")
    terms = {term.meeting_id: term for term in particulars}
    organizers = _organizers(ids, day, known_at)
    points = _points(ids, day, known_at)
    present = _participation(ids, day, known_at)
    totals = {
        row.meeting_id: Total(row.count, row.approximate, row.ref)
        for row in ParticipationTotal.objects.as_of(day, known_at).filter(meeting__in=ids)
    }
    return [
        MeetingStands(
            ref=row.ref,
            slug=row.slug,
            kind=row.kind,
            **_particulars(terms.get(row.pk) or MeetingTerm(), moves[row.ref]),
            organizers=tuple(organizers.get(row.pk, ())),
            objectives=tuple(points.get((row.pk, MeetingPointKind.OBJECTIVE), ())),
            outcomes=tuple(points.get((row.pk, MeetingPointKind.OUTCOME), ())),
            key_messages=tuple(points.get((row.pk, MeetingPointKind.KEY_MESSAGE), ())),
            participation=tuple(present.get(row.pk, ())),
            total=totals.get(row.pk),
        )
        for row in meetings
    ]


def _particulars(term: MeetingTerm, moves: list[Move]) -> dict[str, Any]:
    held = [move.occurred_on for move in moves if move.name == "hold"]
    return {
        "state": moves[-1].after,
        "held_on": held[-1] if held else None,
        "number": term.number,
        "dates": term.dates,
        "place": term.place,
        "mode": term.mode,
        "mandate": term.mandate.ref if term.mandate else "",
        "objective": term.objective.ref if term.objective else "",
        "audience": term.audience,
        "purpose": term.purpose,
        "rests_on": (moves[-1].ref, term.ref) if term.pk else (moves[-1].ref,),
    }


def _organizers(ids: list[int], day: date, known_at: datetime) -> dict[int, list[OrganizedBy]]:
    """Hosts, then co-organizers, then contributors; organizations before groups. Two queries."""
    bodies = Organizer.objects.as_of(day, known_at).filter(meeting__in=ids).select_related("organization").order_by("organization__slug")
    groups = OrganizingGroup.objects.as_of(day, known_at).filter(meeting__in=ids).select_related("group").order_by("group__slug")
    found: dict[int, list[OrganizedBy]] = {}
    named = [(row, row.organization.ref) for row in bodies] + [(row, row.group.ref) for row in groups]
    for row, ref in sorted(named, key=lambda pair: OrganizerRole.values.index(pair[0].role)):
        found.setdefault(row.meeting_id, []).append(OrganizedBy(ref, row.role, row.ref))
    return found


def _points(ids: list[int], day: date, known_at: datetime) -> dict[tuple[int, str], list[PointStated]]:
    terms = MeetingPointTerm.objects.as_of(day, known_at).filter(point__meeting__in=ids).select_related("point")
    found: dict[tuple[int, str], list[PointStated]] = {}
    for term in terms.order_by("point__position"):
        found.setdefault((term.point.meeting_id, term.point.kind), []).append(PointStated(term.point.ref, term.text, term.ref))
    return found


def _participation(ids: list[int], day: date, known_at: datetime) -> dict[int, list[Stakeholders]]:
    terms = ParticipationTerm.objects.as_of(day, known_at).filter(participation__meeting__in=ids).select_related("participation")
    found: dict[int, list[Stakeholders]] = {}
    for term in terms.order_by("participation__position"):
        row = Stakeholders(term.participation.ref, term.stakeholders, term.count, term.ref)
        found.setdefault(term.participation.meeting_id, []).append(row)
    return found
