"""What happened to a group's seats, offices and requests: dated changes, newest first. What holds on a day is asked in questions.py."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.engines.dates import PartialDate
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


def changes(group: str, day: date, known_at: datetime, limit: int | None = None) -> list[Change]:
    """The changes of the group (a slug) that had happened by `day`, newest first, at most `limit`. Five queries.

    What began nobody knows when is no change that could be dated, and is left out.
    """
    found = [*_of_seats(group, day, known_at), *_of_offices(group, day, known_at), *_of_requests(group, day, known_at)]
    return sorted(found, key=_newest_first, reverse=True)[:limit]


def _newest_first(change: Change) -> tuple[date, datetime, str]:
    return change.on.last_day or change.on.first_day or date.min, change.recorded_at, change.rests_on


def _of_seats(group: str, day: date, known_at: datetime) -> Iterator[Change]:
    terms = SeatTerm.objects.known(known_at).filter(seat__group__slug=group, valid_from__lte=day)
    rows = list(terms.select_related("seat__organization").order_by("valid_from", "pk"))
    for row in rows:
        seats = {row.seat_id, row.continues_id}
        before = next((other for other in rows if other.seat_id in seats and other.valid_to == row.valid_from), None)
        slug = row.seat.organization.slug
        if before is None:
            yield from _began(row, "seat-taken", slug)
        elif before.kind != row.kind:
            yield from _began(row, f"seat-{row.kind}", slug)
        if not any(other.valid_from == row.valid_to and row.seat_id in (other.seat_id, other.continues_id) for other in rows):
            yield from _ended(row, "seat-ended", slug, day)


def _of_offices(group: str, day: date, known_at: datetime) -> Iterator[Change]:
    terms = OfficeTerm.objects.known(known_at).filter(office__seat__group__slug=group, valid_from__lte=day)
    rows: Sequence[OfficeTerm] = list(terms.select_related("office__seat__organization").order_by("valid_from", "pk"))
    for row in rows:
        slug, role = row.office.seat.organization.slug, row.office.role
        if not any(other.office_id == row.office_id and other.valid_to == row.valid_from for other in rows):
            yield from _began(row, "office-taken", slug, role)
        if not any(other.office_id == row.office_id and other.valid_from == row.valid_to for other in rows):
            yield from _ended(row, "office-ended", slug, day, role)


def _of_requests(group: str, day: date, known_at: datetime) -> Iterator[Change]:
    requests = {row.ref: row for row in JoinRequest.objects.filter(group__slug=group).select_related("organization")}
    for move in Move.objects.as_of(day, known_at).filter(subject__in=list(requests)):
        slug = requests[move.subject].organization.slug
        yield Change(move.occurred_on, f"request-{move.name}", slug, move.recorded_at, move.ref)
    answers: Iterable[CoChairAnswer] = CoChairAnswer.objects.known(known_at).filter(request__group__slug=group, valid_from__lte=day)
    for answer in answers.select_related("organization"):  # type: ignore[attr-defined]
        yield from _began(answer, f"answer-{answer.answer}", answer.organization.slug)


def _began(term: Term, what: str, organization: str, detail: str = "") -> Iterator[Change]:
    begins: PartialDate | None = term.begins
    if begins is not None and begins.first_day is not None:
        yield Change(begins, what, organization, term.recorded_at, term.ref, detail)


def _ended(term: Term, what: str, organization: str, day: date, detail: str = "") -> Iterator[Change]:
    ends: PartialDate | None = term.ends
    if ends is not None and term.valid_to is not None and term.valid_to <= day:
        yield Change(ends, what, organization, term.recorded_at, term.ref, detail)
