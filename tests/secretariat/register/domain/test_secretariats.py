"""Who serves in a secretariat, and the accounts they sign in with."""

from datetime import timedelta

import pytest

from tansiq.engines.dates import PartialDate, parse
from tansiq.secretariat.record.domain.errors import OverlappingTerms
from tansiq.secretariat.record.models import Account, LogEntry
from tansiq.secretariat.register.domain.errors import NoContact
from tansiq.secretariat.register.domain.secretariats import account_for, appoint_officer, leave, serve, serve_mechanism
from tansiq.secretariat.register.domain.standing import MECHANISM, SECRETARIAT, standing_of
from tansiq.secretariat.register.models import Mechanism, Person, SecretaryTerm
from tests.cast import world as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build()


def account(world, email="desk@example.org"):
    return account_for(email=email, by=world.cast.officer, at=world.clock())


def roles(world, one, days=0):
    now = world.clock()
    return standing_of(one, now.date() + timedelta(days=days), now).groups.get(world.group.slug, frozenset())


def test_account_for_an_address_in_any_case_is_one_with_one_person(world):
    first = account(world)
    assert account(world, "DESK@example.org ".strip()) == first
    assert Account.objects.filter(email="desk@example.org").count() == 1
    assert first.person.email == "desk@example.org"
    assert LogEntry.objects.filter(code="account.made", subject=f"record/account/{first.pk}").count() == 1


def test_appoint_officer_twice_is_one_term(world):
    one = account(world)
    for _ in range(2):
        appoint_officer(group=world.group.slug, account=one, by=world.cast.officer, at=world.clock())
    assert SecretaryTerm.objects.count() == 1
    assert roles(world, one) == {SECRETARIAT}


def test_serve_overlapping_is_refused_and_leave_ends_it(world):
    one = account(world)
    person = Person.objects.get(account=one)
    day = PartialDate.on(world.clock().date())
    serve(group=world.group, person=person, begins=parse("2020"), by=world.cast.officer, at=world.clock())
    with pytest.raises(OverlappingTerms):
        serve(group=world.group, person=person, begins=day, by=world.cast.officer, at=world.clock())
    leave(group=world.group, person=person, ends=day, by=world.cast.officer, at=world.clock(), because="moved on")
    assert roles(world, one) == {SECRETARIAT}
    assert roles(world, one, days=1) == frozenset()
    with pytest.raises(NoContact, match="does not serve"):
        leave(group=world.group, person=person, ends=parse("2019"), by=world.cast.officer, at=world.clock(), because="x")


def test_serve_mechanism_gives_its_role_in_the_groups_that_report_to_it(world):
    one = account(world)
    mechanism = Mechanism.objects.create(slug="platform")
    serve_mechanism(
        mechanism=mechanism, person=Person.objects.get(account=one), begins=parse("2020"), by=world.cast.officer, at=world.clock()
    )
    found = standing_of(one, world.clock().date(), world.clock())
    assert found.mechanisms == {"platform"}
    assert MECHANISM not in roles(world, one)
