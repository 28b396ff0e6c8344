"""What an account stands for on a day: its roles, read from the record and from nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from tansiq.secretariat.record.models import Account
from tansiq.secretariat.register.enums import OfficeRole, RelationKind
from tansiq.secretariat.register.models import ContactTerm, MechanismSecretaryTerm, OfficeTerm, RelationTerm, SecretaryTerm

SECRETARIAT, CO_CHAIR, CONTACT, MECHANISM = "secretariat", "co_chair", "contact", "mechanism_secretariat"
ROLES = (SECRETARIAT, CO_CHAIR, CONTACT, MECHANISM)
"""The roles a person can have towards a group."""


@dataclass(frozen=True)
class Standing:
    """The roles of an account on a day, by group (slugs); `speaks_for` gives the organization of its seat in each group.

    `mechanisms` are those whose secretariat it serves. An account without a person in the record has no role anywhere.
    """

    account: int | None = None
    person: str = ""
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    speaks_for: dict[str, str] = field(default_factory=dict)
    mechanisms: frozenset[str] = frozenset()

    def has(self, role: str, group: str) -> bool:
        """Whether it has that role towards the group."""
        return role in self.groups.get(group, frozenset())

    def belongs(self, group: str) -> bool:
        """Whether it has any role towards the group."""
        return bool(self.groups.get(group))


NOBODY = Standing()
"""Somebody who is not signed in."""


def standing_of(account: Account, day: date, known_at: datetime) -> Standing:
    """The standing of an account on `day`, as the record knew it at `known_at`. Five queries."""
    person = getattr(account, "person", None)
    if person is None:
        return Standing(account=account.pk)
    found: dict[str, set[str]] = {}
    secretariats = SecretaryTerm.objects.as_of(day, known_at).filter(person=person)
    _add(found, secretariats.values_list("group__slug", flat=True), SECRETARIAT)
    seats = dict(
        ContactTerm.objects.as_of(day, known_at)
        .filter(contact__person=person)
        .values_list("contact__seat__group__slug", "contact__seat__organization__slug")
    )
    _add(found, seats, CONTACT)
    chairs = OfficeTerm.objects.as_of(day, known_at).filter(
        office__role=OfficeRole.CO_CHAIR, office__seat__group__slug__in=list(seats), office__seat__organization__slug__in=set(seats.values())
    )
    for group, organization in chairs.values_list("office__seat__group__slug", "office__seat__organization__slug"):
        if seats.get(group) == organization:
            _add(found, [group], CO_CHAIR)
    served = MechanismSecretaryTerm.objects.as_of(day, known_at).filter(person=person)
    mechanisms = frozenset(served.values_list("mechanism__slug", flat=True))
    reporting = RelationTerm.objects.as_of(day, known_at).filter(kind=RelationKind.REPORTS_TO, mechanism__slug__in=mechanisms)
    _add(found, reporting.values_list("group__slug", flat=True), MECHANISM)
    groups = {group: frozenset(roles) for group, roles in found.items()}
    return Standing(account.pk, person.slug, groups, seats, mechanisms)


def _add(found: dict[str, set[str]], groups: Iterable[str], role: str) -> None:
    for group in groups:
        found.setdefault(group, set()).add(role)
