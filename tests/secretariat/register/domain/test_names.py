"""Names given, corrected and ended."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import AlreadyCorrected, OverlappingTerms
from tansiq.secretariat.register.domain.names import correct_name, end_name, give_name
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.models import OrganizationName


def given(world, long, begins=None):
    name = OrganizationName(
        organization=world.organizations["iom"], language="en", long=long, begins=world.day(begins) if begins else None
    )
    return give_name(name=name, by=world.cast.officer, at=world.clock())


def called(*days):
    return [Names(day, LATEST).name("register/organization/iom", "en").long for day in days]


def test_give_name_from_a_day_leaves_the_days_before_to_the_old(world):
    given(world, "Old")
    given(world, "New", "2018")
    assert called(date(2017, 12, 31), date(2018, 1, 1)) == ["Old", "New"]


def test_give_name_older_than_the_one_in_use_ends_before_it(world):
    given(world, "New", "2018")
    given(world, "Old", "2016")
    assert called(date(2015, 1, 1), date(2017, 12, 31), date(2018, 1, 1)) == ["iom", "Old", "New"]


def test_give_name_without_a_beginning_beside_another_is_refused(world):
    given(world, "Old")
    with pytest.raises(OverlappingTerms):
        given(world, "New")


def test_correct_name_twice_is_refused(world):
    name = given(world, "Old")
    correct_name(name=name, long="Right", by=world.cast.officer, at=world.clock(), because="spelling")
    with pytest.raises(AlreadyCorrected):
        correct_name(name=name, long="Wrong", by=world.cast.officer, at=world.clock(), because="spelling")
    assert called(date(2017, 1, 1)) == ["Right"]


def test_end_name_leaves_the_thing_without_one(world):
    end_name(name=given(world, "Old"), ends=world.day("2017"), by=world.cast.officer, at=world.clock(), because="dissolved")
    assert called(date(2017, 12, 31), date(2018, 1, 1)) == ["Old", "iom"]
