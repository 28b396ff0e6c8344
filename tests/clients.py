"""Browsers of tests: the one of a stranger, and signed-in ones for every role that a person can have towards the group `wgim`.

The roles stand in the record as an office would write them; each fixture makes only the person it is for.
"""

from datetime import UTC, datetime

import pytest
from django.test import Client

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.models import Account
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.relations import relate
from tansiq.secretariat.register.domain.secretariats import account_for, serve, serve_mechanism
from tansiq.secretariat.register.enums import ContactRole, RelationKind
from tansiq.secretariat.register.models import Group, Mechanism, Organization, RelationTerm, Seat
from tests.cast import world as build

GROUP, OTHER_GROUP, MECHANISM = "wgim", "other-group", "some-mechanism"
SINCE = "1 January 2015"
RECORDED = datetime(2026, 1, 31, 9, 0, tzinfo=UTC)
GROUNDS = ("example", "named", "world")
"""The fixtures that put a group into the record, in the order in which they are looked for."""


def client_of(email: str) -> Client:
    """A browser in which the account of the address is signed in; the account, and its person, are made when they are new."""
    browser = Client()
    browser.force_login(account_of(email))
    return browser


def account_of(email: str) -> Account:
    """The account of the address with its person, who has no role by that."""
    return account_for(email=email, by=worker_actor(), at=RECORDED)


def officer(email: str = "officer@example.org", group: str = GROUP, organization: str = "") -> Client:
    """Somebody who serves in the secretariat of the group, lent by the organization when one is given."""
    account = account_of(email)
    lender = Organization.objects.get(slug=organization) if organization else None
    served = Group.objects.get(slug=group)
    serve(group=served, person=account.person, organization=lender, begins=parse(SINCE), by=worker_actor(), at=RECORDED)
    return client_of(email)


def contact(email: str, organization: str, group: str = GROUP) -> Client:
    """The focal point of an organization's seat; where the organization co-chairs the group, that person is a co-chair's."""
    account = account_of(email)
    seat = Seat.objects.get(group__slug=group, organization__slug=organization)
    appoint(seat=seat, role=ContactRole.FOCAL_POINT, person=account.person, on=parse("1 January 2018"), by=worker_actor(), at=RECORDED)
    return client_of(email)


def mechanism_secretary(email: str = "mechanism@example.org", group: str = GROUP) -> Client:
    """Somebody who serves in the secretariat of the mechanism the group reports to; one is made when it reports to none."""
    account = account_of(email)
    relation = RelationTerm.objects.current().filter(group__slug=group, kind=RelationKind.REPORTS_TO, valid_to=None).first()
    mechanism = relation.mechanism if relation else Mechanism.objects.create(slug=MECHANISM)
    if relation is None:
        reports = Group.objects.get(slug=group)
        relate(group=reports, kind=RelationKind.REPORTS_TO, to=mechanism, on=parse(SINCE), by=worker_actor(), at=RECORDED)
    serve_mechanism(mechanism=mechanism, person=account.person, begins=parse(SINCE), by=worker_actor(), at=RECORDED)
    return client_of(email)


@pytest.fixture
def ground(request, db):
    """The record the browsers look at: what the test itself asks for, else the world of tests/cast.py with names."""
    found = next((name for name in GROUNDS if name in request.fixturenames), None)
    return request.getfixturevalue(found) if found else build(names=True)


@pytest.fixture
def stranger_client():
    """A browser in which nobody is signed in."""
    return Client()


@pytest.fixture
def officer_client(ground):
    """The officer of the group's secretariat."""
    return officer()


@pytest.fixture
def co_chair_client(ground):
    """The focal point of IOM, which co-chairs the group."""
    return contact("co-chair@example.org", "iom")


@pytest.fixture
def contact_client(ground):
    """The focal point of FAO, a member that does not co-chair."""
    return contact("contact@example.org", "fao")


@pytest.fixture
def mechanism_client(ground):
    """An officer of the secretariat of the mechanism that the group reports to."""
    return mechanism_secretary()


@pytest.fixture
def outsider_client(ground):
    """The officer of another group's secretariat, who has no role towards this one."""
    Group.objects.get_or_create(slug=OTHER_GROUP)
    return officer("outsider@example.org", OTHER_GROUP)


@pytest.fixture
def newcomer_client(ground):
    """Somebody who is signed in and has no role anywhere."""
    return client_of("newcomer@example.org")
