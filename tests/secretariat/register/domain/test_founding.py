"""An officer founds a group; its co-chairs take office in their order."""

from datetime import date

import pytest

from tansiq.secretariat.register.domain.errors import NoSeat
from tansiq.secretariat.register.domain.founding import (
    AlreadyFounded,
    ChairRefused,
    Founded,
    NewName,
    NewOrganization,
    NoSuchSeat,
    found_group,
    take_chairs,
)
from tansiq.secretariat.register.domain.portrait import portrait
from tansiq.secretariat.register.domain.questions import LATEST, objectives
from tansiq.secretariat.register.domain.standing import standing_of
from tansiq.secretariat.register.enums import DecisionRule
from tansiq.secretariat.register.models import Group, Organization, SecretaryTerm
from tests.cast import World

DAY = date(2026, 1, 1)
NAMES = (NewName("en", "Working Group on Water", "Working Group", "WGW"), NewName("fr", "Groupe de travail sur l’eau", gender="m"))


def founded(world: World, **more):
    said = {
        "names": NAMES, "languages": ["en", "fr"], "since": world.day("March 2013"), "decision_rule": DecisionRule.CONSENSUS,
        "objectives": [{"en": "Share data", "fr": "Échanger des données"}, {"en": "Publish"}],
    }
    return Founded(**{**said, **more})


def found(world, **more):
    actor = world.cast.officer
    return found_group(founded=founded(world, **more), account=actor.account, by=actor, at=world.clock(), because="decided")


def test_found_group_records_what_it_is_and_who_serves_it(world):
    group = found(world, mechanism=NewName("en", "Regional mechanism", acronym="RM"))
    assert group.slug == "wgw"
    seen = portrait(group="wgw", as_of=DAY, known_at=LATEST)
    assert seen.mechanism == "register/mechanism/rm"
    assert (seen.terms.decision_rule, seen.terms.languages) == ("consensus", ["en", "fr"])
    assert seen.names.name(group.ref, "fr").long == "Groupe de travail sur l’eau"
    assert [held.text.by_language for held in objectives("wgw", DAY, LATEST)] == [
        {"en": "Share data", "fr": "Échanger des données"}, {"en": "Publish"},
    ]
    world.cast.officer.account.refresh_from_db()
    assert standing_of(world.cast.officer.account, DAY, LATEST).has("secretariat", "wgw")


def test_found_group_with_the_officers_organization_gives_it_no_seat(world):
    group = found(world, organization="escwa")
    assert SecretaryTerm.objects.get(group=group).organization.slug == "escwa"
    assert portrait(group=group.slug, as_of=DAY, known_at=LATEST).seats == ()
    other = (NewName("en", "Group on Rivers", acronym="WGW"),)
    made = found(world, names=other, organization=NewOrganization(NewName("en", "Secretariat of Water", acronym="SW"), "regional"))
    assert made.slug == "wgw-2"
    assert Organization.objects.get(slug="sw").type == "regional"


def test_found_group_since_nobody_knows_when_holds_on_every_day(world):
    group = found(world, since=None)
    assert portrait(group=group.slug, as_of=date(1990, 1, 1), known_at=LATEST).terms is not None


def test_found_group_twice_of_one_name_is_refused(world):
    found(world)
    with pytest.raises(AlreadyFounded):
        found(world, names=(NewName("en", "working group on water"),))
    assert Group.objects.count() == 2


def test_take_chairs_gives_precedence_in_their_order(world):
    world.seat("eca"), world.seat("who")
    take_chairs(
        group=world.group, chairs=[("who", world.day("2016")), ("eca", world.day("2017"))], by=world.cast.officer, at=world.clock()
    )
    held = [seat.organization for seat in portrait(group="wgim", as_of=DAY, known_at=LATEST).co_chairs]
    assert held[:2] == ["who", "eca"]


@pytest.mark.parametrize("chairs", [["who", "who"], ["who", "unicef"]])
def test_take_chairs_one_without_a_seat_or_twice_records_nothing(world, chairs):
    world.seat("who")
    with pytest.raises(NoSuchSeat):
        take_chairs(group=world.group, chairs=[(slug, world.day("2016")) for slug in chairs], by=world.cast.officer, at=world.clock())
    assert len(portrait(group="wgim", as_of=DAY, known_at=LATEST).co_chairs) == 3


def test_take_chairs_before_the_seat_is_refused(world):
    world.seat("who", "2016")
    world.seat("eca", "2014")
    with pytest.raises(ChairRefused) as refused:
        take_chairs(
            group=world.group, chairs=[("eca", world.day("2015")), ("who", world.day("2015"))], by=world.cast.officer, at=world.clock()
        )
    assert (refused.value.place, type(refused.value.why)) == (2, NoSeat)
    assert len(portrait(group="wgim", as_of=DAY, known_at=LATEST).co_chairs) == 3
    assert Group.objects.count() == 1
