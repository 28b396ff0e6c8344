"""One organization takes the place of another: its seats go on without a break, earlier reports keep the old name."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis, TermQuerySet
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.errors import NoSeat, NotAnotherThing
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization, term_on
from tansiq.secretariat.register.domain.versions import day_before
from tansiq.secretariat.register.enums import ContactRole, OfficeRole, SeatKind
from tansiq.secretariat.register.models import ContactTerm, OfficeTerm, Organization, Seat, SeatTerm, SuccessionTerm


def succeed(
    *,
    old: Organization,
    new: Organization,
    seats: Sequence[Seat],
    on: PartialDate,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> list[Seat]:
    """From the first day of `on`, `new` holds the seats of `old` that are given, with their offices and contacts. Atomic.

    The new seat continues the old one, so "since 2013" survives. Where `new` sits already its own seat stands and takes
    over the offices. Contacts are carried over unconfirmed. Raises NotAnotherThing when both are one, NoSeat when a seat
    is not of `old` or not held on the day before.
    """
    if old == new:
        raise NotAnotherThing(f"{old.ref} cannot succeed itself.")
    with transaction.atomic():
        begin(term=SuccessionTerm(organization=new, predecessor=old, begins=on, basis=basis), by=by, at=at, because=because)
        return [_hand_over(seat, old, new, on, by=by, at=at, because=because) for seat in seats]


def _hand_over(
    seat: Seat, old: Organization, new: Organization, on: PartialDate, *, by: Actor, at: datetime, because: str
) -> Seat:
    """End one seat of `old` and let `new` go on in its place."""
    last = term_on(seat, day_before(on))
    if seat.organization_id != old.pk or last is None:
        raise NoSeat(f"{seat.ref} is not held by {old.slug} on the day before {said(on)}; leave it out.")
    day = on.counts_from()
    offices = _that_hold(OfficeTerm.objects.current().filter(office__seat=seat).select_related("office"), day)
    contacts = _that_hold(ContactTerm.objects.current().filter(contact__seat=seat).select_related("contact__person"), day)
    end_seat(seat=seat, ends=day_before(on), by=by, at=at, because=because)
    heir = _seat_of(new, last, on, by=by, at=at, because=because)
    for office in offices:
        role = OfficeRole(office.office.role)
        if not _that_hold(OfficeTerm.objects.current().filter(office__seat=heir, office__role=role), day):
            take_office(seat=heir, role=role, on=on, by=by, at=at, because=because)
    for contact in contacts:
        appoint(seat=heir, role=ContactRole(contact.contact.role), person=contact.contact.person, on=on, by=by, at=at)
    return heir


def _that_hold(terms: TermQuerySet, day: date) -> list[Any]:
    return [term for term in terms if term.valid_from <= day and (term.valid_to is None or term.valid_to > day)]


def _seat_of(new: Organization, last: SeatTerm, on: PartialDate, *, by: Actor, at: datetime, because: str) -> Seat:
    """The seat in which the term `last` goes on: the one `new` holds already, unless it only observes where `last` is a member's."""
    group = last.seat.group
    own = Seat.objects.filter(group=group, organization=new).first()
    held = term_on(own, on) if own else None
    if own is not None and held is not None and held.kind in (last.kind, SeatKind.MEMBER):
        return own
    return seat_organization(
        group=group, organization=new, on=on, by=by, at=at, kind=SeatKind(last.kind),
        represented_by=last.represented_by, continues=last.seat, because=because,
    )
