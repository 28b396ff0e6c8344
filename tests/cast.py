"""Who acts in tests, and a small world to act in: one group, three co-chairs, two members, one that asks to join.

Recording times run forward by themselves (`Clock`), so that a test can ask what was known before and after a step.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tansiq.engines.dates import PartialDate, parse
from tansiq.secretariat.record.domain.actors import actor_for
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Account, Actor
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import OfficeRole, OrganizationType
from tansiq.secretariat.register.models import Group, GroupName, Organization, OrganizationName, Seat

CO_CHAIRS = ("escwa", "iom", "las")
MEMBERS = (*CO_CHAIRS, "fao", "ilo")
APPLICANT = "unicef"


@dataclass
class Clock:
    """A clock of recording times: each reading is one minute after the last."""

    last: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.last += timedelta(minutes=1)
        return self.last


@dataclass(frozen=True)
class Cast:
    """The persons of the tests, as actors."""

    officer: Actor
    co_chair: Actor
    focal_point: Actor
    applicant: Actor
    mechanism_secretariat: Actor
    stranger: Actor


def cast() -> Cast:
    """Everyone: the officer and the mechanism's secretariat by account, the others by reply link; the stranger speaks for nobody."""
    return Cast(
        officer=_by_account("officer@example.org"),
        co_chair=_by_account("co-chair@example.org", "iom"),
        focal_point=actor_for(kind=ActorKind.REPLY_LINK, name="focal point", on_behalf_of="fao"),
        applicant=actor_for(kind=ActorKind.REPLY_LINK, name="applicant", on_behalf_of=APPLICANT),
        mechanism_secretariat=_by_account("mechanism@example.org", "un-secretariat"),
        stranger=actor_for(kind=ActorKind.REPLY_LINK, name="stranger"),
    )


@dataclass
class World:
    """One group with its seats; `day` reads a date as people write it."""

    cast: Cast
    clock: Clock
    group: Group
    organizations: dict[str, Organization]
    seats: dict[str, Seat] = field(default_factory=dict)

    @staticmethod
    def day(text: str) -> PartialDate:
        """The date that the text says."""
        return parse(text)

    def seat(self, slug: str, since: str = "1 January 2015") -> Seat:
        """Seat an organization, made when it is new, as a member."""
        if slug not in self.organizations:
            self.organizations[slug] = organization(slug)
        self.seats[slug] = seat_organization(
            group=self.group, organization=self.organizations[slug], on=parse(since), by=self.cast.officer, at=self.clock()
        )
        return self.seats[slug]

    def co_chair(self, slug: str, since: str = "1 January 2015") -> None:
        """Give the organization's seat the office of co-chair."""
        take_office(seat=self.seats[slug], role=OfficeRole.CO_CHAIR, on=parse(since), by=self.cast.officer, at=self.clock())


def organization(slug: str) -> Organization:
    """An organization without a name."""
    return Organization.objects.create(slug=slug, type=OrganizationType.UN_ENTITY)


def world(members: tuple[str, ...] = MEMBERS, co_chairs: tuple[str, ...] = CO_CHAIRS, *, names: bool = False) -> World:
    """A group whose members sit, and whose co-chairs preside, since 1 January 2015; with names in English when asked for."""
    made = World(cast(), Clock(), Group.objects.create(slug="wgim"), {})
    for slug in (*members, APPLICANT):
        made.organizations[slug] = organization(slug)
    for slug in members:
        made.seat(slug)
    for slug in co_chairs:
        made.co_chair(slug)
    if names:
        _name(made)
    return made


def on(year: int, month: int, day: int) -> PartialDate:
    """One day."""
    return PartialDate.on(date(year, month, day))


def _by_account(address: str, on_behalf_of: str = "") -> Actor:
    account = Account.objects.filter(email=address).first() or Account.objects.create(email=address)
    return actor_for(kind=ActorKind.ACCOUNT, account=account, on_behalf_of=on_behalf_of)


def _name(made: World) -> None:
    for slug, row in made.organizations.items():
        name = OrganizationName(organization=row, language="en", long=f"Organization {slug}", short=slug.upper(), acronym=slug.upper())
        give_name(name=name, by=made.cast.officer, at=made.clock())
    group = GroupName(group=made.group, language="en", long="Working Group on Migration", short="Working Group")
    give_name(name=group, by=made.cast.officer, at=made.clock())
