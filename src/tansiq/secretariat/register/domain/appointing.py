"""Names a person who is new to the record as a contact, in one act: the person is recorded and appointed, or neither."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.models import Actor
from tansiq.secretariat.register.domain.contacts import appoint, replace
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.enums import ContactRole
from tansiq.secretariat.register.models import Contact, Seat


def appoint_new(
    *, seat: Seat, role: ContactRole, person: dict[str, Any], on: PartialDate, by: Actor, at: datetime, because: str = ""
) -> Contact:
    """Record a person (name, title, email, telephone) and name them contact of the seat. Atomic. Raises as `appoint`."""
    with transaction.atomic():
        return appoint(seat=seat, role=role, person=record_person(by=by, at=at, **person), on=on, by=by, at=at, because=because)


def replace_by_new(*, contact: Contact, person: dict[str, Any], on: PartialDate, by: Actor, at: datetime, because: str) -> Contact:
    """Record a person and put them in the contact's place. Atomic. Raises as `replace`."""
    with transaction.atomic():
        return replace(contact=contact, person=record_person(by=by, at=at, **person), on=on, by=by, at=at, because=because)
