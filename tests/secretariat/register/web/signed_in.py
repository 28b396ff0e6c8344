"""Clients of people who are signed in: the officer, a co-chair, a contact, the officer of another group, somebody without a role."""

from datetime import UTC, datetime

from django.test import Client

from tansiq.engines.dates import parse
from tansiq.secretariat.record.models import Account
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.secretariats import account_for, appoint_officer
from tansiq.secretariat.register.enums import ContactRole
from tansiq.secretariat.register.models import Group, Person
from tests.cast import World

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def client_of(account: Account) -> Client:
    """A browser in which the account is signed in."""
    client = Client()
    client.force_login(account)
    return client


def officer(world: World, group: str = "wgim", address: str = "officer@example.org") -> Client:
    """The officer of a group's secretariat, the group made when it is new."""
    Group.objects.get_or_create(slug=group)
    account = account_for(email=address, by=world.cast.officer, at=world.clock())
    appoint_officer(group=group, account=account, by=world.cast.officer, at=NOW)
    return client_of(account)


def contact(world: World, organization: str = "fao") -> Client:
    """The focal point of a seat; of a co-chair's when that organization is one."""
    account = account_for(email=f"focal-{organization}@example.org", by=world.cast.officer, at=world.clock())
    appoint(
        seat=world.seats[organization], role=ContactRole.FOCAL_POINT, person=Person.objects.get(account=account), on=parse("2016"),
        by=world.cast.officer, at=world.clock(),
    )
    return client_of(account)


def stranger(world: World) -> Client:
    """Somebody who is signed in and has no role anywhere."""
    return client_of(account_for(email="stranger@example.org", by=world.cast.officer, at=world.clock()))
