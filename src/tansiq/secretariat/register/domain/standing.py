"""What an account stands for on a day: its roles, read from the record and from nothing else."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from tansiq.secretariat.record.models import Account
from tansiq.secretariat.record.models.fields import FALLBACK
from tansiq.secretariat.register.enums import OfficeRole, RelationKind
from tansiq.secretariat.register.models import (
    ContactTerm,
    MechanismSecretaryTerm,
    OfficeTerm,
    OrganizationName,
    Person,
    RelationTerm,
    SecretaryTerm,
)

SECRETARIAT, CO_CHAIR, CONTACT, MECHANISM = "secretariat", "co_chair", "contact", "mechanism_secretariat"
ROLES = (SECRETARIAT, CO_CHAIR, CONTACT, MECHANISM)
"""The roles a person can have towards a group."""

PERSON, SERVED, CALLED = "person", "served", "called "


@dataclass(frozen=True)
class Standing:
    """The roles of an account on a day, by group (slugs); `speaks_for` gives the organization of its seat in each group.

    `mechanisms` are those whose secretariat it serves, `lent_by` the organization that lends it to the secretariat of a group, `called`
    the shortest name of each of these organizations, by slug and language.
    An account without a person in the record has no role anywhere.
    """

    account: int | None = None
    person: str = ""
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    speaks_for: dict[str, str] = field(default_factory=dict)
    mechanisms: frozenset[str] = frozenset()
    lent_by: dict[str, str] = field(default_factory=dict)
    called: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    def short(self, organization: str, language: str) -> str:
        """What an organization (a slug) that it speaks for, or is lent by, is called in short: in the language, in another, or its slug."""
        found = (self.called.get((organization, each)) for each in (language, *FALLBACK))
        return next((name for name in found if name), organization)

    def has(self, role: str, group: str) -> bool:
        """Whether it has that role towards the group."""
        return role in self.groups.get(group, frozenset())

    def belongs(self, group: str) -> bool:
        """Whether it has any role towards the group."""
        return bool(self.groups.get(group))


NOBODY = Standing()
"""Somebody who is not signed in."""


def standing_of(account: Account, day: date, known_at: datetime) -> Standing:
    """The standing of an account on `day`, as the record knew it at `known_at`. One query."""
    person, groups, speaks_for, lent_by, mechanisms = "", dict[str, set[str]](), dict[str, str](), dict[str, str](), set[str]()
    called: dict[tuple[str, str], str] = {}
    for what, where, organization in sorted(_rows(account, day, known_at)):
        if what == PERSON:
            person = where
        elif what.startswith(CALLED):
            called[where, what.removeprefix(CALLED)] = organization
        elif what == SERVED:
            mechanisms.add(where)
        else:
            groups.setdefault(where, set()).add(what)
        if what in {CO_CHAIR, CONTACT}:
            speaks_for.setdefault(where, organization)
        if what == SECRETARIAT and organization:
            lent_by[where] = organization
    return Standing(
        account.pk, person, {group: frozenset(roles) for group, roles in groups.items()}, speaks_for, frozenset(mechanisms), lent_by, called
    )


def _rows(account: Account, day: date, known_at: datetime) -> QuerySet[Any, tuple[str, str, str]]:
    """What holds of the account: the word for it, the group or mechanism, the organization ("" for none).

    And what those organizations are called: the word for it with a language, the organization, its shortest name.
    """
    contacts = ContactTerm.objects.as_of(day, known_at).filter(contact__person__account=account)
    served = MechanismSecretaryTerm.objects.as_of(day, known_at).filter(person__account=account)
    secretaries = SecretaryTerm.objects.as_of(day, known_at).filter(person__account=account)
    seats = contacts.values("contact__seat")
    chairs = OfficeTerm.objects.as_of(day, known_at).filter(office__role=OfficeRole.CO_CHAIR, office__seat__in=seats)
    reporting = RelationTerm.objects.as_of(day, known_at).filter(kind=RelationKind.REPORTS_TO, mechanism__in=served.values("mechanism"))
    return _as_rows(Person.objects.filter(account=account), PERSON, "slug").union(
        _as_rows(secretaries, SECRETARIAT, "group__slug", "organization__slug"),
        _as_rows(contacts, CONTACT, "contact__seat__group__slug", "contact__seat__organization__slug"),
        _as_rows(chairs, CO_CHAIR, "office__seat__group__slug", "office__seat__organization__slug"),
        _as_rows(served, SERVED, "mechanism__slug"),
        _as_rows(reporting, MECHANISM, "group__slug"),
        _names(OrganizationName.objects.as_of(day, known_at).filter(
            Q(organization__in=contacts.values("contact__seat__organization")) | Q(organization__in=secretaries.values("organization"))
        )),
    )


def _names(found: QuerySet[Any, Any]) -> QuerySet[Any, tuple[str, str, str]]:
    text = CharField()
    language = Concat(Value(CALLED), F("language"), output_field=text)
    short = Coalesce(NullIf(F("acronym"), Value("")), NullIf(F("short"), Value("")), F("long"), output_field=text)
    return found.order_by().values_list(Cast(language, text), Cast(F("organization__slug"), text), Cast(short, text))


def _as_rows(found: QuerySet[Any, Any], what: str, where: str, organization: str = "") -> QuerySet[Any, tuple[str, str, str]]:
    text = CharField()
    whose = Coalesce(F(organization), Value(""), output_field=text) if organization else Value("", output_field=text)
    return found.order_by().values_list(Value(what, output_field=text), Cast(F(where), text), Cast(whose, text))
