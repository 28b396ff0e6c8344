"""How meetings are asked: on a day, as the record knew it at a moment, each question with one query.

What is returned gives references (`app/kind/slug`) and, for each statement, the rows that it rests on.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

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
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.domain.states import standing
from tansiq.secretariat.record.models import Move, Texts, by_subject


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
    """The group's meetings held by `day`, on days in [start, end), in order of time. One query."""
    past = meetings_of(group, day, known_at, states=PAST)
    found = [each for each in past if each.kind in kinds and each.held_on and each.held_on.overlaps(start, end)]
    return sorted(found, key=lambda each: (each.held_on, each.slug))


def meetings_ahead(
    group: str, day: date, known_at: datetime, *, kinds: Collection[str] = tuple(MeetingKind.values)
) -> list[MeetingStands]:
    """The group's meetings still to come on `day`: planned, called or postponed; those without dates last. One query."""
    found = [each for each in meetings_of(group, day, known_at, states=AHEAD) if each.kind in kinds]
    return sorted(found, key=lambda each: (each.dates is None, each.dates.last_day or date.max if each.dates else date.max, each.slug))


def meetings_of(
    group: str, day: date, known_at: datetime, *, states: Collection[str] = tuple(MeetingState.values)
) -> list[MeetingStands]:
    """Every meeting of the group (a slug), planned by `day` and in one of `states` then, by slug. One query."""
    return standing(group_meetings(group, day, known_at), states)


@question
def group_meetings(group: str, day: date, known_at: datetime) -> Reading[list[MeetingStands]]:
    """As `meetings_of`, in whatever state."""
    return _standing(Meeting.objects.filter(pk__in=meetings_belonging(group, day, known_at)), day, known_at)


def meetings_belonging(group: str, day: date, known_at: datetime) -> QuerySet[Any, Any]:
    """The keys of the meetings that belong to the group (a slug) on `day`, for a subquery."""
    return OrganizingGroup.objects.as_of(day, known_at).filter(group__slug=group).values("meeting")


def meeting(
    slug: str, day: date, known_at: datetime, *, states: Collection[str] = tuple(MeetingState.values)
) -> MeetingStands | None:
    """One meeting as it stood on `day`, None when it had not been planned or was in none of `states`. One query."""
    return next(iter(standing(_meeting(slug, day, known_at), states)), None)


@question
def _meeting(slug: str, day: date, known_at: datetime) -> Reading[list[MeetingStands]]:
    """The meeting of that slug, if it had been planned."""
    return _standing(Meeting.objects.filter(slug=slug), day, known_at)


def _standing(rows: QuerySet[Meeting], day: date, known_at: datetime) -> Reading[list[MeetingStands]]:
    """Each of the meetings that had been planned by `day`, as it stood then, by slug."""
    keys = rows.values("pk")
    bodies = Organizer.objects.as_of(day, known_at).filter(meeting__in=keys).select_related("organization")
    groups = OrganizingGroup.objects.as_of(day, known_at).filter(meeting__in=keys).select_related("group")
    points = MeetingPointTerm.objects.as_of(day, known_at).filter(point__meeting__in=keys).select_related("point")
    present = ParticipationTerm.objects.as_of(day, known_at).filter(participation__meeting__in=keys).select_related("participation")
    wanted = (
        rows.order_by("slug"),
        Move.objects.as_of(day, known_at).of(rows),
        MeetingTerm.objects.as_of(day, known_at).filter(meeting__in=keys).select_related("mandate", "objective"),
        bodies.order_by("organization__slug"),
        groups.order_by("group__slug"),
        points.order_by("point__position"),
        present.order_by("participation__position"),
        ParticipationTotal.objects.as_of(day, known_at).filter(meeting__in=keys),
    )
    return Reading(wanted, _stand)


def _stand(*read: list[Any]) -> list[MeetingStands]:
    rows, moves, terms, bodies, groups, points, present, totals = read
    made, stated = by_subject(moves), {term.meeting_id: term for term in terms}
    organizers, points_of, stakeholders = _organizers(bodies, groups), _points(points), _participation(present)
    counted = {row.meeting_id: Total(row.count, row.approximate, row.ref) for row in totals}
    return [
        MeetingStands(
            ref=row.ref,
            slug=row.slug,
            kind=row.kind,
            **_particulars(stated.get(row.pk) or MeetingTerm(), made[row.ref]),
            organizers=tuple(organizers.get(row.pk, ())),
            objectives=tuple(points_of.get((row.pk, MeetingPointKind.OBJECTIVE), ())),
            outcomes=tuple(points_of.get((row.pk, MeetingPointKind.OUTCOME), ())),
            key_messages=tuple(points_of.get((row.pk, MeetingPointKind.KEY_MESSAGE), ())),
            participation=tuple(stakeholders.get(row.pk, ())),
            total=counted.get(row.pk),
        )
        for row in rows
        if row.ref in made
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


def _organizers(bodies: Sequence[Organizer], groups: Sequence[OrganizingGroup]) -> dict[int, list[OrganizedBy]]:
    """Hosts, then co-organizers, then contributors; organizations before groups."""
    found: dict[int, list[OrganizedBy]] = {}
    named = [(row.meeting_id, row.role, row.ref, row.organization.ref) for row in bodies]
    named += [(row.meeting_id, row.role, row.ref, row.group.ref) for row in groups]
    for meeting_id, role, rests_on, ref in sorted(named, key=lambda each: OrganizerRole.values.index(each[1])):
        found.setdefault(meeting_id, []).append(OrganizedBy(ref, role, rests_on))
    return found


def _points(terms: Sequence[MeetingPointTerm]) -> dict[tuple[int, str], list[PointStated]]:
    found: dict[tuple[int, str], list[PointStated]] = {}
    for term in terms:
        found.setdefault((term.point.meeting_id, term.point.kind), []).append(PointStated(term.point.ref, term.text, term.ref))
    return found


def _participation(terms: Sequence[ParticipationTerm]) -> dict[int, list[Stakeholders]]:
    found: dict[int, list[Stakeholders]] = {}
    for term in terms:
        row = Stakeholders(term.participation.ref, term.stakeholders, term.count, term.ref)
        found.setdefault(term.participation.meeting_id, []).append(row)
    return found
