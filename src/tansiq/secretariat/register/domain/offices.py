"""Offices: a seat takes one, leaves it, or hands it over by rotation. Membership is not touched."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis
from tansiq.secretariat.register.domain.errors import NoOffice
from tansiq.secretariat.register.domain.seats import member_term_on
from tansiq.secretariat.register.domain.versions import day_before, end_all, found_or_made
from tansiq.secretariat.register.enums import OfficeRole
from tansiq.secretariat.register.models import Office, OfficeTerm, Seat


def take_office(
    *,
    seat: Seat,
    role: OfficeRole,
    on: PartialDate,
    by: Actor,
    at: datetime,
    precedence: int | None = None,
    basis: Basis | None = None,
    because: str = "",
) -> Office:
    """Give the seat the office from the first day of `on`, at most as long as the seat is held, and return it. Atomic.

    Raises NoSeat unless the seat is a member's on that day, OverlappingTerms when it holds the office already.
    """
    with transaction.atomic():
        held = member_term_on(seat, on)
        slug = f"{seat.slug}-{role.value.replace('_', '-')}"
        office = found_or_made(Office, slug, by=by, at=at, seat=seat, role=role)
        term = OfficeTerm(office=office, precedence=precedence, begins=on, ends=held.ends, basis=basis)
        begin(term=term, by=by, at=at, because=because)
    return office


def leave_office(*, seat: Seat, role: OfficeRole, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """End the office with the last day of `ends`. Atomic. Raises NoOffice when the seat does not hold it then."""
    with transaction.atomic():
        terms = list(OfficeTerm.objects.current().filter(office__seat=seat, office__role=role))
        after = ends.ends_after()
        if not any(after is None or (term.valid_from < after and (term.valid_to is None or term.valid_to >= after)) for term in terms):
            raise NoOffice(f"{seat.organization.slug} is not {role.label} of {seat.group.slug} on {said(ends)}.")
        end_all(terms=terms, ends=ends, by=by, at=at, because=because)


def rotate(*, leaving: Seat, taking: Seat, role: OfficeRole, on: PartialDate, by: Actor, at: datetime, because: str = "") -> Office:
    """Hand the office from one seat to another: the first holds it until the day before `on`, the second from then. Atomic.

    Raises NoOffice when the first does not hold it, NoSeat when the second is no member of the same group on that day.
    """
    if leaving.group_id != taking.group_id:
        raise NoOffice(f"{taking.ref} is a seat of another group than {leaving.ref}; an office stays in its group.")
    with transaction.atomic():
        leave_office(seat=leaving, role=role, ends=day_before(on), by=by, at=at, because=because)
        return take_office(seat=taking, role=role, on=on, by=by, at=at, because=because)
