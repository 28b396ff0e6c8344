"""The directory of organizations: which there are, by what names they go, and where each sits."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.models import Actor
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.slugs import new_slug
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models import Organization, OrganizationName, SeatTerm

KIND = "register/organization"


@dataclass(frozen=True)
class Entered:
    """An organization with its names of the day, by language, and the seats it holds: terms of the groups asked for."""

    organization: Organization
    names: tuple[OrganizationName, ...]
    seats: tuple[SeatTerm, ...]


def organization_slugs() -> list[str]:
    """Every organization of the record (slugs), in order. One query."""
    return list(Organization.objects.order_by("slug").values_list("slug", flat=True))


def matching(*, names: Names, text: str) -> list[str]:
    """The organizations (slugs) one of whose forms, right or wrong, in any language, has the text in it; all for "". Two queries."""
    wanted = text.strip().casefold()
    found = set()
    for form in names.every(KIND):
        forms = (form.long, form.short, form.acronym, *form.also, *form.misspelt)
        if any(wanted in each.casefold() for each in forms):
            found.add(form.ref.rsplit("/", 1)[1])
    return [slug for slug in organization_slugs() if slug in found or wanted in slug]


def entered(*, organization: str, as_of: date, known_at: datetime, groups: list[str]) -> Entered:
    """The organization (a slug) on a day; of its seats those in `groups`. Three queries. Raises UnknownReference."""
    row = Organization.objects.filter(slug=organization).first()
    if row is None:
        raise UnknownReference(f"the record has no organization {organization!r}.")
    names = OrganizationName.objects.as_of(as_of, known_at).filter(organization=row).order_by("language")
    names = names.select_related("recorded_entry__actor__account")
    seats = SeatTerm.objects.as_of(as_of, known_at).filter(seat__organization=row, seat__group__slug__in=groups)
    return Entered(row, tuple(names), tuple(seats.select_related("seat__group").order_by("seat__group__slug")))


def add_organization(
    *, type: OrganizationType, name: OrganizationName, by: Actor, at: datetime, because: str = ""  # noqa: A002 (the field's word)
) -> Organization:
    """Record an organization with its first name, unsaved; the slug is made of its acronym or name. Atomic. Raises Refused."""
    with transaction.atomic():
        made = make(identity=Organization(slug=new_slug(Organization, name.acronym, name.short, name.long), type=type), by=by, at=at)
        name.organization = made
        give_name(name=name, by=by, at=at, because=because)
    return made


def name_organization(
    *, organization: str, name: OrganizationName, on: PartialDate | None, by: Actor, at: datetime, because: str = ""
) -> OrganizationName:
    """Give an organization (a slug) an unsaved name from the first day of `on`. Atomic. Raises UnknownReference, OverlappingTerms."""
    row = Organization.objects.filter(slug=organization).first()
    if row is None:
        raise UnknownReference(f"the record has no organization {organization!r}.")
    name.organization, name.begins = row, on
    return give_name(name=name, by=by, at=at, because=because)
