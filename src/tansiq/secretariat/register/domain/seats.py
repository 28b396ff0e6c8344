"""Seats an organization in a group, and ends a seat with all that hangs on it."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis
from tansiq.secretariat.register.domain.errors import AlreadyMember, NoSeat
from tansiq.secretariat.register.domain.versions import end_all, found_or_made, start_version
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import ContactTerm, Group, OfficeTerm, Organization, Seat, SeatTerm


def seat_organization(
    *,
    group: Group,
    organization: Organization,
    on: PartialDate | None,
    by: Actor,
    at: datetime,
    kind: SeatKind = SeatKind.MEMBER,
    represented_by: Organization | None = None,
    continues: Seat | None = None,
    basis: Basis | None = None,
    because: str = "",
) -> Seat:
    """Seat the organization from the first day of `on` (None: since a day nobody knows) and return its seat. Atomic.

    An observer that becomes a member, or a member that becomes an observer, keeps its seat: the term is split.
    Raises AlreadyMember when it sits in that kind on that day, OverlappingTerms when it sits and `on` is None.
    """
    with transaction.atomic():
        seat = found_or_made(
            Seat, f"{group.slug}-{organization.slug}", by=by, at=at, group=group, organization=organization
        )
        held = term_on(seat, on) if on else None
        if held is not None and held.kind == kind:
            raise AlreadyMember(f"{organization.slug} is {kind} of {group.slug} on {on}; its seat is {seat.ref}.")
        term = SeatTerm(seat=seat, kind=kind, represented_by=represented_by, continues=continues, begins=on, basis=basis)
        if held is not None and term.ends is None:
            term.ends = held.ends
        start_version(term=term, by=by, at=at, because=because)
    return seat


def end_seat(*, seat: Seat, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """End the seat with the last day of `ends`; its offices and contacts end with it. Atomic.

    Raises NoSeat when the seat is not held on that day, Refused when `ends` has no last day.
    """
    with transaction.atomic():
        terms = list(SeatTerm.objects.current().filter(seat=seat))
        after = ends.ends_after()
        if not any(after is None or (term.valid_from < after and (term.valid_to is None or term.valid_to >= after)) for term in terms):
            raise NoSeat(f"{seat.organization.slug} holds no seat in {seat.group.slug} on {said(ends)} that could end then.")
        end_all(terms=terms, ends=ends, by=by, at=at, because=because)
        for office in seat.offices.all():
            end_all(terms=OfficeTerm.objects.current().filter(office=office), ends=ends, by=by, at=at, because=because)
        for contact in seat.contacts.all():
            end_all(terms=ContactTerm.objects.current().filter(contact=contact), ends=ends, by=by, at=at, because=because)


def term_on(seat: Seat, on: PartialDate) -> SeatTerm | None:
    """The term by which the seat is held on the first day of `on`, as the record stands."""
    day = on.counts_from()
    terms = SeatTerm.objects.current().filter(seat=seat, valid_from__lte=day)
    return next((term for term in terms if term.valid_to is None or term.valid_to > day), None)


def member_term_on(seat: Seat, on: PartialDate) -> SeatTerm:
    """The term by which the seat is a member's on the first day of `on`. Raises NoSeat."""
    held = term_on(seat, on)
    if held is None or held.kind != SeatKind.MEMBER:
        raise NoSeat(f"{seat.organization.slug} is not a member of {seat.group.slug} on {said(on)}; record its seat first.")
    return held
