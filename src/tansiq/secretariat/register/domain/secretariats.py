"""Says who serves in a secretariat, and finds or makes the account a person signs in with."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import log
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.models import Account, Actor
from tansiq.secretariat.register.domain.errors import NoContact
from tansiq.secretariat.register.domain.versions import end_all
from tansiq.secretariat.register.models import Group, Mechanism, MechanismSecretaryTerm, Organization, Person, SecretaryTerm


def account_for(*, email: str, by: Actor, at: datetime, name: str = "") -> Account:
    """The account of an address, in any case, with its person in the record; both are made when they are new. Atomic."""
    with transaction.atomic():
        account = Account.objects.filter(email__iexact=email).first()
        if account is None:
            account = Account.objects.create(email=email.strip().lower(), name=name)
            log(code="account.made", subject=f"record/account/{account.pk}", by=by, at=at)
        if not Person.objects.filter(account=account).exists():
            number = Person.objects.select_for_update().count() + 1
            make(identity=Person(slug=f"person-{number}", name=name, email=account.email, account=account), by=by, at=at)
    return account


def appoint_officer(*, group: str, account: Account, by: Actor, at: datetime, organization: str = "") -> None:
    """Let the account serve in the secretariat of the group from the day of `at` on, unless it does, lent by `organization`. Atomic.

    Group and organization are slugs.
    """
    with transaction.atomic():
        served = Group.objects.select_for_update().get(slug=group)
        person = Person.objects.get(account=account)
        if not SecretaryTerm.objects.current().filter(group=served, person=person, valid_to=None).exists():
            lender = Organization.objects.get(slug=organization) if organization else None
            serve(group=served, person=person, organization=lender, begins=PartialDate.on(at.date()), by=by, at=at)


def serve(
    *, group: Group, person: Person, begins: PartialDate, by: Actor, at: datetime, organization: Organization | None = None,
    because: str = "",
) -> SecretaryTerm:
    """Record that the person serves in the group's secretariat from the first day of `begins`. Atomic. Raises OverlappingTerms."""
    term = SecretaryTerm(group=group, person=person, organization=organization, begins=begins)
    return begin(term=term, by=by, at=at, because=because)


def leave(*, group: Group, person: Person, ends: PartialDate, by: Actor, at: datetime, because: str) -> None:
    """End the person's service with the last day of `ends`. Atomic. Raises NoContact when there is none."""
    terms = list(SecretaryTerm.objects.current().filter(group=group, person=person))
    if not end_all(terms=terms, ends=ends, by=by, at=at, because=because):
        raise NoContact(f"{person.slug} does not serve in the secretariat of {group.slug} on {ends.edtf}.")


def serve_mechanism(
    *, mechanism: Mechanism, person: Person, begins: PartialDate, by: Actor, at: datetime, because: str = ""
) -> MechanismSecretaryTerm:
    """Record that the person serves in the mechanism's secretariat. Atomic. Raises OverlappingTerms."""
    return begin(term=MechanismSecretaryTerm(mechanism=mechanism, person=person, begins=begins), by=by, at=at, because=because)
