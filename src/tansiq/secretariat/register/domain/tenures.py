"""One seat as its page shows it: its terms and those of its offices and contacts, in order, and what can be done with it now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.models import Term
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.models import Contact, ContactTerm, Group, OfficeTerm, Organization, Seat, SeatTerm


@dataclass(frozen=True)
class Tenure:
    """A seat with the current terms of it, of its offices and of its contacts, and of those the ones that hold on `day`."""

    seat: Seat
    day: date
    terms: tuple[SeatTerm, ...]
    offices: tuple[OfficeTerm, ...]
    contacts: tuple[ContactTerm, ...]

    @property
    def held(self) -> SeatTerm | None:
        """The term by which the seat is held on the day."""
        return next((term for term in self.terms if holds(term, self.day)), None)

    @property
    def roles(self) -> list[str]:
        """The offices that the seat holds on the day."""
        return [term.office.role for term in self.offices if holds(term, self.day)]

    @property
    def acts(self) -> list[str]:
        """What can be done now: `again`, `end`, `member`, `observer`, `take`, `leave`, `rotate`, `appoint`."""
        held = self.held
        if held is None:
            return ["again"]
        if held.kind == SeatKind.OBSERVER:
            return ["member", "end", "appoint"]
        free = ["take"] if set(OfficeRole.values) - set(self.roles) else []
        office = ["leave", "rotate"] if self.roles else ["observer"]
        return [*free, *office, "appoint", "end"]


def holds(term: Term, day: date) -> bool:
    """Whether the term holds on the day: valid_from <= day < valid_to."""
    return term.valid_from <= day and (term.valid_to is None or term.valid_to > day)


def find_seat(*, group: str, seat: str) -> Seat:
    """A seat of the group (slugs). Raises UnknownReference."""
    found = Seat.objects.filter(group__slug=group, slug=seat).select_related("group", "organization").first()
    if found is None:
        raise UnknownReference(f"the group {group!r} has no seat {seat!r}.")
    return found


def find_contact(*, group: str, contact: str) -> Contact:
    """A contact of a seat of the group (slugs). Raises UnknownReference."""
    rows = Contact.objects.filter(seat__group__slug=group, slug=contact)
    found = rows.select_related("seat__group", "seat__organization", "person").first()
    if found is None:
        raise UnknownReference(f"the group {group!r} has no contact {contact!r}.")
    return found


def find_organization(slug: str) -> Organization | None:
    """The organization, None for an empty slug. Raises UnknownReference."""
    found = Organization.objects.filter(slug=slug).first() if slug else None
    if slug and found is None:
        raise UnknownReference(f"the record has no organization {slug!r}; record it first.")
    return found


def find_group(slug: str) -> Group:
    """The group. Raises UnknownReference."""
    found = Group.objects.filter(slug=slug).first()
    if found is None:
        raise UnknownReference(f"the record has no group {slug!r}.")
    return found


def tenure(*, group: str, seat: str, day: date) -> Tenure:
    """The seat (slugs) as the record stands. Four queries. Raises UnknownReference."""
    row = find_seat(group=group, seat=seat)
    terms = SeatTerm.objects.current().filter(seat=row).select_related("represented_by").order_by("valid_from")
    offices = OfficeTerm.objects.current().filter(office__seat=row).select_related("office").order_by("office__role", "valid_from")
    contacts = ContactTerm.objects.current().filter(contact__seat=row).select_related("contact__person")
    last = _last_of_each(contacts.order_by("contact__role", "contact_id", "valid_from"))
    return Tenure(row, day, tuple(terms), tuple(offices), tuple(last))


def _last_of_each(terms: Any) -> list[ContactTerm]:
    """Of each contact the last term: a confirmation begins a new one, and the page shows the person once."""
    return list({term.contact_id: term for term in terms}.values())
