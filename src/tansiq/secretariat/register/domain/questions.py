"""How the register is asked: on a day, as the record knew it at a moment, each question with one query or two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import NamedTuple

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.models import Move, Texts, by_subject, kind_of
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.lifecycle import OPEN
from tansiq.secretariat.register.models import (
    CoChairAnswer,
    ContactTerm,
    GroupObjectiveTerm,
    JoinRequest,
    MandateTerm,
    OfficeTerm,
    SeatTerm,
    TermsOfReference,
)

LATEST = datetime.max.replace(tzinfo=UTC)
"""A moment after every recording: as the record stands."""


SEAT_TERM = kind_of(SeatTerm)
SEAT_COLUMNS = (
    "slug", "seat_id", "seat__slug", "seat__organization__slug", "kind", "represented_by__slug", "continues_id", "begins", "valid_from",
    "valid_to",
)


class _SeatRow(NamedTuple):
    """The columns of a seat term that the read side needs: whole rows take several times as long."""

    term: str
    seat: int
    slug: str
    organization: str
    kind: str
    represented_by: str | None
    continues: int | None
    begins: PartialDate | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True)
class OfficeHeld:
    """An office held on the day, since when, and the term it rests on. `precedence` orders those who hold the same office."""

    organization: str
    seat: str
    role: str
    since: PartialDate | None
    rests_on: str
    precedence: int | None = None


@dataclass(frozen=True)
class SeatHeld:
    """A seat held on the day. `since` is where the unbroken chain of its terms began, None when that is not known.

    `offices` are those of the day, filled by `seats_with_offices` only; `rests_on` is the term of the day.
    """

    organization: str
    seat: str
    kind: str
    since: PartialDate | None
    represented_by: str
    rests_on: str
    offices: tuple[OfficeHeld, ...] = ()


@dataclass(frozen=True)
class RequestHeld:
    """A request to join as it stood on the day: its state, when the letter came, when it was last circulated.

    `moved_on` is when it came into its state, certain by the day `moved_by`.
    """

    request: str
    organization: str
    state_then: str
    received_on: PartialDate | None
    circulated_on: PartialDate | None
    moved_on: PartialDate
    moved_by: date
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """A co-chair of the day of circulation and what it has answered; `answer` is "" while it has not.

    `effective_on` is from when the answer would have the seat held, None where it does not say.
    """

    organization: str
    answer: str
    answered_on: PartialDate | None
    rests_on: str
    effective_on: PartialDate | None = None


@dataclass(frozen=True)
class ContactHeld:
    """A contact of the day. Personal data are not here: `contact` is the row to ask for them."""

    contact: str
    organization: str
    role: str
    confirmed_on: PartialDate | None
    rests_on: str


@dataclass(frozen=True)
class ObjectiveHeld:
    """An objective of a group's terms of reference and the term its text rests on."""

    ref: str
    position: int
    text: Texts
    rests_on: str


@question
def seats(group: str, day: date, known_at: datetime) -> Reading[list[SeatHeld]]:
    """The seats held in the group (a slug) on `day`, observers too, by organization. One query."""
    terms = SeatTerm.objects.known(known_at).filter(seat__group__slug=group, valid_from__lte=day).order_by("valid_from", "pk")
    return Reading((terms.values_list(*SEAT_COLUMNS),), lambda rows: _held([_SeatRow(*row) for row in rows], day))


def _held(rows: Sequence["_SeatRow"], day: date) -> list[SeatHeld]:
    chain: dict[tuple[int, date], _SeatRow] = {(row.seat, row.valid_to): row for row in reversed(rows) if row.valid_to is not None}
    held = [
        SeatHeld(row.organization, row.slug, row.kind, _since(row, chain), row.represented_by or "", f"{SEAT_TERM}/{row.term}")
        for row in rows
        if row.valid_to is None or row.valid_to > day
    ]
    return sorted(held, key=lambda seat: seat.organization)


def members(group: str, day: date, known_at: datetime) -> list[SeatHeld]:
    """The members of the group on `day`, without observers, by organization. One query."""
    return [seat for seat in seats(group, day, known_at) if seat.kind == SeatKind.MEMBER]


def seats_with_offices(group: str, day: date, known_at: datetime) -> list[SeatHeld]:
    """As `seats`, with the offices each of them holds. Two queries."""
    held = offices(group, day, known_at)
    return [
        replace(seat, offices=tuple(office for office in held if office.seat == seat.seat)) for seat in seats(group, day, known_at)
    ]


@question
def offices(group: str, day: date, known_at: datetime) -> Reading[list[OfficeHeld]]:
    """The offices held in the group on `day`, by organization and role. One query."""
    terms = OfficeTerm.objects.as_of(day, known_at).filter(office__seat__group__slug=group)
    rows = terms.select_related("office__seat__organization").order_by("office__seat__organization__slug", "office__role")

    def answer(found: list[OfficeTerm]) -> list[OfficeHeld]:
        return [
            OfficeHeld(row.office.seat.organization.slug, row.office.seat.slug, row.office.role, row.begins, row.ref, row.precedence)
            for row in found
        ]

    return Reading((rows,), answer)


def co_chairs(group: str, day: date, known_at: datetime) -> list[OfficeHeld]:
    """The co-chairs of the group on `day`, by organization. One query."""
    return [office for office in offices(group, day, known_at) if office.role == OfficeRole.CO_CHAIR]


def requests(group: str, day: date, known_at: datetime, organization: str | None = None) -> list[RequestHeld]:
    """Every request to join the group, or those of one organization (a slug), that had begun by `day`, in the order they began.

    One query.
    """
    found = group_requests(group, day, known_at)
    return found if organization is None else [each for each in found if each.organization == organization]


@question
def group_requests(group: str, day: date, known_at: datetime) -> Reading[list[RequestHeld]]:
    """Every request to join the group that had begun by `day`, in the order they began."""
    rows = JoinRequest.objects.filter(group__slug=group)
    return Reading((rows.select_related("organization"), Move.objects.as_of(day, known_at).of(rows)), _requests)


def _requests(rows: list[JoinRequest], moves: list[Move]) -> list[RequestHeld]:
    by_ref = {row.ref: row for row in rows}
    return [_request(by_ref[ref], made) for ref, made in by_subject(moves).items()]


def open_requests(group: str, day: date, known_at: datetime) -> list[RequestHeld]:
    """The requests, interest noted included, that were not decided or withdrawn on `day`. One query."""
    return [request for request in requests(group, day, known_at) if request.state_then in OPEN]


def answers_of(request: JoinRequest, day: date, known_at: datetime) -> list[Answered]:
    """What each co-chair of the day of the last circulation had answered to it by `day`; empty before it is circulated.

    Answers to an earlier circulation do not count. One query; `request` must have its group loaded.
    """
    return answers(request.group.slug, day, known_at).get(request.slug, [])


@question
def answers(group: str, day: date, known_at: datetime) -> Reading[dict[str, list[Answered]]]:
    """As `answers_of`, for each request (a slug) to join the group that was circulated by `day`."""
    requests_ = JoinRequest.objects.filter(group__slug=group)
    chairs = OfficeTerm.objects.known(known_at).filter(office__seat__group__slug=group, office__role=OfficeRole.CO_CHAIR)
    given = CoChairAnswer.objects.known(known_at).filter(request__group__slug=group, valid_from__lte=day)
    wanted = (
        Move.objects.as_of(day, known_at).filter(name="circulate").of(requests_),
        chairs.select_related("office__seat__organization").order_by("office__seat__organization__slug"),
        given.select_related("organization", "request").order_by("valid_from"),
    )

    def answer(circulations: list[Move], offices_: list[OfficeTerm], rows: list[CoChairAnswer]) -> dict[str, list[Answered]]:
        last = {move.subject.rpartition("/")[2]: move for move in circulations}
        return {slug: _answered_to(slug, move, [term for term in offices_ if _holds(term, move.happened_by)], rows, day)
                for slug, move in last.items()}

    return Reading(wanted, answer)


def _holds(term: OfficeTerm, day: date) -> bool:
    return term.valid_from <= day and (term.valid_to is None or term.valid_to > day)


def _answered_to(request: str, circulated: Move, asked: Sequence[OfficeTerm], rows: Sequence[CoChairAnswer], day: date) -> list[Answered]:
    """What the co-chairs asked have answered to the circulation of a request (a slug)."""
    standing = {row.organization.slug: row for row in rows if row.request.slug == request and _counts(row, circulated, day)}
    slugs = [term.office.seat.organization.slug for term in asked]
    return [_answered(slug, standing.get(slug)) for slug in slugs]


def is_over_before(answered_on: PartialDate, circulated: Move) -> bool:
    """Whether an answer of that date is over before the circulation is certain, on its last day.

    A circulation of "September 2017" is certain from the 30th: an answer of 1 September is over before it, one known as
    "September 2017" itself is not, nor is one of 30 September.
    """
    return answered_on.end is not None and answered_on.end < circulated.happened_by


@question
def contacts(group: str, day: date, known_at: datetime) -> Reading[list[ContactHeld]]:
    """The contacts of the group's seats on `day`, by organization and role. One query."""
    terms = ContactTerm.objects.as_of(day, known_at).filter(contact__seat__group__slug=group)
    rows = terms.select_related("contact__seat__organization").order_by("contact__seat__organization__slug", "contact__role", "pk")

    def answer(found: list[ContactTerm]) -> list[ContactHeld]:
        return [
            ContactHeld(row.contact.slug, row.contact.seat.organization.slug, row.contact.role, row.confirmed_on, row.ref) for row in found
        ]

    return Reading((rows,), answer)


@question
def objectives(group: str, day: date, known_at: datetime) -> Reading[list[ObjectiveHeld]]:
    """The objectives of the group's terms of reference on `day`, in order. One query."""
    terms = GroupObjectiveTerm.objects.as_of(day, known_at).filter(objective__group__slug=group)
    rows = terms.select_related("objective").order_by("objective__position")
    return Reading((rows,), lambda found: [ObjectiveHeld(row.objective.ref, row.objective.position, row.text, row.ref) for row in found])


@question
def terms_of_reference(group: str, day: date, known_at: datetime) -> Reading[TermsOfReference | None]:
    """The version of the group's terms of reference that holds on `day`, None when there is none. One query."""
    versions = TermsOfReference.objects.as_of(day, known_at).filter(group__slug=group).select_related("mandate")
    return Reading((versions,), lambda found: next(iter(found), None))


@question
def seat_terms(group: str, known_at: datetime) -> Reading[list[SeatTerm]]:
    """The terms of the group's seats on every day, past and to come, in order, with seat and organization. One query."""
    terms = SeatTerm.objects.known(known_at).filter(seat__group__slug=group).select_related("seat__organization")
    return Reading((terms.order_by("valid_from", "pk"),), list)


@question
def mandate_terms(day: date, known_at: datetime) -> Reading[dict[str, MandateTerm]]:
    """What every mandate asks on `day`, by its reference: mandates are few, and rested on by many groups. One query."""
    terms = MandateTerm.objects.as_of(day, known_at).select_related("mandate")
    return Reading((terms,), lambda found: {term.mandate.ref: term for term in found})


def _since(row: "_SeatRow", chain: Mapping[tuple[int, date], "_SeatRow"]) -> PartialDate | None:
    """Walk back from a row through those that end on the day it begins, over to the seat it continues."""
    before: _SeatRow | None = row
    while before is not None:
        row = before
        before = chain.get((row.continues, row.valid_from)) if row.continues is not None else None
        before = before or chain.get((row.seat, row.valid_from))
    return row.begins


def _request(row: JoinRequest, made: Sequence[Move]) -> RequestHeld:
    """A request from its moves, which are in the order they happened."""
    last = {move.name: move for move in made}
    received, circulated = last.get("receive"), last.get("circulate")
    return RequestHeld(
        request=row.slug,
        organization=row.organization.slug,
        state_then=made[-1].after,
        received_on=received.occurred_on if received else None,
        circulated_on=circulated.occurred_on if circulated else None,
        moved_on=made[-1].occurred_on,
        moved_by=made[-1].happened_by,
        rests_on=tuple(move.ref for move in made),
    )


def _counts(answer: CoChairAnswer, circulated: Move, day: date) -> bool:
    """Whether an answer was certainly given by `day`, and is one to that circulation."""
    answered_on = answer.begins
    return answered_on is not None and answered_on.certain_on(day) and not is_over_before(answered_on, circulated)


def _answered(organization: str, answer: CoChairAnswer | None) -> Answered:
    if answer is None:
        return Answered(organization, "", None, "")
    return Answered(organization, answer.answer, answer.begins, answer.ref, answer.effective_on)
