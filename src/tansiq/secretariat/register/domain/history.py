"""What happened to a group's seats, offices and requests: dated changes, newest first. What holds on a day is asked in questions.py."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.models import Move, Term
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest, OfficeTerm, SeatTerm


@dataclass(frozen=True)
class Change:
    """One dated change. `what` is its code: `seat-taken`, `seat-ended`, `seat-member`, `seat-observer` (the capacity changed),
    `office-taken`, `office-ended`, `answer-agrees`, `answer-objects`, or `request-` with the name of the move.

    `detail` is the office's role; `recorded_at` is when the record learnt of it, `rests_on` the row that says so.
    """

    on: PartialDate
    what: str
    organization: str
    recorded_at: datetime
    rests_on: str
    detail: str = ""


@dataclass(frozen=True)
class Past:
    """The rows of a group that had begun by a day: terms of seats and offices, moves and answers of its requests."""

    day: date
    seats: Sequence[SeatTerm]
    offices: Sequence[OfficeTerm]
    requests: Mapping[str, JoinRequest]
    moves: Sequence[Move]
    answers: Sequence[CoChairAnswer]


@question
def past(group: str, day: date, known_at: datetime) -> Reading[Past]:
    """What the record held at `known_at` of the group (a slug) until `day`. One query."""
    seats = SeatTerm.objects.known(known_at).filter(seat__group__slug=group, valid_from__lte=day)
    offices = OfficeTerm.objects.known(known_at).filter(office__seat__group__slug=group, valid_from__lte=day)
    answers = CoChairAnswer.objects.known(known_at).filter(request__group__slug=group, valid_from__lte=day)
    requests = JoinRequest.objects.filter(group__slug=group)
    wanted = (
        seats.select_related("seat__organization").order_by("valid_from", "pk"),
        offices.select_related("office__seat__organization").order_by("office__seat__organization__slug", "valid_from", "pk"),
        requests.select_related("organization"),
        Move.objects.as_of(day, known_at).of(requests),
        answers.select_related("organization", "request").order_by("valid_from", "pk"),
    )

    def answer(*read: list[Any]) -> Past:
        seats_, offices_, requests_, moves, answers_ = read
        return Past(day, seats_, offices_, {row.ref: row for row in requests_}, moves, answers_)

    return Reading(wanted, answer)


def changes(rows: Past, limit: int | None = None) -> list[Change]:
    """The changes that had happened by the day, newest first, at most `limit`. No query.

    What began nobody knows when is no change that could be dated, and is left out.
    """
    found = [*_of_seats(rows), *_of_offices(rows), *_of_requests(rows)]
    return sorted(found, key=_newest_first, reverse=True)[:limit]


def _newest_first(change: Change) -> tuple[date, datetime, str]:
    return change.on.last_day or change.on.first_day or date.min, change.recorded_at, change.rests_on


def _of_seats(rows: Past) -> Iterator[Change]:
    for row in rows.seats:
        seats = {row.seat_id, row.continues_id}
        before = next((other for other in rows.seats if other.seat_id in seats and other.valid_to == row.valid_from), None)
        slug = row.seat.organization.slug
        if before is None:
            yield from _began(row, "seat-taken", slug)
        elif before.kind != row.kind:
            yield from _began(row, f"seat-{row.kind}", slug)
        if not any(other.valid_from == row.valid_to and row.seat_id in (other.seat_id, other.continues_id) for other in rows.seats):
            yield from _ended(row, "seat-ended", slug, rows.day)


def _of_offices(rows: Past) -> Iterator[Change]:
    for row in rows.offices:
        slug, role = row.office.seat.organization.slug, row.office.role
        if not any(other.office_id == row.office_id and other.valid_to == row.valid_from for other in rows.offices):
            yield from _began(row, "office-taken", slug, role)
        if not any(other.office_id == row.office_id and other.valid_from == row.valid_to for other in rows.offices):
            yield from _ended(row, "office-ended", slug, rows.day, role)


def _of_requests(rows: Past) -> Iterator[Change]:
    for move in rows.moves:
        slug = rows.requests[move.subject].organization.slug
        yield Change(move.occurred_on, f"request-{move.name}", slug, move.recorded_at, move.ref)
    for answer in rows.answers:
        yield from _began(answer, f"answer-{answer.answer}", answer.organization.slug)


def _began(term: Term, what: str, organization: str, detail: str = "") -> Iterator[Change]:
    begins: PartialDate | None = term.begins
    if begins is not None and begins.first_day is not None:
        yield Change(begins, what, organization, term.recorded_at, term.ref, detail)


def _ended(term: Term, what: str, organization: str, day: date, detail: str = "") -> Iterator[Change]:
    ends: PartialDate | None = term.ends
    if ends is not None and term.valid_to is not None and term.valid_to <= day:
        yield Change(ends, what, organization, term.recorded_at, term.ref, detail)
