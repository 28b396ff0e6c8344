"""The directory of organizations."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.errors import OverlappingTerms, UnknownReference
from tansiq.secretariat.register.domain.directory import add_organization, entered, matching, name_organization, organization_slugs
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models import OrganizationName

DAY = parse("2020").last_day


def add(world, **names):
    said = {"language": "en", "long": "United Nations Environment Programme", "acronym": "UNEP", "misspelt": ["Environmental Programme"]}
    return add_organization(type=OrganizationType.UN_ENTITY, name=OrganizationName(**said | names), by=world.cast.officer, at=world.clock())


def test_organization_slugs_are_all_of_the_record_in_order(world):
    assert organization_slugs() == ["escwa", "fao", "ilo", "iom", "las", "unicef"]


def test_added_organization_is_found_by_any_form_of_its_name(world):
    assert add(world).slug == "unep"
    assert add(world).slug != "unep"
    names = Names(DAY, world.clock())
    assert [slug for text in ("UNEP", "environmental", "nations environment") for slug in matching(names=names, text=text)][0] == "unep"
    assert matching(names=names, text="fao") == ["fao"]
    assert len(matching(names=names, text=" ")) == 8


def test_name_in_use_already_is_refused_without_a_day(world):
    add(world)
    new = {"organization": "unep", "by": world.cast.officer}
    with pytest.raises(OverlappingTerms):
        name_organization(name=OrganizationName(language="en", long="UN Environment"), on=None, at=world.clock(), **new)
    name_organization(name=OrganizationName(language="en", long="UN Environment"), on=parse("2018"), at=world.clock(), **new)
    seen = entered(organization="unep", as_of=DAY, known_at=world.clock(), groups=["wgim"])
    assert ([name.long for name in seen.names], seen.seats) == (["UN Environment"], ())


def test_seats_are_those_of_the_groups_asked_for(world):
    at = world.clock()
    assert [term.seat.slug for term in entered(organization="fao", as_of=DAY, known_at=at, groups=["wgim"]).seats] == ["wgim-fao"]
    assert entered(organization="fao", as_of=DAY, known_at=at, groups=[]).seats == ()


def test_unknown_organization_is_named(world):
    with pytest.raises(UnknownReference, match="none"):
        entered(organization="none", as_of=DAY, known_at=world.clock(), groups=[])
    with pytest.raises(UnknownReference, match="none"):
        name_organization(organization="none", name=OrganizationName(), on=None, by=world.cast.officer, at=world.clock())
