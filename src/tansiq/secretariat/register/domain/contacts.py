"""Contacts of an organization in a group: its head, focal points and alternates, and when they were last confirmed."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis
from tansiq.secretariat.register.domain.errors import NoContact, NoSeat
from tansiq.secretariat.register.domain.seats import term_on
from tansiq.secretariat.register.domain.versions import day_before, end_all, found_or_made, start_version
from tansiq.secretariat.register.enums import ContactRole
from tansiq.secretariat.register.models import Contact, ContactTerm, Person, Seat


def appoint(
    *,
    seat: Seat,
    role: ContactRole,
    person: Person,
    on: PartialDate,
    by: Actor,
    at: datetime,
    confirmed_on: PartialDate | None = None,
    basis: Basis | None = None,
    because: str = "",
) -> Contact:
    """Name a person as the seat's head, focal point or alternate from the first day of `on`. Atomic.

    Several persons may hold one role. Raises NoSeat when the seat is not held on that day, OverlappingTerms when the
    person holds the role already.
    """
    with transaction.atomic():
        held = term_on(seat, on)
        if held is None:
            raise NoSeat(f"{seat.organization.slug} holds no seat in {seat.group.slug} on {said(on)}; record its seat first.")
        contact = found_or_made(Contact, next_slug(seat, role), by=by, at=at, seat=seat, role=role, person=person)
        term = ContactTerm(contact=contact, begins=on, ends=held.ends, confirmed_on=confirmed_on, basis=basis)
        begin(term=term, by=by, at=at, because=because)
    return contact


def confirm(
    *, contact: Contact, on: PartialDate, by: Actor, at: datetime, basis: Basis | None = None, because: str = ""
) -> ContactTerm:
    """Note that the organization confirmed the contact on `on`; known from the last day of `on`. Atomic.

    Raises NoContact when the contact does not hold on that day, or when `on` has no last day or is still to come.
    """
    day = on.happened_by()
    if day is None or day > at.date():
        raise NoContact(f"{contact.ref}: {said(on)} is not a day that has passed; say when it was confirmed.")
    with transaction.atomic():
        held = _held(contact, PartialDate.on(day))
        term = ContactTerm(
            contact=contact,
            begins=held.begins if held.valid_from == day else PartialDate.on(day),
            ends=held.ends,
            confirmed_on=on,
            basis=basis or held.basis,
        )
        return start_version(term=term, by=by, at=at, because=because)


def replace(*, contact: Contact, person: Person, on: PartialDate, by: Actor, at: datetime, because: str = "") -> Contact:
    """Put another person in the contact's role from the first day of `on`; the old contact ends the day before. Atomic.

    Raises NoContact when the old contact does not hold on the day before, NoSeat when the seat is not held on `on`.
    """
    with transaction.atomic():
        dismiss(contact=contact, ends=day_before(on), by=by, at=at, because=because)
        return appoint(seat=contact.seat, role=ContactRole(contact.role), person=person, on=on, by=by, at=at, because=because)


def dismiss(*, contact: Contact, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """End a contact with the last day of `ends`. Atomic. Raises NoContact when it does not hold on that day."""
    with transaction.atomic():
        last = ends.last_day
        if last is not None:
            _held(contact, PartialDate.on(last))
        end_all(terms=ContactTerm.objects.current().filter(contact=contact), ends=ends, by=by, at=at, because=because)


def next_slug(seat: Seat, role: ContactRole) -> str:
    """A slug for a new contact of the seat in that role: it says nothing of the person."""
    stem = f"{seat.slug}-{role.value.replace('_', '-')}"
    number = Contact.objects.filter(seat=seat, role=role).count() + 1
    while Contact.objects.filter(slug=f"{stem}-{number}").exists():
        number += 1
    return f"{stem}-{number}"


def _held(contact: Contact, on: PartialDate) -> ContactTerm:
    day = on.counts_from()
    terms: list[ContactTerm] = list(ContactTerm.objects.current().filter(contact=contact, valid_from__lte=day))
    found = next((term for term in terms if term.valid_to is None or term.valid_to > day), None)
    if found is None:
        raise NoContact(f"{contact.ref} does not hold on {said(on)}; appoint the person first.")
    return found
