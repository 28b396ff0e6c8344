"""Seats taken, changed in kind and ended with all that hangs on them."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import OverlappingTerms, Refused
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.errors import AlreadyMember, NoSeat
from tansiq.secretariat.register.domain.people import record_person
from tansiq.secretariat.register.domain.questions import LATEST, co_chairs, contacts, members, seats
from tansiq.secretariat.register.domain.seats import end_seat, member_term_on, seat_organization, term_on
from tansiq.secretariat.register.enums import ContactRole, SeatKind


def take(world, on, kind=SeatKind.MEMBER, who="unicef"):
    return seat_organization(
        group=world.group, organization=world.organizations[who], kind=kind, on=world.day(on) if on else None, by=world.cast.officer,
        at=world.clock(),
    )


def end(world, who, ends):
    end_seat(seat=world.seats[who], ends=world.day(ends), by=world.cast.officer, at=world.clock(), because="left")


def kinds(world, who, *days):
    return [next((seat.kind for seat in seats("wgim", day, LATEST) if seat.organization == who), "") for day in days]


def test_seat_organization_from_a_day_counts_from_its_first(world):
    take(world, "March 2017")
    assert kinds(world, "unicef", date(2017, 2, 28), date(2017, 3, 1)) == ["", "member"]


def test_seat_organization_that_sits_is_refused(world):
    with pytest.raises(AlreadyMember) as refused:
        take(world, "2017", who="fao")
    assert str(refused.value) == "fao is member of wgim on 2017; its seat is register/seat/wgim-fao."


def test_seat_organization_that_sits_since_nobody_knows_when_is_refused(world):
    with pytest.raises(OverlappingTerms):
        take(world, None, who="fao")


def test_seat_organization_observer_becomes_member_by_a_split(world):
    seat = take(world, "2016", SeatKind.OBSERVER)
    assert take(world, "1 July 2017") == seat
    assert kinds(world, "unicef", date(2017, 6, 30), date(2017, 7, 1)) == ["observer", "member"]


def test_seat_organization_before_a_later_seat_ends_where_that_begins(world):
    take(world, "2018")
    take(world, "2016", SeatKind.OBSERVER)
    assert kinds(world, "unicef", date(2015, 12, 31), date(2017, 12, 31), date(2018, 1, 1)) == ["", "observer", "member"]


def test_end_seat_ends_its_offices_and_contacts(world):
    person = record_person(by=world.cast.officer, at=world.clock())
    appoint(
        seat=world.seats["las"], role=ContactRole.HEAD, person=person, on=world.day("2016"), by=world.cast.officer, at=world.clock()
    )
    end(world, "las", "2017")
    last, after = date(2017, 12, 31), date(2018, 1, 1)
    assert [len(members("wgim", day, LATEST)) for day in (last, after)] == [5, 4]
    assert [len(co_chairs("wgim", day, LATEST)) for day in (last, after)] == [3, 2]
    assert [len(contacts("wgim", day, LATEST)) for day in (last, after)] == [1, 0]


def test_end_seat_withdraws_what_would_come_later(world):
    seat = take(world, "2016", SeatKind.OBSERVER)
    take(world, "2018")
    world.seats["unicef"] = seat
    end(world, "unicef", "2016")
    assert kinds(world, "unicef", date(2016, 12, 31), date(2017, 1, 1), date(2018, 1, 1)) == ["observer", "", ""]


def test_end_seat_that_is_not_held_is_refused(world):
    with pytest.raises(NoSeat):
        end(world, "fao", "2014")
    end(world, "fao", "2016")
    with pytest.raises(NoSeat) as refused:
        end(world, "fao", "2017")
    assert str(refused.value) == "fao holds no seat in wgim on 2017 that could end then."


def test_end_seat_without_a_last_day_is_refused(world):
    with pytest.raises(Refused):
        end(world, "fao", "2017-01/..")


def test_end_seat_known_before_is_not_ended(world):
    before = world.clock()
    end(world, "fao", "2016")
    assert [len(members("wgim", date(2017, 1, 1), known)) for known in (before, LATEST)] == [5, 4]


def test_term_on_is_the_one_of_the_first_day(world):
    seat = take(world, "2016", SeatKind.OBSERVER)
    take(world, "1 July 2017")
    assert [term_on(seat, world.day(text)).kind for text in ("June 2017", "July 2017")] == ["observer", "member"]
    assert term_on(seat, world.day("2015")) is None


def test_member_term_on_of_an_observer_is_refused(world):
    with pytest.raises(NoSeat):
        member_term_on(take(world, "2016", SeatKind.OBSERVER), world.day("2017"))
