"""Founds a group: what it is called, what it is for, how it decides, to what it reports, who is its secretariat, who chairs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.models import Account, Actor, Texts
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.relations import relate
from tansiq.secretariat.register.domain.secretariats import account_for, serve
from tansiq.secretariat.register.domain.slugs import new_slug
from tansiq.secretariat.register.domain.terms_of_reference import adopt, state_objective
from tansiq.secretariat.register.enums import DecisionRule, OfficeRole, RelationKind
from tansiq.secretariat.register.models import (
    Group,
    GroupName,
    Mechanism,
    MechanismName,
    Organization,
    OrganizationName,
    Person,
    Seat,
    SecretaryTerm,
    TermsOfReference,
)


class NoSuchSeat(Refused):
    """A co-chair was named that has no seat in the group, or one was named twice."""


class ChairRefused(Refused):
    """One of several co-chairs was refused; `place` is its place among them, from one, `why` what refused it."""

    def __init__(self, place: int, why: Refused) -> None:
        super().__init__(f"co-chair {place}: {why}")
        self.place, self.why = place, why


class AlreadyFounded(Refused):
    """The person serves a group of this name already: the form was sent twice, or somebody begins again."""


@dataclass(frozen=True)
class NewName:
    """What a new thing is called in one language."""

    language: str
    long: str
    short: str = ""
    acronym: str = ""
    gender: str = ""


@dataclass(frozen=True)
class NewOrganization:
    """An organization that the register does not have yet."""

    name: NewName
    type: str


@dataclass(frozen=True)
class Founded:
    """A group as its officer describes it. `since` is None where nobody knows since when it exists.

    `mechanism` is a slug or a new name, `organization` (the officer's own) a slug or a new one; None where there is none.
    """

    names: Sequence[NewName]
    languages: Sequence[str]
    since: PartialDate | None
    objectives: Sequence[Mapping[str, str]]
    decision_rule: DecisionRule
    mechanism: str | NewName | None = None
    organization: str | NewOrganization | None = None


def found_group(*, founded: Founded, account: Account, by: Actor, at: datetime, because: str = "") -> Group:
    """Record the group with its names, terms of reference and objectives, and the account as its secretariat from today. Atomic.

    The officer's organization is recorded as the one that lends her; it takes no seat by that. Raises AlreadyFounded when she serves
    a group of one of these names.
    """
    with transaction.atomic():
        account_for(email=account.email, by=by, at=at)
        person = Person.objects.select_for_update().get(account=account)
        _refuse_twin(founded.names, person)
        said = [each.acronym or each.short or each.long for each in founded.names]
        group = make(identity=Group(slug=new_slug(Group, *said)), by=by, at=at)
        for name in founded.names:
            give_name(name=GroupName(group=group, begins=None, **vars(name)), by=by, at=at, because=because)
        terms = TermsOfReference(
            group=group, begins=founded.since, decision_rule=founded.decision_rule, languages=list(founded.languages)
        )
        adopt(terms=terms, by=by, at=at, because=because)
        for position, text in enumerate(founded.objectives, start=1):
            state_objective(group=group, position=position, text=Texts(dict(text)), on=founded.since, by=by, at=at, because=because)
        if founded.mechanism is not None:
            mechanism = _mechanism(founded.mechanism, by, at)
            relate(group=group, kind=RelationKind.REPORTS_TO, to=mechanism, on=founded.since, by=by, at=at, because=because)
        lender = _organization(founded.organization, by, at) if founded.organization is not None else None
        serve(group=group, person=person, organization=lender, begins=PartialDate.on(at.date()), by=by, at=at, because=because)
    return group


def take_chairs(
    *, group: Group, chairs: Sequence[tuple[str, PartialDate]], by: Actor, at: datetime, because: str = ""
) -> None:
    """Let organizations (slugs), in their order of precedence, co-chair the group, each from a date on. Atomic.

    Raises NoSuchSeat for one without a seat or named twice, ChairRefused for one that is no member on that day or co-chairs already.
    """
    named = [slug for slug, _ in chairs]
    if len(set(named)) < len(named):
        raise NoSuchSeat(f"{group.slug}: an organization is named twice as co-chair; name each once.")
    with transaction.atomic():
        for precedence, (slug, on) in enumerate(chairs, start=1):
            seat = Seat.objects.filter(group=group, organization__slug=slug).first()
            if seat is None:
                raise NoSuchSeat(f"{slug} has no seat in {group.slug}; record its seat first.")
            try:
                take_office(seat=seat, role=OfficeRole.CO_CHAIR, precedence=precedence, on=on, by=by, at=at, because=because)
            except Refused as refused:
                raise ChairRefused(precedence, refused) from refused


def _refuse_twin(names: Sequence[NewName], person: Person) -> None:
    served = SecretaryTerm.objects.current().filter(person=person, valid_to=None).values("group")
    for name in names:
        twin = GroupName.objects.current().filter(group__in=served, language=name.language, long__iexact=name.long).first()
        if twin is not None:
            raise AlreadyFounded(f"you serve {twin.group.ref} of this name already; change that one, or give the new one another name.")


def _mechanism(said: str | NewName, by: Actor, at: datetime) -> Mechanism:
    if isinstance(said, str):
        return Mechanism.objects.get(slug=said)
    row = make(identity=Mechanism(slug=new_slug(Mechanism, said.acronym, said.short, said.long)), by=by, at=at)
    give_name(name=MechanismName(mechanism=row, **vars(said)), by=by, at=at)
    return row


def _organization(said: str | NewOrganization, by: Actor, at: datetime) -> Organization:
    if isinstance(said, str):
        return Organization.objects.get(slug=said)
    slug = new_slug(Organization, said.name.acronym, said.name.short, said.name.long)
    row = make(identity=Organization(slug=slug, type=said.type), by=by, at=at)
    give_name(name=OrganizationName(organization=row, **vars(said.name)), by=by, at=at)
    return row
