"""One organization in the place of another."""

from datetime import date

import pytest

from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.errors import NoSeat, NotAnotherThing
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.domain.questions import LATEST, contacts, seats_with_offices
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.domain.succession import succeed
from tansiq.secretariat.register.enums import ContactRole, SeatKind
from tansiq.secretariat.register.models import SeatTerm, SuccessionTerm
from tests.cast import organization

BEFORE, AFTER = date(2017, 12, 31), date(2018, 1, 1)


def succeeded(world, old, new, seats=None):
    return succeed(
        old=world.organizations[old], new=world.organizations[new], seats=seats or [world.seats[old]], on=world.day("2018"),
        by=world.cast.officer, at=world.clock(), because="merger",
    )


def held(day):
    return {
        seat.organization: (seat.since.edtf, [office.role for office in seat.offices]) for seat in seats_with_offices("wgim", day, LATEST)
    }


def test_succeed_keeps_since_when_the_seat_is_held_and_its_office(world):
    person = record_person(by=world.cast.officer, at=world.clock())
    appoint(seat=world.seats["las"], role=ContactRole.HEAD, person=person, on=world.day("2016"), by=world.cast.officer, at=world.clock())
    [seat] = succeeded(world, "las", "unicef")
    assert seat.slug == "wgim-unicef"
    assert held(BEFORE)["las"] == ("2015-01-01", ["co_chair"])
    assert "unicef" not in held(BEFORE)
    assert held(AFTER)["unicef"] == ("2015-01-01", ["co_chair"])
    assert "las" not in held(AFTER)
    assert [[each.organization for each in contacts("wgim", day, LATEST)] for day in (BEFORE, AFTER)] == [["las"], ["unicef"]]
    assert SuccessionTerm.objects.get().slug == "unicef-las.1"


def test_succeed_one_that_sits_already_keeps_its_own_seat_and_takes_the_office(world):
    succeeded(world, "las", "fao")
    assert held(AFTER) == {
        "escwa": ("2015-01-01", ["co_chair"]), "fao": ("2015-01-01", ["co_chair"]), "ilo": ("2015-01-01", []),
        "iom": ("2015-01-01", ["co_chair"]),
    }
    assert not SeatTerm.objects.exclude(continues=None).exists()


def test_succeed_an_observer_becomes_a_member(world):
    seat_organization(
        group=world.group, organization=world.organizations["unicef"], kind=SeatKind.OBSERVER, on=world.day("2017"),
        by=world.cast.officer, at=world.clock(),
    )
    succeeded(world, "las", "unicef")
    assert held(AFTER)["unicef"] == ("2015-01-01", ["co_chair"])


def test_succeed_itself_is_refused(world):
    with pytest.raises(NotAnotherThing):
        succeeded(world, "las", "las")


def test_succeed_with_a_seat_of_another_is_refused_and_changes_nothing(world):
    world.organizations["new"] = organization("new")
    with pytest.raises(NoSeat) as refused:
        succeeded(world, "las", "new", [world.seats["las"], world.seats["fao"]])
    assert str(refused.value) == "register/seat/wgim-fao is not held by las on the day before 2018; leave it out."
    assert held(AFTER)["las"] == ("2015-01-01", ["co_chair"])
    assert SuccessionTerm.objects.count() == 0
