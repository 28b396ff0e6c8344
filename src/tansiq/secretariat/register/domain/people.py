"""Persons: their data are kept on their row and can be erased; the log holds no word of them."""

from datetime import datetime

from django.db import transaction

from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import erase_details, log, take_turn
from tansiq.secretariat.record.models import Account, Actor
from tansiq.secretariat.register.models import JoinRequest, Person

PERSONAL = ("name", "title", "email", "telephone")


def record_person(
    *,
    by: Actor,
    at: datetime,
    slug: str = "",
    name: str = "",
    title: str = "",
    email: str = "",
    telephone: str = "",
    account: Account | None = None,
) -> Person:
    """Record a person, or what is now known of the one with that slug, and return them. Atomic.

    Without a slug the person is new and gets the next number. Raises Refused for a person who asked to be forgotten.
    """
    with transaction.atomic():
        take_turn()
        known = Person.objects.filter(slug=slug).first() if slug else None
        person = known or make(identity=Person(slug=slug or _next_slug()), by=by, at=at)
        if person.erased_at is not None:
            raise Refused(f"{person.ref} asked to be forgotten on {person.erased_at.date().isoformat()}; leave their data out.")
        new = {"name": name, "title": title, "email": email, "telephone": telephone, "account": account}
        changed = sorted(column for column, value in new.items() if getattr(person, column) != value)
        if changed:
            Person.objects.filter(pk=person.pk).update(**new)
            log(code="person.recorded", subject=person.ref, by=by, at=at, parameters={"columns": changed})
            person.refresh_from_db()
    return person


def erase_person(*, person: Person, by: Actor, at: datetime) -> None:
    """Forget a person: their data go, the row and what it did stay. Atomic. Done twice it changes nothing more."""
    with transaction.atomic():
        take_turn()
        empty = dict.fromkeys(PERSONAL, "")
        if Person.objects.filter(pk=person.pk, erased_at=None).update(**empty, account=None, erased_at=at):
            log(code="person.erased", subject=person.ref, by=by, at=at)
            erase_details(subject=person.ref, names=None, by=by, at=at)
    person.refresh_from_db()


def erase_signatory(*, request: JoinRequest, by: Actor, at: datetime) -> None:
    """Forget who signed a request. Atomic. Done twice it changes nothing more."""
    with transaction.atomic():
        take_turn()
        if JoinRequest.objects.filter(pk=request.pk).exclude(signatory="").update(signatory=""):
            log(code="signatory.erased", subject=request.ref, by=by, at=at)
    request.refresh_from_db()


def _next_slug() -> str:
    number = Person.objects.count() + 1
    while Person.objects.filter(slug=f"person-{number}").exists():
        number += 1
    return f"person-{number}"
