"""What can be asked of the register as facts: members, co-chairs, requests to join, contacts to confirm."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from tansiq.secretariat.record.domain.wording import NOTHING, count_display, date_display
from tansiq.secretariat.record.facts import Measured, fact
from tansiq.secretariat.record.models import Move
from tansiq.secretariat.register.domain import questions
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.wording import REQUEST_WORDS, organizations_display
from tansiq.secretariat.register.enums import RequestState, SeatKind
from tansiq.secretariat.register.lifecycle import UNDECIDED
from tansiq.secretariat.register.models import JoinRequest, SeatTerm

CONFIRMED_FOR = timedelta(days=365)
"""A contact that nobody confirmed for longer than this is to be asked about."""


def groups_with_seats(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group in which a seat is held on the day, or a request to join has begun by then."""
    seated = SeatTerm.objects.as_of(as_of, known_at).values_list("seat__group__slug", flat=True)
    asked = {case["group"] for case in groups_with_requests(as_of, known_at)}
    yield from ({"group": group} for group in sorted({*seated, *asked}))


def groups_with_requests(as_of: date, known_at: datetime) -> Iterator[Mapping[str, str]]:
    """Every group with every organization whose request to join it had begun by the day."""
    refs = Move.objects.as_of(as_of, known_at).filter(lifecycle=JoinRequest.lifecycle.subject).values_list("subject", flat=True)
    slugs = [ref.rsplit("/", 1)[1] for ref in refs]
    rows = JoinRequest.objects.filter(slug__in=slugs).values_list("group__slug", "organization__slug")
    yield from ({"group": group, "organization": organization} for group, organization in sorted(set(rows)))


@fact("register.member_count", unit="organizations", cases=groups_with_seats)
def member_count(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """How many organizations hold a member's seat on the day, observers not counted. Rests on the seat terms counted."""
    found = questions.members(group, as_of, known_at)
    return Measured(len(found), tuple(seat.rests_on for seat in found), count_display(len(found)))


@fact("register.observer_count", unit="organizations", cases=groups_with_seats)
def observer_count(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """How many organizations hold an observer's seat on the day. Rests on the seat terms counted."""
    found = [seat for seat in questions.seats(group, as_of, known_at) if seat.kind == SeatKind.OBSERVER]
    return Measured(len(found), tuple(seat.rests_on for seat in found), count_display(len(found)))


@fact("register.member_count_if_approved", unit="organizations", cases=groups_with_seats)
def member_count_if_approved(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """How many members there would be if every request received by the day and undecided on it were approved.

    Interest without a letter does not count. Rests on the seat terms and on the moves of the requests counted.
    """
    found = questions.members(group, as_of, known_at)
    pending = [request for request in questions.requests(group, as_of, known_at) if request.state_then in UNDECIDED]
    count = len({seat.organization for seat in found} | {request.organization for request in pending})
    rests_on = (*(seat.rests_on for seat in found), *(ref for request in pending for ref in request.rests_on))
    return Measured(count, rests_on, count_display(count))


@fact("register.members", unit="organizations", cases=groups_with_seats)
def members(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """The slugs of the members on the day; shown by their names, in the order of the language. Rests on their seat terms."""
    found = questions.members(group, as_of, known_at)
    slugs = [seat.organization for seat in found]
    return Measured(slugs, tuple(seat.rests_on for seat in found), organizations_display(slugs, Names(as_of, known_at)))


@fact("register.co_chairs", unit="organizations", cases=groups_with_seats)
def co_chairs(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """The slugs of the organizations that co-chair the group on the day. Rests on their office terms."""
    found = questions.co_chairs(group, as_of, known_at)
    slugs = [office.organization for office in found]
    return Measured(slugs, tuple(office.rests_on for office in found), organizations_display(slugs, Names(as_of, known_at)))


@fact("register.request_state", unit="state", cases=groups_with_requests)
def request_state(*, group: str, organization: str, as_of: date, known_at: datetime) -> Measured:
    """Where the organization's last request to join stood on the day. Rests on the moves that brought it there."""
    found = _last_request(group, organization, as_of, known_at)
    return Measured(found.state_then, found.rests_on, REQUEST_WORDS[found.state_then]) if found else Measured(None, (), NOTHING)


@fact("register.request_received_on", unit="date", cases=groups_with_requests)
def request_received_on(*, group: str, organization: str, as_of: date, known_at: datetime) -> Measured:
    """When the letter of the organization's last request came, as EDTF; None while only interest is noted. Rests on the moves."""
    found = _last_request(group, organization, as_of, known_at)
    day = found.received_on if found else None
    return Measured(day.edtf if day else None, found.rests_on if found else (), date_display(day, as_of))


@fact("register.co_chairs_waiting", unit="organizations", cases=groups_with_requests)
def co_chairs_waiting(*, group: str, organization: str, as_of: date, known_at: datetime) -> Measured:
    """The co-chairs asked about the organization's last request that had not answered by the day; none unless it is before them.

    Rests on the moves of the request and on the answers given.
    """
    found = _last_request(group, organization, as_of, known_at)
    if found is None or found.state_then != RequestState.CIRCULATED:
        return Measured([], found.rests_on if found else (), NOTHING)
    request = JoinRequest.objects.select_related("group").get(slug=found.request)
    answers = questions.answers_of(request, as_of, known_at)
    waiting = [each.organization for each in answers if not each.answer]
    rests_on = (*found.rests_on, *(each.rests_on for each in answers if each.rests_on))
    return Measured(waiting, rests_on, organizations_display(waiting, Names(as_of, known_at)))


@fact("register.contacts_unconfirmed", unit="contacts", cases=groups_with_seats)
def contacts_unconfirmed(*, group: str, as_of: date, known_at: datetime) -> Measured:
    """How many contacts of the day were never confirmed, or last confirmed more than 365 days before it. Rests on their terms."""
    found = [
        contact
        for contact in questions.contacts(group, as_of, known_at)
        if contact.confirmed_on is None or not contact.confirmed_on.overlaps(as_of - CONFIRMED_FOR, None)
    ]
    return Measured(len(found), tuple(contact.rests_on for contact in found), count_display(len(found)))


def _last_request(group: str, organization: str, as_of: date, known_at: datetime) -> questions.RequestHeld | None:
    found = questions.requests(group, as_of, known_at, organization)
    return found[-1] if found else None
