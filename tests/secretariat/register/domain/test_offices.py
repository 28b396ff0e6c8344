"""Offices taken, left and handed over."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import OverlappingTerms
from tansiq.secretariat.register.domain.errors import NoOffice, NoSeat
from tansiq.secretariat.register.domain.offices import leave_office, rotate, take_office
from tansiq.secretariat.register.domain.questions import LATEST, co_chairs, members, offices
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.models import Group


def chairs(*days):
    return [[office.organization for office in co_chairs("wgim", day, LATEST)] for day in days]


def test_take_office_counts_from_the_first_day(world):
    take_office(seat=world.seats["fao"], role=OfficeRole.RAPPORTEUR, on=world.day("2017"), by=world.cast.officer, at=world.clock())
    roles = [(office.organization, office.role) for office in offices("wgim", date(2017, 1, 1), LATEST) if office.role == "rapporteur"]
    assert roles == [("fao", "rapporteur")]
    assert chairs(date(2017, 1, 1)) == [["escwa", "iom", "las"]]


def test_take_office_twice_is_refused(world):
    with pytest.raises(OverlappingTerms):
        take_office(seat=world.seats["las"], role=OfficeRole.CO_CHAIR, on=world.day("2017"), by=world.cast.officer, at=world.clock())


def test_take_office_without_a_seat_on_that_day_is_refused(world):
    with pytest.raises(NoSeat) as refused:
        take_office(seat=world.seats["fao"], role=OfficeRole.LEAD, on=world.day("2014"), by=world.cast.officer, at=world.clock())
    assert str(refused.value) == "fao is not a member of wgim on 2014; record its seat first."


def test_take_office_as_an_observer_is_refused(world):
    seat = seat_organization(
        group=world.group, organization=world.organizations["unicef"], kind=SeatKind.OBSERVER, on=world.day("2016"),
        by=world.cast.officer, at=world.clock(),
    )
    with pytest.raises(NoSeat):
        take_office(seat=seat, role=OfficeRole.LEAD, on=world.day("2017"), by=world.cast.officer, at=world.clock())


def test_take_office_of_a_seat_that_ends_lasts_no_longer(world):
    end_seat(seat=world.seats["fao"], ends=world.day("2018"), by=world.cast.officer, at=world.clock(), because="leaves")
    take_office(seat=world.seats["fao"], role=OfficeRole.CO_CHAIR, on=world.day("2017"), by=world.cast.officer, at=world.clock())
    assert chairs(date(2018, 12, 31), date(2019, 1, 1)) == [["escwa", "fao", "iom", "las"], ["escwa", "iom", "las"]]


def test_leave_office_ends_it_after_the_last_day(world):
    leave_office(
        seat=world.seats["las"], role=OfficeRole.CO_CHAIR, ends=world.day("2017"), by=world.cast.officer, at=world.clock(), because="term"
    )
    assert chairs(date(2017, 12, 31), date(2018, 1, 1)) == [["escwa", "iom", "las"], ["escwa", "iom"]]


def test_leave_office_that_is_not_held_is_refused(world):
    with pytest.raises(NoOffice) as refused:
        leave_office(
            seat=world.seats["fao"], role=OfficeRole.CO_CHAIR, ends=world.day("2017"), by=world.cast.officer, at=world.clock(), because=""
        )
    assert str(refused.value) == "fao is not co-chair of wgim on 2017."


def test_rotate_hands_the_office_over_and_leaves_the_seats(world):
    rotate(
        leaving=world.seats["las"], taking=world.seats["fao"], role=OfficeRole.CO_CHAIR, on=world.day("2018"), by=world.cast.officer,
        at=world.clock(),
    )
    assert chairs(date(2017, 12, 31), date(2018, 1, 1)) == [["escwa", "iom", "las"], ["escwa", "fao", "iom"]]
    assert len(members("wgim", date(2018, 1, 1), LATEST)) == 5


def test_rotate_to_another_group_is_refused(world):
    other = seat_organization(
        group=Group.objects.create(slug="other"), organization=world.organizations["fao"], on=None, by=world.cast.officer, at=world.clock()
    )
    with pytest.raises(NoOffice):
        rotate(
            leaving=world.seats["las"], taking=other, role=OfficeRole.CO_CHAIR, on=world.day("2018"), by=world.cast.officer,
            at=world.clock(),
        )


def test_rotate_to_one_without_a_seat_changes_nothing(world):
    end_seat(seat=world.seats["fao"], ends=world.day("2016"), by=world.cast.officer, at=world.clock(), because="left")
    with pytest.raises(NoSeat):
        rotate(
            leaving=world.seats["las"], taking=world.seats["fao"], role=OfficeRole.CO_CHAIR, on=world.day("2018"), by=world.cast.officer,
            at=world.clock(),
        )
    assert chairs(date(2018, 1, 1)) == [["escwa", "iom", "las"]]
